import type { CaseEvent } from '../case-event.js';
import type { ContributionsInput, ContributionsState, Share } from './contributions-state.js';
import { reason, refuse, type Reason, type StepChange, type StepMoment, type StepRefusal } from './step.js';

type Moment = StepMoment<ContributionsState, ContributionsInput>;
type Change = StepChange<ContributionsState> | StepRefusal;

/** A party puts what it owes for a year in its budget; the last word on that year counts. */
export function budget({ state, event, input }: Moment): Change {
  const { party, year, amount } = event.data as { party: string; year: number; amount: number | null };
  const fault = shareFault(event, input, { party, year });
  if (fault) return fault;
  const gone = goneOfYear(state, party, year);
  if (event.source !== 'imported' && amount !== null && amount < gone) return refuse('budget-below-executed', { party, year, executed: gone });
  const others = <One extends { readonly party: string; readonly year: number }>(list: readonly One[]): readonly One[] =>
    list.filter((one) => one.party !== party || one.year !== year);
  return { state: { ...state, budgets: [...others(state.budgets), { party, year, amount, on: event.on }], unbudgeted: others(state.unbudgeted) } };
}

/** A share that its party did not put in its budget: a breach is said, with its reason, never left out. */
export function leaveUnbudgeted({ state, event, input }: Moment): Change {
  const { party, year, reason: why } = event.data as { party: string; year: number; reason: string };
  const fault = shareFault(event, input, { party, year });
  if (fault) return fault;
  if (openShares(state, input.shares).every((share) => share.party !== party || share.year !== year)) return refuse('share-already-settled', { party, year });
  return { state: { ...state, unbudgeted: [...state.unbudgeted, { party, year, reason: why }] } };
}

/** A party spends on a project, within its budget of the year and what the project has. */
export function execute({ state, event, input }: Moment): Change {
  const { party, year, project, amount } = event.data as { party: string; year: number; project: string; amount: number };
  const done: ContributionsState = { ...state, executed: [...state.executed, { party, year: year ?? null, project: project ?? null, amount: amount ?? null }] };
  if (event.source === 'imported') return { state: done };
  if (event.actor?.institution !== party) return refuse('share-of-another-party', { party });
  const found = input.projects.find(({ key }) => key === project);
  if (!found) return refuse('project-not-in-agreement', { project });
  if (input.appraiser && found.recommended === 'no' && !state.recommended.includes(project)) return refuse('project-not-recommended', { project }, input.appraiser);
  const left = leftOfYear(state, party, year);
  if (amount > left) return refuse('execution-over-budget', { party, year, left });
  const ofProject = leftOfProject(state, input, project);
  if (ofProject !== null && amount > ofProject) return refuse('execution-over-project', { project, left: ofProject });
  return { state: done };
}

/** Money goes from one project to another: only where the agreement lets it (LOC 18.695 art. 8 bis). */
export function reallocate({ state, event, input }: Moment): Change {
  const { from, to, amount } = event.data as { from: string; to: string; amount: number };
  if (input.reallocation !== 'agreed' && event.source !== 'imported') return refuse('reallocation-without-clause');
  const unknown = [from, to].find((key) => !input.projects.some((one) => one.key === key));
  if (unknown !== undefined && event.source !== 'imported') return refuse('project-not-in-agreement', { project: unknown });
  if (from === to) return refuse('reallocation-to-itself', { project: from });
  const left = leftOfProject(state, input, from);
  if (left !== null && amount > left && event.source !== 'imported') return refuse('reallocation-over-project', { project: from, left });
  return { state: { ...state, moved: [...state.moved, { from, to, amount, on: event.on }] } };
}

/** A party gives back, or frees, what was budgeted and not spent. */
export function returnUnspent({ state, event }: Moment): Change {
  const { party, amount } = event.data as { party: string; amount: number };
  const next = { state: { ...state, returned: [...state.returned, { party, amount: amount ?? null }] } };
  if (event.source === 'imported') return next;
  if (event.actor?.institution !== party) return refuse('share-of-another-party', { party });
  const balance = unspentOf(state, party);
  return amount > balance ? refuse('return-over-unspent', { party, balance }) : next;
}

/** Ends when nothing is owed any more: shares (of the years begun, or of all), reports asked by law, and what was not spent. */
export function settleShares({ state, event, input }: Moment): Change {
  const { budgets, executed, returned } = state;
  const done: Change = { state, done: { outcome: 'settled', result: { budgeted: sum(budgets), executed: sum(executed), returned: sum(returned) } } };
  const owed = event.source === 'imported' ? [] : [...unbudgetedReasons(state, event, input), ...reportReasons(state, input), ...balanceReasons(state, input)];
  return owed.length > 0 ? { refused: owed } : done;
}

function unbudgetedReasons(state: ContributionsState, event: CaseEvent, input: ContributionsInput): readonly Reason[] {
  const year = Number(event.on.slice(0, 4));
  const open = openShares(state, input.shares).filter((share) => input.owed === 'every-share' || share.year <= year);
  return open.length === 0 ? [] : [reason('settle-shares-unbudgeted', { shares: open.map((share) => `${share.party} ${share.year}`).join(', ') }, officesOf(input, open.map(({ party }) => party)))];
}

function reportReasons({ missed }: ContributionsState, { steward }: ContributionsInput): readonly Reason[] {
  return missed.length === 0 ? [] : [reason('settle-reports-missing', { quarters: missed.join(', ') }, steward)];
}

function balanceReasons(state: ContributionsState, input: ContributionsInput): readonly Reason[] {
  const holding = input.parties.map(({ institution }) => ({ institution, balance: unspentOf(state, institution) })).filter(({ balance }) => balance > 0);
  const told = holding.map(({ institution, balance }) => `${institution} ${balance}`).join(', ');
  return holding.length === 0 ? [] : [reason('settle-unspent-not-returned', { balances: told }, officesOf(input, holding.map(({ institution }) => institution)))];
}

function officesOf({ parties }: ContributionsInput, institutions: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(parties.filter(({ institution }) => institutions.includes(institution)).map(({ role, offices }) => [role, offices]));
}

/** Shares of known years that nobody has put in a budget, or said why not. */
export function openShares({ budgets, unbudgeted }: ContributionsState, shares: readonly Share[]): readonly (Share & { readonly year: number })[] {
  return shares.flatMap((share) => {
    const { party, year, amount } = share;
    if (year === null || unbudgeted.some((one) => one.party === party && one.year === year)) return [];
    const inBudget = budgets.find((one) => one.party === party && one.year === year);
    const whole = inBudget !== undefined && (amount === null || inBudget.amount === null || inBudget.amount >= amount);
    return whole ? [] : [{ ...share, year }];
  });
}

function shareFault(event: CaseEvent, input: ContributionsInput, { party, year }: { readonly party: string; readonly year: number }): StepRefusal | null {
  if (event.source === 'imported') return null;
  if (event.actor?.institution !== party) return refuse('share-of-another-party', { party });
  return input.shares.some((share) => share.party === party && share.year === year) ? null : refuse('share-not-agreed', { party, year });
}

/** CLP a party has budgeted and neither spent nor given back. */
export function unspentOf(state: ContributionsState, party: string): number {
  const of = (list: readonly { readonly party: string; readonly amount: number | null }[]): number => sum(list.filter((one) => one.party === party));
  return of(state.budgets) - of(state.executed) - of(state.returned);
}

/** CLP a party may still spend of its budget of a year; never what it has given back. */
export function leftOfYear(state: ContributionsState, party: string, year: number): number {
  const inBudget = sum(state.budgets.filter((one) => one.party === party && one.year === year));
  return Math.max(0, Math.min(inBudget - executedBy(state, party, year), unspentOf(state, party)));
}

/** CLP a project has left, with what was moved to and from it; null when its amount is not known. */
export function leftOfProject({ executed, moved }: ContributionsState, { projects }: ContributionsInput, key: string): number | null {
  const agreed = projects.find((one) => one.key === key)?.amount ?? null;
  if (agreed === null) return null;
  const toIt = sum(moved.filter(({ to }) => to === key)) - sum(moved.filter(({ from }) => from === key));
  return agreed + toIt - sum(executed.filter(({ project }) => project === key));
}

/** CLP of a year's budget that are spent or given back: what it cannot be lowered under. */
function goneOfYear(state: ContributionsState, party: string, year: number): number {
  const inBudget = sum(state.budgets.filter((one) => one.party === party && one.year === year));
  return Math.max(executedBy(state, party, year), inBudget - unspentOf(state, party));
}

function executedBy({ executed }: ContributionsState, party: string, year: number): number {
  return sum(executed.filter((one) => one.party === party && one.year === year));
}

function sum(list: readonly { readonly amount: number | null }[]): number {
  return list.reduce((total, { amount }) => total + (amount ?? 0), 0);
}
