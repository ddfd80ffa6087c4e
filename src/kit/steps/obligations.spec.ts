import * as fc from 'fast-check';
import type { CaseEvent } from '../case-event.js';
import { outstanding } from './money.js';
import { obligationsLogic } from './obligations.js';
import type { ObligationsInput, ObligationsState } from './obligations-state.js';
import { isRefusal } from './step.js';

const input: ObligationsInput = {
  funding: 'instalments', committed: 1_000, payer: { region: ['budget'] }, executor: { town: ['finance'] }, deliverables: [], accountDeadline: 'account', reviewDeadline: 'review',
};
const event = (data: CaseEvent['data'], on: string): CaseEvent => ({ type: 'execution', data, source: 'own', on, at: `${on}T15:00:00.000Z`, law: {}, expired: [], participants: [] });
const start = (): ObligationsState => obligationsLogic.start(input, event({}, '2026-01-05')).state;

function apply(state: ObligationsState, act: string, data: CaseEvent['data'], on = '2026-01-10', terms: ObligationsInput = input): ReturnType<typeof obligationsLogic.apply> {
  return obligationsLogic.apply({ state, act, event: event(data, on), input: terms });
}

function done(state: ObligationsState, act: string, data: CaseEvent['data'], on?: string): ObligationsState {
  const change = apply(state, act, data, on);
  if (isRefusal(change)) throw new Error(change.refused[0]?.code);
  return change.state;
}

function code(state: ObligationsState, act: string, data: CaseEvent['data'], on?: string, terms?: ObligationsInput): string | undefined {
  const change = apply(state, act, data, on, terms);
  return isRefusal(change) ? change.refused[0]?.code : undefined;
}

const paid = (): ObligationsState => done(start(), 'payInstalment', { amount: 600 });

describe('Money, whatever happens', () => {
  const amount = fc.integer({ min: 1, max: 400 });
  const acts = fc.array(fc.record({
    act: fc.constantFrom('payInstalment', 'submitAccount', 'approveAccount', 'observeAccount', 'returnBalance', 'expire', 'settle'),
    amount, exact: fc.nat(3), days: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })), month: fc.nat(3),
  }), { minLength: 20, maxLength: 60, size: 'max' });
  type Act = Parameters<Parameters<typeof acts.map>[0]>[0][number];

  function data(state: ObligationsState, { act, amount: any, month, exact }: Act): CaseEvent['data'] {
    const { accounts } = state.money;
    const account = accounts.at(-1 - (month % Math.max(1, accounts.length)));
    const fitting = act === 'approveAccount' ? (account?.amount ?? 0) : Math.max(1, outstanding(state.money));
    const sum = exact > 0 && act !== 'payInstalment' ? fitting : any;
    if (act === 'observeAccount') return { month: account?.month ?? '2026-01', observations: 'Faltan facturas' };
    return act === 'payInstalment' || act === 'returnBalance' ? { amount: sum } : { month: account?.month ?? '2026-01', amount: sum };
  }

  /** Every state the acts come to, those refused left out. */
  function states(list: readonly Act[]): readonly { readonly state: ObligationsState; readonly settled: boolean }[] {
    let state = start();
    let on = Date.UTC(2026, 0, 5);
    const seen: { state: ObligationsState; settled: boolean }[] = [];
    for (const act of list) {
      on += act.days * 86_400_000;
      const today = new Date(on).toISOString().slice(0, 10);
      const owed = state.money.accounts.find(({ status }) => status === 'owed');
      const change = act.act === 'expire'
        ? (owed ? obligationsLogic.expire!(state, { deadline: 'account', subject: owed.month, on: today }) : { state })
        : apply(state, act.act, act.act === 'settle' ? {} : data(state, act), today);
      if (isRefusal(change)) continue;
      state = change.state;
      seen.push({ state, settled: change.done !== undefined });
    }
    return seen;
  }

  it('never exceeds what was committed; what is outstanding is never negative; each month is accounted for once', () => {
    expect(fc.assert(fc.property(acts, (list) => {
      for (const { state: { money } } of states(list)) {
        const months = money.accounts.map(({ month }) => month);
        if (money.paid > 1_000 || outstanding(money) < 0 || money.returned > money.paid || new Set(months).size !== months.length) return false;
        if (money.accounts.some(({ approved, amount: submitted }) => approved > submitted)) return false;
      }
      return true;
    }), { numRuns: 400, seed: 7 })).toBeUndefined();
  });

  it('that is outstanding always has an account that somebody owes, and nothing is settled before', () => {
    expect(fc.assert(fc.property(acts, (list) => {
      for (const { state: { money }, settled } of states(list)) {
        const open = money.accounts.some(({ status }) => status !== 'approved');
        if (outstanding(money) > 0 && !open) return false;
        if (settled && outstanding(money) !== 0) return false;
      }
      return true;
    }), { numRuns: 400, seed: 8 })).toBeUndefined();
  });
});

describe('An account', () => {
  it('of the month of payment is owed with its deadline; the review begins when it is handed in', () => {
    expect(apply(start(), 'payInstalment', { amount: 600 })).toMatchObject({ start: [{ deadline: 'account', subject: '2026-01', from: '2026-01-01' }] });
    expect(apply(paid(), 'submitAccount', { month: '2026-01', amount: 600 }, '2026-02-03')).toMatchObject({
      met: [{ deadline: 'account', subject: '2026-01' }], start: [{ deadline: 'review', subject: '2026-01', from: '2026-02-03' }],
    });
  });

  it('is of a month that is owed, once, and not of more than was received', () => {
    expect(code(paid(), 'submitAccount', { month: '2026-02', amount: 1 })).toBe('account-month-not-owed');
    expect(code(paid(), 'submitAccount', { month: '2026-01', amount: 601 })).toBe('account-over-received');
    const submitted = done(paid(), 'submitAccount', { month: '2026-01', amount: 600 });
    expect(code(submitted, 'submitAccount', { month: '2026-01', amount: 600 })).toBe('account-already-submitted');
    expect(code(submitted, 'approveAccount', { month: '2026-01', amount: 601 })).toBe('account-approved-over-submitted');
    expect(code(paid(), 'approveAccount', { month: '2026-01', amount: 0 })).toBe('account-not-submitted');
  });

  it('in two months of the same money is accepted once', () => {
    const late = obligationsLogic.expire!(paid(), { deadline: 'account', subject: '2026-01', on: '2026-02-24' }).state;
    const both = ['2026-01', '2026-02'].reduce((state, month) => done(state, 'submitAccount', { month, amount: 600 }, '2026-03-02'), late);
    const first = done(both, 'approveAccount', { month: '2026-01', amount: 600 }, '2026-03-05');
    expect(code(first, 'approveAccount', { month: '2026-02', amount: 600 }, '2026-03-05')).toBe('account-approved-over-balance');
    expect(code(first, 'approveAccount', { month: '2026-02', amount: 0 }, '2026-03-05')).toBeUndefined();
  });

  it('rolls over the year’s end', () => {
    const december = done(start(), 'payInstalment', { amount: 600 }, '2026-12-20');
    expect(obligationsLogic.expire!(december, { deadline: 'account', subject: '2026-12', on: '2027-01-23' })).toMatchObject({ start: [{ subject: '2027-01', from: '2027-01-01' }] });
  });

  it('pending blocks new money from the month after', () => {
    expect(code(paid(), 'payInstalment', { amount: 1 }, '2026-01-31')).toBeUndefined();
    expect(code(paid(), 'payInstalment', { amount: 1 }, '2026-02-01')).toBe('instalment-accounts-pending');
  });

  it('unreviewed in time stays as it is: the law names no effect', () => {
    const submitted = done(paid(), 'submitAccount', { month: '2026-01', amount: 600 });
    expect(obligationsLogic.expire!(submitted, { deadline: 'review', subject: '2026-01', on: '2026-02-24' })).toEqual({ state: submitted });
  });
});

describe('Where the payer pays the contractor', () => {
  const mandate: ObligationsInput = { ...input, funding: 'contractor' };

  it('there are no instalments and no accounts, and the commitment holds', () => {
    expect(obligationsLogic.open(start(), { today: '2026-01-10', input: mandate, law: {} }).map(({ act }) => act)).toEqual(['payContractor', 'recordMinutes', 'settle']);
    expect(code(start(), 'payContractor', { amount: 1_001, progressPercent: 100 }, undefined, mandate)).toBe('payment-over-commitment');
    expect(code(start(), 'payContractor', { amount: 1_000, progressPercent: 100 }, undefined, mandate)).toBeUndefined();
  });
});

describe('Deliverables', () => {
  const works: ObligationsInput = { ...input, funding: 'contractor', deliverables: [{ name: 'Obra', role: 'town' }] };
  const evidence = { sha256: 'a'.repeat(64), name: 'acta.pdf' };

  it('are delivered with evidence and accepted before it is settled', () => {
    expect(code(start(), 'settle', {}, undefined, works)).toBe('settle-deliverables-missing');
    expect(code(start(), 'deliver', { deliverable: 'Otra', evidence }, undefined, works)).toBe('deliverable-unknown');
    expect(code(start(), 'acceptDeliverable', { deliverable: 'Obra' }, undefined, works)).toBe('deliverable-not-delivered');
    const delivered = apply(start(), 'deliver', { deliverable: 'Obra', evidence }, '2026-01-20', works);
    const accepted = 'state' in delivered && apply(delivered.state, 'acceptDeliverable', { deliverable: 'Obra' }, '2026-01-21', works);
    expect(accepted && 'state' in accepted && code(accepted.state, 'settle', {}, undefined, works)).toBeUndefined();
  });
});
