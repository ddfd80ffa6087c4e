import type { Instrument, JsonObject } from '../../../kit/index.js';
import type { DateColumn, NumberColumn } from './columns.js';
import type { ReadRow } from './read-row.js';

/** How far a row shows its agreement to have come; what lies before the furthest must have happened. */
export const stages = ['none', 'vote', 'allocation', 'signature', 'resolution', 'review', 'sending'] as const;
export type Stage = (typeof stages)[number];

/** One event of the procedure, and the columns that tell it. */
export interface MapStep {
  readonly key: string;
  readonly type: string | ((row: ReadRow) => string);
  readonly by: 'governor' | 'core-secretary' | 'legal' | 'budget' | 'comptroller' | 'head-of-unit';
  /** Column of its date; without one the date is implied: that of the next dated event. */
  readonly date?: DateColumn;
  readonly number?: NumberColumn;
  /** The act behind it, where the register gives its date. */
  readonly instrument?: Pick<Instrument, 'kind' | 'issuedBy'>;
  readonly data: (row: ReadRow, on: string) => JsonObject;
  readonly flags?: readonly string[];
  readonly needed?: { readonly ifAsked: string };
  /** Reason told of the row when it happens. */
  readonly reason?: string;
  readonly happened: (row: ReadRow, has: (stage: Stage) => boolean) => boolean;
}

const notInRegister = (body: string): JsonObject => ({ reason: 'not-in-register', basis: `El registro importado no muestra acuerdo del ${body}` });
const nothing = (): JsonObject => ({});

export function showsVote({ numbers, dates }: ReadRow): boolean {
  return numbers.core_certificate_no !== null || dates.core_date !== null;
}

/** Resolutions without a nature cannot be issued: neither way on is known. */
export function showsResolution({ numbers, dates, control, nature }: ReadRow): boolean {
  return nature !== null && (numbers.approval_resolution_no !== null || dates.approval_resolution_date !== null || control !== null || dates.sent_date !== null);
}

/** The furthest stage a row shows. */
export function stageOf(row: ReadRow): Stage {
  const { numbers, dates, status } = row;
  if (dates.sent_date !== null && row.nature !== null) return 'sending';
  if (row.control !== null && row.nature === 'afecta') return 'review';
  if (showsResolution(row)) return 'resolution';
  if (status === 'signed' || dates.signature_date !== null) return 'signature';
  if (numbers.allocation_resolution_no !== null || dates.allocation_date !== null) return 'allocation';
  return showsVote(row) ? 'vote' : 'none';
}

/**
 * Subtítulos 29 and 31 are spent by the region itself, through a mandate; 24 and 33 are transfers. The register does not
 * say so, but its resolutions do: of the first none is exenta, whatever the amount.
 */
function kindOf({ subtitle, nature }: ReadRow): 'transfer' | 'mandate' {
  return (subtitle === '29' || subtitle === '31') && nature !== 'exenta' ? 'mandate' : 'transfer';
}

const outcomes = { cleared: 'review.clear', clearedWithRemarks: 'review.clearWithRemarks', objected: 'review.object', underReview: 'review.enter' } as const;
const outcomeData = {
  cleared: {}, clearedWithRemarks: { remarks: 'El registro importado no transcribe el alcance' }, objected: { objections: 'El registro importado no transcribe los reparos' }, underReview: {},
} as const;

/** The register's columns as events of `fndr-transfer`, in the order of the procedure. */
export const steps: readonly MapStep[] = [
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
    data: (row) => ({ kind: kindOf(row), text: null, amount: row.amount, endsOn: null }), happened: (_row, has) => has('signature'),
  },
  {
    key: 'councilNotShown', type: 'councilVote.except', by: 'legal', data: () => notInRegister('concejo'), flags: ['not-in-register'],
    needed: { ifAsked: 'not-in-register:councilVote' }, happened: (_row, has) => has('signature'),
  },
  {
    key: 'firstSignature', type: 'signature.sign', by: 'governor', date: 'signature_date', instrument: { kind: 'convenio' },
    data: () => ({ textSha256: null, document: null }), happened: (_row, has) => has('signature'),
  },
  { key: 'secondSignature', type: 'signature.sign', by: 'head-of-unit', data: () => ({ textSha256: null, document: null }), happened: (_row, has) => has('signature') },
  {
    key: 'resolution', type: 'resolution.issue', by: 'governor', date: 'approval_resolution_date', number: 'approval_resolution_no', instrument: { kind: 'resolución' },
    data: ({ nature }) => ({ nature }), happened: (_row, has) => has('resolution'),
  },
  { key: 'reviewEntry', type: 'review.enter', by: 'legal', data: nothing, happened: ({ control, nature }) => control !== null && nature === 'afecta' },
  {
    key: 'review', type: ({ control }) => outcomes[control!], by: 'comptroller', date: 'cgr_date', data: ({ control }) => outcomeData[control!],
    happened: ({ control, nature }) => control !== null && control !== 'underReview' && nature === 'afecta',
  },
  { key: 'sending', type: 'agreement.send', by: 'legal', date: 'sent_date', data: nothing, happened: (_row, has) => has('sending') },
  {
    key: 'neverSigned', type: 'agreement.abandon', by: 'governor', data: () => ({ reason: 'El registro importado dice: NO SE FIRMO' }),
    happened: ({ status }, has) => status === 'notSigned' && !has('signature'),
  },
];
