import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import type { Transfer } from './context.js';
import { daysFrom, monthsFrom } from './dates.js';

type Asked = { context: Transfer; event: CaseEvent };

/** A part the decree must have; a register of the past may not show it. */
const states = (field: string) => ({ event }: Asked): boolean => event.source === 'imported' || !isEmpty(event.data[field]);

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The last day of the shortest term a temporary transfer may have (LOC 19.175 art. 21 quinquies, secondary). */
function shortestTerm(from: string): string {
  return daysFrom(monthsFrom(from, 12), -1);
}

export const guards = {
  /** The fields of CPR art. 114 are three; nothing else can be transferred. */
  withinFields: ({ event }: Asked): boolean => event.data['field'] !== 'none',
  /** The window of a presidential term that has not begun is not open. */
  termHasBegun: ({ event }: Asked): boolean => event.source === 'imported' || String(event.data['presidentialTermStart']) <= event.on,
  /** A decree is recorded once it has been issued: its date decides from which 1 January it counts. */
  decreeIsIssued: ({ event: { data, on, source } }: Asked): boolean => source === 'imported' || typeof data['decreedOn'] !== 'string' || data['decreedOn'] <= on,
  isRequest: ({ context }: Asked): boolean => context.path === 'request',
  hasStudies: ({ event }: Asked): boolean =>
    event.source === 'imported' || ['financialImpact', 'effectiveness', 'efficiency'].every((study) => !isEmpty(event.data[study])),
  isParitary: ({ event }: Asked): boolean => event.data['ofOrigin'] === event.data['ofRegion'],
  commissionFormed: ({ context }: Asked): boolean => context.commission === 'formed',
  exerciseDocumented: ({ context }: Asked): boolean => context.exercise === 'documented',
  exerciseProjected: ({ context }: Asked): boolean => context.projection === 'documented',
  changesConditions: ({ event }: Asked): boolean => event.data['recommendation'] === 'other-conditions',
  recommends: ({ event }: Asked): boolean => event.data['decision'] === 'recommends',

  hasText: states('text'),
  statesResources: states('resources'),
  statesSteps: states('gradualSteps'),
  statesConditions: states('conditions'),
  statesFollowUp: states('followUp'),
  statesIndicators: states('indicators'),
  /** A temporary one says from when and until when; a definitive one has no end. */
  statesTerm: ({ event: { data, source } }: Asked): boolean => {
    if (data['duration'] === 'definitive') return isEmpty(data['until']);
    return source === 'imported' || (!isEmpty(data['effectiveOn']) && !isEmpty(data['until']));
  },
  atLeastAYear: ({ event: { data, source } }: Asked): boolean => {
    const { effectiveOn, until, duration } = data;
    return source === 'imported' || duration === 'definitive' || typeof effectiveOn !== 'string' || typeof until !== 'string' || until >= shortestTerm(effectiveOn);
  },
  /** No transfer ends before it begins, however little a register of the past says of it. */
  endsAfterBeginning: ({ context: { terms }, event: { data } }: Asked): boolean => {
    const [from, until] = [data['effectiveOn'] ?? terms?.effectiveOn, data['until'] ?? terms?.until];
    return typeof from !== 'string' || typeof until !== 'string' || from <= until;
  },
  /** What is exclusively the region's is led by the region. */
  leadFits: ({ event: { data } }: Asked): boolean => data['mode'] === 'shared' || data['inCharge'] === 'receiver',
  contraryToConstitution: ({ event }: Asked): boolean => event.data['ground'] === 'unconstitutional',
  courtUpholds: ({ event }: Asked): boolean => event.data['ruling'] === 'for-the-decree',
  /** CPR art. 99: never for spending over the limit; what is held unconstitutional goes to the Tribunal Constitucional. */
  objectionAdmitsInsistence: ({ context }: Asked): boolean => context.objection === 'legality',

  handoverSettled: ({ context }: Asked): boolean => context.handover === 'complete' || context.path === 'recorded',
  isTemporary: ({ context }: Asked): boolean => context.terms?.duration === 'temporary',
  effectStated: ({ event }: Asked): boolean => typeof event.data['effectiveOn'] === 'string',
  recordsTemporary: ({ event }: Asked): boolean => event.data['duration'] === 'temporary',
  effectUnknown: ({ context }: Asked): boolean => context.transfer === null,
  termUnknown: ({ context }: Asked): boolean => context.expiresOn === null,
  isRenewed: ({ context }: Asked): boolean => context.renewedUntil !== null,
  isRevoked: ({ context }: Asked): boolean => context.lastDayBeforeRevocation !== null,
  /** A new decree is a new temporary transfer: a year at least, from the end of the one before. */
  renewsForAYear: ({ context, event }: Asked): boolean => {
    const { until } = event.data;
    return context.expiresOn !== null && typeof until === 'string' && until >= shortestTerm(daysFrom(context.expiresOn, 1));
  },
  /** A clash with a later national policy counts only after six months without adjusting to it. */
  needsNoWarning: ({ event }: Asked): boolean => event.data['cause'] !== 'policy-clash',
  endingIs: ({ context }: Asked, params: JsonObject | undefined): boolean => context.ending === params?.['is'],
} as const;
