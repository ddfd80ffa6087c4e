import { z } from 'zod';
import { day, documentReference, type CaseEvent } from '../case-event.js';
import type { Offices } from '../event.js';
import type { Opinion, OpinionInput, OpinionState, Position } from './opinion-state.js';
import { reason, refuse, step, type OpenAct, type Reason, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';

const institutionCode = z.string().min(1).max(60);
const acts = {
  /** `askedOn`: where the request went out on an earlier day than it was received. */
  ask: z.strictObject({ institution: institutionCode, receivedOn: day, askedOn: day.optional() }),
  give: z.strictObject({
    position: z.enum(['favourable', 'favourable-with-remarks', 'unfavourable']),
    text: z.string().min(3).max(8000).optional(),
    document: documentReference.optional(),
  }),
  answer: z.strictObject({ institution: institutionCode, reason: z.string().min(3).max(8000) }),
  conclude: z.strictObject({}),
} as const;
type Act = keyof typeof acts;
type Moment = StepMoment<OpinionState, OpinionInput>;
type Change = StepChange<OpinionState> | StepRefusal;

const reducers = { ask, give, answer, conclude } satisfies Record<Act, (moment: Moment) => Change>;

/**
 * The reducer of the opinions of other bodies: asked, given or not, and valued (Ley 19.880 arts 24, 37, 37 bis, 38). They
 * do not bind. A limit that passes is a permission to go on, so its expiry moves nothing; an opinion that comes late is
 * received, and an opinion that was not plainly favourable needs a reasoned answer.
 */
export const opinionLogic: StepLogic<OpinionState, OpinionInput> = {
  kind: 'opinion',
  acts,
  outcomes: ['concluded'],
  start: (input, event) => ({ state: { since: event.on, opinions: input.bodies.map(({ institution }) => unasked(institution)) } }),
  apply: (moment) => reducers[moment.act as Act]({ ...moment, state: aligned(moment.state, moment.input) }),
  expire(state, { subject }) {
    const asked = state.opinions.find((one) => one.institution === subject && one.status === 'asked');
    return { state: asked ? withOpinion(state, { ...asked, status: 'expired' }) : state };
  },
  open: openActs,
};

/** Declares an opinion step. */
export function opinion<Context>(input: (context: Context, event: CaseEvent) => OpinionInput): StepDefinition<Context> {
  return step(opinionLogic, { input });
}

function ask({ state, event, input }: Moment): Change {
  const institution = String(event.data['institution']);
  const { receivedOn, askedOn = receivedOn } = event.data as { receivedOn: string; askedOn?: string };
  const body = state.opinions.find((one) => one.institution === institution);
  if (!body) return refuse('opinion-body-unknown', { institution });
  if (body.status !== 'unasked') return refuse('opinion-already-asked', { institution, on: body.receivedOn ?? '' });
  if (event.source !== 'imported') {
    // A day named at will would let the limit of a body that never saw the request pass.
    if (receivedOn > event.on) return refuse('opinion-received-in-the-future', { receivedOn, on: event.on });
    if (receivedOn < state.since) return refuse('opinion-received-before-the-step', { receivedOn, since: state.since });
    if (askedOn > receivedOn || askedOn < state.since) return refuse('opinion-asked-on-another-day', { askedOn, since: state.since, receivedOn });
  }
  return {
    state: withOpinion(state, { ...body, status: 'asked', receivedOn }),
    start: input.deadline === undefined ? [] : [{ deadline: input.deadline, subject: institution, from: input.countsFrom === 'request' ? askedOn : receivedOn, institution }],
  };
}

/** The body may give another until the requester concludes; what was answered to the first does not answer the second. */
function give({ state, event, input }: Moment): Change {
  const body = state.opinions.find((one) => one.institution === event.actor?.institution);
  if (!body) return refuse('opinion-not-asked-of-you');
  // A register of the past may show the opinion and not the request.
  if (body.status === 'unasked' && event.source !== 'imported') return refuse('opinion-not-asked', { institutions: body.institution }, input.requester);
  const { position, text, document } = event.data as z.infer<typeof acts.give>;
  const given: Opinion = {
    ...body, status: 'given', position, text: text ?? null, document: document ?? null, givenOn: event.on, answer: null,
    timing: body.timing ?? (body.status === 'expired' ? 'late' : 'in-time'),
  };
  const met = body.status === 'asked' && input.deadline !== undefined ? [{ deadline: input.deadline, subject: body.institution }] : [];
  return { state: withOpinion(state, given), met };
}

function answer({ state, event }: Moment): Change {
  const institution = String(event.data['institution']);
  const body = state.opinions.find((one) => one.institution === institution);
  if (!body) return refuse('opinion-body-unknown', { institution });
  if (body.status !== 'given') return refuse('opinion-not-given', { institution });
  return { state: withOpinion(state, { ...body, answer: { reason: String(event.data['reason']), on: event.on } }) };
}

function conclude({ state, input }: Moment): Change {
  const standing = inTheWay(state, input);
  if (standing.length > 0) return { refused: standing };
  const given = state.opinions.filter((one) => one.status === 'given');
  const result = { given: given.length, expired: state.opinions.filter((one) => one.status === 'expired').length, unfavourable: given.filter((one) => one.position === 'unfavourable').length };
  return { state, done: { outcome: 'concluded', result } };
}

/** Everything that keeps the requester from concluding, and who can change it. */
function inTheWay({ opinions }: OpinionState, { requester, bodies }: OpinionInput): readonly Reason[] {
  const unaskedOnes = codes(opinions.filter((one) => one.status === 'unasked'));
  const running = codes(opinions.filter((one) => one.status === 'asked'));
  const unanswered = codes(opinions.filter((one) => needsAnswer(one)));
  const waitedFor = bodies.filter(({ institution }) => running.includes(institution));
  return [
    ...(unaskedOnes.length > 0 ? [reason('opinion-not-asked', { institutions: unaskedOnes.join(', ') }, requester)] : []),
    ...(running.length > 0 ? [reason('opinion-still-running', { institutions: running.join(', ') }, officesOf(waitedFor))] : []),
    ...(unanswered.length > 0 ? [reason('opinion-unanswered', { institutions: unanswered.join(', ') }, requester)] : []),
  ];
}

function openActs(stored: OpinionState, { today, input }: StepSetting<OpinionInput>): readonly OpenAct[] {
  const state = aligned(stored, input);
  const { requester } = input;
  const toAsk = state.opinions.filter((one) => one.status === 'unasked');
  const given = state.opinions.filter((one) => one.status === 'given');
  const toAnswer = given.filter((one) => needsAnswer(one));
  const answers = [...toAnswer, ...given.filter((one) => !needsAnswer(one))]
    .map(({ institution }) => ({ institution, reason: 'The remarks are taken up in article 4; the others fall outside the matter' }));
  return [
    ...(toAsk.length > 0 ? [{ act: 'ask', by: requester, examples: toAsk.map(({ institution }) => ({ institution, receivedOn: today })), expected: true }] : []),
    ...input.bodies.flatMap(({ role, institution, offices }): readonly OpenAct[] => {
      const status = state.opinions.find((one) => one.institution === institution)?.status ?? 'unasked';
      // A body that let its limit pass owes its opinion still: others may go on without it.
      return status === 'unasked' ? [] : [{ act: 'give', by: { [role]: offices }, institutions: [institution], examples: exampleOpinions, expected: status !== 'given' }];
    }),
    ...(answers.length > 0 ? [{ act: 'answer', by: requester, examples: answers, expected: toAnswer.length > 0 }] : []),
    { act: 'conclude', by: requester, examples: [{}], expected: inTheWay(state, input).length === 0 },
  ];
}

const exampleOpinions = [
  { position: 'favourable', document: { sha256: 'c'.repeat(64), name: 'informe.pdf' } },
  { position: 'favourable-with-remarks', text: 'Article 4 should name who keeps the works' },
  { position: 'unfavourable', text: 'The matter is within the competence of this body' },
] as const;

function needsAnswer({ position, answer: answered }: Opinion): boolean {
  return position !== null && position !== ('favourable' satisfies Position) && answered === null;
}

function unasked(institution: string): Opinion {
  return { institution, status: 'unasked', receivedOn: null, position: null, text: null, document: null, givenOn: null, timing: null, answer: null };
}

function withOpinion(state: OpinionState, changed: Opinion): OpinionState {
  return { ...state, opinions: state.opinions.map((one) => (one.institution === changed.institution ? changed : one)) };
}

/** The bodies that the case has now, and those that were asked: what was said is valued, whoever takes part today. */
function aligned(state: OpinionState, { bodies }: OpinionInput): OpinionState {
  const asked = state.opinions.filter((one) => one.status !== 'unasked' || bodies.some(({ institution }) => institution === one.institution));
  const joined = bodies.filter(({ institution }) => !asked.some((one) => one.institution === institution));
  return { ...state, opinions: [...asked, ...joined.map(({ institution }) => unasked(institution))] };
}

function codes(opinions: readonly Opinion[]): readonly string[] {
  return opinions.map(({ institution }) => institution);
}

function officesOf(bodies: OpinionInput['bodies']): Offices {
  return Object.fromEntries(bodies.map(({ role }) => [role, [...new Set(bodies.filter((one) => one.role === role).flatMap(({ offices }) => offices))]]));
}
