import { councilVoteInput, votes, type CaseEvent, type VotingBody } from '../../../src/kit/index.js';
import { toAgree, type Association } from './context.js';

const values = ['concejo.seats'] as const;

export const steps = {
  /** Each concejo agrees to take part (LOC 18.695 arts 79 f, 141). No limit and no silence: it is not a matter of art. 65. */
  councils: votes<Association>((context, event) => ({ bodies: toAgree(context).map((institution) => concejo(event, institution)) }), values),
  /** The concejo of the one municipality that joins or leaves (arts 79 f, 143 k). No limit and no silence. */
  membership: votes<Association>(({ movement }, event) => ({ bodies: movement ? [concejo(event, movement.institution)] : [] }), values),
} as const;

/** Art. 79 f asks no majority of its own: that of art. 86, the absolute majority of those who attend, the mayor included. */
function concejo(event: CaseEvent, institution: string): VotingBody {
  const input = councilVoteInput(event, { role: 'municipality', institution, tabled: 'no', newSittingDeadline: 'councilNewSitting' });
  return { role: 'municipality', institution, input: { ...input, rule: { ...input.rule, adopting: 'absolute-majority-of-present', basis: 'LOC 18.695 arts. 79 f), 86' } } };
}
