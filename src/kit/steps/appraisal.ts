import { z } from 'zod';
import { day, type CaseEvent, type JsonObject } from '../case-event.js';
import type { Offices } from '../event.js';
import { refuse, step, type OpenAct, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';

/**
 * Where a project stands in the national investment system: RS recommended, FI lacks information, OT technically objected,
 * closed when FI was not answered in time; deferred or not required when the parties say so with a reason.
 */
export type AppraisalStatus = 'none' | 'submitted' | 'admitted' | 'RS' | 'FI' | 'OT' | 'closed' | 'deferred' | 'not-required';

export interface AppraisalInput {
  /** Keys of the projects: their codes, or their names. */
  readonly projects: readonly string[];
  /** Those whose result is known from before. */
  readonly known: Readonly<Record<string, AppraisalStatus>>;
  readonly formulator: Offices;
  readonly appraiser: Offices;
  /** Names of each project's own deadlines: to be admitted, to get a result, to answer a lack of information. */
  readonly deadlines: { readonly admission: string; readonly result: string; readonly answer: string };
}

export interface AppraisalState extends JsonObject {
  readonly projects: Readonly<Record<string, { readonly status: AppraisalStatus; readonly on: string; readonly reason: string | null }>>;
  readonly answerDeadline: string;
}

const project = z.string().min(1).max(200);
const acts = {
  submit: z.strictObject({ project, receivedOn: day }),
  admit: z.strictObject({ project }),
  rate: z.strictObject({ project, result: z.enum(['RS', 'FI', 'OT']) }),
  complete: z.strictObject({ project, receivedOn: day }),
  setAside: z.strictObject({ project, manner: z.enum(['deferred', 'not-required']), reason: z.string().min(3).max(2000) }),
  conclude: z.strictObject({}),
} as const;
type Act = keyof typeof acts;
type Moment = StepMoment<AppraisalState, AppraisalInput>;
type Change = StepChange<AppraisalState> | StepRefusal;

/** From which statuses an act may be done. */
const possibleFrom: Readonly<Record<Exclude<Act, 'conclude'>, readonly AppraisalStatus[]>> = {
  submit: ['none', 'OT', 'closed', 'deferred'],
  admit: ['submitted'],
  rate: ['submitted', 'admitted'],
  complete: ['FI'],
  setAside: ['none', 'submitted', 'admitted', 'FI', 'OT', 'closed'],
};
const settled: ReadonlySet<AppraisalStatus> = new Set(['RS', 'deferred', 'not-required']);

/**
 * The reducer of the appraisal of each project by the national investment system (art. 19 bis DL 1.263, by LOC 18.695 art. 8
 * bis). Ends `concluded` when each is recommended, or is said to come later or not to need it.
 */
export const appraisalLogic: StepLogic<AppraisalState, AppraisalInput> = {
  kind: 'opinion',
  acts,
  outcomes: ['concluded'],
  start: (input, event) => ({ state: { projects: Object.fromEntries(input.projects.map((key) => [key, { status: input.known[key] ?? 'none', on: event.on, reason: null }])), answerDeadline: input.deadlines.answer } }),
  apply: (moment) => (moment.act === 'conclude' ? conclude(moment) : move(moment)),
  /** Nothing replaces a result that does not come; but a lack of information not answered in time closes the file. */
  expire(state, { deadline, subject, on }) {
    return deadline === state.answerDeadline && state.projects[subject]?.status === 'FI' ? { state: withStatus(state, subject, { status: 'closed', on }) } : { state };
  },
  open: openActs,
};

/** Declares the appraisal of projects. */
export function appraisal<Context>(input: (context: Context, event: CaseEvent) => AppraisalInput): StepDefinition<Context> {
  return step(appraisalLogic, { input });
}

function move({ state, act, event, input }: Moment): Change {
  const { project: key, receivedOn, result, manner, reason } = event.data as { project: string; receivedOn?: string; result?: 'RS' | 'FI' | 'OT'; manner?: 'deferred' | 'not-required'; reason?: string };
  const found = state.projects[key];
  if (!found) return refuse('appraisal-of-unknown-project', { project: key });
  if (!possibleFrom[act as keyof typeof possibleFrom].includes(found.status) && event.source !== 'imported') return refuse('appraisal-not-now', { project: key, status: found.status });
  const { admission, result: first, answer } = input.deadlines;
  const met = [admission, first, answer].map((deadline) => ({ deadline, subject: key }));
  const to = (status: AppraisalStatus, start: readonly { deadline: string; subject: string; from: string }[] = []): Change =>
    ({ state: withStatus(state, key, { status, on: event.on, reason: reason ?? null }), met, start });
  const changes = {
    submit: () => to('submitted', [{ deadline: admission, subject: key, from: receivedOn ?? event.on }]),
    admit: () => to('admitted', [{ deadline: first, subject: key, from: event.on }]),
    complete: () => to('admitted', [{ deadline: first, subject: key, from: receivedOn ?? event.on }]),
    rate: () => to(result ?? 'OT', result === 'FI' ? [{ deadline: answer, subject: key, from: event.on }] : []),
    setAside: () => to(manner ?? 'deferred'),
  } satisfies Record<Exclude<Act, 'conclude'>, () => Change>;
  return changes[act as Exclude<Act, 'conclude'>]();
}

function conclude({ state, event }: Moment): Change {
  const pending = Object.entries(state.projects).filter(([, { status }]) => !settled.has(status)).map(([key]) => key);
  if (pending.length > 0 && event.source !== 'imported') return refuse('appraisals-pending', { projects: pending.join(', ') });
  const results = Object.fromEntries(Object.entries(state.projects).map(([key, { status }]) => [key, status]));
  return { state, done: { outcome: 'concluded', result: { results } } };
}

function withStatus(state: AppraisalState, key: string, { status, on, reason = null }: { readonly status: AppraisalStatus; readonly on: string; readonly reason?: string | null }): AppraisalState {
  return { ...state, projects: { ...state.projects, [key]: { status, on, reason } } };
}

/** Each act with the first project that takes it. */
function openActs(state: AppraisalState, { today, input }: StepSetting<AppraisalInput>): readonly OpenAct[] {
  const { formulator, appraiser } = input;
  const first = (act: keyof typeof possibleFrom): string | undefined => Object.entries(state.projects).find(([, { status }]) => possibleFrom[act].includes(status))?.[0];
  const one = (act: keyof typeof possibleFrom, by: Offices, more: readonly JsonObject[], manner: 'task' | 'may'): readonly OpenAct[] => {
    const key = first(act);
    return key === undefined ? [] : [{ act, by, examples: more.map((data) => ({ project: key, ...data })), expected: manner === 'task' }];
  };
  const pending = Object.values(state.projects).some(({ status }) => !settled.has(status));
  return [
    ...one('submit', formulator, [{ receivedOn: today }], 'task'),
    ...one('admit', appraiser, [{}], 'task'),
    ...one('rate', appraiser, [{ result: 'RS' }, { result: 'FI' }, { result: 'OT' }], 'task'),
    ...one('complete', formulator, [{ receivedOn: today }], 'task'),
    ...one('setAside', formulator, [{ manner: 'deferred', reason: 'Se presentará al sistema con su diseño terminado' }, { manner: 'not-required', reason: 'Su monto no requiere informe' }], 'may'),
    { act: 'conclude', by: formulator, examples: [{}], expected: !pending },
  ];
}
