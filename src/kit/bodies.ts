import type { CaseEvent } from './case-event.js';
import { lawNumber } from './law.js';
import type { StepDefinition } from './steps/step.js';
import { vote } from './steps/vote.js';
import type { VoteInput, VoteRule } from './steps/vote-rule.js';

/** A consejo regional's vote, by the role (and, of several, the institution) of its regional government. */
export interface CoreSitting {
  readonly role: string;
  readonly institution?: string;
  /** An absolute majority of those present when left out. */
  readonly adopting?: VoteRule['adopting'];
  readonly mayModify?: 'yes' | 'no';
}

/**
 * How a CORE votes: three fifths to sit, a majority in second call; the governor presides and breaks ties (LOC 19.175
 * arts 36, 43, not read: secondary).
 */
export function coreVoteInput(event: CaseEvent, { role, institution, adopting = 'absolute-majority-of-present', mayModify = 'yes' }: CoreSitting): VoteInput {
  return {
    certifiedBy: { [role]: ['core-secretary'] }, bodyRole: role, seats: lawNumber(event, 'core.seats', institution) ?? 34, mayModify,
    rule: {
      adopting, sitting: { first: 'three-fifths', second: 'majority' }, presider: 'breaks-ties', ties: 'casting-vote', abstentionNeedsCause: 'no',
      basis: 'LOC 19.175 arts. 36, 43 (no leída: fuente secundaria)',
    },
  };
}

/** A concejo municipal's vote, by the role (and, of several, the institution) of its municipality. */
export interface CouncilSitting {
  readonly role: string;
  readonly institution?: string;
  readonly adopting?: Extract<VoteRule['adopting'], `${string}-of-members`>;
  /** Whether its limit runs from the account given in session (LOC 18.695 art. 82 c): then somebody has to give it. */
  readonly tabled?: 'yes' | 'no';
  readonly newSittingDeadline?: string;
}

/**
 * How a concejo votes: a majority of councillors to sit, the mayor not counted; the mayor votes and counts to adopt; ties
 * climb the ladder of art. 86; who abstains names a cause (LOC 18.695 arts 63 m, 65, 79 b, 86).
 */
export function councilVoteInput(event: CaseEvent, sitting: CouncilSitting): VoteInput {
  const { role, institution, adopting = 'absolute-majority-of-members', tabled = 'yes', newSittingDeadline } = sitting;
  return {
    ...(tabled === 'yes' && { tabledBy: { [role]: ['mayor', 'council-secretary'] } }), certifiedBy: { [role]: ['council-secretary'] }, bodyRole: role,
    seats: lawNumber(event, 'concejo.seats', institution) ?? 10, mayModify: 'no', ...(newSittingDeadline !== undefined && { newSittingDeadline }),
    rule: {
      adopting, sitting: { first: 'majority', second: 'majority' }, presider: 'votes', ties: 'ladder', abstentionNeedsCause: 'yes',
      basis: 'LOC 18.695 arts. 63 m), 65, 79 b), 86',
    },
  };
}

/** Declares the vote of one CORE. */
export function coreVote<Context>(sitting: CoreSitting | ((context: Context, event: CaseEvent) => CoreSitting)): StepDefinition<Context> {
  return vote<Context>((context, event) => coreVoteInput(event, typeof sitting === 'function' ? sitting(context, event) : sitting), ['core.seats']);
}

/** Declares the vote of one concejo. */
export function councilVote<Context>(sitting: CouncilSitting | ((context: Context, event: CaseEvent) => CouncilSitting)): StepDefinition<Context> {
  return vote<Context>((context, event) => councilVoteInput(event, typeof sitting === 'function' ? sitting(context, event) : sitting), ['concejo.seats', 'mayor.term-end']);
}
