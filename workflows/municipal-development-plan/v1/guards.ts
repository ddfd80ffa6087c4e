import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import { yearsAfter, type Plan } from './context.js';

type Asked = { context: Plan; event: CaseEvent };

/** Milliseconds; the last day of a plan belongs to it. */
const aDay = 86_400_000;

export const guards = {
  /** The mayor and the concejo take participation into account (art. 7). */
  participationHeld: ({ context, event }: Asked): boolean => context.participation > 0 || event.source === 'imported',
  /** In force for four years at least (art. 7). */
  fourYearsAtLeast: ({ event }: Asked): boolean => Date.parse(String(event.data['endsOn'])) + aDay >= Date.parse(yearsAfter(String(event.data['startsOn']), 4)),
  /** Days 1 to 7 of October. */
  inFirstWeek: ({ event }: Asked): boolean => event.on.slice(5) >= '10-01' && event.on.slice(5) <= '10-07',
  /** The concejo decides after the COSOC's consultation, where there is one (art. 82 a). */
  cosocHeard: ({ context }: Asked): boolean => context.cosoc === 'observed' || context.cosoc === 'silent' || context.cosoc === 'notApplicable',
  /** The fifteen days of the COSOC do not run on a text that there was not yet. */
  textWasFinished: ({ context, event }: Asked): boolean =>
    event.source === 'imported' || context.draftedOn === null || String(event.data['informedOn']) >= context.draftedOn,
  /** A day named in an act has come. */
  dayHasCome: ({ event }: Asked, params: JsonObject | undefined): boolean => {
    const day = event.data[String(params?.['field'])];
    return typeof day !== 'string' || day <= event.on;
  },
} as const;
