import { and, dispatch, noteExpiry, outcome, type StateConfig, type TaskDeclaration, type TransitionConfig } from '../../../src/kit/index.js';
import { givenUp, reopened, type WaysOut } from './ways-out.js';

const byRegion = (task: string, offices: readonly string[], ...done: readonly string[]): TaskDeclaration => ({ task, role: 'regionalGovernment', offices, events: done });
const everyParty = { regionalGovernment: ['governor', 'planning'], municipality: ['mayor'] };

/** From the draft to the resolution: what every text of the agreement goes through (LOC 18.695 arts 8 ter, 65 j). */
export function textApprovals(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  return { drafting: drafting(ways), councilVote: councilVote(ways), coreVote: coreVote(ways), formalisation: formalisation(ways) };
}

/** Projects, term and contributions: what art. 8 ter says the agreement makes formal. The list of art. 8 bis is not asked here. */
function drafting(ways: WaysOut): StateConfig {
  return {
    id: `${ways.of}-drafting`,
    on: {
      'project.put': { guard: 'projectIsWhole', actions: 'putProject' },
      'project.drop': { guard: 'projectIsOnTheTable', actions: 'dropProject' },
      'share.put': { guard: and('shareIsWhole', 'ofAParty'), actions: 'putShare' },
      'text.close': { guard: and('namesProjects', 'statesShares', 'hasText', 'endsAfterToday'), target: 'councilVote', actions: ['closeText', 'keepClauses', 'forgetVotes'] },
      [ways.giveUp]: [{ guard: 'wasTurnedDown', target: ways.turnedDown, actions: ways.noted }, { target: ways.givenUp, actions: ways.noted }],
    },
    meta: { tasks: [byRegion('draft', ['planning', 'legal'], 'project.put', 'share.put', 'text.close')] },
  };
}

/** The concejo of each municipality, whatever the amount: absolute majority, or two thirds beyond the mayor's term; 20 days (arts 65 j, 82). */
function councilVote(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'councilVote', src: 'councilVote',
      onDone: [
        { guard: outcome('rejected'), target: 'drafting', actions: 'markTurnedDown' },
        { target: 'coreVote', actions: 'keepCouncilVotes' },
      ],
    },
    on: { ...reopened(ways), ...givenUp(ways, ways.givenUp) },
    meta: { waits: [{ reason: 'council-from-its-sitting', basis: 'LOC 18.695 art. 82 c): los veinte días corren desde que se da cuenta; la ley no dice cuándo', role: 'municipality' }] },
  };
}

/** CORE: 30 days, then the governor's proposal stands (LOC 19.175 art. 36). */
function coreVote(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'coreVote', src: 'coreVote',
      onDone: [
        { guard: outcome('rejected'), target: 'drafting', actions: 'markTurnedDown' },
        { target: 'formalisation', actions: 'keepCoreVotes' },
      ],
    },
    on: { ...reopened(ways), ...givenUp(ways, ways.givenUp) },
  };
}

/** From the CORE's agreement on; meanwhile it is published (annual budget law). */
function formalisation(ways: WaysOut): StateConfig {
  return {
    initial: 'signature',
    after: { corePublication: { actions: noteExpiry } },
    on: { 'agreement.publish': { actions: 'keepPublication' } },
    states: { signature: signature(ways), resolution: resolution(ways), review: legalityReview(ways) },
  };
}

function signature(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'signature', src: 'signature',
      onDone: [
        { guard: outcome('refused'), target: `#${ways.of}-drafting`, actions: 'markTurnedDown' },
        { target: 'resolution', actions: 'keepSignature' },
      ],
    },
    on: { ...reopened(ways), ...givenUp(ways, ways.givenUp) },
    meta: { waits: ['regionalGovernment', 'municipality'].map((role) => ({ reason: 'signature-without-limit', basis: 'Las fuentes no fijan plazo para la firma', role })) },
  };
}

/** Sanctioned by resolution of the regional government, without a decree (art. 8 ter); exenta only below the dated threshold. */
function resolution(ways: WaysOut): StateConfig {
  return {
    on: {
      'resolution.issue': [
        { guard: and('isExenta', 'mayBeExenta'), target: ways.sanctioned, actions: ['keepNature', 'adoptDraft', dispatch('agreementInForce', everyParty)] },
        { guard: 'isAfecta', target: 'review', actions: 'keepNature' },
      ],
      ...reopened(ways), ...givenUp(ways, ways.unsanctioned),
    },
    meta: { tasks: [byRegion('issueResolution', ['governor'], 'resolution.issue')] },
  };
}

/** Toma de razón: 15 business days from receipt, no deemed approval (CPR arts 98-99). */
function legalityReview(ways: WaysOut): StateConfig {
  const sanctioned: TransitionConfig = { target: ways.sanctioned, actions: ['adoptDraft', dispatch('agreementInForce', everyParty)] };
  return {
    initial: 'entry',
    states: {
      entry: {
        on: { 'review.enter': 'reviewing', ...givenUp(ways, ways.unsanctioned) },
        meta: { tasks: [byRegion('enterReview', ['legal', 'governor'], 'review.enter')] },
      },
      reviewing: {
        after: { legalityReview: { actions: noteExpiry } },
        on: {
          'review.clear': sanctioned,
          'review.clearWithRemarks': sanctioned,
          'review.object': { target: 'objected', actions: ['countObjection', dispatch('resolutionObjected', everyParty)] },
          'review.withdraw': 'withdrawn',
        },
        meta: {
          tasks: [{ task: 'review', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear', 'review.clearWithRemarks', 'review.object'] }],
          waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
        },
      },
      objected: {
        on: { 'review.reenter': 'reviewing', ...reopened(ways), ...givenUp(ways, ways.represented) },
        meta: { tasks: [byRegion('answerObjection', ['legal', 'governor'], 'review.reenter', 'text.reopen')] },
      },
      withdrawn: {
        on: { 'review.reenter': 'reviewing', ...reopened(ways), ...givenUp(ways, ways.unsanctioned) },
        meta: { tasks: [byRegion('reenterOrRedraft', ['legal', 'governor'], 'review.reenter', 'text.reopen')] },
      },
    },
  };
}
