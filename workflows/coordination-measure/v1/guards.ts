import type { CaseEvent } from '../../../src/kit/index.js';
import type { Coordination } from './context.js';

type Asked = { context: Coordination; event: CaseEvent };

export const guards = {
  /** Services of a ministry: the delegate. Where only municipalities are co-ordinated the mayor who asks chooses: our reading. */
  isForDelegate: ({ context: { services }, event }: Asked): boolean => services === 'ministry' || (services === 'none' && event.data['authority'] === 'delegate'),
  isForGovernor: ({ context: { services }, event }: Asked): boolean => services === 'regional-government' || (services === 'none' && event.data['authority'] === 'governor'),
  /** Art. 10, last paragraph: co-ordination does not alter attributions and functions. */
  keepsAttributions: ({ event }: Asked): boolean => event.data['attributions'] === 'unaltered',
  /** What an authority ordered is not given up by one of those it binds. */
  isAgreed: ({ context }: Asked): boolean => context.origin === 'agreement',
  allReported: ({ context, event }: Asked): boolean =>
    event.source === 'imported' || event.participants.filter(({ role }) => role === 'municipality' || role === 'service')
      .every(({ institution }) => context.reports.some((one) => one.institution === institution)),
  allDone: ({ context }: Asked): boolean => context.reports.every(({ state }) => state === 'done'),
} as const;
