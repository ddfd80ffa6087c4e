import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import type { Request } from './context.js';

type Asked = { context: Request; event: CaseEvent };

/** Days that an act of the procedure names, and from which a limit may run. */
const daysNamed = ['startedOn', 'notifiedOn', 'since', 'certifiedOn', 'receivedOn', 'issuedOn'] as const;

function daysOf({ data }: CaseEvent): readonly string[] {
  return daysNamed.flatMap((field) => (typeof data[field] === 'string' ? [data[field]] : []));
}

export const guards = {
  /** A day named at will would let a limit pass that has not run: none is to come, none is before the request. */
  withinTheCase: ({ context: { filedOn }, event }: Asked): boolean =>
    event.source === 'imported' || daysOf(event).every((day) => day <= event.on && (filedOn === null || day >= filedOn)),
  /** A complaint, a warning or a certificate speaks of a limit that has ended (arts 43, 64, 65). */
  afterTheLimit: ({ context: { limitEndedOn }, event }: Asked): boolean =>
    event.source === 'imported' || limitEndedOn === null || daysOf(event).every((day) => day >= limitEndedOn),
  /** Of what began ex officio there is no request to complete, to withdraw or to abandon (arts 31, 42, 43). */
  beganOnRequest: ({ context }: Asked): boolean => context.nature !== 'ex-officio',
  /** None against the President, ministers or mayors (art. 59); of services, only their own law says whether they are decentralised. */
  admitsHierarchical: ({ event: { data, participants, source } }: Asked): boolean =>
    source === 'imported' || data['kind'] === 'reposition' || !participants.some(({ role, institution }) => role === 'authority' && /^(?:muni-|min-|presidencia$)/.test(institution)),
  isSpecial: ({ event }: Asked): boolean => event.data['limit'] === 'special',
  /** A special limit is counted by its own law: its last day is stated. */
  namesLastDay: ({ event }: Asked): boolean => typeof event.data['specialUntil'] === 'string' && typeof event.data['law'] === 'string',
  asksForNegative: ({ event }: Asked): boolean => event.data['nature'] !== 'request',
  /** Art. 65: fiscal patrimony, ex officio, appeals and reviews, right of petition. */
  isNegative: ({ context }: Asked): boolean => context.nature !== 'request',
  limitIs: ({ context }: Asked, params: JsonObject | undefined): boolean => context.limit === params?.['is'],
} as const;
