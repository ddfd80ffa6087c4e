import type { JsonObject } from '../case-event.js';
import type { VoteInput } from './vote-rule.js';
import type { VoteState } from './vote.js';

/** One of several bodies that vote on the same matter, each by its own rule. */
export interface VotingBody {
  readonly role: string;
  /** Code of the body's institution: whose act it is, and the subject of its deadline. */
  readonly institution: string;
  /** As of a single vote; none of several bodies changes what the others vote on, so `mayModify` is read as `no`. */
  readonly input: VoteInput;
}

export interface VotesInput {
  readonly bodies: readonly VotingBody[];
  /** Name of each body's own deadline; it runs from the sitting in which the body was given account (`present`). */
  readonly deadline?: string;
  /** What the end of that deadline means: the proposal stands (LOC 18.695 art. 82 c). Left out, silence means nothing. */
  readonly onSilence?: 'approved';
}

/** One body's vote, and what it came to: decided, or held approved because the body kept silent. */
export interface BodyVote extends VoteState {
  readonly result: 'approved' | 'rejected' | 'silence' | null;
}

export interface VotesState extends JsonObject {
  /** Day the matter came to the bodies. */
  readonly since: string;
  /** By code of institution. */
  readonly bodies: Readonly<Record<string, BodyVote>>;
  /** The deadline whose end counts as approval; null when silence means nothing. */
  readonly silence: string | null;
}
