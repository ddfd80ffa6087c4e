import type { CaseEvent } from '../case-event.js';
import type { Account, Money, ObligationsInput, ObligationsState } from './obligations-state.js';
import { refuse, type StepChange, type StepMoment, type StepRefusal } from './step.js';

type Moment = StepMoment<ObligationsState, ObligationsInput>;
type Change = StepChange<ObligationsState> | StepRefusal;

/** CLP received that are neither accounted for and accepted nor returned. */
export function outstanding(money: Money): number {
  return money.paid - money.returned - money.accounts.reduce((sum, account) => sum + account.approved, 0);
}

/** Months whose account can be demanded on that day (the month has ended, or the account was handed in) and is not accepted. */
export function accountsPending(money: Money, on: string): readonly string[] {
  return money.accounts
    .filter((account) => account.status !== 'approved' && (account.status !== 'owed' || account.month < on.slice(0, 7)))
    .map((account) => account.month);
}

/** No new money while accounts are pending (Res. CGR 30/2015 art. 18); never more than was committed. */
export function payInstalment({ state, event, input }: Moment): Change {
  const { money } = state;
  const amount = amountOf(event);
  const pending = accountsPending(money, event.on);
  if (pending.length > 0) return refuse('instalment-accounts-pending', { months: pending.join(', ') }, input.executor);
  if (input.committed !== null && money.paid + amount > input.committed) {
    return refuse('payment-over-commitment', { committed: input.committed, paid: money.paid });
  }
  const next = { ...money, paid: money.paid + amount, instalments: money.instalments + 1 };
  return owing({ ...state, money: next }, monthToAccountFor(next, event.on.slice(0, 7)), input);
}

/** The month of the payment; where its account is already accepted, the next one that has none. */
function monthToAccountFor(money: Money, month: string): string {
  const accepted = money.accounts.some((account) => account.month === month && account.status === 'approved');
  return accepted ? nextMonth(lastMonth(money)) : month;
}

/** Adds the month's account to what is owed and starts its deadline, unless it is there. */
function owing(state: ObligationsState, month: string, input: Pick<ObligationsInput, 'accountDeadline'>): StepChange<ObligationsState> {
  if (state.money.accounts.some((account) => account.month === month)) return { state };
  const account: Account = { month, status: 'owed', amount: 0, approved: 0 };
  const money = { ...state.money, accounts: [...state.money.accounts, account] };
  return { state: { ...state, money }, start: [{ deadline: input.accountDeadline, subject: month, from: `${month}-01` }] };
}

export function submitAccount({ state, event, input }: Moment): Change {
  const month = String(event.data['month']);
  const account = state.money.accounts.find((one) => one.month === month);
  if (!account) return refuse('account-month-not-owed', { month });
  if (account.status === 'approved' || account.status === 'submitted') return refuse('account-already-submitted', { month });
  if (amountOf(event) > outstanding(state.money)) return refuse('account-over-received', { month, outstanding: outstanding(state.money) });
  const submitted = withAccount(state, { ...account, status: 'submitted', amount: amountOf(event) });
  return {
    state: submitted,
    met: [{ deadline: input.accountDeadline, subject: month }],
    start: [{ deadline: input.reviewDeadline, subject: month, from: event.on }],
  };
}

/** Accepts a month's account, whole or in part; while money remains to be accounted for, the next month's is owed. */
export function approveAccount({ state, event, input }: Moment): Change {
  const found = submittedAccount(state, event);
  if ('refused' in found) return found;
  const approved = amountOf(event);
  if (approved > found.amount) return refuse('account-approved-over-submitted', { month: found.month, amount: found.amount });
  // Two months handed in together, or a balance returned meanwhile: the same peso is accepted once.
  const balance = outstanding(state.money);
  if (approved > balance) return refuse('account-approved-over-balance', { month: found.month, balance });
  const after = withAccount(state, { ...found, status: 'approved', approved });
  const met = [{ deadline: input.reviewDeadline, subject: found.month }];
  if (outstanding(after.money) <= 0) return { state: after, met };
  return { ...owing(after, nextMonth(lastMonth(after.money)), input), met };
}

export function observeAccount({ state, event, input }: Moment): Change {
  const found = submittedAccount(state, event);
  if ('refused' in found) return found;
  return { state: withAccount(state, { ...found, status: 'observed' }), met: [{ deadline: input.reviewDeadline, subject: found.month }] };
}

export function returnBalance({ state, event }: Moment): Change {
  const balance = outstanding(state.money);
  const amount = amountOf(event);
  if (amount > balance) return refuse('return-over-balance', { balance: Math.max(0, balance) });
  return { state: { ...state, money: { ...state.money, returned: state.money.returned + amount } } };
}

/** A month's account that was not handed in in time is owed still, and the next month's with it while money remains. */
export function openAccount(state: ObligationsState, ended: { deadline: string; subject: string }): StepChange<ObligationsState> {
  const account = state.money.accounts.find((one) => one.month === ended.subject);
  if (account?.status !== 'owed') return { state };
  const late = withAccount(state, { ...account, status: 'overdue' });
  if (outstanding(late.money) <= 0) return { state: late };
  return owing(late, nextMonth(lastMonth(late.money)), { accountDeadline: ended.deadline });
}

function submittedAccount(state: ObligationsState, event: CaseEvent): Account | StepRefusal {
  const month = String(event.data['month']);
  const account = state.money.accounts.find((one) => one.month === month && one.status === 'submitted');
  return account ?? refuse('account-not-submitted', { month });
}

function withAccount(state: ObligationsState, account: Account): ObligationsState {
  const accounts = state.money.accounts.map((one) => (one.month === account.month ? account : one));
  return { ...state, money: { ...state.money, accounts } };
}

function lastMonth(money: Money): string {
  return money.accounts.reduce((last, account) => (account.month > last ? account.month : last), '0000-01');
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export function amountOf(event: CaseEvent): number {
  return Number(event.data['amount']);
}
