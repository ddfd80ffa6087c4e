import { assign, type CaseEvent } from '../../../src/kit/index.js';
import { negotiationActions } from '../../../src/kit/agreements/negotiation.js';
import { daysBetween, keyOf, type Terms } from '../../../src/kit/agreements/terms.js';
import type { AppraisalStatus } from '../../../src/kit/steps/appraisal.js';
import { clauseActions, partiesWithoutDuties } from './clauses.js';
import type { Agreement } from './context.js';

export const actions = {
  ...negotiationActions,
  ...clauseActions,
  countSilentParties: assign<Agreement>(({ context, event }) => ({ silentParties: partiesWithoutDuties(context.draft, event.participants).length })),
  /** A new text is put to the vote: no vote of an older one carries over. */
  forgetVotes: assign<Agreement>(() => ({ turnedDown: 'no', coreVotes: {}, councilVotes: {}, signedOn: null, decreedOn: null, objection: null })),
  markTurnedDown: assign<Agreement>(() => ({ turnedDown: 'yes' })),
  keepAppraisals: assign<Agreement>(({ context: { draft }, event }) => {
    const results = (event.output?.result['results'] ?? {}) as Readonly<Record<string, AppraisalStatus>>;
    const projects = draft.projects.map((one) => ({ ...one, appraisal: results[keyOf(one)] ?? one.appraisal }));
    return { draft: { ...draft, projects } };
  }),
  /** The day of the sitting where the vote names it; where a CORE kept silent, the day its limit had ended. */
  keepCoreVotes: assign<Agreement>(({ event }) => {
    const sitting = event.data['sitting'];
    return { coreVotes: votesOf(event.output?.result), votedOn: typeof sitting === 'string' ? sitting : knownDay(event) };
  }),
  keepCouncilVotes: assign<Agreement>(({ event }) => ({ councilVotes: votesOf(event.output?.result) })),
  keepSignature: assign<Agreement>(({ context: { votedOn }, event }) => {
    const signedOn = knownDay(event);
    return { signedOn, daysFromVoteToSignature: votedOn === null || signedOn === null ? null : daysBetween(votedOn, signedOn) };
  }),
  keepPublication: assign<Agreement>(({ event }) => ({ publishedOn: event.on })),
  keepDecree: assign<Agreement>(({ event }) => ({ decreedOn: event.instrument?.date ?? knownDay(event) })),
  countObjection: assign<Agreement>(({ context, event }) => ({ objections: context.objections + 1, objection: (event.data['ground'] ?? 'illegality') as Agreement['objection'] })),
  clearObjection: assign<Agreement>(() => ({ objection: null })),
  /** The decree has passed: the text is the agreement in force. */
  adoptDraft: assign<Agreement>(({ context: { draft, inForce, inForceSince }, event }) => (
    { inForce: draft, endsOn: draft.endsOn, inForceSince: inForce === null ? knownDay(event) : inForceSince, objection: null })),
  beginAmendment: assign<Agreement>(({ context: { inForce, draft, amendments } }) => ({ amendments: amendments + 1, draft: withoutText(inForce ?? draft), turnedDown: 'no' })),
  dropDraft: assign<Agreement>(({ context: { inForce, draft } }) => ({ draft: inForce ?? draft, turnedDown: 'no', objection: null })),
  keepEvaluation: assign<Agreement>(({ event }) => ({ evaluation: event.data['result'] as Agreement['evaluation'] })),
  giveUp: assign<Agreement>(() => ({ over: 'given-up' })),
  markSettled: assign<Agreement>(() => ({ over: 'settled' })),
  endBy: assign<Agreement>((_asked, { is }) => ({ ending: is as Agreement['ending'] })),
} as const;

/** The day of an act; null where no source of the past gives it. */
function knownDay({ on, dated }: CaseEvent): string | null {
  return dated === 'uncertain' ? null : on;
}

function votesOf(result: Readonly<Record<string, unknown>> | undefined): Agreement['coreVotes'] {
  return (result?.['bodies'] ?? {}) as Agreement['coreVotes'];
}

/** An amendment starts from what is in force, and has a text of its own. */
function withoutText(terms: Terms): Terms {
  return { ...terms, textSha256: null };
}
