import { and, dispatch, noteExpiry, outcome, type StateConfig, type TaskDeclaration } from '../../../src/kit/index.js';

/** Where a text of the plan leads, the first one and a modification alike. */
export interface WaysOut {
  /** Prefix of the ids by which inner states are reached. */
  readonly of: 'first' | 'modification';
  /** Given up before the concejo decided, and after it rejected. */
  readonly dropped: string;
  readonly notApproved: string;
  /** The event that gives the text up. */
  readonly giveUp: 'plan.abandon' | 'modification.drop';
}

const set = (type: 'setCosoc' | 'setCouncil', is: string): { type: string; params: { is: string } } => ({ type, params: { is } });

export function byMunicipality(task: string, offices: readonly string[], ...done: readonly string[]): TaskDeclaration {
  return { task, role: 'municipality', offices, events: done };
}

/** From the draft to the decree (LOC 18.695 arts 7, 65 a, 82 a, 94). */
export function textApprovals(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  const giveUp = { [ways.giveUp]: { target: ways.dropped, actions: 'dropDraft' } };
  return {
    // Art. 7: with participation, in co-ordination with the public services, for four years at least.
    drafting: {
      on: {
        'participation.record': { guard: { type: 'dayHasCome', params: { field: 'heldOn' } }, actions: 'countParticipation' },
        'plan.finish': { guard: and('participationHeld', 'fourYearsAtLeast'), target: 'deliberation', actions: 'keepDraft' },
        ...giveUp,
      },
      meta: { tasks: [byMunicipality('draftPlan', ['planning', 'mayor'], 'participation.record', 'plan.finish')] },
    },
    // The COSOC may be informed before or after the plan goes to the concejo, which decides after it (art. 82 a).
    deliberation: { type: 'parallel', on: giveUp, states: { cosoc: cosoc(), concejo: concejo(ways) } },
    rejected: {
      id: `${ways.of}-rejected`,
      on: { 'plan.revise': { target: 'drafting', actions: 'dropDraft' }, [ways.giveUp]: { target: ways.notApproved, actions: 'dropDraft' } },
      meta: { tasks: [byMunicipality('decideAfterRejection', ['mayor'], 'plan.revise', ways.giveUp)] },
    },
    decree: {
      id: `${ways.of}-decree`,
      on: { 'plan.decree': { target: '#inForce', actions: 'adopt' } },
      meta: { tasks: [byMunicipality('decree', ['mayor'], 'plan.decree')] },
    },
  };
}

/** Art. 94, eighth paragraph: fifteen business days from the mayor's information; then the time to observe is over. */
function cosoc(): StateConfig {
  return {
    initial: 'uninformed',
    states: {
      uninformed: {
        on: {
          'cosoc.inform': { guard: and({ type: 'dayHasCome', params: { field: 'informedOn' } }, 'textWasFinished'), target: 'observing', actions: set('setCosoc', 'informed') },
          'cosoc.except': { target: 'heard', actions: set('setCosoc', 'notApplicable') },
        },
        meta: { tasks: [byMunicipality('informCosoc', ['mayor'], 'cosoc.inform')] },
      },
      observing: {
        after: { cosocOpinion: { target: 'heard', actions: set('setCosoc', 'silent') } },
        on: { 'cosoc.observe': { target: 'heard', actions: set('setCosoc', 'observed') } },
        meta: { tasks: [byMunicipality('certifyCosoc', ['council-secretary'], 'cosoc.observe')] },
      },
      heard: { type: 'final' },
    },
  };
}

/** Art. 82 a: handed in during the first week of October, decided before 15 December. */
function concejo(ways: WaysOut): StateConfig {
  const proposalStands = { target: `#${ways.of}-decree`, actions: [set('setCouncil', 'proposalStands'), dispatch('proposalStands', { municipality: ['mayor', 'council-secretary', 'planning'] })] };
  return {
    initial: 'handIn',
    states: {
      // Each year anew: October begins, and its first week ends.
      handIn: {
        after: { october: { actions: noteExpiry }, firstWeek: { target: 'handIn', reenter: true } },
        on: { 'plan.submit': [{ guard: 'inFirstWeek', target: 'inSeason' }, { target: 'outOfSeason' }] },
        meta: { tasks: [byMunicipality('submit', ['mayor'], 'plan.submit')] },
      },
      // Last day 14 December, never moved; from the 15th what the mayor proposed stands, the COSOC heard or not: the last
      // paragraph of art. 82 makes no exception.
      inSeason: { after: { council: proposalStands }, ...sitting(ways) },
      // Art. 82 a sets its limit for what is handed in then. Another way of handing in has none that was read: no silence.
      outOfSeason: {
        ...sitting(ways),
        meta: { waits: [{ reason: 'out-of-season', basis: 'LOC 18.695 art. 82 a) e inciso final: el plazo supone la presentación en la primera semana de octubre', role: 'municipality' }] },
      },
    },
  };
}

function sitting(ways: WaysOut): Pick<StateConfig, 'initial' | 'states'> {
  return {
    initial: 'hearing',
    states: {
      hearing: { always: { guard: 'cosocHeard', target: 'voting' } },
      voting: {
        invoke: {
          id: 'councilVote', src: 'councilVote',
          onDone: [
            { guard: outcome('rejected'), target: `#${ways.of}-rejected`, actions: set('setCouncil', 'rejected') },
            { target: `#${ways.of}-decree`, actions: set('setCouncil', 'approved') },
          ],
        },
      },
    },
  };
}
