import type { Certainty, DeadlineRule, DeadlineUnit, ExpiryEffect } from '../../../kit/index.js';
import type { Definition } from '../definition.js';
import { finding, type Finding } from './finding.js';

/** A legal limit as it was read, once for all workflows. What it leaves out no source says. */
export interface ListedRule {
  readonly id: string;
  readonly amount?: number;
  /** Null where the law counts in something we have no unit for, told in `unitAsRead`. */
  readonly unit: DeadlineUnit | null;
  readonly otherUnit?: DeadlineRule['otherUnit'];
  readonly unitAsRead?: string;
  readonly monthDay?: string;
  readonly onExpiry: ExpiryEffect;
  readonly extension: DeadlineRule['extension'];
  readonly extensionLimit?: number;
  readonly rollover: DeadlineRule['rollover'];
  readonly lateAct: DeadlineRule['lateAct'];
  readonly certainty: Certainty;
  readonly assumptions: readonly string[];
  /** What it counts from, as read; null where no source says. */
  readonly startsFrom: string | null;
  readonly cites: readonly { readonly law: string; readonly article: string }[];
  readonly asOf: string | null;
}

/** Why no workflow uses a rule of the list, in the reader's language. */
export type UnusedRules = Readonly<Record<string, Readonly<Record<'es' | 'en', string>>>>;

/** Every deadline of a definition says what the list says of its rule: the law is read once, and in one place. */
export function deadlinesAgainstList(definition: Definition, list: readonly ListedRule[]): readonly Finding[] {
  const byId = new Map(list.map((rule) => [rule.id, rule]));
  return Object.entries(definition.deadlines).flatMap(([deadline, rule]) => {
    const listed = byId.get(rule.rule);
    if (listed) return differences(deadline, rule, listed);
    return isOwn(rule) ? [] : [finding('deadline-rule', 'deadline-rule.unknown', { deadline, rule: rule.rule })];
  });
}

/** Every rule of the list is used by some workflow, or it is said why by none. */
export function unaccountedRules(definitions: readonly Definition[], list: readonly ListedRule[], unused: UnusedRules): readonly Finding[] {
  const used = new Set(definitions.flatMap(({ deadlines }) => Object.values(deadlines).map(({ rule }) => rule)));
  const known = new Set(list.map(({ id }) => id));
  return [
    ...list.filter(({ id }) => !used.has(id) && !Object.hasOwn(unused, id)).map(({ id }) => finding('deadline-rule', 'deadline-rule.unaccounted', { rule: id })),
    ...Object.keys(unused).filter((id) => used.has(id)).map((id) => finding('deadline-rule', 'deadline-rule.used', { rule: id })),
    ...Object.keys(unused).filter((id) => !known.has(id)).map((id) => finding('deadline-rule', 'deadline-rule.stranger', { rule: id })),
  ];
}

/** A date that the act itself fixes, or a target of the house's own, which no law sets and which says so: `own.…`, an assumption. */
function isOwn({ rule, unit, certainty }: DeadlineRule): boolean {
  return unit === 'date-in-the-act' || (rule.startsWith('own.') && certainty === 'assumption');
}

const compared = ['amount', 'unit', 'otherUnit', 'monthDay', 'onExpiry', 'extension', 'rollover', 'lateAct', 'certainty', 'asOf'] as const;

function differences(deadline: string, rule: DeadlineRule, listed: ListedRule): readonly Finding[] {
  const differs = (field: string, actual: Said, expected: Said): readonly Finding[] =>
    (actual === expected ? [] : [finding('deadline-rule', 'deadline-rule.differs', { deadline, field, actual: said(actual), expected: said(expected), rule: listed.id })]);
  // Where no source says what it counts from, whoever uses the rule may say that its start is assumed.
  const own = rule.assumptions.filter((reading) => reading !== 'startsFrom' || listed.startsFrom !== null || listed.assumptions.includes(reading));
  const missing = listed.cites.filter(({ law, article }) => !cites(rule.basis, law, article));
  return [
    ...compared.filter((field) => field !== 'unit' || listed.unit !== null).flatMap((field) => differs(field, rule[field], listed[field])),
    ...(listed.extensionLimit === undefined ? [] : differs('extensionLimit', rule.extensionLimit, listed.extensionLimit)),
    ...differs('assumptions', own.toSorted().join(', '), listed.assumptions.toSorted().join(', ')),
    ...missing.map(({ law, article }) => finding('deadline-rule', 'deadline-rule.basis', { deadline, expected: `${law} art. ${article}`, rule: listed.id })),
  ];
}

type Said = string | number | null | undefined;

function said(value: Said): string {
  return value === undefined || value === null || value === '' ? '–' : String(value);
}

/** Names under which officials cite the same text. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  CPR: ['CPR', 'Constitución'], LGUC: ['LGUC', 'DFL 458', 'Ley General de Urbanismo'],
};

function cites(basis: string, law: string, article: string): boolean {
  const names = alsoCalled[law] ?? [law, law.replace(/^(?:Ley|LOC) /, '')];
  return names.some((name) => basis.includes(name)) && new RegExp(`(?<![\\d.])${article}(?!\\d)`, 'i').test(basis);
}
