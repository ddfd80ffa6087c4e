import { approvalSteps, impliedKind, nothing, notInRegister } from '../approval-steps.js';
import type { RowMap } from '../past.js';
import type { ReadRow } from './read-row.js';

const stages = ['none', 'vote', 'allocation', 'signature', 'resolution', 'review', 'sending'] as const;
type Stage = (typeof stages)[number];

/** The register's columns as events of `fndr-transfer`. */
export const agreementMap: RowMap<ReadRow, Stage> = {
  stages,
  stageOf,
  steps: [
    { key: 'proposal', type: 'proposal.present', by: 'governor', data: nothing, happened: (row) => showsVote(row) },
    {
      key: 'vote', type: 'coreVote.certify', by: 'core-secretary', date: 'core_date', number: 'core_certificate_no', instrument: { kind: 'certificado', issuedBy: 'Consejo Regional' },
      data: (_row, on) => ({ sitting: on, result: 'approved' }), happened: (row) => showsVote(row),
    },
    {
      key: 'voteNotShown', type: 'coreVote.except', by: 'governor', data: () => notInRegister('CORE'), flags: ['not-in-register'], reason: 'not-in-register:coreVote',
      happened: (row, has) => !showsVote(row) && has('allocation'),
    },
    {
      key: 'allocation', type: 'allocation.resolve', by: 'budget', date: 'allocation_date', number: 'allocation_resolution_no', instrument: { kind: 'resolución' },
      data: nothing, happened: (_row, has) => has('allocation'),
    },
    {
      key: 'draft', type: 'draft.finish', by: 'legal', flags: ['kindImplied'],
      data: (row) => ({ kind: impliedKind(row), text: null, amount: row.amount, endsOn: null }), happened: (_row, has) => has('signature'),
    },
    ...approvalSteps<ReadRow>({
      signed: 'signature_date', resolved: 'approval_resolution_date', resolutionNumber: 'approval_resolution_no', reviewed: 'cgr_date', sent: 'sent_date',
    }),
    {
      key: 'neverSigned', type: 'agreement.abandon', by: 'governor', data: () => ({ reason: 'El registro importado dice: NO SE FIRMO' }),
      happened: ({ status }, has) => status === 'notSigned' && !has('signature'),
    },
  ],
};

/** Resolutions without a nature cannot be issued: neither way on is known. */
export function showsResolution({ numbers, dates, control, nature }: ReadRow): boolean {
  return nature !== null && (numbers.approval_resolution_no !== null || dates.approval_resolution_date !== null || control !== null || dates.sent_date !== null);
}

function showsVote({ numbers, dates }: ReadRow): boolean {
  return numbers.core_certificate_no !== null || dates.core_date !== null;
}

function stageOf(row: ReadRow): Stage {
  const { numbers, dates, status } = row;
  if (dates.sent_date !== null && row.nature !== null) return 'sending';
  if (row.control !== null && row.nature === 'afecta') return 'review';
  if (showsResolution(row)) return 'resolution';
  if (status === 'signed' || dates.signature_date !== null) return 'signature';
  if (numbers.allocation_resolution_no !== null || dates.allocation_date !== null) return 'allocation';
  return showsVote(row) ? 'vote' : 'none';
}
