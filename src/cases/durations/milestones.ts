import type { JournalLine } from '../../engine/case-reader.js';

/** The dated milestones of one agreement; null where it has not come to one, or no source gives its date. */
export interface Milestones {
  readonly vote: string | null;
  readonly signature: string | null;
  readonly resolution: string | null;
  readonly tomaDeRazon: string | null;
  /** Nature of its approving resolution. */
  readonly nature: 'exenta' | 'afecta' | null;
}

/** From one milestone to another. */
export interface Segment {
  readonly segment: string;
  readonly from: Exclude<keyof Milestones, 'nature'>;
  readonly to: Exclude<keyof Milestones, 'nature'>;
}

/** What is measured in each workflow. */
export const segments: Readonly<Record<string, readonly Segment[]>> = {
  'fndr-transfer': [
    { segment: 'vote-to-signature', from: 'vote', to: 'signature' },
    { segment: 'signature-to-resolution', from: 'signature', to: 'resolution' },
    { segment: 'resolution-to-toma-de-razon', from: 'resolution', to: 'tomaDeRazon' },
    { segment: 'vote-to-resolution', from: 'vote', to: 'resolution' },
    { segment: 'vote-to-toma-de-razon', from: 'vote', to: 'tomaDeRazon' },
  ],
};

/** Types of the journal lines milestones are read from; rectifications say what they are corrected to. */
export const milestoneTypes = [
  'agreement.record', 'coreVote.certify', 'draft.finish', 'signature.sign', 'resolution.issue', 'review.clear', 'review.clearWithRemarks', 'rectification', 'deadline.expired',
] as const;

type Line = Pick<JournalLine, 'seq' | 'type' | 'data' | 'flags' | 'occurredOn'>;

/**
 * The milestones of one case, from its journal as it now reads (corrections applied): the first vote, resolution and toma de
 * razón; of the signatures the one that completed the text the first resolution approved or, before any resolution,
 * that both parties have signed. A date implied from another's is no date of its own; nothing is known of the approval of an
 * agreement that was only recorded as in force: what follows are its amendments.
 */
export function milestonesOf(written: readonly Line[]): Milestones {
  const lines = ofItsApproval(corrected(written));
  const first = (...types: readonly string[]): Line | undefined => lines.find(({ type }) => types.includes(type));
  const resolution = first('resolution.issue');
  const signed = signaturesBefore(lines, resolution?.seq ?? Infinity);
  const complete = resolution !== undefined || signed.length >= PARTIES;
  const nature = resolution?.data['nature'];
  return {
    vote: dateOf(first('coreVote.certify')), signature: complete ? dateOf(signed.findLast(({ flags }) => !implied(flags))) : null, resolution: dateOf(resolution),
    tomaDeRazon: dateOf(first('review.clear', 'review.clearWithRemarks')), nature: nature === 'exenta' || nature === 'afecta' ? nature : null,
  };
}

function ofItsApproval(lines: readonly Line[]): readonly Line[] {
  const recorded = lines.find(({ type }) => type === 'agreement.record');
  return recorded ? lines.filter(({ seq }) => seq < recorded.seq) : lines;
}

/** The region and the technical unit. */
const PARTIES = 2;

/** The signatures under the last text drafted before a line. */
function signaturesBefore(lines: readonly Line[], seq: number): readonly Line[] {
  const before = lines.filter((line) => line.seq < seq);
  const drafted = before.findLast(({ type }) => type === 'draft.finish')?.seq ?? 0;
  return before.filter((line) => line.type === 'signature.sign' && line.seq > drafted);
}

function dateOf(line: Line | undefined): string | null {
  return line && !implied(line.flags) ? line.occurredOn : null;
}

function implied(flags: readonly string[]): boolean {
  return flags.includes('dateImplied') || flags.includes('dayUncertain');
}

interface Correction {
  readonly corrects: number;
  readonly type?: string;
  readonly on?: string;
  readonly data?: Line['data'];
  readonly flags?: readonly string[];
}

/** Each line as the rectifications after it say it should have read. */
function corrected(written: readonly Line[]): readonly Line[] {
  const corrections = written.filter(({ type }) => type === 'rectification').map(({ data }) => data['correction'] as Correction);
  const read = (line: Line): Line => corrections.filter(({ corrects }) => corrects === line.seq).reduce(correct, line);
  return written.filter(({ type }) => type !== 'rectification').map(read);
}

function correct(line: Line, { type = line.type, on = line.occurredOn, data = line.data, flags = line.flags }: Correction): Line {
  return { seq: line.seq, type, data, flags, occurredOn: on };
}
