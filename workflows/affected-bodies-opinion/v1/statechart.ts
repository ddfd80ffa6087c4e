import { and, dispatch, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { hasReports, openingContext, type ActInPreparation } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { heads, steps } from './steps.js';

const byIssuer = (task: string, ...done: readonly string[]): { task: string; role: string; offices: readonly string[]; events: readonly string[] } =>
  ({ task, role: 'issuer', offices: heads, events: done });

/**
 * What other bodies say before an act is issued (Ley 19.880 arts 24, 37, 37 bis, 38): a duty where an act of general effect
 * touches their competence, a choice or a precept's demand elsewhere. Nobody is bound by it, and silence only permits.
 */
const chart: StateConfig = {
  initial: 'classifying',
  states: {
    // Art. 37 bis, 37, or an urgent act (37 bis, fourth paragraph).
    classifying: {
      on: {
        'act.classify': { guard: and('statesEffects', 'citesOrJustifies'), target: 'consulting', actions: 'keepKind' },
        'act.issueUrgently': { target: 'applying', actions: dispatch('issuedUrgently', { affected: heads }) },
        'act.drop': 'dropped',
      },
      meta: {
        tasks: [byIssuer('classify', 'act.classify', 'act.issueUrgently')],
        waits: [{ reason: 'nobody-must-hurry', basis: 'Ley 19.880 art. 37 bis: el deber nace al dictar el acto', role: 'issuer' }],
      },
    },
    // Thirty calendar days from receipt, or ten business days from the request; then one may go on (art. 38).
    // What becomes urgent meanwhile is issued without waiting for them (37 bis, fourth paragraph).
    consulting: {
      invoke: { id: 'reports', src: 'reports', onDone: { target: 'deciding', actions: 'countReports' } },
      on: { 'act.issueUrgently': { guard: 'isGeneralAct', target: 'applying', actions: dispatch('issuedUrgently', { affected: heads }) }, 'act.drop': 'dropped' },
    },
    // A person decides whether to go on; a late report is still received (arts 37 bis, 38, 41).
    deciding: {
      on: { 'act.issue': { guard: 'valuesReports', target: 'issued' }, 'act.drop': 'dropped', 'report.receiveLate': { actions: 'keepReport' } },
      meta: {
        tasks: [byIssuer('decide', 'act.issue', 'act.drop')],
        waits: [{ reason: 'issuing-without-limit', basis: 'Ley 19.880 art. 38: podrá proseguir; sin plazo para dictar el acto', role: 'issuer' }],
      },
    },
    // Issued without asking: the other bodies are heard on its application, without limit (37 bis, fourth and fifth paragraphs).
    applying: {
      initial: 'sending',
      states: {
        sending: {
          on: { 'file.send': 'hearing' },
          meta: {
            tasks: [byIssuer('sendFile', 'file.send')],
            waits: [{ reason: 'sending-without-limit', basis: 'Ley 19.880 art. 37 bis, inciso quinto: con posterioridad, sin plazo', role: 'issuer' }],
          },
        },
        hearing: {
          on: { 'report.giveAfterwards': { actions: 'keepReport' }, 'application.close': '#issuedUrgently' },
          meta: {
            tasks: [
              { task: 'reportAfterwards', role: 'affected', offices: heads, events: ['report.giveAfterwards'] },
              byIssuer('closeApplication', 'application.close'),
            ],
            waits: [
              { reason: 'later-report-without-limit', basis: 'Ley 19.880 art. 37 bis, inciso quinto: sin plazo', role: 'affected' },
              { reason: 'later-report-without-limit', basis: 'Ley 19.880 art. 37 bis, inciso quinto: sin plazo', role: 'issuer' },
            ],
          },
        },
      },
    },

    issued: { type: 'final' },
    issuedUrgently: { id: 'issuedUrgently', type: 'final' },
    dropped: { type: 'final' },
  },
};

export const affectedBodiesOpinion = procedure<ActInPreparation>({
  name: 'affected-bodies-opinion',
  version: 1,
  status: 'released',
  abbreviation: 'IO',
  basis: [{ law: 'Ley 19.880', articles: '24, 25, 26, 37, 37 bis, 38, 41', asOf: '2025-09-29', certainty: 'official' }],
  roles: {
    issuer: { levels: ['national', 'regional', 'municipal', 'control'], party: true },
    affected: { levels: ['national', 'regional', 'municipal', 'control', 'association', 'other'], party: false, many: true },
  },
  opening: {
    by: { issuer: heads },
    schema: opening,
    context: openingContext,
    example: {
      title: 'Reglamento regional de uso de caletas', territory: '16',
      participants: [{ role: 'issuer', institution: 'gore-16' }, { role: 'affected', institution: 'muni-16206' }, { role: 'affected', institution: 'seremi-mop-16' }, { role: 'affected', institution: 'min-mma' }],
      data: { act: 'Reglamento regional de uso de caletas' },
    },
  },
  events, deadlines, steps, guards, actions,
  abstract: ({ kind, reported, laterReports }) => ({ kind, reported: hasReports({ reported, laterReports }) }),
}, chart);
