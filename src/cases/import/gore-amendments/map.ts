import { approvalSteps, impliedKind, nothing } from '../approval-steps.js';
import type { MapStep, RowMap } from '../past.js';
import { showsResolution, type ReadRow } from './read-row.js';

const stages = ['none', 'text', 'signature', 'resolution', 'review', 'sending'] as const;
type Stage = (typeof stages)[number];

const approvals = approvalSteps<ReadRow>({
  signed: 'signature_date', resolved: 'resolution_date', resolutionNumber: 'resolution_no', sent: 'sent_date', letterNumber: 'sent_letter_no',
});
const notSigned = { reason: 'El registro importado dice: NO SE FIRMO' } as const;

/** The register's columns as events of `asset-handover`. */
export const handoverMap: RowMap<ReadRow, Stage> = {
  stages,
  stageOf,
  steps: [
    {
      key: 'inventory', type: 'inventory.finish', by: 'investment', data: () => ({ goods: [], openPoints: [] }), flags: ['not-in-register'], reason: 'not-in-register:inventory',
      happened: (_row, has) => has('text'),
    },
    { key: 'draft', type: 'draft.finish', by: 'legal', data: () => ({ text: null, bindsUntil: null }), happened: (_row, has) => has('text') },
    { key: 'offer', type: 'draft.send', by: 'legal', data: nothing, happened: ({ status }) => status === 'offered' },
    ...approvals,
    { key: 'neverSigned', type: 'transfer.abandon', by: 'governor', data: () => notSigned, happened: ({ status }, has) => status === 'notSigned' && !has('signature') },
  ],
};

const amendment: readonly MapStep<ReadRow, Stage>[] = [
  {
    key: 'amendment', type: 'amendment.propose', by: 'governor', data: () => ({ reason: 'El registro importado muestra la modificación y no dice su motivo' }),
    happened: () => true,
  },
  {
    key: 'draft', type: 'draft.finish', by: 'legal', flags: ['kindImplied'], data: (row) => ({ kind: impliedKind(row), text: null, amount: null, endsOn: null }),
    happened: (_row, has) => has('text'),
  },
  ...approvals,
  { key: 'neverSigned', type: 'amendment.drop', by: 'governor', data: () => notSigned, happened: ({ status }, has) => status === 'notSigned' && !has('signature') },
];

/** The register's columns as events of the agreement that is amended, whose case is open already. */
export const amendmentMap: RowMap<ReadRow, Stage> = { stages, stageOf, steps: amendment };

/** The same of an agreement that no register shows: it is recorded as in force, and nothing of what came before is made up. */
export const unknownAgreementMap: RowMap<ReadRow, Stage> = {
  stages,
  stageOf,
  steps: [
    {
      key: 'agreement', type: 'agreement.record', by: 'legal', flags: ['not-in-register'], reason: 'not-in-register:agreement', happened: () => true,
      data: () => ({ kind: null, endsOn: null, resolution: null, basis: 'El registro importado muestra la modificación de un convenio, y no el convenio' }),
    },
    ...amendment,
  ],
};

/** The furthest stage a row shows. */
function stageOf(row: ReadRow): Stage {
  const { numbers, dates, status, nature, control, sent } = row;
  if (sent === 'yes' && nature !== null) return 'sending';
  if (control !== null && nature === 'afecta') return 'review';
  if (showsResolution(row)) return 'resolution';
  if (status === 'signed' || dates.signature_date !== null || numbers.resolution_no !== null || dates.resolution_date !== null) return 'signature';
  return status === 'offered' ? 'text' : 'none';
}
