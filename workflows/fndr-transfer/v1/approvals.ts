import { and, dispatch, not, noteExpiry, outcome, type StateConfig } from '../../../src/kit/index.js';
import { heads } from './steps.js';

/** Where the approvals of a text lead, for the first text and for an amendment alike. */
export interface WaysOut {
  /** Prefix of the ids by which inner states are reached. */
  readonly of: 'first' | 'amendment';
  readonly rejected: string;
  /** Given up before it was signed. */
  readonly neverSigned: string;
  /** Given up after it was signed. */
  readonly abandoned: string;
  readonly objected: string;
  readonly sent: string;
  /** The event that gives the text up. */
  readonly giveUp: 'agreement.abandon' | 'amendment.drop';
}

const set = (type: 'setCoreVote' | 'setCouncilVote', is: string): { type: string; params: { is: string } } => ({ type, params: { is } });
const byRegion = (task: string, offices: readonly string[], ...done: readonly string[]): { task: string; role: string; offices: readonly string[]; events: readonly string[] } =>
  ({ task, role: 'regionalGovernment', offices, events: done });

/** CORE: 30 days, then the governor's proposal stands (LOC 19.175 art. 36). */
export function coreVote(ways: WaysOut, next: string): StateConfig {
  return {
    invoke: {
      id: 'coreVote', src: 'coreVote',
      onDone: [
        { guard: outcome('rejected'), target: ways.rejected },
        { guard: outcome('modified'), target: next, actions: set('setCoreVote', 'modified') },
        { target: next, actions: set('setCoreVote', 'approved') },
      ],
    },
    after: { coreVote: { target: next, actions: set('setCoreVote', 'proposalStands') } },
    on: { 'coreVote.except': { guard: 'exceptionOfRegister', target: next, actions: set('setCoreVote', 'excepted') } },
  };
}

/** From the draft to the sending: what every text of the agreement goes through. */
export function textApprovals(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  return {
    drafting: drafting(ways), councilVote: councilVote(ways), signature: signature(ways), resolution: resolution(ways),
    review: legalityReview(ways), sending: sending(ways),
  };
}

const giveUp = (ways: WaysOut): Readonly<Record<string, string>> => ({ [ways.giveUp]: ways.neverSigned });
const reopen = { 'draft.reopen': { target: 'drafting', actions: 'dropDraft' } } as const;

function drafting(ways: WaysOut): StateConfig {
  return {
    id: `${ways.of}-drafting`,
    on: {
      'draft.finish': [
        { guard: and('hasText', 'endsAfterToday', 'withinVotedAmount', 'councilMustAgree'), target: 'councilVote', actions: 'keepDraft' },
        { guard: and('hasText', 'endsAfterToday', 'withinVotedAmount', not('councilMustAgree')), target: 'signature', actions: ['keepDraft', set('setCouncilVote', 'notRequired')] },
      ],
      ...giveUp(ways),
    },
    meta: { tasks: [byRegion('draft', ['legal', 'investment'], 'draft.finish')] },
  };
}

/** LOC 18.695 art. 65 j; 20 days from the account given in session, then the mayor's proposal stands (art. 82). */
function councilVote(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'councilVote', src: 'councilVote',
      onDone: [
        { guard: outcome('rejected'), target: 'drafting', actions: 'dropDraft' },
        { target: 'signature', actions: set('setCouncilVote', 'approved') },
      ],
    },
    after: { councilVote: { target: 'signature', actions: set('setCouncilVote', 'proposalStands') } },
    on: { 'councilVote.except': { guard: 'exceptionOfRegister', target: 'signature', actions: set('setCouncilVote', 'excepted') }, ...reopen, ...giveUp(ways) },
  };
}

function signature(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'signature', src: 'signature',
      onDone: [
        { guard: outcome('refused'), target: ways.neverSigned },
        { target: 'resolution', actions: 'keepSignature' },
      ],
    },
    on: { ...reopen, ...giveUp(ways) },
    meta: { waits: [{ reason: 'signature-without-limit', basis: 'Las fuentes no fijan plazo para la firma', role: 'technicalUnit' }] },
  };
}

/** Exenta only below the dated threshold and never for a mandate; afecta may always be chosen. */
function resolution(ways: WaysOut): StateConfig {
  return {
    on: {
      'resolution.issue': [
        { guard: and('isExenta', 'mayBeExenta'), target: 'sending', actions: 'keepNature' },
        { guard: 'isAfecta', target: 'review', actions: 'keepNature' },
      ],
      [ways.giveUp]: ways.abandoned,
    },
    meta: { tasks: [byRegion('issueResolution', ['governor'], 'resolution.issue')] },
  };
}

function sending(ways: WaysOut): StateConfig {
  return {
    id: `${ways.of}-sending`,
    after: { notification: { actions: noteExpiry } },
    on: { 'agreement.send': { target: ways.sent, actions: ['adoptDraft', dispatch('agreementInForce', { technicalUnit: heads })] } },
    meta: { tasks: [byRegion('send', ['legal', 'investment'], 'agreement.send')] },
  };
}

/** Toma de razón: 15 business days from receipt, no deemed approval (CPR arts. 98-99). */
function legalityReview(ways: WaysOut): StateConfig {
  return {
    initial: 'entry',
    states: {
      entry: {
        on: { 'review.enter': 'reviewing', [ways.giveUp]: ways.abandoned },
        meta: { tasks: [byRegion('enterReview', ['legal', 'governor'], 'review.enter')] },
      },
      reviewing: {
        after: { legalityReview: { actions: noteExpiry } },
        on: {
          'review.clear': `#${ways.of}-sending`,
          'review.clearWithRemarks': `#${ways.of}-sending`,
          'review.object': { target: 'objected', actions: ['countObjection', dispatch('resolutionObjected', { regionalGovernment: ['governor', 'legal'] })] },
          'review.withdraw': 'withdrawn',
        },
        meta: {
          tasks: [{ task: 'review', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear', 'review.clearWithRemarks', 'review.object'] }],
          waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
        },
      },
      objected: {
        on: { 'review.reenter': 'reviewing', 'draft.reopen': { target: `#${ways.of}-drafting`, actions: 'dropDraft' }, [ways.giveUp]: ways.objected },
        meta: { tasks: [byRegion('answerObjection', ['legal', 'governor'], 'review.reenter', 'draft.reopen')] },
      },
      withdrawn: {
        on: { 'review.reenter': 'reviewing', 'draft.reopen': { target: `#${ways.of}-drafting`, actions: 'dropDraft' }, [ways.giveUp]: ways.abandoned },
        meta: { tasks: [byRegion('reenterOrRedraft', ['legal', 'governor'], 'review.reenter', 'draft.reopen')] },
      },
    },
  };
}
