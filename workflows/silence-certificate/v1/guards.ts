import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import type { Request } from './context.js';

type Asked = { context: Request; event: CaseEvent };

export const guards = {
  isSpecial: ({ event }: Asked): boolean => event.data['limit'] === 'special',
  /** A special limit is counted by its own law: its last day is stated. */
  namesLastDay: ({ event }: Asked): boolean => typeof event.data['specialUntil'] === 'string' && typeof event.data['law'] === 'string',
  asksForNegative: ({ event }: Asked): boolean => event.data['nature'] !== 'request',
  /** Art. 65: fiscal patrimony, ex officio, appeals and reviews, right of petition. */
  isNegative: ({ context }: Asked): boolean => context.nature !== 'request',
  limitIs: ({ context }: Asked, params: JsonObject | undefined): boolean => context.limit === params?.['is'],
} as const;
