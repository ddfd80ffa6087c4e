import { lawNumber, type CaseEvent, type JsonObject } from '../../../src/kit/index.js';
import { negotiationGuards } from '../../../src/kit/agreements/negotiation.js';
import { inTheirOwnRoles, inUtm, type Agreement } from './context.js';

type Asked = { context: Agreement; event: CaseEvent };

export const guards = {
  ...negotiationGuards,
  /** Asked when a case is opened: who may make such an agreement. */
  rolesAreTheirOwn: ({ event }: Asked): boolean => inTheirOwnRoles(event.participants),
  wasTurnedDown: ({ context }: Asked): boolean => context.turnedDown === 'yes',
  /**
   * Exenta only below the dated threshold: the one known for regional agreements, since Res. CGR 36/2024 was not read. The past
   * is recorded as it was resolved.
   */
  mayBeExenta: ({ context, event }: Asked): boolean => {
    if (event.source === 'imported') return true;
    const utm = inUtm(context.amount, event);
    const threshold = lawNumber(event, 'fndr.exenta-threshold-utm');
    return utm !== null && threshold !== null && utm < threshold;
  },
  isExenta: ({ event }: Asked): boolean => event.data['nature'] === 'exenta',
  isAfecta: ({ event }: Asked): boolean => event.data['nature'] === 'afecta',
  endingIs: ({ context }: Asked, params: JsonObject | undefined): boolean => context.ending === params?.['is'],
} as const;
