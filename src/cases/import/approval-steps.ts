import type { JsonObject } from '../../kit/index.js';
import type { Control, Nature } from './cells.js';
import type { DatedRow, MapStep } from './past.js';

/** A row that shows how its text was approved. */
export interface ApprovedRow extends DatedRow {
  readonly nature: Nature | null;
  readonly control: Control | null;
}

/** The columns that tell the approval; a register may have none for what Contraloría did, or for the number of the letter. */
export interface ApprovalColumns<Row extends DatedRow> {
  readonly signed: keyof Row['dates'] & string;
  readonly resolved: keyof Row['dates'] & string;
  readonly resolutionNumber: keyof Row['numbers'] & string;
  readonly reviewed?: keyof Row['dates'] & string;
  readonly sent: keyof Row['dates'] & string;
  readonly letterNumber?: keyof Row['numbers'] & string;
}
type Stage = 'signature' | 'resolution' | 'sending';

/** From the concejo's agreement to the sending: what every text goes through, in the order of the procedure. */
export function approvalSteps<Row extends ApprovedRow>(columns: ApprovalColumns<Row>): readonly MapStep<Row, Stage>[] {
  const { signed, resolved, resolutionNumber, reviewed, sent, letterNumber } = columns;
  return [
    {
      key: 'councilNotShown', type: 'councilVote.except', by: 'legal', data: () => notInRegister('concejo'), flags: ['not-in-register'],
      needed: { ifAsked: 'not-in-register:councilVote' }, happened: (_row, has) => has('signature'),
    },
    { key: 'firstSignature', type: 'signature.sign', by: 'governor', date: signed, instrument: { kind: 'convenio' }, data: unseenSignature, happened: (_row, has) => has('signature') },
    { key: 'secondSignature', type: 'signature.sign', by: 'head-of-unit', data: unseenSignature, happened: (_row, has) => has('signature') },
    {
      key: 'resolution', type: 'resolution.issue', by: 'governor', date: resolved, number: resolutionNumber, instrument: { kind: 'resolución' },
      data: ({ nature }) => ({ nature }), happened: (_row, has) => has('resolution'),
    },
    { key: 'reviewEntry', type: 'review.enter', by: 'legal', data: nothing, happened: ({ control, nature }) => control !== null && nature === 'afecta' },
    {
      key: 'review', type: ({ control }) => outcomes[control!], by: 'comptroller', ...(reviewed !== undefined && { date: reviewed }), data: ({ control }) => outcomeData[control!],
      happened: ({ control, nature }) => control !== null && control !== 'underReview' && nature === 'afecta',
    },
    {
      key: 'sending', type: 'agreement.send', by: 'legal', date: sent, data: nothing, happened: (_row, has) => has('sending'),
      ...(letterNumber !== undefined && { number: letterNumber, instrument: { kind: 'oficio' as const } }),
    },
  ];
}

export const nothing = (): JsonObject => ({});

export function notInRegister(body: string): JsonObject {
  return { reason: 'not-in-register', basis: `El registro importado no muestra acuerdo del ${body}` };
}

/**
 * Subtítulos 29 and 31 are spent by the region itself, through a mandate; 24 and 33 are transfers. The registers do not say
 * so, but their resolutions do: of the first none is exenta, whatever the amount.
 */
export function impliedKind({ subtitle, nature }: { readonly subtitle: string | null; readonly nature: Nature | null }): 'transfer' | 'mandate' {
  return (subtitle === '29' || subtitle === '31') && nature !== 'exenta' ? 'mandate' : 'transfer';
}

const unseenSignature = (): JsonObject => ({ textSha256: null, document: null });
const outcomes = { cleared: 'review.clear', clearedWithRemarks: 'review.clearWithRemarks', objected: 'review.object', underReview: 'review.enter' } as const;
const outcomeData = {
  cleared: {}, clearedWithRemarks: { remarks: 'El registro importado no transcribe el alcance' }, objected: { objections: 'El registro importado no transcribe los reparos' }, underReview: {},
} as const;
