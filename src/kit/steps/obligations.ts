import { z } from 'zod';
import { documentReference, type CaseEvent } from '../case-event.js';
import {
  accountsPending, amountOf, approveAccount, observeAccount, openAccount, outstanding, payInstalment, returnBalance, submitAccount,
} from './money.js';
import type { ObligationsInput, ObligationsState } from './obligations-state.js';
import { refuse, step, type OpenAct, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';

const clp = z.int().min(1).max(10_000_000_000_000);
const monthName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const acts = {
  payInstalment: z.strictObject({ amount: clp }),
  submitAccount: z.strictObject({ month: monthName, amount: z.int().min(0).max(10_000_000_000_000) }),
  approveAccount: z.strictObject({ month: monthName, amount: z.int().min(0).max(10_000_000_000_000) }),
  observeAccount: z.strictObject({ month: monthName, observations: z.string().min(3).max(4000) }),
  payContractor: z.strictObject({ amount: clp, progressPercent: z.int().min(0).max(100) }),
  returnBalance: z.strictObject({ amount: clp }),
  deliver: z.strictObject({ deliverable: z.string().min(1).max(200), evidence: documentReference }),
  acceptDeliverable: z.strictObject({ deliverable: z.string().min(1).max(200) }),
  recordMinutes: z.strictObject({ document: documentReference.nullable() }),
  settle: z.strictObject({ remarks: z.string().max(2000).optional() }),
} as const;
type Act = keyof typeof acts;
type Moment = StepMoment<ObligationsState, ObligationsInput>;
type Change = StepChange<ObligationsState> | StepRefusal;

const reducers = {
  payInstalment: (moment) => payInstalment(moment),
  payContractor: ({ state, event, input }) => {
    const paid = state.money.paid + amountOf(event);
    if (input.committed !== null && paid > input.committed) return tooMuch(input.committed, state.money.paid);
    return { state: { ...state, money: { ...state.money, paid } } };
  },
  submitAccount, approveAccount, observeAccount, returnBalance,
  deliver: ({ state, event, input }) => {
    const name = String(event.data['deliverable']);
    if (!input.deliverables.some((one) => one.name === name)) return refuse('deliverable-unknown', { deliverable: name });
    return { state: { ...state, delivered: [...state.delivered.filter((one) => one.name !== name), { name, on: event.on, accepted: null }] } };
  },
  acceptDeliverable: ({ state, event }) => {
    const name = String(event.data['deliverable']);
    if (!state.delivered.some((one) => one.name === name)) return refuse('deliverable-not-delivered', { deliverable: name });
    return { state: { ...state, delivered: state.delivered.map((one) => (one.name === name ? { ...one, accepted: event.on } : one)) } };
  },
  recordMinutes: ({ state, event }) =>
    ({ state: { ...state, minutes: [...state.minutes, { on: event.on, document: (event.data['document'] as never) ?? null }] } }),
  settle,
} satisfies Record<Act, (moment: Moment) => Change>;

function tooMuch(committed: number, paid: number): StepRefusal {
  return refuse('payment-over-commitment', { committed, paid });
}

function settle({ state, event, input }: Moment): Change {
  const pending = accountsPending(state.money, event.on);
  if (pending.length > 0) return refuse('settle-accounts-pending', { months: pending.join(', ') }, input.executor);
  const left = input.funding === 'instalments' ? outstanding(state.money) : 0;
  if (left > 0) return refuse('settle-balance-not-returned', { balance: left }, input.executor);
  const missing = input.deliverables.filter((one) => !state.delivered.some((done) => done.name === one.name && done.accepted));
  if (missing.length > 0) return refuse('settle-deliverables-missing', { deliverables: missing.map((one) => one.name).join(', ') });
  const { paid, returned } = state.money;
  return { state, done: { outcome: 'settled', result: { paid, returned } } };
}

function expire(state: ObligationsState, ended: { deadline: string; subject: string; on: string }): StepChange<ObligationsState> {
  // The only deadlines it starts are a month's account and its review; a late account is owed still, and so is the next one.
  return openAccount(state, ended);
}

/** Acts of the money side, each with an example that follows the accounts as they stand. */
function moneyActs(state: ObligationsState, { today, input }: StepSetting<ObligationsInput>): readonly OpenAct[] {
  const { money } = state;
  const left = Math.max(1, (input.committed ?? 1_000_000) - money.paid);
  if (input.funding === 'contractor') {
    return [{ act: 'payContractor', by: input.payer, examples: [{ amount: left, progressPercent: 100 }], expected: false }];
  }
  const due = money.accounts.find((account) => account.status !== 'approved' && account.status !== 'submitted');
  const toReview = money.accounts.find((account) => account.status === 'submitted');
  const balance = outstanding(money);
  const month = due?.month ?? today.slice(0, 7);
  return [
    { act: 'payInstalment', by: input.payer, examples: [{ amount: left }, { amount: Math.max(1, Math.floor(left / 2)) }], expected: money.instalments === 0 },
    { act: 'submitAccount', by: input.executor, examples: [{ month, amount: Math.max(0, balance) }], expected: due !== undefined },
    { act: 'approveAccount', by: input.payer, examples: [{ month: toReview?.month ?? month, amount: Math.min(toReview?.amount ?? 0, Math.max(0, balance)) }], expected: toReview !== undefined },
    { act: 'observeAccount', by: input.payer, examples: [{ month: toReview?.month ?? month, observations: 'The invoices of the month are missing' }], expected: false },
    { act: 'returnBalance', by: input.executor, examples: [{ amount: Math.max(1, balance) }], expected: false },
  ];
}

function openActs(state: ObligationsState, setting: StepSetting<ObligationsInput>): readonly OpenAct[] {
  const { input } = setting;
  const { payer, executor } = input;
  const evidence = { sha256: 'a'.repeat(64), name: 'acta-de-recepcion.pdf' };
  const missing = input.deliverables.find((one) => !state.delivered.some((done) => done.name === one.name));
  const unaccepted = state.delivered.find((one) => one.accepted === null);
  return [
    ...moneyActs(state, setting),
    ...(missing ? [{ act: 'deliver', by: executor, examples: [{ deliverable: missing.name, evidence }], expected: true }] : []),
    ...(unaccepted ? [{ act: 'acceptDeliverable', by: payer, examples: [{ deliverable: unaccepted.name }], expected: true }] : []),
    { act: 'recordMinutes', by: payer, examples: [{ document: { sha256: 'b'.repeat(64), name: 'acta-comite.pdf' } }], expected: false },
    { act: 'settle', by: payer, examples: [{}], expected: false },
  ];
}

/** The reducer of what is owed after the signature: money, accounts, deliverables with evidence, minutes. */
export const obligationsLogic: StepLogic<ObligationsState, ObligationsInput> = {
  kind: 'obligations',
  acts,
  outcomes: ['settled'],
  start: () => ({ state: { money: { paid: 0, returned: 0, instalments: 0, accounts: [] }, delivered: [], minutes: [] } }),
  apply: (moment) => reducers[moment.act as Act](moment),
  expire,
  open: openActs,
};

/** Declares an obligations step. */
export function obligations<Context>(input: (context: Context, event: CaseEvent) => ObligationsInput): StepDefinition<Context> {
  return step(obligationsLogic, { input });
}
