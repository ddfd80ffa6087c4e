import type { CompetenceChange, Instrument, JsonObject, Law, Participant } from '../kit/index.js';
import type { SqlClient } from '../platform/database.js';
import type { CaseState } from './core/case-state.js';
import type { Definition } from './core/definition.js';
import type { JournalLine, PowerRecord } from './core/journal-line.js';
import type { World } from './core/outcome.js';
import type { CaseLink } from './store/case-link.js';

export type { World } from './core/outcome.js';
export type { CaseLink } from './store/case-link.js';

/** What the engine must be told of the world around a case; governance answers. */
export abstract class Surroundings {
  /** The calendars of the participants' seats, and the clock of the case's territory. */
  abstract world(participants: readonly Participant[], territory: string | null): Promise<World>;
  /** Dated values by name, as they stood on a day, for these participants; a name without a value is left out. */
  abstract law(names: readonly string[], on: string, participants: readonly Participant[], territory: string | null): Promise<Law>;
}

/** The ledger of who holds a competence and who is in charge of it. */
export abstract class Competences {
  /** Writes changes that an event of a case made, in that event's transaction; the competences stay locked until its end. */
  abstract apply(client: SqlClient, move: CompetenceMove, changes: readonly CompetenceChange[]): Promise<void>;
  /** Until the end of the transaction these competences change hands nowhere else. */
  abstract hold(client: SqlClient, competences: readonly string[]): Promise<void>;
  /** The one institution in charge on a day in all of a territory (null: the country); null where several are, or none is known. */
  abstract inCharge(client: SqlClient, competence: string, territory: string | null, on: string): Promise<string | null>;
}

/** The event of a case by which a competence changes hands, and its day. */
export interface CompetenceMove {
  readonly caseId: string;
  readonly seq: number;
  readonly on: string;
}

/** Wakes workers. Never awaited by who rings, and losing a ring loses nothing. */
export abstract class Bell {
  abstract ring(): void;
}

/** The moment of an act: its local day in the case's territory, and the same as an instant. */
export interface ActMoment {
  readonly on: string;
  readonly at: string;
  readonly today: string;
}

/** Who acts, by which power, and who records it: decided by the powers before the engine is asked. */
export interface Judgement {
  readonly actor: { readonly role: string; readonly office: string; readonly institution: string; readonly official: string };
  readonly power: PowerRecord;
  readonly source: 'own' | 'attested' | 'imported';
}

/** Decides, with the case as it stands under the lock, whether this official may do it. Throws its own refusal. */
export type Judge = (definition: Definition, state: CaseState, territory: string | null, moment: ActMoment) => Promise<Judgement>;

/** What every command says of its act, and of who records it. */
interface ActCommand {
  readonly data: JsonObject;
  /** A date, or an instant; now when left out. */
  readonly occurredAt?: string | undefined;
  readonly instrument?: Instrument | undefined;
  readonly recordedBy: string;
  readonly flags?: readonly string[];
  readonly judge: Judge;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

export interface OpenCommand extends ActCommand {
  readonly id: string;
  readonly definition: Definition;
  readonly title: string;
  readonly territory: string | null;
  readonly region: string | null;
  readonly participants: readonly Participant[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** Older cases it is about. */
  readonly links?: readonly CaseLink[];
}

export interface SendCommand extends ActCommand {
  readonly caseId: string;
  readonly type: string;
  /** The `seq` the sender saw (If-Match). */
  readonly expectedSeq?: number | undefined;
}

/** Corrects one line of a case's past. `type` only where an act takes the place of an expiry. */
export interface RectifyCommand {
  readonly caseId: string;
  readonly corrects: number;
  readonly type?: string | undefined;
  readonly occurredAt?: string | undefined;
  readonly data?: JsonObject | undefined;
  readonly instrument?: Instrument | undefined;
  /** What is odd about the line as it now reads; left out, nothing is said of it. */
  readonly flags?: readonly string[] | undefined;
  readonly reason: string;
  readonly recordedBy: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
  readonly expectedSeq?: number | undefined;
  /** Decides whether this official may correct this line: as who might have sent it, or who recorded it. */
  readonly judge: (definition: Definition, target: JournalLine) => Promise<Judgement>;
}
