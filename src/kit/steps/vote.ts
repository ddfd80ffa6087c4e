import { z } from 'zod';
import { day, type CaseEvent, type JsonObject } from '../case-event.js';
import { castBallot, type Ballot } from './ballot.js';
import { registeredVote, voteCertificate, type RegisteredVote, type VoteCertificate, type VoteInput } from './vote-rule.js';
import { refuse, step, type OpenAct, type StepChange, type StepDefinition, type StepLogic, type StepRefusal, type StepSetting } from './step.js';

export interface VoteState extends JsonObject {
  /** Day the matter came to the body: no sitting before it deals with it. */
  readonly since: string;
  readonly tabled: { readonly sitting: string } | null;
  readonly ballots: readonly Ballot[];
}

const acts = { present: z.strictObject({ sitting: day }), certify: voteCertificate } as const;

function present(state: VoteState, event: CaseEvent): StepChange<VoteState> | StepRefusal {
  if (state.tabled) return refuse('vote-already-tabled', { sitting: state.tabled.sitting });
  const fault = sittingFault(state, event);
  if (fault) return fault;
  return { state: { ...state, tabled: { sitting: String(event.data['sitting']) } } };
}

function certify(state: VoteState, event: CaseEvent, input: VoteInput): StepChange<VoteState> | StepRefusal {
  if (event.source === 'imported' && 'result' in event.data) return transcribe(state, event.data as RegisteredVote);
  const fault = sittingFault(state, event);
  if (fault) return fault;
  const cast = castBallot(state.ballots, event.data as VoteCertificate, input, event.source);
  if ('refused' in cast) return cast;
  const next: VoteState = { ...state, ballots: [...state.ballots, cast] };
  if (cast.result === 'tie') {
    const secondTie = input.rule.ties === 'ladder' && next.ballots.length === 2 && input.newSittingDeadline;
    return secondTie ? { state: next, start: [{ deadline: input.newSittingDeadline, subject: input.bodyRole, from: cast.sitting }] } : { state: next };
  }
  const { modifications } = event.data as VoteCertificate;
  const outcome = cast.result === 'rejected' ? 'rejected' : modifications ? 'modified' : 'approved';
  const met = input.newSittingDeadline ? [{ deadline: input.newSittingDeadline, subject: input.bodyRole }] : [];
  return { state: next, met, done: { outcome, result: { sitting: cast.sitting, inFavour: cast.inFavour, against: cast.against, ...(modifications ? { modifications } : {}) } } };
}

/** A vote of the past: what its source does not give is not made up. */
function transcribe(state: VoteState, { sitting, result, inFavour, against }: RegisteredVote): StepChange<VoteState> {
  return { state, done: { outcome: result, result: { sitting, inFavour: inFavour ?? null, against: against ?? null } } };
}

/** A sitting named at will would start, or end, the body's limit on a day of anyone's choosing. */
function sittingFault(state: VoteState, event: CaseEvent): StepRefusal | null {
  const sitting = String(event.data['sitting']);
  if (event.source === 'imported') return null;
  if (sitting > event.on) return refuse('vote-sitting-in-the-future', { sitting });
  return sitting < state.since ? refuse('vote-sitting-before-the-matter', { sitting, since: state.since }) : null;
}

function exampleCertificate(state: VoteState, input: VoteInput, today: string): VoteCertificate {
  const withHead = input.rule.presider === 'votes' ? 1 : 0;
  const sitting = state.ballots.length === 1 ? state.ballots[0].sitting : today;
  return { sitting, call: 'first', inOffice: input.seats, present: input.seats, presidedBy: 'head', inFavour: input.seats + withHead, against: 0, abstentions: [] };
}

function openActs(state: VoteState, { today, input }: StepSetting<VoteInput>): readonly OpenAct[] {
  const approval = exampleCertificate(state, input, today);
  const rejection: VoteCertificate = { ...approval, inFavour: 0, against: approval.inFavour };
  const certification: OpenAct = { act: 'certify', by: input.certifiedBy, examples: [approval, rejection], expected: true };
  if (state.tabled || !input.tabledBy) return [certification];
  return [{ act: 'present', by: input.tabledBy, examples: [{ sitting: today }], expected: true }, certification];
}

/**
 * The reducer of a collegiate body's vote. The secretary certifies each vote in one line: counts, not names. Ends
 * `approved`, `modified` or `rejected`; a tie keeps it open.
 */
export const voteLogic: StepLogic<VoteState, VoteInput> = {
  kind: 'vote',
  acts,
  registered: { certify: z.union([registeredVote, voteCertificate]) },
  outcomes: ['approved', 'modified', 'rejected'],
  start: (_input, event) => ({ state: { since: event.on, tabled: null, ballots: [] } }),
  apply: ({ state, act, event, input }) => (act === 'present' ? present(state, event) : certify(state, event, input)),
  // The law names no effect of a new sitting held late: the vote stays open.
  expire: (state) => ({ state }),
  open: openActs,
};

/** Declares a vote step. */
export function vote<Context>(input: (context: Context, event: CaseEvent) => VoteInput, law: readonly string[] = []): StepDefinition<Context> {
  return step(voteLogic, { input, law });
}
