import { and, dispatch, not, noteExpiry, outcome, type StateConfig } from '../../../src/kit/index.js';

const secretariat = ['undersecretary', 'legal'] as const;
const members = { interior: ['minister'], finance: ['minister'], segpres: ['minister'], secretariat: ['undersecretary'] } as const;
const toConvene = { task: 'convene', role: 'regionalGovernment', offices: ['governor'], events: ['vote.convene'] } as const;
const specialQuorum = {
  reason: 'core-vote-without-limit', basis: 'LOC 19.175 art. 21 septies (no leída): quórum especial; ninguna fuente le aplica los 30 días del art. 36', role: 'regionalGovernment',
} as const;

/**
 * Before the Committee (CID): six months for the whole; when they end it must answer expressly, and nothing else happens
 * (LOC 19.175 art. 21 septies, secondary).
 */
export function underStudy(): StateConfig {
  return {
    type: 'parallel',
    on: {
      'request.withdraw': { guard: 'isRequest', target: 'withdrawn' },
      'instruction.withdraw': { guard: not('isRequest'), target: 'withdrawn' },
    },
    states: {
      work: {
        initial: 'admissibility',
        states: { admissibility, inadmissibility, opening, study, conditions: coreVotes('conditionsVote', { approved: '#deciding', rejected: '#conditionsRejected' }), deciding },
      },
      limit: { initial: 'running', states: { running, overdue } },
    },
  };
}

const admissibility: StateConfig = {
  id: 'admissibility',
  on: {
    'request.examine': [
      { guard: 'withinFields', target: 'opening' },
      { guard: not('withinFields'), target: 'inadmissibility' },
    ],
  },
  meta: { tasks: [{ task: 'examine', role: 'secretariat', offices: secretariat, events: ['request.examine'] }] },
};

/** Outside the three fields of CPR art. 114: inadmissible outright, by exempt decree. */
const inadmissibility: StateConfig = {
  invoke: {
    id: 'inadmissibility', src: 'inadmissibility',
    onDone: [
      { guard: outcome('signed'), target: '#inadmissible', actions: dispatch('inadmissible', { regionalGovernment: ['governor'] }) },
      { target: 'admissibility' },
    ],
  },
  meta: { waits: [{ reason: 'inadmissibility-without-limit', basis: 'LOC 19.175 art. 21 ter (no leída)', role: 'interior' }] },
};

/** A sitting of the CID opens the study, or does not. */
const opening: StateConfig = {
  id: 'opening',
  on: { 'study.open': 'study', 'study.decline': { target: '#notOpened', actions: dispatch('notOpened', { regionalGovernment: ['governor'] }) } },
  meta: { tasks: [{ task: 'sitToOpen', role: 'secretariat', offices: secretariat, events: ['study.open', 'study.decline'] }], waits: [{ reason: 'committee-sits-without-limit', basis: 'Las fuentes no fijan plazo para la sesión del Comité', role: 'interior' }] },
};

/** Ninety calendar days: a paritary commission; the sector documents its exercise, the region projects its own. */
const study: StateConfig = {
  initial: 'preparing',
  after: { study: { actions: [noteExpiry, dispatch('studyOverdue', { secretariat: ['undersecretary'], origin: ['minister', 'director'], regionalGovernment: ['governor'] })] } },
  states: {
    preparing: {
      on: {
        'commission.form': { guard: 'isParitary', actions: 'keepCommission' },
        'exercise.document': { guard: 'commissionFormed', actions: 'keepExercise' },
        'exercise.project': { guard: 'commissionFormed', actions: 'keepProjection' },
        'study.conclude': { guard: and('commissionFormed', 'exerciseDocumented', 'exerciseProjected'), target: 'budgetOpinion' },
      },
      meta: {
        tasks: [
          { task: 'formCommission', role: 'secretariat', offices: secretariat, events: ['commission.form', 'study.conclude'] },
          { task: 'documentExercise', role: 'origin', offices: ['legal', 'minister', 'director'], events: ['exercise.document'] },
          { task: 'projectExercise', role: 'regionalGovernment', offices: ['planning', 'governor'], events: ['exercise.project'] },
        ],
      },
    },
    budgetOpinion: {
      on: { 'budget.report': 'reporting' },
      meta: {
        tasks: [{ task: 'reportOnBudget', role: 'budgetOffice', offices: ['director', 'legal'], events: ['budget.report'] }],
        waits: [{ reason: 'budget-opinion-without-limit', basis: 'Las fuentes no fijan plazo a la Dirección de Presupuestos', role: 'budgetOffice' }],
      },
    },
    reporting: {
      on: {
        'report.issue': [
          { guard: and('changesConditions', 'isRequest'), target: '#conditions', actions: 'keepReport' },
          { target: '#deciding', actions: 'keepReport' },
        ],
      },
      meta: { tasks: [{ task: 'issueReport', role: 'secretariat', offices: secretariat, events: ['report.issue'] }] },
    },
  },
};

const deciding: StateConfig = {
  id: 'deciding',
  on: {
    'committee.decide': [
      { guard: and('recommends', 'isRequest'), target: '#decreeing' },
      { guard: and('recommends', not('isRequest')), target: '#ratifying' },
      { guard: not('recommends'), target: '#rejecting' },
    ],
  },
  meta: { tasks: [{ task: 'decide', role: 'interior', offices: ['minister', 'undersecretary'], events: ['committee.decide'] }] },
};

const running: StateConfig = { after: { wholeProcedure: { target: 'overdue', actions: dispatch('mustAnswer', members) } } };

/** No fiction: without an informe fundante the Committee can only refuse, with reasons. */
const overdue: StateConfig = {
  on: { 'committee.decide': { guard: not('recommends'), target: '#rejecting' } },
  meta: {
    tasks: [{ task: 'answerExpressly', role: 'interior', offices: ['minister', 'undersecretary'], events: ['committee.decide'] }],
    waits: [{ reason: 'committee-owes-an-answer', basis: 'LOC 19.175 art. 21 septies (no leída): debe responder en forma expresa; sin efecto del silencio', role: 'interior' }],
  },
};

/** A matter put to the CORE, on the governor's proposal or of its own motion. */
export function coreVotes(step: 'conditionsVote' | 'ratificationVote', to: { readonly approved: string; readonly rejected: string }): StateConfig {
  return {
    id: step === 'conditionsVote' ? 'conditions' : 'ratifying',
    initial: 'convening',
    states: {
      convening: { on: { 'vote.convene': { target: 'voting', actions: 'keepProposer' } }, meta: { tasks: [toConvene], waits: [specialQuorum] } },
      voting: {
        invoke: { id: step, src: step, onDone: [{ guard: outcome('rejected'), target: to.rejected }, { target: to.approved }] },
        meta: { waits: [specialQuorum] },
      },
    },
  };
}
