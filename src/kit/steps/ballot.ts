import type { EventSource } from '../case-event.js';
import { refuse, type StepRefusal } from './step.js';
import type { VoteCertificate, VoteInput, VoteRule } from './vote-rule.js';

/** One vote taken, with what it decided. */
export interface Ballot {
  readonly sitting: string;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly result: 'approved' | 'rejected' | 'tie';
}

/** Votes in favour that adopt: of the members (and whoever adopts with them), or of those present. */
export function votesNeeded(rule: VoteRule, inOffice: number, present: number): number {
  const members = inOffice + (rule.presider === 'votes' ? 1 : 0);
  const needed = {
    'absolute-majority-of-members': Math.floor(members / 2) + 1,
    'two-thirds-of-members': Math.ceil((members * 2) / 3),
    'absolute-majority-of-present': Math.floor(present / 2) + 1,
  } satisfies Record<VoteRule['adopting'], number>;
  return needed[rule.adopting];
}

/** Members that must be present to sit, the one who presides not counted (LOC 18.695 art. 86). */
export function sittingQuorum(rule: VoteRule, call: 'first' | 'second', inOffice: number): number {
  return rule.sitting[call] === 'three-fifths' ? Math.ceil((inOffice * 3) / 5) : Math.floor(inOffice / 2) + 1;
}

/** Judges one certified vote: the sitting, the counts, the tie ladder, and what it adopts. */
export function castBallot(before: readonly Ballot[], vote: VoteCertificate, input: VoteInput, source: EventSource): Ballot | StepRefusal {
  const { rule } = input;
  const quorum = sittingQuorum(rule, vote.call, vote.inOffice);
  const voters = vote.present + (rule.presider === 'votes' && vote.presidedBy === 'head' ? 1 : 0);
  const abstained = vote.abstentions.length;
  if (vote.inOffice > input.seats) return refuse('vote-more-members-than-seats', { inOffice: vote.inOffice, seats: input.seats });
  if (vote.present > vote.inOffice) return refuse('vote-more-present-than-members', { present: vote.present, inOffice: vote.inOffice });
  if (vote.present < quorum) return refuse('vote-without-quorum', { present: vote.present, quorum });
  if (vote.inFavour + vote.against + abstained !== voters) {
    return refuse('vote-counts-do-not-add-up', { counted: vote.inFavour + vote.against + abstained, voters });
  }
  if (rule.abstentionNeedsCause === 'yes' && source !== 'imported' && vote.abstentions.some((one) => one.cause.trim() === '')) {
    return refuse('vote-abstention-without-cause');
  }
  if (input.mayModify === 'no' && vote.modifications) return refuse('vote-may-not-modify');
  const onLadder = ladderFault(before, vote, rule);
  if (onLadder) return onLadder;
  return { sitting: vote.sitting, inFavour: vote.inFavour, against: vote.against, abstained, result: resultOf(vote, rule, votesNeeded(rule, vote.inOffice, voters)) };
}

function resultOf(vote: VoteCertificate, rule: VoteRule, needed: number): Ballot['result'] {
  if (vote.inFavour === vote.against && vote.inFavour > 0) {
    if (!vote.castingVote) return 'tie';
    // One more vote breaks a tie; it does not make the share of all members that the law asks (LOC 18.695 art. 65 j).
    const adopts = rule.adopting === 'absolute-majority-of-present' || vote.inFavour + 1 >= needed;
    return vote.castingVote === 'in-favour' && adopts ? 'approved' : 'rejected';
  }
  return vote.inFavour >= needed ? 'approved' : 'rejected';
}

/** Second vote in the same sitting, third in another, and only then the casting vote (LOC 18.695 art. 86). */
function ladderFault(before: readonly Ballot[], vote: VoteCertificate, rule: VoteRule): StepRefusal | null {
  const tie = vote.inFavour === vote.against && vote.inFavour > 0;
  if (vote.castingVote && !tie) return refuse('vote-casting-vote-without-tie');
  if (rule.ties === 'casting-vote') return tie && !vote.castingVote ? refuse('vote-tie-needs-casting-vote') : null;
  const last = before.at(-1);
  if (before.length === 1 && last && vote.sitting !== last.sitting) return refuse('vote-second-vote-same-sitting', { sitting: last.sitting });
  if (before.length === 2 && last && vote.sitting <= last.sitting) return refuse('vote-third-vote-new-sitting', { sitting: last.sitting });
  if (vote.castingVote && before.length < 2) return refuse('vote-casting-vote-too-early');
  if (tie && before.length >= 2 && !vote.castingVote) return refuse('vote-tie-needs-casting-vote');
  return null;
}
