import { CalendarInputError } from '../calendar/input-error.js';
import { activeMeta, type CaseRead } from '../engine/case-reader.js';
import { schemaOf } from '../engine/event-data.js';
import { EngineRefusal } from '../engine/refusals.js';
import type { Powers } from '../governance/powers/powers.js';
import type { JsonObject } from '../kit/index.js';
import { fieldFaults } from './field-faults.js';
import { CaseRefusal, officesIn, whyOf, type Told } from './refusal.js';
import { sayWhy } from './words.js';

/** What was sent, as far as a complaint has to point at it. */
interface Pointed {
  readonly type: string;
  readonly data: JsonObject;
}

/** The engine's refusal in the words of the case; any other error as it is. */
export async function translated(error: unknown, read: () => Promise<CaseRead | null>, sent: Pointed, powers: Pick<Powers, 'exercised'>): Promise<unknown> {
  if (error instanceof CalendarInputError) return outOfCalendar(error);
  if (!(error instanceof EngineRefusal)) return error;
  if (error.code === 'unknown-case' || error.code === 'stale' || error.code === 'key-reused') return new CaseRefusal(error.code);
  const found = await read();
  if (!found) return new CaseRefusal('unknown-case');
  const told: Told = { definition: found.definition, participants: found.stored.state.participants, isHeld: await powers.exercised(found.today) };
  if (error.code === 'event-refused') {
    const movers = activeMeta(found).flatMap(({ tasks = [] }) => tasks).flatMap(({ role, offices }) => officesIn({ [role]: offices }, told.participants));
    return new CaseRefusal('event-refused', { accepted: error.details.accepted ?? [], why: (language) => whyOf(error.reasons, told, language, movers) });
  }
  return invalidOf(error, told, sent);
}

/** Whether a date of the act itself cannot be: found before the powers are asked, told after them. */
export function isOfDate(error: unknown): boolean {
  return error instanceof CalendarInputError || (error instanceof EngineRefusal && error.code === 'occurred-at');
}

/** A day beyond the years the calendar knows: the act's own, or one of its data. */
export function outOfCalendar(error: CalendarInputError): CaseRefusal {
  return new CaseRefusal('invalid', { errors: (language) => [{ path: 'occurredAt', message: error.say(language) }] });
}

/** Of input that is not valid: each field with its message, in the reader's language. */
export function invalidOf({ code, reasons }: EngineRefusal, told: Told, sent: Pointed): CaseRefusal {
  const schema = code === 'invalid-data' && reasons.length === 0 ? schemaOf(told.definition, sent.type) : undefined;
  if (schema) return new CaseRefusal('invalid', { errors: (language) => fieldFaults(schema, sent.data, 'data', language) });
  if (code === 'attested-without-instrument') {
    return new CaseRefusal('invalid', { errors: (language) => [{ path: 'instrument', message: sayWhy({ code }, told.definition, language) }] });
  }
  const path = code === 'invalid-data' ? 'data' : 'occurredAt';
  return new CaseRefusal('invalid', {
    errors: (language) => reasons.map((reason) => ({ path: String(reason.params?.['field'] ?? path), message: sayWhy(reason, told.definition, language) })),
  });
}
