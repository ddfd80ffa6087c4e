/**
 * What an official may read: everything, or the cases in which one of `institutions` takes part together with the cases of
 * `regions`. Plain data, so that one rule serves as predicate and as SQL.
 */
export interface ReadingScope {
  readonly all: 'all' | 'some';
  readonly institutions: readonly string[];
  readonly regions: readonly string[];
}

/** What of a case decides who may read it. `region`: of the case's territory, null for the whole country. */
export interface ReadableCase {
  readonly institutions: readonly string[];
  readonly region: string | null;
}

export const nothingToRead: ReadingScope = { all: 'some', institutions: [], regions: [] };

export function mayRead(scope: ReadingScope, found: ReadableCase): boolean {
  return scope.all === 'all'
    || (found.region !== null && scope.regions.includes(found.region))
    || found.institutions.some((institution) => scope.institutions.includes(institution));
}

/**
 * The same rule as a condition of SQL. `region` is the case's region as an SQL expression; `takesPart` turns a parameter
 * (`$n`, a text array) into the condition that one of these institutions takes part. Appends to `params`.
 */
export function readingCondition(scope: ReadingScope, sql: ReadingSql, params: unknown[]): string {
  if (scope.all === 'all') return 'TRUE';
  params.push(scope.regions, scope.institutions);
  return `(${sql.region} = ANY($${params.length - 1}::text[]) OR ${sql.takesPart(`$${params.length}::text[]`)})`;
}

export interface ReadingSql {
  readonly region: string;
  readonly takesPart: (institutions: string) => string;
}
