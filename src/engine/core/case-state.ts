import type { ExpiryEffect, JsonObject, Participant, StartTrigger, StepOutput } from '../../kit/index.js';
import type { DeadlineUnit, Certainty } from '../../kit/index.js';

/** What is stored of XState's snapshot: our own fields, so that the kernel stays exchangeable. */
export interface Envelope {
  readonly definition: string;
  readonly version: number;
  readonly definitionHash: string;
  readonly kernel: string;
  readonly value: unknown;
  readonly context: JsonObject;
  readonly history: unknown;
}

export type DeadlineStatus = 'pending' | 'running' | 'met' | 'expired' | 'suspended' | 'cancelled';

export interface Suspension {
  readonly from: string;
  /** Last suspended day; null while it lasts. */
  readonly to: string | null;
  readonly reason: string;
  readonly basis: string;
}

/** One run of a deadline; its key in a case is (name, subject, startedSeq). */
export interface DeadlineRow {
  readonly name: string;
  /** What of several it is about (a month, a body); '' for a deadline of a state. */
  readonly subject: string;
  readonly startedSeq: number;
  /** The machine's state, or the step, it belongs to. */
  readonly owner: { readonly state: string } | { readonly step: string };
  readonly status: DeadlineStatus;
  readonly startsFrom: StartTrigger;
  readonly amount: number | null;
  readonly unit: DeadlineUnit;
  readonly onExpiry: ExpiryEffect;
  readonly certainty: Certainty;
  /** The institution that must act; its seat's calendar counts. */
  readonly institution: string;
  /** Whose seat's calendar counts instead: who had to act when it began, where the part has changed hands since. */
  readonly countedFor?: string;
  /** Day it counts from; null while the trigger is not known. */
  readonly started: string | null;
  readonly due: string | null;
  readonly alternative: string | null;
  /** First instant after the later reading of the due day: when it expires. */
  readonly endsAt: string | null;
  readonly extended: number;
  readonly suspensions: readonly Suspension[];
  readonly endedSeq: number | null;
  readonly endedOn: string | null;
}

export interface StepRow {
  readonly id: string;
  readonly startedSeq: number;
  readonly kind: string;
  readonly status: 'open' | 'ended' | 'cancelled';
  readonly output: StepOutput | null;
  readonly state: JsonObject;
  readonly startedOn: string;
  readonly endedSeq: number | null;
}

/** Everything `decide` needs to know of a case, and everything it may change. Rows keep their identity when unchanged. */
export interface CaseState {
  readonly seq: number;
  readonly status: 'open' | 'closed';
  readonly outcome: string | null;
  readonly envelope: Envelope;
  /** Day the present state began. */
  readonly since: string;
  /** Latest day of any event so far. */
  readonly lastOn: string;
  readonly lastExpiryOn: string | null;
  readonly participants: readonly Participant[];
  readonly steps: readonly StepRow[];
  readonly deadlines: readonly DeadlineRow[];
}

export function isOpen(row: DeadlineRow): boolean {
  return row.status === 'running' || row.status === 'pending' || row.status === 'suspended';
}

/** The institution whose seat's calendar counts a deadline; '' where nobody's does. */
export function countingBody({ institution, countedFor }: Pick<DeadlineRow, 'institution' | 'countedFor'>): string {
  return countedFor ?? institution;
}

/** Names of the deadlines whose latest run expired. */
export function expiredNames(deadlines: readonly DeadlineRow[]): readonly string[] {
  const latest = new Map<string, DeadlineRow>();
  for (const row of deadlines) {
    const seen = latest.get(row.name);
    if (!seen || row.startedSeq >= seen.startedSeq) latest.set(row.name, row);
  }
  return [...latest.values()].filter((row) => row.status === 'expired').map((row) => row.name);
}

/** The institution in a role; null when nobody takes it. */
export function institutionIn(participants: readonly Participant[], role: string): string | null {
  return participants.find((participant) => participant.role === role)?.institution ?? null;
}

/** What the first line of a journal says: everything the case was opened with. */
export interface OpeningData extends JsonObject {
  readonly title: string;
  readonly territory: string | null;
  readonly participants: readonly Participant[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly data: JsonObject;
  /** Older cases it is about; left out when there are none. */
  readonly links?: readonly { readonly relation: string; readonly case: string }[];
}
