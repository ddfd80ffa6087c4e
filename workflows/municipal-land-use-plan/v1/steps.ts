import { coreVote, councilVoteInput, observations, vote, type CaseEvent, type ObservationsInput, type VoteInput } from '../../../src/kit/index.js';
import type { Plan } from './context.js';

const seats = ['concejo.seats'] as const;
const council = (event: CaseEvent): VoteInput => councilVoteInput(event, { role: 'municipality', tabled: 'no', newSittingDeadline: 'councilNewSitting' });

/** Matters for which no law sets another quorum: an absolute majority of those who sit, the mayor among them (LOC 18.695 art. 86). */
function ordinary(event: CaseEvent): VoteInput {
  const input = council(event);
  return { ...input, rule: { ...input.rule, adopting: 'absolute-majority-of-present', basis: 'LOC 18.695 arts. 63 m), 79 b), 86' } };
}

/** One received while the window was open may be registered after it closed, with the day it was received. */
function window(plan: Plan, { data }: CaseEvent): ObservationsInput['window'] {
  const { receivedOn } = data;
  if (typeof receivedOn !== 'string') return plan.window;
  return plan.openedOn !== null && receivedOn >= plan.openedOn && (plan.closedOn === null || receivedOn <= plan.closedOn) ? 'open' : 'closed';
}

const consultation = (plan: Plan, event: CaseEvent): ObservationsInput => ({
  filedBy: { municipality: ['council-secretary', 'planning'] }, answeredBy: { municipality: ['council-secretary'] }, window: window(plan, event),
});

export const steps = {
  imageVote: vote<Plan>((_plan, event) => ordinary(event), seats),
  imageObservations: observations<Plan>(consultation),
  termsVote: vote<Plan>((_plan, event) => ordinary(event), seats),
  /** Each contested matter has its own agreement (LGUC art. 43 fifth paragraph). */
  draftObservations: observations<Plan>((plan, event) => ({ ...consultation(plan, event), needsVote: 'yes' })),
  /** Changes are voted only once they were tabled with what art. 43 asks of them. */
  councilVote: vote<Plan>((plan, event) => ({ ...council(event), mayModify: plan.changes === 'tabled' ? 'yes' : 'no' }), seats),
  /** It may alter the plan only where a change of the urban limit was agreed (LGUC art. 28 octies number 6). */
  coreVote: coreVote<Plan>((plan) => ({ role: 'regionalGovernment', mayModify: plan.urbanLimit === 'changes' ? 'yes' : 'no' })),
} as const;
