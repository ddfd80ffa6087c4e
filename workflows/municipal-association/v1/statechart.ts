import { and, noteExpiry, outcome, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { openingContext, municipalitiesOf, toAgree } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { inForce } from './in-force.js';
import { registration, byAssociation } from './registration.js';
import { steps } from './steps.js';

const noLimit = { reason: 'council-without-limit', basis: 'LOC 18.695 art. 79 f): materia ajena al art. 65, sin plazo ni silencio del art. 82', role: 'municipality' };

/**
 * An association of municipalities with legal personality (LOC 18.695 arts 137, 139-150): the agreement of each concejo, the
 * constitutive assembly, the deposit and its control by SUBDERE, the inscription, and then its life until it is dissolved.
 */
const chart: StateConfig = {
  initial: 'councils',
  states: {
    // Arts 79 f and 141, first paragraph: before the assembly, each concejo agrees.
    councils: {
      invoke: {
        id: 'councils', src: 'councils',
        onDone: [
          { guard: outcome('rejected'), target: 'refusedByCouncil', actions: 'keepRefusal' },
          { target: 'assembly', actions: 'keepAgreements' },
        ],
      },
      on: { 'association.abandon': 'notConstituted' },
      meta: { waits: [noLimit] },
    },
    // No text says that one concejo's refusal keeps the others from associating, if two are left (art. 137).
    refusedByCouncil: {
      on: {
        'parties.goOn': { guard: 'twoRemain', target: 'councils', actions: 'goOnWithout' },
        'council.askAgain': { target: 'councils', actions: 'askAgain' },
        'association.abandon': 'notConstituted',
      },
      meta: { tasks: [byAssociation('decideAfterRefusal', 'parties.goOn', 'council.askAgain', 'association.abandon')] },
    },
    // Art. 141, first paragraph: the mayors agree, before a ministro de fe.
    assembly: {
      on: {
        'assembly.hold': {
          guard: and('twoAttend', 'attendingAgreed', 'afterAgreements', { type: 'dayHasCome', params: { field: 'heldOn' } }, 'officerOfMember', 'statutesComplete', 'provisionalBoard'),
          target: 'filing', actions: 'keepConstitution',
        },
        'association.abandon': 'notConstituted',
      },
      meta: { tasks: [byAssociation('holdAssembly', 'assembly.hold')] },
    },
    ...registration(),
    active: inForce(),
    // Art. 146: minutes reduced to a public deed, notice to SUBDERE, debts paid, the rest back to the members.
    dissolving: {
      id: 'dissolution',
      initial: 'deed',
      states: {
        deed: {
          on: { 'dissolution.deed': { guard: { type: 'dayHasCome', params: { field: 'signedOn' } }, target: 'notice' } },
          meta: { tasks: [byAssociation('signDissolution', 'dissolution.deed')] },
        },
        notice: {
          after: { dissolutionNotice: { actions: noteExpiry } },
          on: { 'dissolution.notify': 'liquidation' },
          meta: { tasks: [byAssociation('notifyDissolution', 'dissolution.notify')] },
        },
        liquidation: {
          on: { 'liquidation.close': { guard: 'remainderToMembers', target: '#dissolved' } },
          meta: { tasks: [byAssociation('liquidate', 'liquidation.close')] },
        },
      },
    },
    notConstituted: { type: 'final' },
    notRegistered: { id: 'notRegistered', type: 'final' },
    dissolved: { id: 'dissolved', type: 'final' },
  },
};

export const municipalAssociation = procedure({
  name: 'municipal-association',
  version: 1,
  status: 'released',
  abbreviation: 'ASM',
  basis: [
    { law: 'LOC 18.695', articles: '79 f), 86, 137, 139 a 150, 153', asOf: '2025-01-14', certainty: 'official' },
    { law: 'Ley 19.880', articles: '45, 46, 47', asOf: '2025-09-29', certainty: 'official' },
  ],
  roles: {
    municipality: { levels: ['municipal'], party: true, many: true },
    registry: { levels: ['national'], party: false, byLaw: () => 'subdere' },
    association: { levels: ['association'], party: false, optional: true },
  },
  opening: {
    by: { municipality: ['mayor', 'legal'], association: ['president', 'secretary'] },
    schema: opening,
    context: openingContext,
    refuse: (_data, participants) => (municipalitiesOf(participants).length >= 2 ? [] : [{ path: 'participants', code: 'twoAttend' }]),
    example: {
      title: 'Asociación de Municipalidades del Valle del Itata', territory: '162',
      participants: ['muni-16202', 'muni-16206', 'muni-16207'].map((institution) => ({ role: 'municipality', institution })),
      data: { name: 'Asociación de Municipalidades del Valle del Itata', purposes: ['services', 'programmes'] },
    },
  },
  events, deadlines, steps, guards, actions,
  abstract: (context) => ({
    parties: Math.min(context.parties.length, 3), toAgree: Math.min(toAgree(context).length, 1), refusal: context.refusedBy === null ? 'none' : 'one',
    members: Math.min(context.members.length, 2), cure: context.cure, electoral: context.electoral, movement: context.movement?.kind ?? 'none',
  }),
}, chart);
