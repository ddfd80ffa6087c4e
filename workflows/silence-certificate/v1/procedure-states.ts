import { and, expired, not, noteExpiry, type StateConfig, type TaskDeclaration, type TransitionConfig } from '../../../src/kit/index.js';
import { heads } from './offices.js';

export const byAuthority = (task: string, ...events: readonly string[]): TaskDeclaration => ({ task, role: 'authority', offices: heads, events });
const limitIs = (is: 'certificate' | 'six-months'): { type: string; params: { is: string } } => ({ type: 'limitIs', params: { is } });
/** Negative: rejected, without complaint (art. 65). Positive: only overdue, and nothing is accepted yet (art. 64). */
const passed = (is: 'certificate' | 'six-months'): readonly TransitionConfig[] => [
  { guard: and(limitIs(is), 'isNegative'), target: '#deemedRejected', actions: 'keepLimitEnd' },
  { guard: and(limitIs(is), not('isNegative')), target: '#overdue', actions: 'keepLimitEnd' },
  { actions: noteExpiry },
];
const decide = byAuthority('decide', 'decision.issue');

/** Until the limit to decide ends, whichever it is (arts 24, 27, 31, 43). */
export function underProcedure(): StateConfig {
  return {
    initial: 'ordinary',
    on: { 'decision.issue': '#decided', 'request.withdraw': { guard: 'beganOnRequest', target: '#withdrawn' } },
    states: {
      special: {
        id: 'special',
        after: { specialLimit: { target: '#overdue', actions: 'keepLimitEnd' } },
        meta: { tasks: [decide] },
      },
      specialNegative: {
        id: 'specialNegative',
        after: { negativeSilence: { target: '#deemedRejected', actions: 'keepLimitEnd' } },
        meta: { tasks: [decide] },
      },
      ordinary: ordinary(),
    },
  };
}

/** No special limit: twenty days from the certificate, and six months for the whole. */
function ordinary(): StateConfig {
  return {
    id: 'ordinary',
    initial: 'preparing',
    after: { sixMonths: passed('six-months') },
    states: {
      preparing: {
        on: {
          'request.requireFix': { guard: and('beganOnRequest', 'withinTheCase'), target: 'fixing' },
          'inactivity.record': { guard: and('beganOnRequest', 'withinTheCase'), target: 'inactive' },
          'file.certifyReady': { guard: 'withinTheCase', target: 'ready' },
        },
        meta: { tasks: [byAuthority('prepare', 'request.requireFix', 'inactivity.record', 'file.certifyReady', 'decision.issue')] },
      },
      // Five days to fix, or the request counts as withdrawn; the requirement must warn of it (art. 31).
      fixing: {
        after: { fix: '#deemedWithdrawn' },
        on: { 'request.fix': 'preparing' },
        meta: { waits: [{ reason: 'party-has-to-fix', basis: 'Ley 19.880 art. 31', role: 'authority' }] },
      },
      // More than thirty days still, a warning, seven days, and the abandonment is declared: none of it by itself (art. 43).
      inactive: {
        after: { inactivity: { actions: [noteExpiry, 'keepLimitEnd'] } },
        on: { 'party.act': 'preparing', 'party.warn': { guard: and(expired('inactivity'), 'withinTheCase', 'afterTheLimit'), target: 'warned' } },
        meta: { tasks: [byAuthority('warn', 'party.warn')], waits: [{ reason: 'party-has-to-act', basis: 'Ley 19.880 art. 43', role: 'authority' }] },
      },
      warned: {
        after: { warning: { actions: noteExpiry } },
        on: { 'party.act': 'preparing', 'abandonment.declare': { guard: expired('warning'), target: '#abandoned' } },
        meta: { tasks: [byAuthority('declareAbandonment', 'abandonment.declare')], waits: [{ reason: 'party-has-to-act', basis: 'Ley 19.880 art. 43', role: 'authority' }] },
      },
      // Twenty days from the certificate that the file is ready, which the party asks for (art. 24).
      ready: { after: { decision: passed('certificate') }, meta: { tasks: [decide] } },
    },
  };
}
