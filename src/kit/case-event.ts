import { z } from 'zod';

/** A level of government, or of what stands between levels (contract: institution levels). */
export type Level = 'national' | 'regional' | 'municipal' | 'control' | 'association' | 'other';

/** How sure we are of a rule, a value or a date: read in the official text, in a digest, or assumed. */
export type Certainty = 'official' | 'secondary' | 'assumption';

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date();

/** A document named by the SHA-256 of its bytes: the hash, not the name, is what an act is bound to. */
export const documentReference = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
});

export const instrumentKinds = [
  'oficio', 'certificado', 'resolución', 'decreto', 'acta', 'convenio', 'informe', 'carta', 'memorándum', 'comprobante', 'otro',
] as const;

/**
 * The legal act behind an event. `date` is the act's own; `receivedAt` the day the addressee's registry received it,
 * from which limits that count "from receipt" run.
 */
export const instrumentSchema = z.strictObject({
  kind: z.enum(instrumentKinds),
  number: z.string().min(1).max(60).optional(),
  date: day,
  issuedBy: z.string().min(1).max(120).optional(),
  receivedAt: day.optional(),
  channel: z.string().min(1).max(60).optional(),
  document: documentReference.optional(),
});
export type Instrument = z.infer<typeof instrumentSchema>;

/** A dated value the law fixes (UTM, a threshold, seats of a council), as it stood on the event's day. */
export interface LawValue {
  readonly value: number | string;
  readonly from: string | null;
  readonly certainty: Certainty;
  readonly basis: string;
}
/** The dated values an event may be judged by, by name; journaled, so that a replay needs no table. */
export type Law = Readonly<Record<string, LawValue>>;

/** Who acted: an official, through an office of an institution, in the institution's role in this case. */
export interface Actor {
  readonly official: string;
  readonly role: string;
  readonly office: string;
  readonly institution: string;
}

export type JsonObject = { readonly [key: string]: unknown };

/** An institution's part in a case. */
export interface Participant {
  readonly role: string;
  readonly institution: string;
  /** Whether the role is one that signs. */
  readonly party: boolean;
  /** Who had this part before, first to last, where it changed hands with a competence. */
  readonly formerly?: readonly string[];
}

/**
 * How an event reached the case: done here by its own body, attested for a body outside, read from a register of the
 * past, or made by the clockwork.
 */
export type EventSource = 'own' | 'attested' | 'imported' | 'clockwork';

/**
 * Something that happened to a case, as the pure core sees it: `on` is the local day it took legal effect, `at` the
 * same moment as an instant. Guards and actions may read nothing of the world but this and the context.
 */
export interface CaseEvent<Data extends JsonObject = JsonObject> {
  readonly type: string;
  readonly data: Data;
  readonly source: EventSource;
  readonly on: string;
  readonly at: string;
  /** `uncertain`: of a line of the past whose day no source gives. `on` is then the latest by which it had happened, and nothing counts from it. */
  readonly dated?: 'uncertain' | undefined;
  readonly law: Law;
  readonly instrument?: Instrument | undefined;
  readonly actor?: Actor | undefined;
  /** Names of the case's deadlines whose latest run expired: what the guard `expired` asks. */
  readonly expired: readonly string[];
  readonly participants: readonly Participant[];
  /** Of a step that ended: its outcome and what it hands over. */
  readonly output?: StepOutput | undefined;
}

export interface StepOutput {
  readonly outcome: string;
  readonly result: JsonObject;
}
