import { z } from 'zod';
import { documentReference, type CaseEvent } from '../case-event.js';
import { endOf, firstClocks, periodEnded, quarterOf, recordMinutes, report } from './contributions-clocks.js';
import { budget, execute, leaveUnbudgeted, leftOfProject, leftOfYear, openShares, reallocate, returnUnspent, settleShares, unspentOf } from './contributions-money.js';
import type { Contributor, ContributionsInput, ContributionsState } from './contributions-state.js';
import { refuse, step, type OpenAct, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';

const clp = z.int().min(1).max(10_000_000_000_000);
const unknownOrClp = clp.nullable();
const party = z.string().min(1).max(60);
const projectKey = z.string().min(1).max(200);
const budgetYear = z.int().min(1990).max(2100);
const quarter = z.string().regex(/^(19|20)\d{2}-Q[1-4]$/);
const percent = z.int().min(0).max(100);
const prose = z.string().min(3).max(4000);
const minutes = { document: documentReference.nullable(), agreements: z.string().max(4000).optional() } as const;

const acts = {
  budget: z.strictObject({ party, year: budgetYear, amount: clp }),
  leaveUnbudgeted: z.strictObject({ party, year: budgetYear, reason: prose }),
  execute: z.strictObject({ party, year: budgetYear, project: projectKey, amount: clp }),
  recommend: z.strictObject({ project: projectKey }),
  report: z.strictObject({ quarter, physical: percent, financial: percent, difficulties: prose, measures: prose }),
  recordMinutes: z.strictObject(minutes),
  reallocate: z.strictObject({ from: projectKey, to: projectKey, amount: clp }),
  returnBalance: z.strictObject({ party, amount: clp }),
  settle: z.strictObject({ remarks: z.string().max(2000).optional() }),
} as const;
type Act = keyof typeof acts;
type Moment = StepMoment<ContributionsState, ContributionsInput>;

const reducers = {
  budget, leaveUnbudgeted, execute, recommend, report, recordMinutes, reallocate, returnBalance: returnUnspent, settle: settleShares,
} satisfies Record<Act, (moment: Moment) => StepChange<ContributionsState> | StepRefusal>;

/**
 * The reducer of what several parties owe each other under an agreement of several years: each its yearly share, in its
 * budget and then spent; the minutes of those who follow it; the quarterly report; and at the end what was not spent.
 */
export const contributionsLogic: StepLogic<ContributionsState, ContributionsInput> = {
  kind: 'obligations',
  acts,
  // A register shows totals and dates, seldom years, projects or progress.
  registered: {
    budget: z.strictObject({ party, year: budgetYear, amount: unknownOrClp }),
    execute: z.strictObject({ party, year: budgetYear.nullable(), project: projectKey.nullable(), amount: unknownOrClp }),
    report: z.strictObject({ quarter, physical: percent.nullable(), financial: percent.nullable(), difficulties: prose.optional(), measures: prose.optional() }),
    returnBalance: z.strictObject({ party, amount: unknownOrClp }),
  },
  outcomes: ['settled'],
  start: (input, event) => firstClocks(nothingYet(input), input, event),
  apply: (moment) => reducers[moment.act as Act](moment),
  expire: periodEnded,
  open: openActs,
};

/** Declares a contributions step. */
export function contributions<Context>(input: (context: Context, event: CaseEvent) => ContributionsInput): StepDefinition<Context> {
  return step(contributionsLogic, { input });
}

function nothingYet({ minutesDeadline }: ContributionsInput): ContributionsState {
  return { budgets: [], unbudgeted: [], executed: [], returned: [], moved: [], recommended: [], reports: [], minutes: [], silence: 0, minutesDeadline, awaited: null, missed: [] };
}

function recommend({ state, event, input }: Moment): StepChange<ContributionsState> | StepRefusal {
  const key = String(event.data['project']);
  if (!input.projects.some((one) => one.key === key)) return refuse('project-not-in-agreement', { project: key });
  return { state: { ...state, recommended: [...state.recommended.filter((one) => one !== key), key] } };
}

function openActs(state: ContributionsState, setting: StepSetting<ContributionsInput>): readonly OpenAct[] {
  const { input, today } = setting;
  return [
    ...input.parties.flatMap((one) => actsOfParty(state, setting, one)),
    ...recommendations(state, input),
    ...following(state, setting),
    ...reallocations(state, input),
    { act: 'settle', by: input.steward, examples: [{ remarks: `Liquidación al ${today}` }], expected: false },
  ];
}

/** What one party does with its own money: nobody does it for another. */
function actsOfParty(state: ContributionsState, { input, today }: StepSetting<ContributionsInput>, { role, institution, offices }: Contributor): readonly OpenAct[] {
  const thisYear = Number(today.slice(0, 4));
  const own = input.shares.filter((share) => share.party === institution);
  const [next] = openShares(state, own).toSorted((one, other) => one.year - other.year);
  const last = own.find((share) => share.year !== null);
  const share = next ?? (last && { ...last, year: last.year ?? thisYear });
  const by = { role, institution, offices };
  const budgeting = share ? [ofParty(by, 'budget', { year: share.year, amount: share.amount ?? 1_000_000 }, next !== undefined && next.year <= thisYear ? 'task' : 'may')] : [];
  const leaving = next ? [ofParty(by, 'leaveUnbudgeted', { year: next.year, reason: 'La ley de presupuestos del año no lo consultó' }, 'may')] : [];
  const balance = unspentOf(state, institution);
  return [...budgeting, ...leaving, ...spending(state, input, by, thisYear), ofParty(by, 'returnBalance', { amount: Math.max(1, balance) }, 'may')];
}

function spending(state: ContributionsState, input: ContributionsInput, by: Contributor, thisYear: number): readonly OpenAct[] {
  const ready = (key: string, recommended: string): boolean => !input.appraiser || recommended !== 'no' || state.recommended.includes(key);
  const project = input.projects.find((one) => ready(one.key, one.recommended) && leftOfProject(state, input, one.key) !== 0) ?? input.projects[0];
  if (!project) return [];
  const funded = state.budgets.find((one) => one.party === by.institution && leftOfYear(state, by.institution, one.year) > 0);
  const most = funded ? leftOfYear(state, by.institution, funded.year) : 1;
  const amount = Math.max(1, Math.min(most, leftOfProject(state, input, project.key) ?? most));
  return [ofParty(by, 'execute', { year: funded?.year ?? thisYear, project: project.key, amount }, 'may')];
}

function ofParty({ role, institution, offices }: Contributor, act: Act, data: Readonly<Record<string, unknown>>, manner: 'task' | 'may'): OpenAct {
  return { act, by: { [role]: offices }, institutions: [institution], examples: [{ party: institution, ...data }], expected: manner === 'task' };
}

function recommendations(state: ContributionsState, { projects, appraiser }: ContributionsInput): readonly OpenAct[] {
  const waiting = projects.find(({ key, recommended }) => recommended !== 'yes' && !state.recommended.includes(key));
  return waiting && appraiser ? [{ act: 'recommend', by: appraiser, examples: [{ project: waiting.key }], expected: waiting.recommended === 'no' }] : [];
}

/** Minutes and reports; what the clock has already asked for in vain is somebody's task. */
function following(state: ContributionsState, { input, today }: StepSetting<ContributionsInput>): readonly OpenAct[] {
  const awaited = state.awaited && endOf(state.awaited.quarter) < today ? state.awaited.quarter : null;
  const owed = state.missed[0] ?? awaited;
  const progress = { physical: 40, financial: 35, difficulties: 'La visación sectorial de los diseños tarda más que lo programado', measures: 'Mesa quincenal entre las partes' };
  const document = { sha256: 'a'.repeat(64), name: 'acta-comite-de-seguimiento.pdf' };
  return [
    { act: 'report', by: input.steward, examples: [{ quarter: owed ?? lastEnded(today), ...progress }], expected: owed !== null },
    { act: 'recordMinutes', by: input.steward, examples: [{ document, agreements: 'Se revisa el avance de cada proyecto' }], expected: state.silence > 0 },
  ];
}

function lastEnded(today: string): string {
  const [year, number] = [Number(today.slice(0, 4)), Number(quarterOf(today).slice(6))];
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}

function reallocations(state: ContributionsState, input: ContributionsInput): readonly OpenAct[] {
  const from = input.projects.find(({ key }) => (leftOfProject(state, input, key) ?? 0) > 0) ?? input.projects[0];
  const to = input.projects.find(({ key }) => key !== from?.key);
  if (!from || !to) return [];
  const amount = Math.max(1, Math.floor((leftOfProject(state, input, from.key) ?? 2) / 2));
  return [{ act: 'reallocate', by: input.steward, examples: [{ from: from.key, to: to.key, amount }], expected: false }];
}
