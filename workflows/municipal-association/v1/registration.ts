import { and, dispatch, expired, noteExpiry, type GuardExpression, type StateConfig, type StateMeta, type TaskDeclaration } from '../../../src/kit/index.js';

const members = { municipality: ['mayor', 'council-secretary'] };
const request = (is: string): { type: string; params: { is: string } } => ({ type: 'setRequest', params: { is } });
const cure = (is: string): { type: string; params: { is: string } } => ({ type: 'setCure', params: { is } });
/** The day that starts the next limit has come, and is not before the act it follows. */
const dated = (field: string): GuardExpression => and({ type: 'dayHasCome', params: { field } }, { type: 'inOrder', params: { field } });
const filing = { guard: dated('receivedAt'), target: 'review', actions: request('filed') } as const;
const notFiled = { target: '#notFiled', actions: ['deemNotFiled', dispatch('requestDeemedNotFiled', members)] } as const;

export function byAssociation(task: string, ...done: readonly string[]): TaskDeclaration {
  return { task, role: 'municipality', offices: ['mayor', 'legal', 'council-secretary'], events: done };
}

function byRegistry(task: string, ...done: readonly string[]): TaskDeclaration {
  return { task, role: 'registry', offices: ['legal', 'undersecretary'], events: done };
}

const verifying: StateMeta = {
  tasks: [byRegistry('verifyCure', 'request.clear', 'cure.reject')],
  waits: [{ reason: 'verification-without-limit', basis: 'LOC 18.695 art. 141, incisos cuarto y quinto: la ley no fija plazo para verificar lo subsanado', role: 'registry' }],
};

/** From the deposit to the inscription (LOC 18.695 art. 141, second to seventh paragraphs; art. 143, last: it cannot be denied). */
export function registration(): Readonly<Record<string, StateConfig>> {
  return {
    // Second paragraph: thirty business days from the assembly; a late deposit has no stated effect.
    filing: {
      after: { deposit: { actions: noteExpiry } },
      on: { 'request.file': filing, 'association.abandon': '#notRegistered' },
      meta: { tasks: [byAssociation('fileRequest', 'request.file')] },
    },
    // Third and sixth paragraphs: sixty business days from receipt to object; then the request counts as approved, no more.
    review: {
      after: { objection: { target: 'registering', actions: [request('approvedBySilence'), dispatch('requestApprovedBySilence', { ...members, registry: ['legal'] })] } },
      on: {
        'request.object': { target: 'objected', actions: request('objected') },
        'request.clear': { target: 'registering', actions: request('cleared') },
        'association.abandon': '#notRegistered',
      },
      meta: { tasks: [byRegistry('reviewRequest', 'request.object', 'request.clear')] },
    },
    objected: objected(),
    // Fourth paragraph: as if it had never been filed. No text forbids filing again, nor says until when.
    notFiled: {
      id: 'notFiled',
      on: { 'request.file': filing, 'association.abandon': '#notRegistered' },
      meta: {
        tasks: [byAssociation('fileAgain', 'request.file', 'association.abandon')],
        waits: [{ reason: 'filing-again-without-limit', basis: 'LOC 18.695 art. 141, inciso cuarto: se tiene por no presentada; nada dice de una nueva presentación', role: 'municipality' }],
      },
    },
    // Fifth and seventh paragraphs: approved, not yet inscribed; no limit to inscribe, and no personality without it.
    registering: {
      id: 'registering',
      on: {
        'registry.inscribe': { guard: dated('inscribedOn'), target: 'active', actions: ['keepRegistration', dispatch('associationInscribed', members)] },
        'association.abandon': '#notRegistered',
      },
      meta: {
        tasks: [byRegistry('inscribe', 'registry.inscribe')],
        waits: [{ reason: 'inscription-without-limit', basis: 'LOC 18.695 art. 141, incisos quinto y séptimo: la ley no fija plazo para inscribir', role: 'registry' }],
      },
    },
  };
}

/** Third and fourth paragraphs: objections by certified letter to the provisional president, thirty business days to cure them. */
function objected(): StateConfig {
  return {
    initial: 'letter',
    on: { 'association.abandon': '#notRegistered' },
    states: {
      letter: {
        after: { objectionNotice: { actions: noteExpiry } },
        on: {
          'objection.post': { guard: dated('postReceivedOn'), target: 'notifying' },
          'request.cure': { target: 'curedBeforeNotice', actions: cure('handedIn') },
        },
        meta: {
          tasks: [byRegistry('postObjection', 'objection.post')],
          waits: [{ reason: 'notice-owed', basis: 'LOC 18.695 art. 141, inciso tercero; Ley 19.880 art. 45: la demora en notificar no tiene efecto señalado', role: 'registry' }],
        },
      },
      // Ley 19.880 art. 46: notified on the third business day after the post office had the letter.
      notifying: {
        after: { letterNotified: 'notified' },
        on: { 'request.cure': { target: 'curedBeforeNotice', actions: cure('handedIn') } },
      },
      // Ley 19.880 art. 47: who acts on them knows them. What is still missing is notified, and has its thirty days from then.
      curedBeforeNotice: {
        on: { 'request.clear': { target: '#registering', actions: request('cleared') }, 'cure.reject': { target: 'letter', actions: cure('none') } },
        meta: verifying,
      },
      notified: notified(),
    },
  };
}

/** Fourth paragraph: thirty business days from the notice, or the request counts as not filed. */
function notified(): StateConfig {
  return {
    initial: 'curing',
    // What was handed in within the limit is still to be judged: then its end is only noted.
    after: { cure: [{ guard: 'cureHandedIn', actions: noteExpiry }, notFiled] },
    on: { 'request.clear': { target: '#registering', actions: request('cleared') } },
    states: {
      curing: {
        on: { 'request.cure': { target: 'verifying', actions: cure('handedIn') } },
        meta: { tasks: [byAssociation('cureObjections', 'request.cure', 'request.clear')] },
      },
      verifying: {
        on: {
          'cure.reject': [
            { guard: expired('cure'), ...notFiled },
            { target: 'curing', actions: cure('none') },
          ],
        },
        meta: verifying,
      },
    },
  };
}
