import { and, dispatch, outcome, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { textApprovals, type WaysOut } from './approvals.js';
import { municipalitiesOf, openingContext, owed, type Agreement, type Terms } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { steps } from './steps.js';

const first: WaysOut = { neverSigned: '#notConcluded', abandoned: '#abandoned', inForce: '#performing', giveUp: 'agreement.abandon' };
const amendment: WaysOut = { neverSigned: '#inForce', abandoned: '#inForce', inForce: '#inForce', giveUp: 'amendment.drop' };

const mayors = { municipality: ['mayor', 'legal'] };
const end = (is: Agreement['ending']): { type: string; params: { is: Agreement['ending'] } } => ({ type: 'endBy', params: { is } });
const term = { target: '#windingUp', actions: [end('expired'), dispatch('agreementExpired', mayors)] };

/**
 * Agreement by which municipalities associate without legal personality (LOC 18.695 art. 138): the text, the concejos, the
 * signatures and decrees, the contributions and obligations of each, and the settling of what is left.
 */
const chart: StateConfig = {
  initial: 'approval',
  states: {
    approval: { initial: 'drafting', states: textApprovals(first) },

    performing: {
      id: 'performing',
      initial: 'inForce',
      // Money comes in and obligations are met while an amendment is under way, and after the term.
      on: {
        'contribution.record': { guard: and('isParty', 'withinPledge'), actions: 'addContribution' },
        'obligation.fulfil': { guard: 'isParty', actions: 'addFulfilment' },
      },
      states: {
        inForce: {
          id: 'inForce',
          entry: 'dropDraft',
          after: { term },
          on: {
            'account.render': { guard: 'byTheLead', actions: 'keepAccount' },
            'amendment.propose': { target: 'amending', actions: 'countAmendment' },
            'agreement.terminate': { target: 'windingUp', actions: [end('terminated'), dispatch('agreementTerminated', mayors)] },
          },
          meta: {
            tasks: [{ task: 'administer', role: 'municipality', offices: ['finance', 'mayor'], events: ['contribution.record', 'obligation.fulfil', 'account.render'] }],
            waits: [{ reason: 'in-force', basis: 'LOC 18.695 arts. 138 y 139', role: 'municipality' }],
          },
        },
        // Who joins or leaves does so by a new text, with every concejo again (art. 138, last paragraph).
        amending: { initial: 'drafting', after: { term }, states: textApprovals(amendment) },
        windingUp: {
          id: 'windingUp',
          initial: 'accounts',
          states: {
            accounts: {
              on: { 'agreement.settle': { guard: and('byTheLead', 'balanceShared'), target: 'agreeing' } },
              meta: { tasks: [{ task: 'settle', role: 'municipality', offices: ['finance', 'administrator', 'mayor'], events: ['agreement.settle'] }] },
            },
            // No rule was read on how it is settled: every party agrees to the account.
            agreeing: {
              invoke: {
                id: 'settlement', src: 'settlement',
                onDone: [
                  { guard: outcome('refused'), target: 'accounts' },
                  { guard: 'hasExpired', target: '#expired' },
                  { target: '#terminated' },
                ],
              },
            },
          },
        },
      },
    },

    expired: { id: 'expired', type: 'final' },
    terminated: { id: 'terminated', type: 'final' },
    notConcluded: { id: 'notConcluded', type: 'final' },
    abandoned: { id: 'abandoned', type: 'final' },
  },
};

export const interMunicipalAgreement = procedure<Agreement>({
  name: 'inter-municipal-agreement',
  version: 1,
  status: 'released',
  abbreviation: 'IM',
  basis: [
    { law: 'LOC 18.695', articles: '12, 63, 65 j), 79 b), 82 c), 86, 137, 138, 139, 153', asOf: '2025-01-14', certainty: 'official' },
  ],
  roles: { municipality: { levels: ['municipal'], party: true, many: true } },
  opening: {
    by: { municipality: ['mayor', 'legal', 'administrator'] },
    schema: opening,
    context: openingContext,
    refuse: (_data, participants) => (municipalitiesOf(participants).length >= 2 ? [] : [{ path: 'participants', code: 'partiesTakePart' }]),
    example: {
      title: 'Recolección conjunta de residuos, provincia de Itata', territory: '162',
      participants: ['muni-16202', 'muni-16206', 'muni-16207'].map((institution) => ({ role: 'municipality', institution })),
      data: { purpose: 'Recolección conjunta de residuos domiciliarios' },
    },
  },
  events, deadlines, steps, guards, actions,
  abstract: (context) => ({
    draft: briefly(context.draft), terms: briefly(context.terms), ending: context.ending, endsOn: context.endsOn === null ? 'none' : 'known',
    owes: (context.terms?.members ?? []).some(({ institution }) => owed(context, institution) > 0),
  }),
}, chart);

/** What the steps and guards ask of a text. */
function briefly(terms: Terms | null): { readonly ofArticle65: string; readonly endsOn: string } | null {
  return terms && { ofArticle65: terms.ofArticle65, endsOn: terms.endsOn === null ? 'none' : 'known' };
}
