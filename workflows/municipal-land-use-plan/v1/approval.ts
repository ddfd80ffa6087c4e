import { and, dispatch, noteExpiry, not, or, outcome, type GuardExpression, type StateConfig } from '../../../src/kit/index.js';
import { byMunicipality, byRegion, dated, enter, municipalHeads, set, withdrawn } from './transitions.js';

/** What must have been done, and proven, before others decide on the project: each guard names what is missing. */
export const proven = [
  'hasImageNotices', 'hasImageLetters', 'hasImageHearings', 'hasImageCosoc', 'hasEnvironment', 'hasNeighbours', 'hasDraftNotices', 'hasDraftHearings',
  'hasDraftCosoc', 'hasSecondHearing', 'cosocHeard',
] as const;
/** And what the file consists of. */
export const complete = and(...proven, 'hasMemory', 'hasOrdinance', 'hasPlans', 'hasCouncilCertificate', dated('sentOn', 'since'));

/** The SEREMI's technical report and what follows it (LGUC art. 43, sixth to eighth paragraphs). */
export function seremi(): StateConfig {
  return { initial: 'sending', entry: enter('seremi'), states: { ...sent(), report: report(), choice: choice(), adaptation: adaptation() } };
}

/** The complete file goes to the SEREMI; where the project alters the agreed change of the urban limit, MINVU and SII are told (sixth paragraph). */
function sent(): Readonly<Record<string, StateConfig>> {
  return {
    sending: {
      id: 'sending',
      on: {
        'project.send': [
          { guard: and(complete, 'altersUrbanLimit'), target: 'limitNotice', actions: 'keepSending' },
          { guard: complete, target: 'receipt', actions: 'keepSending' },
        ],
        ...withdrawn,
      },
      meta: { tasks: [byMunicipality('sendProject', ['mayor'], 'project.send')] },
    },
    // Within five days of sending, with a copy to the concejo.
    limitNotice: {
      after: { limitNotice: { actions: noteExpiry } },
      on: { 'limitChange.inform': { guard: 'nothingInFuture', target: 'receipt', actions: 'tellLimit' } },
      meta: { tasks: [byMunicipality('informLimitChange', ['mayor', 'planning'], 'limitChange.inform')] },
    },
    receipt: receipt(),
  };
}

/** Its sixty days run from receipt: nothing runs before. */
export function receipt(): StateConfig {
  return {
    on: { 'project.receive': { guard: dated('receivedOn', 'sentOn'), target: 'report', actions: 'markDay' } },
    meta: {
      tasks: [{ task: 'receiveProject', role: 'seremi', offices: ['seremi', 'legal'], events: ['project.receive'] }],
      waits: [{ reason: 'seremi-receipt', basis: 'LGUC (DFL 458) art. 43 inc. 6: los sesenta días corren desde la recepción', role: 'seremi' }],
    },
  };
}

/** Sixty days from receipt; no silence is stated: it waits. Then the three ways of the seventh to ninth paragraphs. */
export function report(): StateConfig {
  return {
    after: { seremiReport: { actions: noteExpiry } },
    on: {
      'seremi.report': [
        { guard: and('pointsStated', 'covered', 'favourable'), target: '#decreeing', actions: 'keepReport' },
        { guard: and('covered', 'pointsStated'), target: '#choice', actions: ['keepReport', dispatch('reportUnfavourable', municipalHeads)] },
        { guard: 'pointsStated', target: '#core', actions: 'keepReport' },
      ],
    },
    meta: {
      tasks: [{ task: 'reportProject', role: 'seremi', offices: ['seremi'], events: ['seremi.report'] }],
      waits: [{ reason: 'report-without-silence', basis: 'LGUC (DFL 458) art. 43 inc. 6', role: 'seremi' }],
    },
  };
}

/** Against the intercommunal plan: the municipality brings the project into line with it, or insists (eighth paragraph). */
export function choice(): StateConfig {
  return {
    id: 'choice',
    on: {
      'project.adapt': { guard: dated('submittedOn', 'since'), target: 'adaptation', actions: 'markDay' },
      'project.insist': { guard: 'mayInsist', target: '#core', actions: 'insist' },
      ...withdrawn,
    },
    meta: {
      tasks: [byMunicipality('adaptOrInsist', ['mayor'], 'project.adapt', 'project.insist')],
      waits: [{ reason: 'choice-without-limit', basis: 'LGUC (DFL 458) art. 43 inc. 8', role: 'municipality' }],
    },
  };
}

/** That the adapted project goes back to the concejo, with its sixty days, is our reading: the text does not say. */
export function adaptation(): StateConfig {
  return {
    invoke: {
      id: 'councilVote', src: 'councilVote',
      onDone: [
        { guard: or(outcome('rejected'), not('adoptedByArticle65')), target: 'choice', actions: 'markDay' },
        { target: 'sending', actions: 'keepCouncil' },
      ],
    },
    after: { councilDecision: { target: 'sending', actions: ['keepCouncil', dispatch('planApprovedBySilence', municipalHeads)] } },
    meta: { waits: [{ reason: 'adaptation-to-council', basis: 'LGUC (DFL 458) art. 43 inc. 8: no dice quién aprueba el proyecto modificado (supuesto)', role: 'municipality' }] },
  };
}

/** Without an intercommunal plan, or on insistence: the regional council, on the basis of the report (eighth to tenth paragraphs). */
export function core(): StateConfig {
  return {
    id: 'core',
    initial: 'entry',
    entry: enter('core'),
    states: { entry: presentation(and(...proven, 'onlyObjectedPoints', dated('presentedOn', 'since'))), deciding: deciding(), limitOutcome: limitOutcome() },
  };
}

export function presentation(guard: GuardExpression): StateConfig {
  return {
    on: { 'core.present': { guard, target: 'deciding', actions: 'markDay' } },
    meta: {
      tasks: [byRegion('presentToCore', ['governor'], 'core.present')],
      waits: [{ reason: 'presentation-without-limit', basis: 'LGUC (DFL 458) art. 43 incs. 8 y 9: no fija plazo', role: 'regionalGovernment' }],
    },
  };
}

/** The change of the urban limit was rejected or altered: those who observed it, MINVU and SII are told (art. 28 octies number 6). */
export function limitOutcome(): StateConfig {
  return {
    id: 'limitOutcome',
    on: {
      'limitOutcome.inform': [
        { guard: and('nothingInFuture', 'coreRejected', 'insisted'), target: '#choice', actions: 'refuseInsistence' },
        { guard: and('nothingInFuture', 'coreRejected'), target: '#rejectedByRegion' },
        { guard: 'nothingInFuture', target: '#resolving', actions: 'markDay' },
      ],
    },
    meta: { tasks: [byMunicipality('informLimitOutcome', ['mayor', 'planning'], 'limitOutcome.inform')] },
  };
}

/** The proposal is the municipality's: nothing of the governor's stands after thirty days, the step waits. */
export function deciding(): StateConfig {
  return {
    initial: 'voting',
    after: { coreDecision: { actions: noteExpiry } },
    states: {
      voting: {
        invoke: {
          id: 'coreVote', src: 'coreVote',
          onDone: [
            { guard: and(outcome('rejected'), 'changesUrbanLimit'), target: '#limitOutcome', actions: set('setCore', 'rejected') },
            // That the municipality may still adapt a project it insisted on in vain is our reading.
            { guard: and(outcome('rejected'), 'insisted'), target: '#choice', actions: 'refuseInsistence' },
            { guard: outcome('rejected'), target: '#rejectedByRegion' },
            { guard: and(outcome('modified'), 'reportUnfavourable'), target: 'grounds', actions: set('setCore', 'modified') },
            { guard: outcome('modified'), target: '#limitOutcome', actions: set('setCore', 'modified') },
            { guard: 'reportUnfavourable', target: 'grounds', actions: set('setCore', 'approved') },
            { target: '#resolving', actions: set('setCore', 'approved') },
          ],
        },
      },
      // Against the report only by a reasoned agreement: without its grounds there is none, and it is voted again (tenth paragraph).
      grounds: {
        on: {
          'agreement.certifyGrounds': [{ guard: 'coreModified', target: '#limitOutcome', actions: 'markDay' }, { target: '#resolving', actions: 'markDay' }],
          'agreement.retake': { target: 'voting', actions: 'markDay' },
        },
        meta: { tasks: [byRegion('certifyGrounds', ['core-secretary'], 'agreement.certifyGrounds', 'agreement.retake')] },
      },
    },
    meta: { waits: [{ reason: 'core-without-silence', basis: 'LGUC (DFL 458) art. 43 incs. 8 a 10: la propuesta es municipal; no rige lo propuesto por el gobernador', role: 'regionalGovernment' }] },
  };
}
