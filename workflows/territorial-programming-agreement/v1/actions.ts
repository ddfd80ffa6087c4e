import { assign } from '../../../src/kit/index.js';
import { negotiationActions } from '../../../src/kit/agreements/negotiation.js';
import { daysBetween, type Terms } from '../../../src/kit/agreements/terms.js';
import type { Agreement } from './context.js';

export const actions = {
  ...negotiationActions,
  /** The text and the clauses that the parties may add to what art. 8 ter asks. */
  keepClauses: assign<Agreement>(({ context: { draft }, event: { data } }) => ({
    draft: { ...draft, reallocation: data['reallocation'] === 'agreed' ? 'agreed' : 'not-apt', lastInstance: (data['lastInstance'] ?? null) as Terms['lastInstance'] },
  })),
  /** A new text is put to the vote: no vote of an older one carries over. */
  forgetVotes: assign<Agreement>(() => ({ turnedDown: 'no', coreVotes: {}, councilVotes: {}, signedOn: null, resolution: null })),
  markTurnedDown: assign<Agreement>(() => ({ turnedDown: 'yes' })),
  keepCouncilVotes: assign<Agreement>(({ event }) => ({ councilVotes: (event.output?.result['bodies'] ?? {}) as Agreement['councilVotes'] })),
  /** The day of the sitting where the vote names it; where the CORE kept silent, the day its limit had ended. */
  keepCoreVotes: assign<Agreement>(({ event }) => {
    const sitting = event.data['sitting'];
    return { coreVotes: (event.output?.result['bodies'] ?? {}) as Agreement['coreVotes'], votedOn: typeof sitting === 'string' ? sitting : event.on };
  }),
  keepSignature: assign<Agreement>(({ context: { votedOn }, event: { on } }) => ({ signedOn: on, daysFromVoteToSignature: votedOn === null ? null : daysBetween(votedOn, on) })),
  keepPublication: assign<Agreement>(({ event }) => ({ publishedOn: event.on })),
  keepNature: assign<Agreement>(({ event }) => ({ resolution: event.data['nature'] as Agreement['resolution'] })),
  countObjection: assign<Agreement>(({ context }) => ({ objections: context.objections + 1 })),
  /** The resolution is fully processed: the text is the agreement in force. */
  adoptDraft: assign<Agreement>(({ context: { draft, inForceSince }, event }) => ({ inForce: draft, endsOn: draft.endsOn, inForceSince: inForceSince ?? event.on })),
  beginAmendment: assign<Agreement>(({ context: { inForce, draft, amendments } }) => ({ amendments: amendments + 1, draft: { ...(inForce ?? draft), textSha256: null }, turnedDown: 'no' })),
  dropDraft: assign<Agreement>(({ context: { inForce, draft } }) => ({ draft: inForce ?? draft, turnedDown: 'no' })),
  giveUp: assign<Agreement>(() => ({ over: 'given-up' })),
  markSettled: assign<Agreement>(() => ({ over: 'settled' })),
  endBy: assign<Agreement>((_asked, { is }) => ({ ending: is as Agreement['ending'] })),
} as const;
