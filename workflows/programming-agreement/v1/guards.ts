import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import { negotiationGuards } from '../../../src/kit/agreements/negotiation.js';
import { clauseGuards } from './clauses.js';
import { hasCounterpart, inTheirOwnRoles, type Agreement } from './context.js';

type Asked = { context: Agreement; event: CaseEvent };

export const guards = {
  ...negotiationGuards,
  ...clauseGuards,
  /** Asked when a case is opened: who may make such an agreement. */
  counterpartTakesPart: ({ event }: Asked): boolean => hasCounterpart(event.participants),
  rolesAreTheirOwn: ({ event }: Asked): boolean => inTheirOwnRoles(event.participants),
  municipalityTakesPart: ({ event }: Asked): boolean => event.participants.some(({ role }) => role === 'municipality'),
  wasTurnedDown: ({ context }: Asked): boolean => context.turnedDown === 'yes',
  contraryToConstitution: ({ event }: Asked): boolean => event.data['ground'] === 'unconstitutional',
  /** Never for spending over the limit; what is contrary to the Constitution goes to the court instead (CPR art. 99). */
  mayBeInsisted: ({ context }: Asked): boolean => context.objection === 'illegality',
  courtUpholds: ({ event }: Asked): boolean => event.data['ruling'] === 'for-the-decree',
  namesLastInstance: ({ context, event }: Asked): boolean => event.source === 'imported' || (context.inForce?.lastInstance ?? null) !== null,
  endingIs: ({ context }: Asked, params: JsonObject | undefined): boolean => context.ending === params?.['is'],
} as const;
