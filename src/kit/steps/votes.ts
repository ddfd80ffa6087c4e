import type { CaseEvent } from '../case-event.js';
import { isRefusal, refuse, step, type OpenAct, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';
import type { VoteInput } from './vote-rule.js';
import { voteLogic, type VoteState } from './vote.js';
import type { BodyVote, VotesInput, VotesState, VotingBody } from './votes-state.js';

type Change = StepChange<VotesState> | StepRefusal;

/**
 * The reducer of several bodies that vote on one matter, each by its own rule: `approved` when every body approves (or
 * its silence counts as approval), `rejected` with the first that rejects. With no bodies it is approved at once.
 */
export const votesLogic: StepLogic<VotesState, VotesInput> = {
  kind: 'vote',
  acts: voteLogic.acts,
  registered: voteLogic.registered!,
  outcomes: ['approved', 'rejected'],
  start(input, event) {
    const bodies = Object.fromEntries(input.bodies.map(({ institution }) => [institution, unvoted(event.on)]));
    const silence = input.onSilence === undefined ? null : input.deadline ?? null;
    return decided({ since: event.on, bodies, silence });
  },
  apply,
  expire(state, { deadline, subject }) {
    const body = state.bodies[subject];
    if (deadline !== state.silence || body === undefined || body.result !== null) return { state };
    return decided(withBody(state, subject, { ...body, result: 'silence' }));
  },
  open: openActs,
};

/** Declares the votes of several bodies. */
export function votes<Context>(input: (context: Context, event: CaseEvent) => VotesInput, law: readonly string[] = []): StepDefinition<Context> {
  return step(votesLogic, { input, law });
}

function apply({ state, act, event, input }: StepMoment<VotesState, VotesInput>): Change {
  const body = input.bodies.find(({ institution }) => institution === event.actor?.institution);
  if (!body) return refuse('vote-of-another-body');
  const { institution } = body;
  const before = voteOf(state, institution);
  if (before.result !== null) return refuse('vote-already-decided', { institution });
  const change = voteLogic.apply({ state: voteAlone(before), act, event, input: ruleOf(body) });
  if (isRefusal(change)) return change;
  const result = change.done ? (change.done.outcome as 'approved' | 'rejected') : null;
  const next = decided(withBody(aligned(state, input), institution, { ...change.state, result }));
  return { ...next, ...clocks(change, { act, event, input, institution }) };
}

interface Cast extends Pick<StepMoment<VotesState, VotesInput>, 'act' | 'event' | 'input'> {
  readonly institution: string;
}

/** The body's limit runs from the sitting it was given account in until its vote is decided; a tie does not end it. */
function clocks(change: StepChange<VoteState>, { act, event, input, institution }: Cast): Pick<StepChange<VotesState>, 'start' | 'met'> {
  const own = input.deadline;
  const start = (change.start ?? []).map(({ deadline, subject, from }) => ({ deadline, subject, from, institution }));
  const limit = own !== undefined && act === 'present' ? [{ deadline: own, subject: institution, from: String(event.data['sitting']), institution }] : [];
  const kept = own !== undefined && change.done ? [{ deadline: own, subject: institution }] : [];
  return { start: [...start, ...limit], met: [...(change.met ?? []), ...kept] };
}

function decided(state: VotesState): StepChange<VotesState> {
  const bodies = Object.entries(state.bodies);
  const results = Object.fromEntries(bodies.map(([institution, { result }]) => [institution, result]));
  const rejecting = bodies.find(([, { result }]) => result === 'rejected');
  if (rejecting) return { state, done: { outcome: 'rejected', result: { rejectedBy: rejecting[0], bodies: results } } };
  if (bodies.some(([, { result }]) => result === null)) return { state };
  return { state, done: { outcome: 'approved', result: { bodies: results } } };
}

function openActs(state: VotesState, { today, law, input }: StepSetting<VotesInput>): readonly OpenAct[] {
  return input.bodies.flatMap((body) => {
    const vote = voteOf(state, body.institution);
    if (vote.result !== null) return [];
    const ofBody = { institutions: [body.institution] };
    return voteLogic.open(voteAlone(vote), { today, law, input: ruleOf(body) }).map((open): OpenAct => Object.assign({}, open, ofBody));
  });
}

/** Several bodies may be of one role: the deadline of a new sitting is of the institution. */
function ruleOf({ institution, input }: VotingBody): VoteInput {
  return { ...input, mayModify: 'no', bodyRole: institution };
}

function unvoted(since: string): BodyVote {
  return { since, tabled: null, ballots: [], result: null };
}

/** A body that joined, or took another's place, after the step began has not voted yet. */
function voteOf(state: VotesState, institution: string): BodyVote {
  return state.bodies[institution] ?? unvoted(state.since);
}

function voteAlone({ since, tabled, ballots }: BodyVote): VoteState {
  return { since, tabled, ballots };
}

function withBody(state: VotesState, institution: string, body: BodyVote): VotesState {
  return { ...state, bodies: { ...state.bodies, [institution]: body } };
}

/** The bodies that the case has now: one that no longer takes part is not waited for. */
function aligned(state: VotesState, { bodies }: VotesInput): VotesState {
  return { ...state, bodies: Object.fromEntries(bodies.map(({ institution }) => [institution, voteOf(state, institution)])) };
}
