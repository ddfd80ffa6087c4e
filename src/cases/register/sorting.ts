/** What the register can be sorted by; a leading `-` reverses. */
export const sortKeys = ['number', 'due', 'recordedAt', 'openedOn', 'amount'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sort {
  readonly key: SortKey;
  readonly direction: 'asc' | 'desc';
}

/** A place in a sorted list: the key as text, and the case's id where keys are the same. */
export type SortPlace = readonly [key: string, id: string];

/**
 * Each key as text that sorts as the key does ("C" collation): so one kind of cursor serves all. What is not known comes
 * last, whichever way the list runs.
 */
const expressions: Readonly<Record<SortKey, (unknown: 'high' | 'low') => string>> = {
  number: () => 'c.number',
  due: (unknown) => `coalesce(n.due::text, '${unknown === 'high' ? '9999-12-31' : '0000-00-00'}')`,
  recordedAt: () => `to_char(c.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  openedOn: () => 'c.opened_on::text',
  amount: (unknown) => `coalesce(lpad(trunc(c.amount)::text, 20, '0'), '${unknown === 'high' ? '9' : '-'}')`,
};

export function sortExpression({ key, direction }: Sort): string {
  return `(${expressions[key](direction === 'asc' ? 'high' : 'low')}) COLLATE "C"`;
}

/** `alias`: of a selection that has the expression as `sort_key` already. */
export function orderSql(sort: Sort, alias?: string): string {
  return alias ? `${alias}.sort_key ${sort.direction}, ${alias}.id ${sort.direction}` : `${sortExpression(sort)} ${sort.direction}, c.id ${sort.direction}`;
}

/** The condition that a case comes after a place; appends to `params`. */
export function afterSql(sort: Sort, [key, id]: SortPlace, params: unknown[]): string {
  params.push(key, id);
  return `(${sortExpression(sort)}, c.id) ${sort.direction === 'asc' ? '>' : '<'} ($${params.length - 1}, $${params.length}::uuid)`;
}
