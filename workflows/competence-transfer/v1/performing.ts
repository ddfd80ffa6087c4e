import { and, announceCompetence, dispatch, expired, moveCompetence, noteExpiry, not, or, type ActionReference, type StateConfig } from '../../../src/kit/index.js';

const endBy = (is: 'reverted' | 'revoked' | 'definitive'): ActionReference => ({ type: 'endBy', params: { is } });
const everybody = { regionalGovernment: ['governor', 'administrator'], origin: ['minister', 'director'], secretariat: ['undersecretary'] } as const;
const takesEffect = [moveCompetence('transfer'), dispatch('transferInForce', everybody)];
const takesEffectUnready = [...takesEffect, dispatch('handoverNotReady', everybody)];

/**
 * From the publication of the decree on. It takes effect on the day it says, handed over or not: the hand-over runs on
 * beside it, and what is not accepted by then is an alarm.
 */
export function transferred(): StateConfig {
  return {
    id: 'transferred',
    initial: 'awaitingEffect',
    invoke: { id: 'handover', src: 'handover', onDone: { actions: 'completeHandover' } },
    meta: { waits: [handingOver('origin'), handingOver('regionalGovernment')] },
    states: {
      awaitingEffect: {
        after: {
          effect: [
            { guard: and('isTemporary', 'handoverSettled'), target: '#temporary', actions: takesEffect },
            { guard: 'isTemporary', target: '#temporary', actions: takesEffectUnready },
            { guard: 'handoverSettled', target: '#forGood', actions: takesEffect },
            { target: '#forGood', actions: takesEffectUnready },
          ],
        },
      },
      inForce: {
        initial: 'temporary',
        on: { 'effect.find': { guard: and('effectUnknown', 'endsAfterBeginning'), actions: ['keepEffect', moveCompetence('transfer'), announceCompetence('revocation')] } },
        states: { temporary, definitive },
      },
    },
  };
}

function handingOver(role: string): { readonly reason: string; readonly basis: string; readonly role: string } {
  return { reason: 'handover-without-limit', basis: 'LOC 19.175 art. 21 quinquies (no leída): sin plazo; la vigencia no la espera', role };
}

/** For a term of a year at least. At its end the origin is again the holder, by itself, unless a new decree was issued. */
const temporary: StateConfig = {
  id: 'temporary',
  type: 'parallel',
  after: {
    minimumTerm: { actions: noteExpiry },
    expiry: [
      { guard: 'isRenewed', target: '#temporary', reenter: true, actions: ['takeUpRenewal', moveCompetence('transfer')] },
      { target: '#evaluating', actions: [endBy('reverted'), moveCompetence('reversion'), dispatch('reverted', everybody)] },
    ],
  },
  on: { 'term.find': { guard: and('termUnknown', 'endsAfterBeginning'), actions: ['keepTerm', moveCompetence('transfer')] } },
  states: { term: term(), revocation: revocation() },
};

/** Twelve, six and three months before the end those concerned are told, and somebody has to say what comes after. */
function term(): StateConfig {
  return {
    initial: 'running',
    on: { 'renewal.record': { guard: and('renewsForAYear', not('isRevoked')), target: '#renewed', actions: ['keepRenewal', announceCompetence('renewal')] } },
    states: {
      running: { after: { noticeOfTwelveMonths: { target: 'lastTwelveMonths', actions: dispatch('endsInTwelveMonths', everybody) } } },
      lastTwelveMonths: last('TwelveMonths', { after: { noticeOfSixMonths: { target: 'lastSixMonths', actions: dispatch('endsInSixMonths', everybody) } } }),
      lastSixMonths: last('SixMonths', { after: { noticeOfThreeMonths: { target: 'lastThreeMonths', actions: dispatch('endsInThreeMonths', everybody) } } }),
      lastThreeMonths: last('ThreeMonths', {}),
      renewed: { id: 'renewed' },
    },
  };
}

function last(months: string, next: StateConfig): StateConfig {
  return { ...next, meta: { tasks: [{ task: `decideWithin${months}`, role: 'secretariat', offices: ['undersecretary', 'legal'], events: ['renewal.record'] }] } };
}

/** By decree until 30 June, in force on 1 January (LOC 19.175 art. 21 octies, secondary). */
function revocation(): StateConfig {
  return {
    initial: 'none',
    states: {
      none: {
        // A renewal that begins before the revocation's day does not undo it.
        always: { guard: 'isRevoked', target: 'revoked' },
        on: {
          'revocation.warn': { target: 'adjusting', actions: dispatch('policyChanged', { regionalGovernment: ['governor'] }) },
          'revocation.propose': { guard: 'needsNoWarning', target: 'deciding' },
          'revocation.request': 'deciding',
        },
      },
      adjusting: {
        after: { adjustment: { actions: noteExpiry } },
        on: {
          'policy.adjusted': 'none',
          'revocation.propose': { guard: or('needsNoWarning', expired('adjustment')), target: 'deciding' },
          'revocation.request': 'deciding',
        },
        meta: { tasks: [{ task: 'adjust', role: 'regionalGovernment', offices: ['governor', 'planning'], events: ['policy.adjusted'] }] },
      },
      deciding: {
        after: { revocationDecree: { actions: noteExpiry } },
        on: { 'revocation.decree': { guard: 'decreeIsIssued', target: 'revoked', actions: ['keepRevocation', announceCompetence('revocation'), dispatch('revoked', everybody)] }, 'revocation.drop': 'none' },
        meta: { tasks: [{ task: 'decideRevocation', role: 'presidency', offices: ['president', 'legal'], events: ['revocation.decree', 'revocation.drop'] }] },
      },
      revoked: { after: { revocationEffect: { target: '#evaluating', actions: [endBy('revoked'), moveCompetence('revocation'), dispatch('reverted', everybody)] } } },
    },
  };
}

/** Only a law takes it back; it is evaluated at three years. */
const definitive: StateConfig = {
  id: 'forGood',
  after: { evaluation: { actions: [noteExpiry, dispatch('evaluationDue', { secretariat: ['undersecretary'] })] } },
  on: {
    'evaluation.record': { target: '#sending', actions: endBy('definitive') },
    'law.revoke': { target: '#revokedByLaw', actions: ['keepLaw', moveCompetence('revocation')] },
  },
  meta: { tasks: [{ task: 'evaluate', role: 'secretariat', offices: ['undersecretary', 'legal'], events: ['evaluation.record'] }] },
};

/** Evaluation by the Consejo de Evaluación de Competencias, and its results sent to President, Congress and region. */
export function evaluations(): Readonly<Record<string, StateConfig>> {
  return {
    evaluating: {
      id: 'evaluating',
      on: { 'evaluation.record': 'sending' },
      meta: {
        tasks: [{ task: 'evaluate', role: 'secretariat', offices: ['undersecretary', 'legal'], events: ['evaluation.record'] }],
        waits: [{ reason: 'evaluation-without-limit', basis: 'LOC 19.175 art. 21 septies D (no leída): al término de la transferencia temporal', role: 'secretariat' }],
      },
    },
    sending: {
      id: 'sending',
      after: { evaluationSending: { actions: noteExpiry } },
      on: {
        'evaluation.send': [
          { guard: { type: 'endingIs', params: { is: 'reverted' } }, target: 'reverted' },
          { guard: { type: 'endingIs', params: { is: 'revoked' } }, target: 'revoked' },
          { target: 'definitive' },
        ],
      },
      meta: { tasks: [{ task: 'sendEvaluation', role: 'secretariat', offices: ['undersecretary', 'legal'], events: ['evaluation.send'] }] },
    },
  };
}
