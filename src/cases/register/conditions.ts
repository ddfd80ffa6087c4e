import { plain } from '../../governance/directory.js';
import type { ReadingScope } from '../../governance/powers/reading.js';
import { visibleCondition } from '../visibility.js';

/** Which cases of the register are wanted. */
export interface CasesWanted {
  readonly workflow?: string | undefined;
  readonly region?: string | undefined;
  /** One of the participants. */
  readonly institution?: string | undefined;
  /** A state or one that contains it, as dotted path. */
  readonly state?: string | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  readonly overdue?: boolean | undefined;
  /** Words of the title, the number or an identifier, whatever their case or accents. */
  readonly q?: string | undefined;
}

/**
 * Whether a case (of this alias) is late: a clock has run out that nobody has expired yet, or the latest run of a deadline
 * has expired and a task still stands whose events would have met it. `$1` is today, `$2` which events meet which deadline.
 */
export function overdueSql(alias: string): string {
  return /* sql */ `(${alias}.status = 'open' AND EXISTS (
    SELECT FROM deadline d WHERE d.case_id = ${alias}.id AND (
      (d.status = 'running' AND d.due < $1::date)
      OR (d.status = 'expired'
        AND NOT EXISTS (SELECT FROM deadline l WHERE l.case_id = d.case_id AND l.name = d.name AND l.subject = d.subject AND l.started_seq > d.started_seq)
        AND EXISTS (SELECT FROM task t WHERE t.case_id = d.case_id
          AND t.events && ARRAY(SELECT jsonb_array_elements_text($2::jsonb -> (${alias}.workflow || '@' || ${alias}.version) -> d.name)))))))`;
}

/** The conditions on a case `c`; appends to `params`, which begin with those of `overdueSql`. */
export function conditionsOf(wanted: CasesWanted, scope: ReadingScope, params: unknown[]): readonly string[] {
  const given = (value: unknown, condition: (place: string) => string): readonly string[] => {
    if (value === undefined) return [];
    params.push(value);
    return [condition(`$${params.length}`)];
  };
  const words = plain(wanted.q ?? '').split(/\s+/).filter(Boolean).slice(0, 20);
  return [
    visibleCondition(scope, params),
    // The parameters of `overdueSql` are used whatever is asked, so that their types are known.
    '$1::date IS NOT NULL AND $2::jsonb IS NOT NULL',
    ...given(wanted.workflow, (place) => `c.workflow = ${place}`),
    ...given(wanted.region, (place) => `c.region = ${place}`),
    ...given(wanted.status, (place) => `c.status = ${place}`),
    ...given(wanted.institution, (place) => `EXISTS (SELECT FROM participant i WHERE i.case_id = c.id AND i.institution = ${place})`),
    ...given(wanted.state, (place) => `EXISTS (SELECT FROM unnest(c.state) s WHERE s = ${place} OR starts_with(s, ${place} || '.'))`),
    ...(wanted.overdue === undefined ? [] : [`${wanted.overdue ? '' : 'NOT '}${overdueSql('c')}`]),
    ...words.flatMap((word) => given(`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`, (place) => `c.search LIKE ${place}`)),
  ];
}
