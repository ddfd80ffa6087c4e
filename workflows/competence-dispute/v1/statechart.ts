import { and, dispatch, not, outcome, procedure, type GuardExpression, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { openingContext, type Branch, type Dispute } from './context.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { heads } from './offices.js';
import { steps } from './steps.js';

const branchIs = (is: Branch): GuardExpression => ({ type: 'branchIs', params: { is } });
const decided = { target: 'decided', actions: ['keepDecision', dispatch('decided', { claimant: heads, respondent: heads })] } as const;
const noLimit = (role: string): { readonly reason: string; readonly basis: string; readonly role: string } =>
  ({ reason: 'decision-without-limit', basis: 'Ley 18.575 art. 39: sin plazo', role });

/**
 * Dispute of competence between authorities. With a superior in common, the superior; of different ministries, the ministers
 * together, and if they disagree the President (Ley 18.575 art. 39). Between levels, or within one government, the law
 * that CPR art. 126 calls for, which our sources lack: the case waits, and records what whoever decides by that law says.
 */
const chart: StateConfig = {
  initial: 'disputed',
  states: {
    disputed: {
      initial: 'raised',
      on: { 'dispute.settle': 'settled', 'dispute.withdraw': 'withdrawn' },
      states: {
        raised: {
          on: {
            'dispute.classify': [
              { guard: and(branchIs('common-superior'), 'respondentTakesPart', 'noneIsAutonomous', 'superiorTakesPart'), target: 'beforeSuperior', actions: 'keepBranch' },
              { guard: and(branchIs('different-ministries'), 'respondentTakesPart', 'noneIsAutonomous', 'ministersTakePart'), target: 'beforeMinisters', actions: 'keepBranch' },
              { guard: and(branchIs('between-levels'), 'respondentTakesPart'), target: 'beforeLawToCome', actions: 'keepBranch' },
              { guard: and(branchIs('within-one-government'), not('respondentTakesPart'), not('noneIsAutonomous')), target: 'beforeLawToCome', actions: 'keepBranch' },
            ],
          },
          meta: { tasks: [classify('claimant'), classify('respondent')], waits: [noLimit('claimant'), noLimit('respondent')] },
        },
        // The hierarchical superior, of which they depend or with which they are related.
        beforeSuperior: {
          on: { 'superior.decide': { ...decided, target: '#decided' } },
          meta: { tasks: [{ task: 'decide', role: 'superior', offices: heads, events: ['superior.decide'] }], waits: [noLimit('superior')] },
        },
        // Bodies under, or related to, different ministries.
        beforeMinisters: {
          initial: 'deliberating',
          states: {
            deliberating: {
              on: { 'decision.propose': { target: 'signing', actions: 'keepProposal' }, 'ministers.disagree': '#beforePresident' },
              meta: { tasks: [{ task: 'deliberate', role: 'ministry', offices: ['minister', 'legal'], events: ['decision.propose', 'ministers.disagree'] }], waits: [noLimit('ministry')] },
            },
            signing: {
              invoke: {
                id: 'jointDecision', src: 'jointDecision',
                onDone: [
                  { guard: outcome('refused'), target: '#beforePresident' },
                  { target: '#decided', actions: dispatch('decided', { claimant: heads, respondent: heads }) },
                ],
              },
              meta: { waits: [noLimit('ministry')] },
            },
          },
        },
        beforePresident: {
          id: 'beforePresident',
          on: { 'president.decide': { ...decided, target: '#decided' } },
          meta: { tasks: [{ task: 'decide', role: 'presidency', offices: ['president'], events: ['president.decide'] }], waits: [noLimit('presidency')] },
        },
        // CPR art. 126: "la ley determinará". It was not found; no authority is made up.
        beforeLawToCome: {
          on: { 'decision.record': { ...decided, target: '#decided' } },
          meta: {
            tasks: [recordDecision('claimant'), recordDecision('respondent')],
            waits: [lawNotHeld('claimant'), lawNotHeld('respondent')],
          },
        },
      },
    },

    decided: { id: 'decided', type: 'final' },
    settled: { type: 'final' },
    withdrawn: { type: 'final' },
  },
};

function classify(role: string): { readonly task: string; readonly role: string; readonly offices: readonly string[]; readonly events: readonly string[] } {
  return { task: 'classify', role, offices: heads, events: ['dispute.classify', 'dispute.settle'] };
}

function recordDecision(role: string): { readonly task: string; readonly role: string; readonly offices: readonly string[]; readonly events: readonly string[] } {
  return { task: 'recordDecision', role, offices: heads, events: ['decision.record', 'dispute.settle'] };
}

function lawNotHeld(role: string): { readonly reason: string; readonly basis: string; readonly role: string } {
  return { reason: 'law-of-disputes-not-held', basis: 'Constitución art. 126: la ley que determina cómo se resuelve no está en nuestras fuentes', role };
}

export const competenceDispute = procedure<Dispute>({
  name: 'competence-dispute',
  version: 1,
  status: 'released',
  abbreviation: 'CC',
  basis: [
    { law: 'Ley 18.575', articles: '5, 39', asOf: '2024-01-15', certainty: 'official' },
    { law: 'Constitución Política', articles: '111, 118, 126', asOf: '2025-10-07', certainty: 'official' },
  ],
  roles: {
    claimant: { levels: ['national', 'regional', 'municipal'], party: true },
    respondent: { levels: ['national', 'regional', 'municipal'], party: true, optional: true },
    superior: { levels: ['national', 'regional'], party: false, optional: true },
    ministry: { levels: ['national'], party: false, many: true, optional: true },
    presidency: { levels: ['national'], party: false, byLaw: () => 'presidencia' },
  },
  opening: {
    by: { claimant: heads },
    schema: opening,
    context: openingContext,
    example: {
      title: 'Conservación del borde costero de Ñuble', territory: '16',
      participants: [
        { role: 'claimant', institution: 'dga' }, { role: 'respondent', institution: 'conaf' }, { role: 'superior', institution: 'subdere' },
        { role: 'ministry', institution: 'min-mop' }, { role: 'ministry', institution: 'min-minagri' },
      ],
      data: { matter: 'Conservación del borde costero', kind: 'both-claim' },
    },
    examples: [{
      title: 'Mantención de un camino vecinal, Ránquil', territory: '16206',
      participants: [{ role: 'claimant', institution: 'muni-16206' }, { role: 'respondent', institution: 'gore-16' }],
      data: { matter: 'Mantención de un camino vecinal', kind: 'both-decline' },
    }],
  },
  events, deadlines: {}, steps, guards, actions,
  abstract: ({ branch, takingPart }) => ({ branch, takingPart }),
}, chart);
