import { and, dispatch, noteExpiry, procedure, type StateConfig, type TransitionConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { approvals, byRegion } from './approvals.js';
import { openingContext, toRegister, type Handover } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { heads, steps } from './steps.js';
import { variants } from './variants.js';

const received = (is: Handover['receipt']): { type: string; params: { is: string } } => ({ type: 'setReceipt', params: { is } });
const registers: readonly TransitionConfig[] = [
  { guard: and('isToRegister', 'isLastToRegister'), target: 'closing', actions: 'keepRegistration' },
  { guard: 'isToRegister', actions: 'keepRegistration' },
];

/**
 * Goods bought with a regional government's funds go to the municipality or service that operates them: inventory, agreement,
 * the concejo where the law asks it, signatures, the governor's resolution, delivery and acceptance of each thing.
 */
const chart: StateConfig = {
  initial: 'approval',
  states: {
    // The ninety days of the formal transfer run beside everything up to the resolution (LOC 19.175 art. 70 f, secondary).
    approval: {
      initial: 'inventory',
      after: { transfer: { actions: noteExpiry } },
      on: { 'reception.record': { guard: and('receptionUnknown', 'receptionHasCome'), actions: 'keepReception' } },
      states: approvals(),
    },
    // The date of effect comes from the act; what follows carries it out.
    delivery: {
      id: 'delivery',
      on: {
        'inventory.update': { guard: and('namesGoods', 'everyGoodValued', 'codesDistinct', 'ownersTakePart', 'sameGoods'), actions: 'keepInventory' },
        'delivery.record': { guard: 'hasInventory', target: 'acceptance', actions: ['keepDelivery', dispatch('goodsDelivered', { operator: heads })] },
      },
      meta: { tasks: [byRegion('deliver', ['investment', 'legal'], 'delivery.record')] },
    },
    // Of each thing, not of the title: the transfer has its effect from the act, accepted or not.
    acceptance: {
      invoke: { id: 'acceptance', src: 'acceptance', onDone: onwards('complete') },
      on: { 'receipt.close': onwards('incomplete') },
      meta: { waits: [{ reason: 'acceptance-without-limit', basis: 'Las fuentes no fijan plazo para recibir conforme', role: 'operator' }] },
    },
    registration: {
      on: { 'registration.record': registers, 'registration.waive': registers },
      meta: {
        tasks: [{ task: 'register', role: 'operator', offices: ['finance', 'legal', 'administrator', ...heads], events: ['registration.record'] }],
        waits: [{ reason: 'registration-without-limit', basis: 'Las fuentes no fijan plazo para inscribir a nombre del receptor', role: 'operator' }],
      },
    },
    closing: {
      on: { 'closing.resolve': [{ guard: 'receiptIncomplete', target: 'closedUnaccepted' }, { target: 'closed' }] },
      meta: { tasks: [byRegion('close', ['legal', 'investment'], 'closing.resolve')] },
    },

    closed: { type: 'final' },
    closedUnaccepted: { type: 'final' },
    notConcluded: { id: 'notConcluded', type: 'final' },
    abandoned: { id: 'abandoned', type: 'final' },
  },
};

/** Vehicles and real estate are inscribed in the operator's name before the file is closed. */
function onwards(is: Handover['receipt']): readonly TransitionConfig[] {
  return [{ guard: 'needsRegistration', target: 'registration', actions: received(is) }, { target: 'closing', actions: received(is) }];
}

export const assetHandover = procedure<Handover>({
  name: 'asset-handover',
  version: 1,
  status: 'draft',
  abbreviation: 'TB',
  variants,
  basis: [
    { law: 'LOC 19.175', articles: '70 f)', asOf: null, certainty: 'secondary' },
    { law: 'LOC 18.695', articles: '65 f) y j), 79 b), 82 c), 86, 153', asOf: '2025-01-14', certainty: 'official' },
    { law: 'Ley 19.880', articles: '45', asOf: '2025-09-29', certainty: 'official' },
    { law: 'Ley 19.799', articles: '4, 7', asOf: '2024-02-09', certainty: 'official' },
    { law: 'Constitución Política', articles: '98, 99', asOf: '2025-10-07', certainty: 'official' },
    { law: 'CPAT 2024', articles: 'PT-GOR00098-00038', asOf: null, certainty: 'secondary' },
  ],
  roles: {
    regionalGovernment: { levels: ['regional'], party: true },
    operator: { levels: ['municipal', 'national', 'regional', 'association', 'other'], party: true },
    comptroller: { levels: ['control'], party: false, byLaw: (region) => (region === null ? 'cgr' : `cgr-${region}`) },
  },
  opening: {
    by: { regionalGovernment: ['investment', 'governor', 'legal'] },
    schema: opening,
    context: openingContext,
    example: {
      title: 'Transferencia de un camión aljibe, comuna de Ránquil', territory: '16206',
      participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'operator', institution: 'muni-16206' }],
      data: { initiative: 'Adquisición de un camión aljibe', start: 'request' },
    },
  },
  events, deadlines, steps, guards, actions,
  // What guards and steps ask: of the text and its approval until it is sent, of the goods until they are handed over.
  abstract: (context) => {
    const { operatorLevel, goods, amount, draft, receivedOn, receipt, sentOn } = context;
    const ofGoods = { goods: goods.length === 0 ? 'none' : 'some', toRegister: Math.min(toRegister(context).length, 2), receipt };
    if (sentOn !== null) return ofGoods;
    return {
      ...ofGoods, operatorLevel, amount: amount === null ? 'unknown' : 'known', land: goods.some(({ kind }) => kind === 'real-estate'), received: receivedOn !== null,
      draft: draft && { matter: draft.matter, binds: draft.bindsUntil !== null },
    };
  },
}, chart);
