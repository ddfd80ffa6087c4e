import { and, dispatch, not, or, outcome, type StateConfig } from '../../../src/kit/index.js';
import { byMunicipality, dated, enter, municipalHeads, noticesBefore, withdrawn } from './transitions.js';

/** Drawing up the draft and its environmental report, which goes to the Ministry of the Environment (LGUC art. 43, Ley 19.300 art. 7 bis). */
export function design(): StateConfig {
  return { id: 'design', initial: 'drafting', entry: enter('design'), on: withdrawn, states: drawnUp() };
}

export function drawnUp(): Readonly<Record<string, StateConfig>> {
  return {
    drafting: {
      on: { 'draft.finish': { target: 'sending', actions: 'keepDraft' } },
      meta: { tasks: [byMunicipality('draft', ['planning', 'mayor'], 'draft.finish')] },
    },
    sending: {
      on: { 'environment.send': { guard: dated('sentOn', 'since'), target: 'environment', actions: 'markDay' } },
      meta: { tasks: [byMunicipality('sendEnvironmentalReport', ['mayor', 'planning'], 'environment.send')] },
    },
    environment: {
      on: { 'environment.observe': { target: '#draft', actions: 'keepEnvironment' } },
      meta: {
        tasks: [{ task: 'observeEnvironment', role: 'mma', offices: ['seremi', 'legal'], events: ['environment.observe'] }],
        waits: [{ reason: 'environment-limit-not-verified', basis: 'Ley 19.300 art. 7 bis inc. 5; el plazo está en el DS 32/2015, no leído', role: 'mma' }],
      },
    },
  };
}

/** The draft before the community and the concejo (LGUC art. 43, second to fifth paragraphs; art. 45 for an enmienda). */
export function draft(): StateConfig {
  return {
    id: 'draft',
    initial: 'participation',
    entry: enter('draft'),
    invoke: { id: 'draftObservations', src: 'draftObservations', onDone: { actions: 'keepAnswers' } },
    after: { cosocOpinion: { actions: 'closeCosoc' } },
    on: {
      'cosoc.inform': { guard: and(not('cosocInformed'), dated('informedOn', 'draftedOn')), actions: 'informCosoc' },
      'cosoc.observe': { guard: 'cosocMayObserve', actions: 'keepCosocOpinion' },
      ...withdrawn,
    },
    states: { ...beforeCouncil({ participation: participation(), exposure: exposure(), ...afterExposure(), submission: submission() }), council: council() },
  };
}

/** Answers may be prepared before; each contested matter is the concejo's once the draft is before it (fifth paragraph). */
function beforeCouncil(states: Readonly<Record<string, StateConfig>>): Readonly<Record<string, StateConfig>> {
  const refuses = { 'draftObservations.conclude': 'matters-before-council' } as const;
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [name, { ...state, meta: { ...state.meta, refuses } }]));
}

const announced = and('reportAccompanies', 'conformityByReport');

/** Numbers 1 to 3: neighbours informed, hearings, COSOC; third paragraph: notices, and everything on the web site from the start. */
function participation(): StateConfig {
  return {
    initial: 'opening',
    states: {
      opening: {
        on: { 'participation.open': { guard: and(announced, dated('onlineOn', 'since'), dated('neighboursInformedOn', 'since')), target: 'hearings', actions: 'openParticipation' } },
        meta: { tasks: [byMunicipality('openParticipation', ['planning', 'mayor'], 'participation.open')] },
      },
      hearings: {
        on: {
          // Hearings that were not duly announced are announced again.
          'participation.open': { guard: and(announced, dated('onlineOn', 'onlineOn')), actions: 'openParticipation' },
          'draftHearings.certify': { guard: and('noticesBeforeHearings', 'heardSinceOnline', 'nothingInFuture'), actions: 'proveDraftHearings' },
          'exposure.open': { guard: and('hasDraftNotices', 'hasDraftHearings', 'hasDraftCosoc', dated('startsOn', 'heardOn')), target: '#exposure', actions: 'openExposure' },
        },
        meta: {
          tasks: [
            byMunicipality('certifyDraftHearings', ['council-secretary'], 'draftHearings.certify'),
            byMunicipality('openExposure', ['planning', 'mayor'], 'exposure.open'),
          ],
        },
      },
    },
  };
}

/** Number 4: thirty days, after the hearings. Number 5: then a new hearing, unless the environmental report declares conformity. */
function exposure(): StateConfig {
  return {
    id: 'exposure',
    after: { draftExposure: [{ guard: 'conforms', target: 'observationsAfterExposure', actions: 'markDay' }, { target: 'secondHearing', actions: 'markDay' }] },
  };
}

/** Numbers 5 and 6: observations for thirty days after the new hearing, or after the end of the exposure where there is none. */
function afterExposure(): Readonly<Record<string, StateConfig>> {
  const closing = { target: 'submission', actions: 'closeWindow' } as const;
  return {
    secondHearing: {
      on: {
        'secondHearing.certify': { guard: and(noticesBefore('heldOn'), dated('heldOn', 'since'), dated('cosocSessionOn', 'since')), target: 'observationsAfterHearing', actions: 'proveSecondHearing' },
      },
      meta: { tasks: [byMunicipality('certifySecondHearing', ['council-secretary'], 'secondHearing.certify')] },
    },
    observationsAfterHearing: { after: { observationsAfterHearing: closing } },
    observationsAfterExposure: { after: { observationsAfterExposure: closing } },
  };
}

/** Fourth paragraph: not before the fifteenth day after the window closed, and not after the thirtieth; later it is still owed. */
function submission(): StateConfig {
  return {
    after: { submitEarliest: { actions: 'reachSubmitFrom' }, submitLatest: { actions: 'reachSubmitUntil' } },
    on: { 'plan.submit': { guard: and('notBeforeDayFifteen', 'cosocHeard', 'nothingInFuture'), target: 'council', actions: 'keepSubmission' } },
    meta: { tasks: [byMunicipality('submitPlan', ['mayor'], 'plan.submit')] },
  };
}

/** Fifth paragraph: sixty days, then the draft counts as approved; each contested matter is decided before the whole is voted. */
function council(): StateConfig {
  return {
    initial: 'matters',
    invoke: {
      id: 'councilVote', src: 'councilVote',
      onDone: [
        { guard: or(outcome('rejected'), not('adoptedByArticle65')), target: '#rejectedByCouncil' },
        { guard: 'isEnmienda', target: '#decreeing', actions: 'keepCouncil' },
        { target: '#sending', actions: 'keepCouncil' },
      ],
    },
    after: {
      councilDecision: [
        { guard: 'isEnmienda', target: '#decreeing', actions: ['keepCouncil', dispatch('planApprovedBySilence', municipalHeads)] },
        { target: '#sending', actions: ['keepCouncil', dispatch('planApprovedBySilence', municipalHeads)] },
      ],
    },
    on: {
      // What the draft did not contain may be voted only after the modified draft has been exposed again.
      'draft.reexpose': { target: '#draft', actions: 'restartParticipation' },
      'changes.table': { guard: and('noNewBurdens', 'withinDraft'), actions: 'tableChanges' },
    },
    states: {
      matters: { always: { guard: 'observationsAnswered', target: 'voting' }, meta: { refuses: { 'councilVote.certify': 'matters-undecided' } } },
      voting: {},
    },
  };
}
