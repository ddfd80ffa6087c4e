import { z } from 'zod';
import { documentReference, type CaseEvent } from '../case-event.js';
import type { Offices } from '../event.js';
import type { HandedOver, HandoverInput, HandoverItem, HandoverState } from './handover-state.js';
import { reason, refuse, step, type OpenAct, type Reason, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';

const item = z.string().min(1).max(100);
const acts = {
  present: z.strictObject({
    item,
    detail: z.string().min(3).max(4000),
    value: z.int().min(0).max(10_000_000_000_000).optional(),
    line: z.string().min(1).max(200).optional(),
    evidence: documentReference.optional(),
  }),
  dispense: z.strictObject({ item, reason: z.string().min(3).max(4000) }),
  accept: z.strictObject({ item }),
  refuse: z.strictObject({ item, reasons: z.string().min(3).max(4000) }),
  override: z.strictObject({ reason: z.string().min(3).max(4000), councilAgreement: z.string().min(1).max(200) }),
  complete: z.strictObject({}),
} as const;
type Act = keyof typeof acts;
type Moment = StepMoment<HandoverState, HandoverInput>;
type Change = StepChange<HandoverState> | StepRefusal;

const reducers = { present, dispense, accept, refuse: turnDown, override, complete } satisfies Record<Act, (moment: Moment) => Change>;

/**
 * The reducer of a hand-over between two bodies, item by item: presented (or said not to apply) by the giver, accepted or
 * refused by the receiver. No function changes hands without its funds, unless the receiver's council says so expressly
 * (LOC 18.695 art. 5).
 */
export const handoverLogic: StepLogic<HandoverState, HandoverInput> = {
  kind: 'handover',
  acts,
  outcomes: ['complete'],
  start: (input) => ({ state: { items: input.items.map(({ id }) => pending(id)), override: null } }),
  apply: (moment) => reducers[moment.act as Act]({ ...moment, state: aligned(moment.state, moment.input) }),
  open: openActs,
};

/** Declares a hand-over step. */
export function handover<Context>(input: (context: Context, event: CaseEvent) => HandoverInput): StepDefinition<Context> {
  return step(handoverLogic, { input });
}

function present({ state, event, input }: Moment): Change {
  const { item: id, detail, value, line, evidence } = event.data as z.infer<typeof acts.present>;
  const found = openItem(state, id);
  if ('refused' in found) return found;
  const needs = input.items.find((one) => one.id === id)?.needs;
  if (needs === 'value' && value === undefined) return refuse('handover-item-without-value', { item: id });
  if (needs === 'line' && line === undefined) return refuse('handover-item-without-line', { item: id });
  const presented: HandedOver = {
    id, status: 'presented', detail, value: value ?? null, line: line ?? null, evidence: evidence ?? null, reasons: null, on: event.on,
  };
  return { state: withItem(state, presented) };
}

function dispense({ state, event }: Moment): Change {
  const { item: id, reason: reasons } = event.data as z.infer<typeof acts.dispense>;
  const found = openItem(state, id);
  if ('refused' in found) return found;
  return { state: withItem(state, { ...pending(id), status: 'dispensed', reasons, on: event.on }) };
}

function accept({ state, event }: Moment): Change {
  const found = knownItem(state, String(event.data['item']));
  if ('refused' in found) return found;
  if (found.status !== 'presented' && found.status !== 'dispensed') return refuse('handover-item-not-presented', { item: found.id });
  return { state: withItem(state, { ...found, status: 'accepted', on: event.on }) };
}

/** Also of an item accepted before: until the end the receiver may find that something is missing. */
function turnDown({ state, event }: Moment): Change {
  const found = knownItem(state, String(event.data['item']));
  if ('refused' in found) return found;
  if (found.status === 'pending' || found.status === 'refused') return refuse('handover-item-not-presented', { item: found.id });
  return { state: withItem(state, { ...found, status: 'refused', reasons: String(event.data['reasons']), on: event.on }) };
}

function override({ state, event, input }: Moment): Change {
  if (input.funding === 'free') return refuse('handover-funding-not-required');
  const { reason: why, councilAgreement } = event.data as z.infer<typeof acts.override>;
  return { state: { ...state, override: { reason: why, councilAgreement, on: event.on } } };
}

function complete({ state, input }: Moment): Change {
  const standing = inTheWay(state, input);
  if (standing.length > 0) return { refused: standing };
  const dispensed = state.items.filter((one) => one.detail === null).length;
  const funding = input.funding === 'free' ? 'free' : funded(state) ? 'line' : 'override';
  return { state, done: { outcome: 'complete', result: { items: state.items.length, dispensed, funding } } };
}

function inTheWay(state: HandoverState, input: HandoverInput): readonly Reason[] {
  const { giver, receiver } = input;
  const open = state.items.filter((one) => one.status !== 'accepted');
  const waitedFor = open.every((one) => isOffered(one)) ? receiver : giver;
  return [
    ...(open.length > 0 ? [reason('handover-items-open', { items: open.map(({ id }) => id).join(', ') }, waitedFor)] : []),
    ...(isUnfunded(state, input) ? [reason('handover-unfunded', {}, both({ giver, receiver }))] : []),
  ];
}

function isUnfunded(state: HandoverState, { funding }: HandoverInput): boolean {
  return funding === 'required' && !funded(state) && state.override === null;
}

/** The item of this name says where the money for the function is. */
function funded(state: HandoverState): boolean {
  return state.items.some((one) => one.id === 'budget' && one.line !== null);
}

function openActs(stored: HandoverState, { input }: StepSetting<HandoverInput>): readonly OpenAct[] {
  const state = aligned(stored, input);
  const { giver, receiver, funding } = input;
  const toPresent = state.items.filter((one) => one.status === 'pending' || one.status === 'refused');
  const toAccept = state.items.filter((one) => isOffered(one));
  const accepted = state.items.filter((one) => one.status === 'accepted');
  const presents = [...toPresent, ...toAccept].map(({ id }) => examplePresent(input.items.find((one) => one.id === id)));
  const dispenses = [...toPresent, ...toAccept].map(({ id }) => ({ item: id, reason: 'The function never had any' }));
  const refusals = [...toAccept, ...accepted].map(({ id }) => ({ item: id, reasons: 'The inventory lacks the vehicles of the second yard' }));
  const exception = { reason: 'The council takes the function with its own means for one year', councilAgreement: 'Acuerdo 45, sesión 12' };
  return [
    ...(presents.length > 0 ? [{ act: 'present', by: giver, examples: presents, expected: toPresent.length > 0 }] : []),
    ...(dispenses.length > 0 ? [{ act: 'dispense', by: giver, examples: dispenses, expected: false }] : []),
    ...(toAccept.length > 0 ? [{ act: 'accept', by: receiver, examples: toAccept.map(({ id }) => ({ item: id })), expected: true }] : []),
    ...(refusals.length > 0 ? [{ act: 'refuse', by: receiver, examples: refusals, expected: false }] : []),
    // With all received and no funds, only the receiver can move it: by this, or by refusing the budget.
    ...(funding === 'required' ? [{ act: 'override', by: receiver, examples: [exception], expected: isUnfunded(state, input) && accepted.length === state.items.length }] : []),
    { act: 'complete', by: both(input), examples: [{}], expected: inTheWay(state, input).length === 0 },
  ];
}

function examplePresent(declared: HandoverItem | undefined): { readonly item: string; readonly detail: string; readonly value?: number; readonly line?: string } {
  const line = declared?.needs === 'line' || declared?.id === 'budget' ? { line: '24-03-100' } : {};
  const value = declared?.needs === 'value' ? { value: 120_000_000 } : {};
  return { item: declared?.id ?? '', detail: 'As listed in the inventory of the year', ...value, ...line };
}

/** On the receiver's table: to be accepted or refused. */
function isOffered({ status }: HandedOver): boolean {
  return status === 'presented' || status === 'dispensed';
}

function knownItem(state: HandoverState, id: string): HandedOver | StepRefusal {
  return state.items.find((one) => one.id === id) ?? refuse('handover-item-unknown', { item: id, items: state.items.map((one) => one.id).join(', ') });
}

function openItem(state: HandoverState, id: string): HandedOver | StepRefusal {
  const found = knownItem(state, id);
  return 'status' in found && found.status === 'accepted' ? refuse('handover-item-already-accepted', { item: id }) : found;
}

function pending(id: string): HandedOver {
  return { id, status: 'pending', detail: null, value: null, line: null, evidence: null, reasons: null, on: null };
}

function withItem(state: HandoverState, changed: HandedOver): HandoverState {
  return { ...state, items: state.items.map((one) => (one.id === changed.id ? changed : one)) };
}

/** The items that the case asks for now, each as it stands. */
function aligned(state: HandoverState, { items }: HandoverInput): HandoverState {
  return { ...state, items: items.map(({ id }) => state.items.find((one) => one.id === id) ?? pending(id)) };
}

function both({ giver, receiver }: Pick<HandoverInput, 'giver' | 'receiver'>): Offices {
  const roles = [...new Set([...Object.keys(giver), ...Object.keys(receiver)])];
  return Object.fromEntries(roles.map((role) => [role, [...new Set([...(giver[role] ?? []), ...(receiver[role] ?? [])])]]));
}
