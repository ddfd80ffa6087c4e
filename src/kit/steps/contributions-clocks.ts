import type { CaseEvent } from '../case-event.js';
import type { ContributionsInput, ContributionsState, Quarter } from './contributions-state.js';
import { refuse, type StepChange, type StepMoment, type StepRefusal } from './step.js';

type Change = StepChange<ContributionsState>;
type Moment = StepMoment<ContributionsState, ContributionsInput>;

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const;

export function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The last day of a quarter. */
export function endOf(quarter: Quarter): string {
  return `${quarter.slice(0, 4)}-${lastDays[Number(quarter.slice(6)) - 1]}`;
}

export function quarterAfter(quarter: Quarter): Quarter {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
}

/** The clocks an agreement begins with: the committee's, and that of the first quarter the law asks a report of. */
export function firstClocks(state: ContributionsState, input: ContributionsInput, event: CaseEvent): Change {
  const { reports, minutesDeadline } = input;
  // Whether the committee of an agreement of the past has met, no register says: its clock waits for the first minutes held here.
  const committee = [{ deadline: minutesDeadline, subject: '', from: event.source === 'imported' ? null : event.on }];
  // Nor does any say which quarter it owed first, where the day it came into force is not known.
  if (!reports || event.dated === 'uncertain') return { state, start: committee };
  const since = event.on > reports.from ? event.on : reports.from;
  const awaiting = awaitReport({ ...state, awaited: { quarter: quarterOf(since), deadline: reports.deadline, until: reports.until } });
  return { state: awaiting.state, start: [...committee, ...(awaiting.start ?? [])] };
}

/** Starts the awaited quarter's clock, one at a time (it counts from the quarter's last day), passing over those already reported; none where its law has lapsed when the quarter ends. */
function awaitReport(state: ContributionsState): Change {
  const { awaited } = state;
  if (awaited === null) return { state };
  if (endOf(awaited.quarter) > awaited.until) return { state: { ...state, awaited: null } };
  if (state.reports.some(({ quarter }) => quarter === awaited.quarter)) return awaitReport(nextAwaited(state));
  return { state, start: [{ deadline: awaited.deadline, subject: '', from: endOf(awaited.quarter) }] };
}

function nextAwaited(state: ContributionsState): ContributionsState {
  const { awaited } = state;
  return { ...state, awaited: awaited && { ...awaited, quarter: quarterAfter(awaited.quarter) } };
}

/** A quarter's report: physical and financial progress, and the difficulties of co-ordination with what was done about them. */
export function report({ state, event }: Moment): Change | StepRefusal {
  const { quarter, physical, financial } = event.data as { quarter: Quarter; physical?: number | null; financial?: number | null };
  const mayBeGiven = event.source === 'imported' || state.missed.includes(quarter) || endOf(quarter) < event.on;
  if (!mayBeGiven) return refuse('report-quarter-not-ended', { quarter });
  if (state.reports.some((one) => one.quarter === quarter)) return refuse('report-already-given', { quarter });
  const given = { quarter, physical: physical ?? null, financial: financial ?? null, on: event.on };
  const next: ContributionsState = { ...state, reports: [...state.reports, given], missed: state.missed.filter((one) => one !== quarter) };
  const { awaited } = state;
  if (awaited?.quarter !== quarter) return { state: next };
  return { ...awaitReport(nextAwaited(next)), met: [{ deadline: awaited.deadline, subject: '' }] };
}

/** The committee met, and its minutes are there: its clock begins anew. What a register shows of the past starts none. */
export function recordMinutes({ state, event, input }: Moment): Change | StepRefusal {
  const document = (event.data['document'] as ContributionsState['minutes'][number]['document']) ?? null;
  if (document === null && event.source !== 'imported') return refuse('minutes-without-document');
  const next: ContributionsState = { ...state, minutes: [...state.minutes, { on: event.on, document }], silence: 0 };
  if (event.source === 'imported') return { state: next };
  const subject = { deadline: input.minutesDeadline, subject: '' };
  return { state: next, met: [subject], start: [{ ...subject, from: event.on }] };
}

/** No minutes, or no report, in time. Nothing moves; the alarm stands and the next period begins. */
export function periodEnded(state: ContributionsState, ended: { readonly deadline: string; readonly on: string }): Change {
  if (ended.deadline === state.minutesDeadline) {
    return { state: { ...state, silence: state.silence + 1 }, start: [{ deadline: ended.deadline, subject: '', from: ended.on }] };
  }
  const { awaited } = state;
  if (awaited === null) return { state };
  return awaitReport(nextAwaited({ ...state, missed: [...state.missed, awaited.quarter] }));
}
