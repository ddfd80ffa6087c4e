import { assign, type CaseEvent, type JsonObject } from '../../../src/kit/index.js';
import { proofsOfDraft, type Plan, type Proof } from './context.js';
import { daysOf, heldOn, twoNoticesBefore } from './evidence.js';
import { reachedWithoutMayor } from './guards.js';

type Happening = { context: Plan; event: CaseEvent };

/** Changes the plan, and remembers the day: what starts the next limit is not dated before it. */
const marks = (change: (happening: Happening, params: JsonObject) => Partial<Plan>): ReturnType<typeof assign<Plan>> =>
  assign<Plan>((happening, params) => ({ since: happening.event.on, ...change(happening, params) }));

const day = ({ data }: CaseEvent, field: string): string | null => (typeof data[field] === 'string' ? data[field] : null);
const proven = ({ proven: before }: Plan, ...proofs: readonly Proof[]): readonly Proof[] => [...new Set([...before, ...proofs])];
const lost = ({ proven: before }: Plan, ...proofs: readonly Proof[]): readonly Proof[] => before.filter((proof) => !proofs.includes(proof));
/** Of the end of a window: its last day, the day before it took effect. */
const lastDay = (event: CaseEvent): string => day(event, 'due') ?? event.on;

export const actions = {
  enter: assign<Plan>((_happening, { stage }) => ({ stage: stage as Plan['stage'] })),
  keepImage: marks(({ event }) => ({ urbanLimit: event.data['urbanLimit'] as Plan['urbanLimit'], image: 'pending' })),
  setImage: marks((_happening, { is }) => ({ image: is as Plan['image'] })),
  markDay: marks(() => ({})),
  /** Publishing it again begins the consultation again: what the first one proved proves nothing of the second. */
  keepPublication: marks(({ context, event }) => {
    const openedOn = day(event, 'publishedOn') ?? event.on;
    const notices: readonly Proof[] = twoNoticesBefore(daysOf(event.data['notices']), openedOn) ? ['imageNotices'] : [];
    const letters = event.data['letters'] as { dispatchedOn: string } | null;
    const sent: readonly Proof[] = letters !== null && letters.dispatchedOn <= openedOn ? ['imageLetters'] : [];
    const rest = lost(context, 'imageNotices', 'imageLetters', 'imageHearings', 'imageCosoc');
    return { openedOn, closedOn: null, hearingsUntil: null, window: 'open', answered: 'no', proven: [...rest, ...notices, ...sent] };
  }),
  proveImageHearings: assign<Plan>(({ context }) => ({ proven: proven(context, 'imageHearings', 'imageCosoc') })),
  closeWindow: marks(({ event }) => ({ window: 'closed', closedOn: lastDay(event), submitFrom: null, submitUntil: null })),
  endHearings: assign<Plan>(({ event }) => ({ hearingsUntil: lastDay(event) })),
  reachSubmitFrom: assign<Plan>(({ event }) => ({ submitFrom: lastDay(event) })),
  reachSubmitUntil: assign<Plan>(({ event }) => ({ submitUntil: lastDay(event) })),
  keepAnswers: assign<Plan>(() => ({ answered: 'yes' })),
  keepTerms: marks(({ event }) => ({ urbanLimit: event.data['urbanLimit'] as Plan['urbanLimit'] })),
  keepAgreement: marks(({ context, event }) => ({
    termsOn: typeof event.output?.result['sitting'] === 'string' ? event.output.result['sitting'] : event.on,
    siiTold: context.urbanLimit === 'changes' ? 'pending' : 'not-needed', openedOn: null, closedOn: null, answered: 'no',
  })),
  tellSii: marks(() => ({ siiTold: 'told' })),

  keepEnvironment: marks(({ context }) => ({ proven: proven(context, 'environment') })),
  keepDraft: marks(({ event }) => ({ draftedOn: event.on })),
  keepMatter: marks(({ event }) => ({ matter: event.data['matter'] as Plan['matter'], draftedOn: event.on })),
  openParticipation: marks(({ context, event }) => ({
    onlineOn: day(event, 'onlineOn'), notices: daysOf(event.data['notices']), conformity: event.data['conformity'] as Plan['conformity'], proven: proven(context, 'neighbours', 'draftNotices'),
  })),
  proveDraftHearings: marks(({ context, event }) => ({ heardOn: heldOn(event.data['hearings']).at(-1) ?? null, proven: proven(context, 'draftHearings', 'draftCosoc') })),
  informCosoc: assign<Plan>(() => ({ cosoc: 'informed' })),
  keepCosocOpinion: assign<Plan>(() => ({ cosoc: 'observed' })),
  closeCosoc: assign<Plan>(() => ({ cosoc: 'closed' })),
  openExposure: marks(({ event }) => ({ window: 'open', openedOn: day(event, 'startsOn') ?? event.on, closedOn: null })),
  proveSecondHearing: marks(({ context }) => ({ proven: proven(context, 'secondHearing') })),
  keepSubmission: marks(({ context, event }) => {
    const late = context.submitUntil !== null && (day(event, 'submittedOn') ?? event.on) > context.submitUntil;
    return { submitted: late ? 'late' : 'in-time' };
  }),
  tableChanges: assign<Plan>(() => ({ changes: 'tabled' })),
  /** The modified draft is exposed again: the whole participation is proved anew (art. 43 second and fifth paragraphs). */
  restartParticipation: marks(({ context, event }) => ({
    proven: lost(context, ...proofsOfDraft), draftedOn: event.on, onlineOn: null, notices: [], heardOn: null, conformity: 'not-declared', cosoc: 'not-informed', window: 'closed', openedOn: null,
    closedOn: null, answered: 'no', changes: 'none', submitted: 'no', council: 'pending',
  })),
  /** What the concejo decided; nothing decided in time is silence, and an approval of what was put to it. */
  keepCouncil: marks(({ event }) => {
    const alone = reachedWithoutMayor(event);
    const council = event.output === undefined ? 'silence' : event.output.outcome === 'modified' ? 'modified' : 'approved';
    return { council, changes: 'none', mayorsVote: alone === null ? 'unknown' : alone ? 'not-needed' : 'decisive' };
  }),

  keepSending: marks(({ event }) => ({ sentOn: day(event, 'sentOn') ?? event.on, limitTold: event.data['urbanLimit'] === 'altered' ? 'pending' : 'not-needed' })),
  tellLimit: assign<Plan>(() => ({ limitTold: 'told' })),
  /** Each report that is negative leaves the choice again: what was decided on an insistence was decided on the project of then. */
  keepReport: marks(({ event }) => ({
    insistence: 'none', core: 'pending', report: event.data['result'] as Plan['report'], intercommunalPlan: event.data['intercommunalPlan'] as Plan['intercommunalPlan'], objectedPoints: event.data['objectedPoints'] as readonly string[],
  })),
  insist: marks(() => ({ insistence: 'made', core: 'pending' })),
  refuseInsistence: marks(() => ({ insistence: 'refused', core: 'rejected' })),
  setCore: marks((_happening, { is }) => ({ core: is as Plan['core'] })),
  countObjection: marks(({ context }) => ({ objections: context.objections + 1 })),
  /** The municipality takes the procedure back to where the defect was; what was decided since is decided anew. */
  redo: marks(({ context, event }) => ({
    proven: lost(context, ...proofsOfDraft), draftedOn: event.on, onlineOn: null, notices: [], heardOn: null, conformity: 'not-declared', cosoc: 'not-informed', window: 'closed', openedOn: null, closedOn: null,
    answered: 'no', changes: 'none', submitted: 'no', council: 'pending', mayorsVote: 'unknown', sentOn: null, limitTold: 'not-needed', report: 'pending',
    objectedPoints: [], insistence: 'none', core: 'pending',
  })),
  keepPublished: marks(({ event }) => ({ publishedOn: day(event, 'publishedOn') ?? event.on })),
} as const;
