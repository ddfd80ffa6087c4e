import { z } from 'zod';
import { day, documentReference, type CaseEvent, type JsonObject } from '../case-event.js';
import type { Offices } from '../event.js';
import { reason, refuse, step, type OpenAct, type Reason, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';

export interface ObservationsInput {
  /** Who registers the observations as they come in, whoever wrote them. */
  readonly filedBy: Offices;
  readonly answeredBy: Offices;
  /** Whether observations may still be made: the workflow says it, by its own deadline or act. */
  readonly window: 'open' | 'closed';
  /** Whether each answer is an agreement of a collegiate body, with its counts (LGUC art. 43). */
  readonly needsVote?: 'yes';
}

/** One observation, with its answer once it has one. */
export interface Observation {
  /** 1, 2, 3… in the order in which they were filed. */
  readonly number: number;
  readonly author: string;
  /** What in the text under consultation it is about. */
  readonly point: string;
  readonly text: string;
  readonly receivedOn: string;
  readonly document: { readonly sha256: string; readonly name: string } | null;
  readonly decision: 'accepted' | 'rejected' | null;
  readonly reason: string | null;
  readonly votes: { readonly inFavour: number; readonly against: number } | null;
  readonly answeredOn: string | null;
}

export interface ObservationsState extends JsonObject {
  readonly observations: readonly Observation[];
}

const members = z.int().min(0).max(400);
const acts = {
  file: z.strictObject({
    author: z.string().min(1).max(200),
    point: z.string().min(1).max(300),
    text: z.string().min(3).max(8000),
    receivedOn: day.optional(),
    document: documentReference.optional(),
  }),
  answer: z.strictObject({
    observation: z.int().min(1).max(100_000),
    decision: z.enum(['accepted', 'rejected']),
    reason: z.string().min(3).max(8000),
    inFavour: members.optional(),
    against: members.optional(),
  }),
  conclude: z.strictObject({}),
} as const;
type Act = keyof typeof acts;
type Moment = StepMoment<ObservationsState, ObservationsInput>;
type Change = StepChange<ObservationsState> | StepRefusal;

const reducers = { file, answer, conclude } satisfies Record<Act, (moment: Moment) => Change>;

/**
 * The reducer of a public consultation's observations: filed while the window is open, answered one by one, each accepted
 * or rejected with reasons (LGUC arts 28 octies, 43). An answer may be corrected until the step is concluded.
 */
export const observationsLogic: StepLogic<ObservationsState, ObservationsInput> = {
  kind: 'observations',
  acts,
  outcomes: ['answered'],
  start: () => ({ state: { observations: [] } }),
  apply: (moment) => reducers[moment.act as Act](moment),
  open: openActs,
};

/** Declares an observations step. */
export function observations<Context>(input: (context: Context, event: CaseEvent) => ObservationsInput): StepDefinition<Context> {
  return step(observationsLogic, { input });
}

function file({ state, event, input }: Moment): Change {
  if (input.window === 'closed') return refuse('observations-window-closed');
  const { author, point, text, receivedOn = event.on, document } = event.data as z.infer<typeof acts.file>;
  if (receivedOn > event.on) return refuse('observation-received-in-the-future', { receivedOn, on: event.on });
  const filed: Observation = {
    number: state.observations.length + 1, author, point, text, receivedOn, document: document ?? null,
    decision: null, reason: null, votes: null, answeredOn: null,
  };
  return { state: { ...state, observations: [...state.observations, filed] } };
}

function answer({ state, event, input }: Moment): Change {
  const { observation: number, decision, reason: why, inFavour, against } = event.data as z.infer<typeof acts.answer>;
  if (!state.observations.some((one) => one.number === number)) return refuse('observation-unknown', { number, filed: state.observations.length });
  const votes = inFavour === undefined || against === undefined ? null : { inFavour, against };
  if (input.needsVote === 'yes' && votes === null && event.source !== 'imported') return refuse('observation-without-vote', { number });
  const answered = state.observations.map((one): Observation =>
    (one.number === number ? { ...one, decision, reason: why, votes, answeredOn: event.on } : one));
  return { state: { ...state, observations: answered } };
}

function conclude({ state, input }: Moment): Change {
  const standing = inTheWay(state, input);
  if (standing.length > 0) return { refused: standing };
  const decided = (decision: Observation['decision']): number => state.observations.filter((one) => one.decision === decision).length;
  return { state, done: { outcome: 'answered', result: { filed: state.observations.length, accepted: decided('accepted'), rejected: decided('rejected') } } };
}

function inTheWay(state: ObservationsState, { window, answeredBy }: ObservationsInput): readonly Reason[] {
  const numbers = unanswered(state).map(({ number }) => number);
  return [
    ...(window === 'open' ? [reason('observations-window-open')] : []),
    ...(numbers.length > 0 ? [reason('observations-unanswered', { numbers: numbers.join(', ') }, answeredBy)] : []),
  ];
}

function openActs(state: ObservationsState, { today, input }: StepSetting<ObservationsInput>): readonly OpenAct[] {
  const { filedBy, answeredBy, window, needsVote } = input;
  const [waiting] = unanswered(state);
  const subject = waiting ?? state.observations.at(-1);
  const counts = needsVote === 'yes' ? { inFavour: 5, against: 1 } : {};
  const accepting = { observation: subject?.number ?? 1, decision: 'accepted', reason: 'The square keeps its sun', ...counts };
  const answers = [accepting, { ...accepting, decision: 'rejected', reason: 'The height is that of the block it faces' }];
  const filing = { author: 'Junta de vecinos Los Aromos', point: 'Zone ZU-3, height', text: 'Four storeys leave the square without sun', receivedOn: today };
  return [
    { act: 'file', by: filedBy, examples: [filing], expected: false },
    ...(subject ? [{ act: 'answer', by: answeredBy, examples: answers, expected: waiting !== undefined && window === 'closed' }] : []),
    { act: 'conclude', by: answeredBy, examples: [{}], expected: inTheWay(state, input).length === 0 },
  ];
}

function unanswered(state: ObservationsState): readonly Observation[] {
  return state.observations.filter((one) => one.decision === null);
}
