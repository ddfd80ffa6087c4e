import { dispatch, noteExpiry, type Offices, type StateConfig, type TaskDeclaration, type TransitionConfig, type WaitDeclaration } from '../../../src/kit/index.js';
import { givenUp, reopened, type WaysOut } from './ways-out.js';

const everyParty: Offices = { regionalGovernment: ['governor', 'planning'], ministry: ['minister'], municipality: ['mayor'] };
const byRegion = (task: string, ...done: readonly string[]): TaskDeclaration => ({ task, role: 'regionalGovernment', offices: ['legal', 'governor'], events: done });
const byTreasury = (task: string, ...done: readonly string[]): TaskDeclaration => ({ task, role: 'hacienda', offices: ['legal', 'minister'], events: done });
const ofTreasury: WaitDeclaration = { reason: 'treasury-without-limit', basis: 'Ninguna norma leída fija plazo para ingresar o corregir el decreto', role: 'hacienda' };
const ofPresident: WaitDeclaration = { reason: 'president-without-limit', basis: 'CPR art. 99: la insistencia no tiene plazo en el texto', role: 'presidency' };
const byPresident = (task: string, ...done: readonly string[]): TaskDeclaration => ({ task, role: 'presidency', offices: ['legal', 'president'], events: done });

/**
 * The supreme decree under the formula of art. 70 DL 1.263, without which the agreement is not sanctioned (LOC 18.695 art. 8
 * bis), and its control of legality.
 */
export function decree(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  const giveUp = givenUp(ways, ways.unsanctioned);
  return {
    sending: {
      on: { 'decree.request': 'hacienda', ...reopened(ways), ...giveUp },
      meta: { tasks: [byRegion('requestDecree', 'decree.request')] },
    },
    // The law sets Hacienda no limit: the case waits, and an alarm of our own rings.
    hacienda: {
      after: { decreeTarget: { actions: [noteExpiry, dispatch('decreeDelayed', everyParty)] } },
      on: { 'decree.issue': { target: 'control', actions: 'keepDecree' }, 'decree.return': 'returned', ...reopened(ways), ...giveUp },
      meta: {
        tasks: [byTreasury('issueDecree', 'decree.issue', 'decree.return')],
        waits: [{ reason: 'decree-without-limit', basis: 'LOC 18.695 art. 8 bis, inciso final; ninguna norma leída fija plazo', role: 'hacienda' }],
      },
    },
    returned: {
      on: { 'decree.request': 'hacienda', ...reopened(ways), ...giveUp },
      meta: { tasks: [byRegion('answerReturn', 'decree.request', 'text.reopen')] },
    },
    control: control(ways),
  };
}

/** Toma de razón: 15 business days from receipt, no deemed approval (CPR arts 98, 99). */
function control(ways: WaysOut): StateConfig {
  const unsanctioned = givenUp(ways, ways.unsanctioned);
  const told = dispatch('decreeObjected', everyParty);
  return {
    initial: 'entry',
    states: {
      entry: {
        on: { 'review.enter': 'reviewing', ...reopened(ways), ...unsanctioned },
        meta: { tasks: [byTreasury('enterReview', 'review.enter')], waits: [ofTreasury] },
      },
      reviewing: {
        after: { legalityReview: { actions: noteExpiry } },
        on: {
          'review.clear': sanctioned(ways),
          'review.clearWithRemarks': sanctioned(ways),
          'review.object': [
            { guard: 'contraryToConstitution', target: 'unconstitutional', actions: ['countObjection', told] },
            { target: 'objected', actions: ['countObjection', told] },
          ],
          'review.withdraw': 'withdrawn',
        },
        meta: {
          tasks: [{ task: 'review', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear', 'review.clearWithRemarks', 'review.object'] }],
          waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
        },
      },
      withdrawn: {
        on: { 'review.reenter': 'reviewing', ...reopened(ways), ...unsanctioned },
        meta: { tasks: [byTreasury('reenter', 'review.reenter')], waits: [ofTreasury] },
      },
      ...represented(ways),
    },
  };
}

/** The decree was represented: correct it, insist with all ministers, or, where it is held unconstitutional, go to the court within ten days (CPR art. 99). */
function represented(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  const corrected = { 'review.reenter': { target: 'reviewing', actions: 'clearObjection' } };
  const giveUp = givenUp(ways, ways.represented);
  return {
    objected: {
      on: { ...corrected, 'review.insist': { guard: 'mayBeInsisted', target: 'givingCourse', actions: 'clearObjection' }, ...reopened(ways), ...giveUp },
      meta: { tasks: [byTreasury('answerObjection', 'review.reenter'), byPresident('mayInsist', 'review.insist')], waits: [ofTreasury, ofPresident] },
    },
    unconstitutional: {
      after: { courtReferral: { actions: noteExpiry } },
      on: { 'review.sendToCourt': { target: 'court', actions: 'clearObjection' }, ...corrected, ...reopened(ways), ...giveUp },
      meta: { tasks: [byPresident('sendToCourt', 'review.sendToCourt'), byTreasury('answerObjection', 'review.reenter')], waits: [ofTreasury] },
    },
    court: {
      on: { 'review.ruling': [{ guard: 'courtUpholds', target: 'givingCourse' }, { target: ways.represented, actions: ways.noted }] },
      meta: {
        tasks: [byPresident('recordRuling', 'review.ruling')],
        waits: [{ reason: 'court-without-limit', basis: 'CPR art. 99, inciso tercero; las fuentes no fijan plazo al Tribunal', role: 'presidency' }],
      },
    },
    // Insisted, or upheld by the court: Contraloría must let it pass.
    givingCourse: {
      on: { 'review.clear': sanctioned(ways) },
      meta: {
        tasks: [{ task: 'giveCourse', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear'] }],
        waits: [{ reason: 'must-give-course', basis: 'CPR art. 99: debe darle curso; sin plazo en el texto', role: 'comptroller' }],
      },
    },
  };
}

/** The decree has passed: the agreement is sanctioned. */
function sanctioned(ways: WaysOut): TransitionConfig {
  return { target: ways.sanctioned, actions: ['adoptDraft', dispatch('agreementInForce', everyParty)] };
}
