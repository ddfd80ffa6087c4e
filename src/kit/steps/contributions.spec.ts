import * as fc from 'fast-check';
import { eventOf, exploreStep } from '../../../test/kit/explore-step.js';
import type { CaseEvent, JsonObject } from '../case-event.js';
import { appraisalLogic, type AppraisalInput } from './appraisal.js';
import { contributionsLogic } from './contributions.js';
import { endOf, quarterAfter, quarterOf } from './contributions-clocks.js';
import { leftOfProject, unspentOf } from './contributions-money.js';
import type { ContributionsInput, ContributionsState } from './contributions-state.js';
import { isRefusal, type StepChange } from './step.js';

const parties = ['region', 'ministry'] as const;
const input: ContributionsInput = {
  parties: parties.map((institution) => ({ role: institution, institution, offices: ['budget'] })), steward: { region: ['planning'] },
  shares: parties.flatMap((party) => [2026, 2027].map((year) => ({ party, year, amount: 500 }))),
  projects: [{ key: 'one', amount: 1_000, recommended: 'yes' }, { key: 'two', amount: 1_000, recommended: 'yes' }],
  reallocation: 'agreed', minutesDeadline: 'committee', reports: { deadline: 'report', from: '2026-01-01', until: '2026-12-31' },
};
const actor = (institution: string): NonNullable<CaseEvent['actor']> => ({ official: `budget.${institution}`, role: institution, office: 'budget', institution });
const event = (data: JsonObject, on: string, institution: string): CaseEvent => ({ ...eventOf('execution', data, on), actor: actor(institution) });
const started = (on = '2026-03-02', source: CaseEvent['source'] = 'own'): StepChange<ContributionsState> =>
  contributionsLogic.start(input, { ...eventOf('review.clear', {}, on), source });

function after(state: ContributionsState, act: string, data: JsonObject, { on = '2026-03-02', by = 'region', terms = input } = {}): StepChange<ContributionsState> | string {
  const change = contributionsLogic.apply({ state, act, event: event(data, on, by), input: terms });
  return isRefusal(change) ? (change.refused[0]?.code ?? '') : change;
}

function done(...acts: readonly (readonly [act: string, data: JsonObject & { readonly party: string }])[]): ContributionsState {
  return acts.reduce((state, [act, data]) => {
    const change = after(state, act, data, { by: data.party });
    if (typeof change === 'string') throw new Error(`${act}: ${change}`);
    return change.state;
  }, started().state);
}

describe('Money of several parties, whatever happens', () => {
  const moves = fc.array(fc.record({
    act: fc.constantFrom('budget', 'leaveUnbudgeted', 'execute', 'reallocate', 'returnBalance', 'settle'), party: fc.constantFrom(...parties),
    year: fc.constantFrom(2026, 2027, 2028), project: fc.constantFrom('one', 'two', 'three'), other: fc.constantFrom('one', 'two'), amount: fc.integer({ min: 1, max: 700 }),
  }), { minLength: 20, maxLength: 80, size: 'max' });

  it('nobody spends or returns what it did not budget, and projects share no more than they have', () => {
    fc.assert(fc.property(moves, (all) => {
      let state = started().state;
      for (const { act, party, year, project, other, amount } of all) {
        const data = act === 'reallocate' ? { from: project, to: other, amount } : act === 'execute' ? { party, year, project, amount } : { party, year, amount, reason: 'Sin recursos' };
        const change = after(state, act, data, { by: party });
        if (typeof change !== 'string') state = change.state;
        for (const one of parties) expect(unspentOf(state, one)).toBeGreaterThanOrEqual(0);
        const left = ['one', 'two'].map((key) => leftOfProject(state, input, key) ?? -1);
        expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
        const spent = state.executed.reduce((total, one) => total + (one.amount ?? 0), 0);
        expect(left.reduce((total, one) => total + one, spent)).toBe(2_000);
      }
    }), { numRuns: 200, seed: 20260302 });
  });

  it('each refusal says what stands in the way', () => {
    const budgeted = done(['budget', { party: 'region', year: 2026, amount: 500 }]);
    expect([
      after(started().state, 'budget', { party: 'ministry', year: 2026, amount: 500 }),
      after(started().state, 'budget', { party: 'region', year: 2030, amount: 500 }),
      after(budgeted, 'leaveUnbudgeted', { party: 'region', year: 2026, reason: 'No' }),
      after(budgeted, 'execute', { party: 'region', year: 2026, project: 'one', amount: 501 }),
      after(budgeted, 'execute', { party: 'region', year: 2027, project: 'one', amount: 1 }),
      after(done(['budget', { party: 'region', year: 2026, amount: 500 }], ['execute', { party: 'region', year: 2026, project: 'one', amount: 300 }]), 'budget', { party: 'region', year: 2026, amount: 299 }),
      after(budgeted, 'reallocate', { from: 'one', to: 'two', amount: 1 }, { terms: { ...input, reallocation: 'not-agreed' } }),
      after(budgeted, 'returnBalance', { party: 'region', amount: 501 }),
    ]).toEqual([
      'share-of-another-party', 'share-not-agreed', 'share-already-settled', 'execution-over-budget', 'execution-over-budget', 'budget-below-executed', 'reallocation-without-clause', 'return-over-unspent',
    ]);
  });

  it('a later word on a year replaces the earlier, also that it was left out', () => {
    const state = done(['leaveUnbudgeted', { party: 'region', year: 2026, reason: 'Sin recursos' }], ['budget', { party: 'region', year: 2026, amount: 400 }], ['budget', { party: 'region', year: 2026, amount: 500 }]);
    expect(state).toMatchObject({ unbudgeted: [], budgets: [{ amount: 500 }] });
  });
});

describe('The clocks of an agreement', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(Date.UTC(1995, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

  it('a day lies in its quarter, and the next quarter begins the day after this one ends', () => {
    fc.assert(fc.property(day, (on) => {
      const quarter = quarterOf(on);
      expect(endOf(quarter) >= on).toBe(true);
      const next = new Date(Date.parse(endOf(quarter)) + 86_400_000).toISOString().slice(0, 10);
      expect(quarterOf(next)).toBe(quarterAfter(quarter));
    }));
  });

  it('begin with the agreement: the committee at once, the report at the end of the first quarter its law is in force', () => {
    expect(started('2019-05-02').start).toEqual([{ deadline: 'committee', subject: '', from: '2019-05-02' }, { deadline: 'report', subject: '', from: '2026-03-31' }]);
    expect(started('2027-01-04').start).toEqual([{ deadline: 'committee', subject: '', from: '2027-01-04' }]);
  });

  it('of an agreement of the past the committee\'s waits for the first minutes held here', () => {
    expect(started('2015-05-02', 'imported').start?.[0]).toEqual({ deadline: 'committee', subject: '', from: null });
  });

  it('a missed report is owed still; the next quarter\'s clock begins', () => {
    const change = contributionsLogic.expire!(started().state, { deadline: 'report', subject: '', on: '2026-05-15' });
    expect(change).toMatchObject({ state: { missed: ['2026-Q1'], awaited: { quarter: '2026-Q2' } }, start: [{ from: '2026-06-30' }] });
    expect(after(change.state, 'report', { quarter: '2026-Q1', physical: 1, financial: 1, difficulties: 'Ninguna', measures: 'Ninguna' }, { on: '2026-05-20' })).toMatchObject({ state: { missed: [] } });
  });
});

describe('Explored', () => {
  it('contributions: each party can do its part, and it can always be settled', () => {
    const short: ContributionsInput = { ...input, shares: input.shares.filter(({ year }) => year === 2026), reports: { deadline: 'report', from: '2026-01-01', until: '2026-06-30' } };
    const walked = exploreStep({ logic: contributionsLogic, inputs: [short], abstract: sharesAlike(short), limit: 20_000 });
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], outcomes: ['settled'] });
    expect(walked.acts).toEqual(['budget', 'execute', 'leaveUnbudgeted', 'reallocate', 'recordMinutes', 'report', 'returnBalance', 'settle']);
  });

  it('an appraisal: every project can come to a result, and it always ends', () => {
    const two: AppraisalInput = {
      projects: ['one', 'two'], known: { two: 'deferred' }, formulator: { region: ['investment'] }, appraiser: { system: ['analyst'] },
      deadlines: { admission: 'admission', result: 'result', answer: 'answer' },
    };
    const walked = exploreStep({ logic: appraisalLogic, inputs: [two], abstract: ({ projects }) => Object.values(projects).map(({ status }) => status) });
    expect(walked).toMatchObject({ faults: [], stuck: [], outcomes: ['concluded'], acts: ['admit', 'complete', 'conclude', 'rate', 'setAside', 'submit'] });
    expect(walked.refused).toEqual({ conclude: ['appraisals-pending'] });
  });
});

/** By party: budgeted, left out, what is unspent; of the rest only what may still be asked. */
function sharesAlike(terms: ContributionsInput): (state: ContributionsState) => unknown {
  return (state) => [
    parties.map((one) => [state.budgets.some(({ party }) => party === one), state.unbudgeted.some(({ party }) => party === one), Math.sign(unspentOf(state, one)), state.returned.some(({ party }) => party === one)]),
    terms.projects.map(({ key }) => Math.sign(leftOfProject(state, terms, key) ?? 0)), Math.min(state.silence, 1), state.awaited?.quarter ?? null, state.missed.length > 0, state.reports.length,
  ];
}
