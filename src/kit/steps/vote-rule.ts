import { z } from 'zod';
import { day } from '../case-event.js';
import type { Offices } from '../event.js';

/** How a collegiate body sits, adopts and breaks a tie. */
export interface VoteRule {
  /** `members` counts the body and whoever adopts with it (the mayor in a concejo: LOC 18.695 art. 86 final). */
  readonly adopting: 'absolute-majority-of-members' | 'two-thirds-of-members' | 'absolute-majority-of-present';
  /** The share of the members in office that must be present, by call; more than half when left out. */
  readonly sitting: { readonly first: 'majority' | 'three-fifths'; readonly second: 'majority' };
  /** Whether the one who presides votes and counts for adopting (mayor), or only breaks a tie (governor). */
  readonly presider: 'votes' | 'breaks-ties';
  /** `ladder`: second vote, new sitting, casting vote (LOC 18.695 art. 86). `casting-vote`: at once. */
  readonly ties: 'ladder' | 'casting-vote';
  /** Whether an abstention needs a recorded cause (LOC 18.695 art. 79 b). */
  readonly abstentionNeedsCause: 'yes' | 'no';
  readonly basis: string;
}

export interface VoteInput {
  /** Who gives account of the matter in session, where a limit runs from that; left out, nobody needs to. */
  readonly tabledBy?: Offices;
  /** Who certifies the vote. */
  readonly certifiedBy: Offices;
  readonly rule: VoteRule;
  /** Seats of the body by law: what the example counts with, and the most that may be in office. */
  readonly seats: number;
  /** Name of the step's own deadline for the new sitting after two ties, if it has one. */
  readonly newSittingDeadline?: string;
  /** The role of the body's institution, as subject of that deadline. */
  readonly bodyRole: string;
  /** Whether the body may adopt the matter with changes. */
  readonly mayModify: 'yes' | 'no';
}

const count = z.int().min(0).max(400);
/** One vote, certified in one line by the secretary of the body. */
export const voteCertificate = z.strictObject({
  sitting: day,
  call: z.enum(['first', 'second']),
  inOffice: count,
  present: count,
  presidedBy: z.enum(['head', 'member']),
  inFavour: count,
  against: count,
  abstentions: z.array(z.strictObject({ cause: z.string().max(500) })).max(100),
  castingVote: z.enum(['in-favour', 'against']).optional(),
  modifications: z.string().min(3).max(4000).optional(),
});
export type VoteCertificate = z.infer<typeof voteCertificate>;

/** What is known of a vote of the past that no certificate shows: what it decided; its day and its counts only where a source gives them. */
export const registeredVote = z.strictObject({
  sitting: day.nullable(), result: z.enum(['approved', 'rejected']), inFavour: count.optional(), against: count.optional(), abstained: count.optional(),
});
export type RegisteredVote = z.infer<typeof registeredVote>;
