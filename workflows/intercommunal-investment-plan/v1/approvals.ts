import { and, outcome, type GuardExpression, type StateConfig, type StateMeta } from '../../../src/kit/index.js';

/** Where a text of the plan leads, the first one and an update alike ("siguiendo el mismo procedimiento", art. 178). */
export interface WaysOut {
  readonly dropped: string;
  readonly notApproved: string;
  readonly rejected: string;
  /** The event that gives the text up. */
  readonly giveUp: 'plan.abandon' | 'update.drop';
}

type Leave = (target: string) => Readonly<Record<string, { readonly target: string; readonly actions: string }>>;

/** From the draft to the publication: LGUC art. 177, first paragraph, phrase by phrase. */
export function textApprovals(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  const leave: Leave = (target) => ({ 'draft.reopen': { target: 'drafting', actions: 'dropDraft' }, [ways.giveUp]: { target, actions: 'dropDraft' } });
  return { ...elaboration(ways, leave), ...mayors(ways, leave), ...core(ways, leave), ...promulgation() };
}

const come = (field: string): GuardExpression => ({ type: 'dayHasCome', params: { field } });
const wait = (reason: string, role: string): { reason: string; basis: string; role: string } => ({ reason, basis: 'LGUC art. 177: no fija plazo ni silencio', role });

/** The region has something to do, for which art. 177 sets no limit. */
function byRegion(task: string, offices: readonly string[], ...done: readonly string[]): StateMeta {
  return { tasks: [{ task, role: 'regionalGovernment', offices, events: done }], waits: [wait('governor-without-limit', 'regionalGovernment')] };
}

function refusedText(target: string, leave: Leave, { giveUp }: WaysOut): StateConfig {
  return {
    on: leave(target),
    meta: {
      tasks: [{ task: 'decideAfterRefusal', role: 'regionalGovernment', offices: ['governor', 'planning'], events: ['draft.reopen', giveUp] }],
      waits: [wait('redrafting-without-limit', 'housing')],
    },
  };
}

function elaboration(ways: WaysOut, leave: Leave): Readonly<Record<string, StateConfig>> {
  return {
    // "las secretarías regionales ministeriales … elaborarán un proyecto"
    drafting: {
      on: { 'draft.finish': { guard: 'withinArea', target: 'consultation', actions: 'keepDraft' }, [ways.giveUp]: { target: ways.dropped, actions: 'dropDraft' } },
      meta: {
        tasks: ['housing', 'transport'].map((role) => ({ task: 'draft', role, offices: ['seremi', 'legal'], events: ['draft.finish'] })),
        waits: [wait('drafting-without-limit', 'housing')],
      },
    },
    // "con consulta a las municipalidades respectivas"
    consultation: {
      invoke: { id: 'consultation', src: 'consultation', onDone: { target: 'authorship' } },
      on: leave(ways.dropped),
      meta: { waits: [wait('consultation-without-limit', 'municipality')] },
    },
    authorship: {
      invoke: { id: 'authorship', src: 'authorship', onDone: [{ guard: outcome('refused'), target: 'drafting', actions: 'dropDraft' }, { target: 'submission' }] },
      on: leave(ways.dropped),
      meta: { waits: [wait('drafting-without-limit', 'housing')] },
    },
  };
}

function mayors(ways: WaysOut, leave: Leave): Readonly<Record<string, StateConfig>> {
  return {
    // "El gobernador regional someterá este proyecto a la aprobación de los alcaldes"
    submission: { on: { 'plan.submit': 'mayors', ...leave(ways.dropped) }, meta: byRegion('submit', ['governor'], 'plan.submit') },
    // "Obtenida la conformidad de la mayoría absoluta de aquellos": ends `refused` when a majority is no longer possible.
    mayors: {
      invoke: { id: 'mayors', src: 'mayors', onDone: [{ guard: outcome('refused'), target: 'notConformed' }, { target: 'presentation' }] },
      on: leave(ways.dropped),
      meta: { waits: [wait('mayors-without-limit', 'municipality')] },
    },
    notConformed: refusedText(ways.notApproved, leave, ways),
  };
}

function core(ways: WaysOut, leave: Leave): Readonly<Record<string, StateConfig>> {
  return {
    // "el plan será presentado al consejo regional": whether the thirty days of LOC 19.175 art. 36 apply was not verified.
    presentation: { on: { 'plan.present': 'coreVote', ...leave(ways.dropped) }, meta: byRegion('present', ['governor'], 'plan.present') },
    coreVote: {
      invoke: { id: 'coreVote', src: 'coreVote', onDone: [{ guard: outcome('rejected'), target: 'rejectedByCore' }, { target: 'promulgation' }] },
      on: leave(ways.dropped),
      meta: { waits: [wait('core-without-limit', 'regionalGovernment')] },
    },
    rejectedByCore: refusedText(ways.rejected, leave, ways),
  };
}

function promulgation(): Readonly<Record<string, StateConfig>> {
  return {
    // "promulgado por el gobernador regional luego de su aprobación"; toma de razón is not spoken of.
    promulgation: { on: { 'plan.promulgate': { target: 'publication', actions: 'keepPromulgation' } }, meta: byRegion('promulgate', ['governor'], 'plan.promulgate') },
    // "remitiendo copia a las municipalidades respectivas y publicándolo en el sitio electrónico del Gobierno Regional"
    publication: {
      on: { 'plan.publish': { guard: and(come('publishedOn'), come('copiesSentOn'), 'afterPromulgation'), target: '#inForce', actions: 'publish' } },
      meta: byRegion('publish', ['legal', 'planning', 'governor'], 'plan.publish'),
    },
  };
}
