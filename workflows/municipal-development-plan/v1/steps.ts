import { councilVoteInput, vote } from '../../../src/kit/index.js';
import type { Plan } from './context.js';

export const steps = {
  /**
   * The concejo agrees (LOC 18.695 art. 65 a). That letter asks no majority of its own: that of art. 86, the absolute
   * majority of those who attend, the mayor included. Its limit is a day of the year, not counted from the account given.
   */
  councilVote: vote<Plan>((_context, event) => {
    const input = councilVoteInput(event, { role: 'municipality', tabled: 'no', newSittingDeadline: 'councilNewSitting' });
    return { ...input, rule: { ...input.rule, adopting: 'absolute-majority-of-present', basis: 'LOC 18.695 arts. 65 a), 79 b), 86' } };
  }, ['concejo.seats']),
} as const;
