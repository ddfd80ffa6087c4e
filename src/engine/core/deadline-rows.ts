import type { CaseEvent, Certainty, DeadlineRule, JsonObject, Participant, Reading } from '../../kit/index.js';
import type { DueAnswer } from '../../calendar/due.js';
import type { CountingUnit } from '../../calendar/question.js';
import { endOfDue, placeOf, type Place } from '../../calendar/place.js';
import { dueWithReadings, type DueRule } from '../../calendar/due-rule.js';
import type { Reading as CalendarReading } from '../../calendar/readings.js';
import { countingBody, institutionIn, type DeadlineRow } from './case-state.js';
import { ruleOf, type Definition } from './definition.js';
import type { Occurrence } from './occurrence.js';
import type { World } from './outcome.js';

export interface DeadlineStart {
  readonly name: string;
  readonly owner: DeadlineRow['owner'];
  readonly subject: string;
  /** Day a step counts from; null: not known yet; undefined: the rule's own trigger says. */
  readonly from?: string | null | undefined;
  /** Whose seat's calendar counts; the participant in the role of the rule's actor when left out. */
  readonly institution?: string | undefined;
  readonly event: Occurrence;
  readonly context: JsonObject;
  readonly participants: readonly Participant[];
}

/** A new run of a deadline: `running` from its trigger's day, `pending` while that is not known, none where its law was not in force that day. */
export function startRow(definition: Definition, start: DeadlineStart, world: World): DeadlineRow | null {
  const { name, owner, subject, event, context, participants } = start;
  const rule = ruleOf(definition, name);
  const row: DeadlineRow = {
    name, subject, owner, startedSeq: event.seq, status: 'pending', startsFrom: rule.startsFrom, amount: rule.amount ?? null, unit: unitOf(rule, event.on, world),
    onExpiry: rule.onExpiry, certainty: rule.certainty, institution: start.institution ?? institutionIn(participants, rule.actor) ?? '',
    started: null, due: null, alternative: null, endsAt: null, extended: 0, suspensions: [], endedSeq: null, endedOn: null,
  };
  if (rule.untilField) return moveToDate(definition, row, context, world);
  const trigger = start.from === undefined ? triggerDay(rule, event, 'entering') : start.from === null ? null : { on: start.from, known: 'yes' as const };
  // Whatever day a past line leaves open: by then the law did not exist yet.
  if (!trigger) return event.source === 'imported' && event.on < (rule.validFrom ?? '') ? null : row;
  return isInForce(rule, trigger.on) ? run(rule, row, trigger, world) : null;
}

function isInForce({ validFrom = '', validTo = '9999-12-31' }: DeadlineRule, on: string): boolean {
  return validFrom <= on && on <= validTo;
}

/** The rule's unit; where the law leaves it open, as an administrator has settled it for that day. */
function unitOf(rule: DeadlineRule, on: string, world: World): DeadlineRule['unit'] {
  return rule.assumptions.includes('unit') && rule.otherUnit ? (world.unitOf?.(rule.rule, on) ?? rule.unit) : rule.unit;
}

/** A pending deadline whose trigger this event is begins to run; any other row stays as it is. */
export function triggerRow(definition: Definition, row: DeadlineRow, event: Occurrence, world: World): DeadlineRow {
  if (row.status !== 'pending' || event.order === 'out-of-order' || event.dated === 'uncertain') return row;
  const rule = ruleOf(definition, row.name);
  if (!rule.trigger?.on.includes(event.type)) return row;
  const trigger = triggerDay(rule, event, 'later');
  return trigger && isInForce(rule, trigger.on) ? run(rule, row, trigger, world) : row;
}

/** A deadline whose date stands in the act itself follows the context: an amended term moves it. */
export function moveToDate(definition: Definition, row: DeadlineRow, context: JsonObject, world: World): DeadlineRow {
  const { untilField } = ruleOf(definition, row.name);
  if (!untilField) return row;
  const date = context[untilField];
  if (typeof date !== 'string' || date === row.due) return row;
  return { ...row, status: 'running', started: row.started ?? date, due: date, alternative: null, endsAt: endOfDue(date, placeFor(row, world).zone) };
}

/** Counts a row anew: after an extension, a suspension or a new holiday. A row without a start or a count stays as it is. */
export function recount(definition: Definition, row: DeadlineRow, world: World): DeadlineRow {
  const rule = ruleOf(definition, row.name);
  if (row.started === null || rule.untilField) return row;
  const place = placeFor(row, world);
  const answer = dueOf(rule, row, place);
  // A new count may rest on a reading the old one did not need; what was an assumption stays one.
  const certainty = row.certainty === 'assumption' ? row.certainty : certaintyOf(rule, 'yes', answer);
  return withDue({ ...row, certainty }, answer, place);
}

/** The date of a row that has started, with its explanation, recomputed: explanations are never stored. */
export function dueOf(rule: DeadlineRule, row: DeadlineRow, place: Place): DueAnswer {
  const suspensions = row.suspensions.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  return dueWithReadings(countingRule(rule, row), { from: row.started!, place, filing: rule.filing === 'yes', extend: row.extended, suspensions });
}

function run(rule: DeadlineRule, row: DeadlineRow, trigger: Trigger, world: World): DeadlineRow {
  const place = placeFor(row, world);
  const started = { ...row, status: 'running' as const, started: trigger.on };
  const answer = dueOf(rule, started, place);
  return withDue({ ...started, certainty: certaintyOf(rule, trigger.known, answer) }, answer, place);
}

function withDue(row: DeadlineRow, answer: DueAnswer, place: Place): DeadlineRow {
  return { ...row, due: answer.due, alternative: answer.alternative, endsAt: row.status === 'running' ? endOfDue(answer.later, place.zone) : null };
}

function placeFor(row: DeadlineRow, world: World): Place {
  const body = countingBody(row);
  return body === '' ? placeOf(null) : world.placeOf(body);
}

interface Trigger {
  readonly on: string;
  /** Whether the day was given by the act, or taken from the day of the event for want of it. */
  readonly known: 'yes' | 'assumed';
}

function triggerDay(rule: DeadlineRule, event: CaseEvent, moment: 'entering' | 'later'): Trigger | null {
  if (rule.trigger?.on.includes(event.type)) return namedDay(event, rule.trigger.field);
  if (rule.trigger || moment === 'later') return null;
  if (rule.startsFrom === 'receipt') return namedDay(event, 'receivedAt');
  const itself = rule.startsFrom === 'act' || rule.startsFrom === 'presentation' || rule.startsFrom === 'payment';
  return { on: event.on, known: itself ? 'yes' : 'assumed' };
}

/** A day the event's data or its instrument names; for want of it the day of the event, only an assumption. */
function namedDay(event: CaseEvent, field: string): Trigger {
  const named = event.data[field] ?? event.instrument?.[field as 'receivedAt'];
  return typeof named === 'string' ? { on: named.slice(0, 10), known: 'yes' } : { on: event.on, known: 'assumed' };
}

/** A date is no surer than its rule, its start, and the readings it rests on. */
function certaintyOf(rule: DeadlineRule, started: Trigger['known'], answer: DueAnswer): Certainty {
  const always: ReadonlySet<Reading> = new Set(['unit', 'startsFrom']);
  const inDoubt: ReadonlySet<Reading> = new Set(['rollover', 'monthEnd', 'saturday']);
  const twoDates = answer.alternative !== null && answer.alternative !== answer.due;
  const assumed = started === 'assumed'
    || rule.assumptions.some((reading) => always.has(reading) || (twoDates && inDoubt.has(reading)));
  return assumed ? 'assumption' : rule.certainty;
}

function countingRule(rule: DeadlineRule, row: DeadlineRow): DueRule {
  const readings = rule.assumptions.filter((reading): reading is Extract<Reading, CalendarReading> =>
    reading === 'unit' || reading === 'rollover' || reading === 'monthEnd' || reading === 'saturday');
  const { unit } = row;
  if (unit === 'fixed-date') return { unit, monthDay: rule.monthDay ?? '12-31', rollover: rule.rollover };
  if (unit === 'nth-business-day-of-next-month') return { unit, amount: row.amount ?? 1, readings };
  if (unit === 'date-in-the-act') throw new Error(`${rule.rule} is not counted: its date stands in the act`);
  return {
    unit, amount: row.amount ?? 1, readings, rollover: rule.rollover,
    ...(rule.otherUnit && { otherUnit: unit === rule.otherUnit ? (rule.unit as CountingUnit) : rule.otherUnit }),
    // How much may be added was judged when it was granted.
    extensionRule: row.extended > 0 ? 'own' : rule.extension,
  };
}
