import { and, noteExpiry, outcome, type StateConfig } from '../../../src/kit/index.js';
import { byAssociation } from './registration.js';

const elected = and('assemblyConvened', 'boardComposed', { type: 'dayHasCome', params: { field: 'madeOn' } });
const changed = { type: 'dayHasCome', params: { field: 'madeOn' } };

/** An association with personality (LOC 18.695 art. 141, seventh paragraph): its board, what it reports and who belongs to it run side by side. */
export function inForce(): StateConfig {
  return {
    type: 'parallel',
    on: {
      'rut.record': { actions: 'keepRut' },
      // Art. 146: absolute majority of the assembly of members.
      'dissolution.agree': { guard: and('absoluteMajority', { type: 'dayHasCome', params: { field: 'heldOn' } }), target: '#dissolution', actions: 'keepDissolution' },
    },
    states: { board: board(), reports: reports(), membership: membership() },
    meta: { waits: [{ reason: 'in-force', basis: 'LOC 18.695 arts. 144, 145 y 146: vigente en el Registro hasta su disolución', role: 'municipality' }] },
  };
}

/** Eighth and ninth paragraphs: ninety business days to convene the assembly that elects the board; none to elect it. */
function board(): StateConfig {
  return {
    initial: 'convening',
    states: {
      convening: {
        after: { electoralAssembly: { actions: noteExpiry } },
        on: { 'assembly.convene': { target: 'electing', actions: 'convene' } },
        meta: { tasks: [byAssociation('conveneAssembly', 'assembly.convene')] },
      },
      electing: {
        on: { 'board.elect': { guard: elected, target: 'elected', actions: 'keepBoard' } },
        meta: { tasks: [byAssociation('electBoard', 'board.elect')] },
      },
      // Elected for the period of the statutes, four years at most (art. 143 l), and then again.
      elected: { on: { 'assembly.convene': { target: 'electing', actions: 'convene' } } },
    },
  };
}

/** Art. 144: what changes in statutes, address or board is told to SUBDERE; the first change not told of sets the date. */
function reports(): StateConfig {
  return {
    initial: 'upToDate',
    states: {
      upToDate: {
        on: { 'change.record': { guard: changed, target: 'owed', actions: 'noteChange' }, 'board.elect': { guard: elected, target: 'owed', actions: 'noteChange' } },
      },
      owed: {
        after: { changeReport: { actions: noteExpiry } },
        on: {
          'change.record': { guard: changed, actions: 'noteChange' },
          'board.elect': { guard: elected, actions: 'noteChange' },
          'change.report': { target: 'upToDate', actions: 'reportChanges' },
        },
        meta: { tasks: [byAssociation('reportChanges', 'change.report')] },
      },
    },
  };
}

/** Arts 79 f and 143 k: whoever joins or leaves needs the agreement of its own concejo, without limit and without silence. */
function membership(): StateConfig {
  return {
    initial: 'settled',
    states: {
      settled: {
        on: {
          'membership.propose': { guard: 'movementFits', target: 'moving', actions: 'beginMovement' },
          'member.record': { guard: and('recordFits', { type: 'dayHasCome', params: { field: 'sitting' } }), actions: 'recordMovement' },
        },
      },
      moving: {
        invoke: {
          id: 'membership', src: 'membership',
          onDone: [
            { guard: outcome('rejected'), target: 'settled', actions: 'dropMovement' },
            { target: 'settled', actions: 'keepMovement' },
          ],
        },
        on: { 'membership.withdraw': { target: 'settled', actions: 'dropMovement' } },
        meta: { waits: [{ reason: 'council-without-limit', basis: 'LOC 18.695 arts. 79 f) y 143 k): sin plazo ni silencio', role: 'municipality' }] },
      },
    },
  };
}
