import { and, dispatch, noteExpiry, not, outcome, type StateConfig, type TaskDeclaration, type WaitDeclaration } from '../../../src/kit/index.js';
import { decree } from './decree.js';
import { givenUp, reopened, type WaysOut } from './ways-out.js';

/** Every party that could still act on the text. */
const withoutLimit = (reason: string, basis: string): readonly WaitDeclaration[] => ['regionalGovernment', 'ministry', 'municipality', 'entity'].map((role) => ({ reason, basis, role }));

/** From the negotiation to the decree that has passed Contraloría (LOC 18.695 art. 8 bis; CPR arts 98, 99, 115). */
export function textApprovals(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  return { negotiation: negotiation(ways), appraisal: appraisal(ways), coreVote: coreVote(ways), formalisation: formalisation(ways) };
}

/** The portfolio and the clauses. Nothing leaves here without what art. 8 bis demands: each lack is a guard with its own words. */
function negotiation(ways: WaysOut): StateConfig {
  const complete = and(
    'namesProjects', 'statesShares', 'statesDuties', 'statesGoals', 'statesEvaluation', 'statesRevocability', 'settlesReallocation', 'hasText', 'endsAfterToday',
  );
  return {
    id: `${ways.of}-negotiation`,
    on: {
      'project.put': { guard: 'projectIsWhole', actions: 'putProject' },
      'project.drop': { guard: 'projectIsOnTheTable', actions: 'dropProject' },
      'share.put': { guard: and('shareIsWhole', 'ofAParty'), actions: 'putShare' },
      'duties.put': { guard: 'ofAParty', actions: ['putDuties', 'countSilentParties'] },
      'clauses.put': { actions: 'putClauses' },
      'text.close': { guard: complete, target: 'appraisal', actions: ['closeText', 'forgetVotes'] },
      [ways.giveUp]: [{ guard: 'wasTurnedDown', target: ways.turnedDown, actions: ways.noted }, { target: ways.givenUp, actions: ways.noted }],
    },
    meta: { tasks: [negotiate('regionalGovernment', ['planning', 'legal']), negotiate('ministry', ['undersecretary', 'legal'])] },
  };
}

function negotiate(role: string, offices: readonly string[]): TaskDeclaration {
  return { task: 'negotiate', role, offices, events: ['project.put', 'share.put', 'duties.put', 'clauses.put', 'text.close'] };
}

/** Each project's result in the national investment system (art. 8 bis, last paragraph). */
function appraisal(ways: WaysOut): StateConfig {
  return {
    invoke: { id: 'appraisal', src: 'appraisal', onDone: { target: 'coreVote', actions: 'keepAppraisals' } },
    on: { ...reopened(ways), ...givenUp(ways, ways.givenUp) },
    meta: { waits: ['socialDevelopment', 'municipality'].map((role) => ({ reason: 'appraisal-not-replaced', basis: 'LOC 18.695 art. 8 bis, inciso final (art. 19 bis DL 1.263); nada reemplaza el resultado', role })) },
  };
}

/** The CORE of each region: 30 days from the governor's proposal, then it stands (LOC 19.175 art. 36). A changed text is another text. */
function coreVote(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'coreVote', src: 'coreVote',
      onDone: [
        { guard: outcome('rejected'), target: 'negotiation', actions: 'markTurnedDown' },
        { guard: 'municipalityTakesPart', target: 'formalisation.councilVote', actions: 'keepCoreVotes' },
        { guard: not('municipalityTakesPart'), target: 'formalisation.signature', actions: 'keepCoreVotes' },
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
    states: { councilVote: councilVote(ways), signature: signature(ways), ...decree(ways) },
  };
}

/** The concejo of each municipality, whatever the amount: absolute majority, or two thirds beyond the mayor's term (LOC 18.695 art. 65 j). */
function councilVote(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'councilVote', src: 'councilVote',
      onDone: [
        { guard: outcome('rejected'), target: `#${ways.of}-negotiation`, actions: 'markTurnedDown' },
        { target: 'signature', actions: 'keepCouncilVotes' },
      ],
    },
    on: { ...reopened(ways), ...givenUp(ways, ways.givenUp) },
    meta: { waits: [{ reason: 'council-from-its-sitting', basis: 'LOC 18.695 art. 82 c): los veinte días corren desde que se da cuenta; la ley no dice cuándo', role: 'municipality' }] },
  };
}

/** All parties sign. No source sets a limit: Ñuble's health agreement waited 420 days. */
function signature(ways: WaysOut): StateConfig {
  return {
    invoke: {
      id: 'signature', src: 'signature',
      onDone: [
        { guard: outcome('refused'), target: `#${ways.of}-negotiation`, actions: 'markTurnedDown' },
        { target: 'sending', actions: ['keepSignature', dispatch('agreementSigned', { regionalGovernment: ['governor', 'legal'] })] },
      ],
    },
    on: { ...reopened(ways), ...givenUp(ways, ways.givenUp) },
    meta: { waits: withoutLimit('signature-without-limit', 'Las fuentes no fijan plazo para la firma') },
  };
}
