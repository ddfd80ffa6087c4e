import { lawNumber, type CaseEvent, type JsonObject } from '../../../src/kit/index.js';
import type { Plan, Proof } from './context.js';
import { daysFrom, offWeekend } from './days.js';
import { daysIn, daysOf, heldOn, twoNoticesBefore } from './evidence.js';

export type Asked = { context: Plan; event: CaseEvent };
type Guard = (asked: Asked, params?: JsonObject) => boolean;

/** The past is recorded as it was; what it lacks is named when the file is sent. */
const unlessPast = (guard: Guard): Guard => (asked, params) => asked.event.source === 'imported' || guard(asked, params);
const proves = (proof: Proof): Guard => unlessPast(({ context }) => context.proven.includes(proof));
const says = (field: string): Guard => unlessPast(({ event }) => event.data[field] !== null && event.data[field] !== undefined);
const dayOf = (event: CaseEvent, field: string): string => (typeof event.data[field] === 'string' ? event.data[field] : event.on);

/** In the first fifteen days of the exposure, whose last one the clock tells: while it runs every day so far is one of them. */
function inFirstFifteenDays({ context }: Asked, day: string): boolean {
  const { openedOn, hearingsUntil } = context;
  return openedOn !== null && day >= openedOn && (hearingsUntil === null || day <= hearingsUntil);
}

/** Votes of art. 65 (last paragraph but one) by the seats of the commune; null where they are not known. */
function votesOfArticle65(event: CaseEvent): number | null {
  const seats = lawNumber(event, 'concejo.seats');
  return seats === null ? null : Math.floor(seats / 2) + 1;
}

/** Votes in favour; null for a vote of the past without its counts. A casting vote settles a tie (LOC 18.695 art. 86): it is no further councillor's. */
export function votesInFavour({ output }: CaseEvent): number | null {
  const counted = output?.result['inFavour'];
  return typeof counted === 'number' ? counted : null;
}

/** Whether the votes of the councillors alone reach art. 65's number. */
export function reachedWithoutMayor(event: CaseEvent): boolean | null {
  const needed = votesOfArticle65(event);
  const inFavour = votesInFavour(event);
  if (needed === null || inFavour === null) return null;
  return inFavour - (event.data['presidedBy'] === 'head' ? 1 : 0) >= needed;
}

export const guards = {
  isEnmienda: ({ context }: Asked): boolean => context.kind === 'enmienda',
  isNewPlan: ({ context }: Asked): boolean => context.kind === 'new-plan',
  /** Nothing is recorded before it happened. */
  nothingInFuture: ({ event }: Asked): boolean => daysIn(event.data).every((day) => day <= event.on),
  /** What starts a limit is not dated before the act it follows: silence would end before anybody could speak. */
  inOrder: unlessPast(({ context, event }, params) => {
    const before = context[String(params?.['after'])];
    return typeof before !== 'string' || dayOf(event, String(params?.['field'])) >= before;
  }),
  /** LGUC arts 28 octies number 4, 43 third paragraph. */
  twoNotices: unlessPast(({ event }, params) => twoNoticesBefore(daysOf(event.data['notices']), dayOf(event, String(params?.['before'])))),
  lettersByPublication: unlessPast(({ event }) => {
    const letters = event.data['letters'] as { dispatchedOn: string } | null;
    return letters !== null && letters.dispatchedOn <= dayOf(event, 'publishedOn');
  }),
  twoHearingsInTime: unlessPast((asked) => heldOn(asked.event.data['hearings']).filter((day) => inFirstFifteenDays(asked, day)).length >= 2),
  cosocInTime: unlessPast((asked) => {
    const cosoc = asked.event.data['cosoc'] as { presentedOn: string } | null;
    return cosoc !== null && inFirstFifteenDays(asked, cosoc.presentedOn);
  }),
  observationsAnswered: ({ context }: Asked): boolean => context.answered === 'yes',
  changesUrbanLimit: ({ context }: Asked): boolean => context.urbanLimit === 'changes',

  /** An enmienda has no environmental report: numbers 1 to 6 of art. 43 apply to it, not what comes before them (art. 45). */
  reportAccompanies: ({ context, event }: Asked): boolean => context.kind === 'enmienda' || event.source === 'imported' || event.data['environmentalReport'] !== null,
  conformityByReport: ({ context, event }: Asked): boolean => event.data['conformity'] === 'not-declared' || (context.kind !== 'enmienda' && event.data['environmentalReport'] !== null),
  noticesBeforeHearings: unlessPast(({ context, event }) => heldOn(event.data['hearings']).slice(0, 1).every((day) => twoNoticesBefore(context.notices, day))),
  /** Hearings and COSOC are part of a participation whose documents are on the web site from its start (art. 43 third paragraph). */
  heardSinceOnline: unlessPast(({ context, event }) => {
    const { sessionOn } = event.data['cosoc'] as { sessionOn: string };
    return [...heldOn(event.data['hearings']), sessionOn].every((day) => typeof context.onlineOn !== 'string' || day >= context.onlineOn);
  }),
  conforms: ({ context }: Asked): boolean => context.conformity === 'declared',
  cosocMayObserve: ({ context }: Asked): boolean => context.cosoc === 'informed' || context.cosoc === 'observed',
  cosocInformed: ({ context }: Asked): boolean => context.cosoc !== 'not-informed',
  /** LOC 18.695 art. 94: on a modification the COSOC has fifteen business days, which must have run or been used. */
  cosocHeard: unlessPast(({ context }) => context.cosoc === 'observed' || context.cosoc === 'closed' || (context.kind === 'new-plan' && context.cosoc === 'not-informed')),
  /**
   * Not before the fifteenth day after the window closed (arts 43 fourth paragraph, 190). Once that day has passed the clock
   * has told which it was; on the day itself only weekends are known here, holidays are not.
   */
  notBeforeDayFifteen: unlessPast(({ context, event }) => {
    const { closedOn, submitFrom } = context;
    const from = submitFrom ?? (closedOn === null ? null : offWeekend(daysFrom(closedOn, 15)));
    return from !== null && dayOf(event, 'submittedOn') >= from;
  }),
  noNewBurdens: ({ event }: Asked): boolean => event.data['burdens'] === 'none',
  withinDraft: ({ event }: Asked): boolean => event.data['matters'] === 'in-draft',
  /** Four of six, five of eight, six of ten, by the seats of the commune and not by who is in office (LOC 18.695 art. 65, last paragraph but one). */
  adoptedByArticle65: ({ event }: Asked): boolean => {
    const needed = votesOfArticle65(event);
    const inFavour = votesInFavour(event);
    return needed === null || inFavour === null || inFavour >= needed;
  },

  hasImageNotices: proves('imageNotices'),
  hasImageLetters: proves('imageLetters'),
  hasImageHearings: proves('imageHearings'),
  hasImageCosoc: proves('imageCosoc'),
  hasEnvironment: proves('environment'),
  hasNeighbours: proves('neighbours'),
  hasDraftNotices: proves('draftNotices'),
  hasDraftHearings: proves('draftHearings'),
  hasDraftCosoc: proves('draftCosoc'),
  hasSecondHearing: unlessPast(({ context }) => context.conformity === 'declared' || context.proven.includes('secondHearing')),
  hasMemory: says('memory'),
  hasOrdinance: says('ordinance'),
  hasPlans: says('plans'),
  hasCouncilCertificate: says('councilCertificate'),
  /** Streets and passages move only with the favourable report of the authority competent for planning (art. 45 number 2). */
  hasStreetReport: ({ context, event }: Asked): boolean => context.matter !== 'local-streets' || event.source === 'imported' || event.data['streetReport'] !== null,

  altersUrbanLimit: ({ event }: Asked): boolean => event.data['urbanLimit'] === 'altered',
  covered: ({ event }: Asked): boolean => event.data['intercommunalPlan'] === 'covers',
  favourable: ({ event }: Asked): boolean => event.data['result'] === 'favourable',
  pointsStated: ({ event }: Asked): boolean => event.data['result'] === 'favourable' || event.source === 'imported' || (event.data['objectedPoints'] as readonly string[]).length > 0,
  reportUnfavourable: ({ context }: Asked): boolean => context.report === 'unfavourable',
  mayInsist: ({ context }: Asked): boolean => context.insistence === 'none',
  insisted: ({ context }: Asked): boolean => context.insistence === 'made',
  /** On insistence the regional council decides the objected points, all of them and nothing else (art. 43 eighth paragraph). */
  onlyObjectedPoints: ({ context, event }: Asked): boolean => {
    const points = Array.isArray(event.data['points']) ? (event.data['points'] as readonly string[]) : [];
    const due = context.insistence === 'made' ? context.objectedPoints : [];
    return event.source === 'imported' || (points.length === due.length && due.every((point) => points.includes(point)));
  },
  coreModified: ({ context }: Asked): boolean => context.core === 'modified',
  coreRejected: ({ context }: Asked): boolean => context.core === 'rejected',
  redoneFromImage: ({ event }: Asked): boolean => event.data['from'] === 'image',
  /** SII is told whether urban limits change, and in which zones (art. 28 septies first paragraph). */
  zonesNamed: unlessPast(({ event }) => event.data['urbanLimit'] === 'unchanged' || (typeof event.data['zones'] === 'string' && event.data['zones'].trim() !== '')),
  sameDayAsPublished: ({ context, event }: Asked): boolean => event.source === 'imported' || event.data['publishedOn'] === context.publishedOn,
} as const;
