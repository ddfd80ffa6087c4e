import { z } from 'zod';
import { day, reason, type Reason } from '../../kit/index.js';
import { extensionRefusal } from '../../calendar/extension.js';
import type { CountingUnit } from '../../calendar/question.js';
import type { CaseState, DeadlineRow } from './case-state.js';
import { isOpen } from './case-state.js';
import { recount } from './deadline-rows.js';
import { ruleOf, type Definition } from './definition.js';
import type { Occurrence } from './occurrence.js';
import type { Decision, Refusal, World } from './outcome.js';

const named = { deadline: z.string().min(1).max(60), subject: z.string().max(60).optional() };

/** Acts on a running deadline, and what each says. `requestedOn` is the day the extension was asked for. */
export const clockEvents = {
  'deadline.extended': z.strictObject({ ...named, amount: z.int().min(1).max(3650), requestedOn: day.optional(), reason: z.string().min(3).max(2000), basis: z.string().min(3).max(500) }),
  'deadline.suspended': z.strictObject({ ...named, reason: z.string().min(3).max(2000), basis: z.string().min(3).max(500) }),
  'deadline.resumed': z.strictObject({ ...named }),
  'deadline.recomputed': z.strictObject({ ...named, reason: z.string().min(3).max(2000) }),
} as const;
type ClockEvent = keyof typeof clockEvents;

export function isClockEvent(type: string): type is ClockEvent {
  return Object.hasOwn(clockEvents, type);
}

type Change = DeadlineRow | { readonly refused: readonly Reason[] };

const changes = {
  'deadline.extended': extend,
  'deadline.suspended': suspend,
  'deadline.resumed': resume,
  'deadline.recomputed': (definition, row, _event, world) => recount(definition, row, world),
} satisfies Record<ClockEvent, (definition: Definition, row: DeadlineRow, event: Occurrence, world: World) => Change>;

/** Extends, suspends, resumes or recomputes one open deadline of a case. */
export function changeClock(definition: Definition, state: CaseState, event: Occurrence, world: World): Decision | Refusal {
  const { deadline, subject } = event.data as { deadline: string; subject?: string };
  const row = state.deadlines.findLast((one) => one.name === deadline && (subject === undefined || one.subject === subject) && isOpen(one));
  if (!row) {
    const ended = state.deadlines.findLast((one) => one.name === deadline);
    const code = ended?.status === 'expired' ? 'deadline-expired' : 'deadline-not-open';
    return { refused: [reason(code, { deadline })], accepted: [] };
  }
  const changed = changes[event.type as ClockEvent](definition, row, event, world);
  if ('refused' in changed) return { ...changed, accepted: [] };
  const deadlines = state.deadlines.map((one) => (one === row ? changed : one));
  const lastOn = event.on > state.lastOn ? event.on : state.lastOn;
  return { state: { ...state, seq: event.seq, lastOn, deadlines }, dispatches: [], competences: [] };
}

function extend(definition: Definition, row: DeadlineRow, event: Occurrence, world: World): Change {
  const rule = ruleOf(definition, row.name);
  const amount = Number(event.data['amount']);
  if (row.amount === null || row.due === null || !isCounted(row.unit)) {
    return { refused: [reason('deadline-not-extendable', { deadline: row.name })] };
  }
  const terms = { rule: rule.extension, ...(rule.extension === 'cap' ? { cap: rule.extensionLimit } : { own: rule.extensionLimit }) };
  const requestedOn = (event.data['requestedOn'] as string | undefined) ?? null;
  const refusal = extensionRefusal(terms, {
    amount: row.amount, unit: row.unit, alreadyExtended: row.extended, requestedOn, decidedOn: event.on, due: row.due, amountAsked: amount,
  });
  if (refusal) return { refused: [refusal] };
  return recount(definition, { ...row, extended: row.extended + amount }, world);
}

function suspend(_definition: Definition, row: DeadlineRow, event: Occurrence): Change {
  const { name: deadline } = row;
  if (row.status !== 'running') return { refused: [reason('deadline-not-running', { deadline })] };
  if (!isCounted(row.unit)) return { refused: [reason('deadline-not-suspendable', { deadline })] };
  if (row.due !== null && event.on > row.due) return { refused: [reason('deadline-expired', { deadline })] };
  const suspension = { from: event.on, to: null, reason: String(event.data['reason']), basis: String(event.data['basis']) };
  return { ...row, status: 'suspended', endsAt: null, suspensions: [...row.suspensions, suspension] };
}

function resume(definition: Definition, row: DeadlineRow, event: Occurrence, world: World): Change {
  const since = row.suspensions.find((one) => one.to === null)?.from;
  if (row.status !== 'suspended' || since === undefined) return { refused: [reason('deadline-not-suspended', { deadline: row.name })] };
  if (event.on < since) return { refused: [reason('deadline-resumed-before-suspension', { since, on: event.on })] };
  const suspensions = row.suspensions.map((one) => (one.to === null ? { ...one, to: event.on } : one));
  return recount(definition, { ...row, status: 'running', suspensions }, world);
}

/** Units that are counted day by day: a day the law or the act names by itself can be neither lengthened nor paused. */
function isCounted(unit: DeadlineRow['unit']): unit is CountingUnit {
  return unit !== 'fixed-date' && unit !== 'date-in-the-act' && unit !== 'nth-business-day-of-next-month';
}
