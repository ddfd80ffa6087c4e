import type { Instrument, JsonObject, Participant } from '../../kit/index.js';

/** One line of the journal that a row becomes. */
export interface PlannedLine {
  /** What of the row it is, whatever its type: by this it is found again when the row is corrected. */
  readonly key: string;
  readonly type: string;
  /** The day it happened, as the register says or as it follows from the register. */
  readonly on: string;
  readonly data: JsonObject;
  readonly instrument: Instrument | null;
  /** Of the line: `order`, `dateImplied`, `not-in-register` … */
  readonly flags: readonly string[];
  readonly by: { readonly role: string; readonly office: string };
  /** `if-asked`: only where the procedure asks for it; then it is told as this reason. */
  readonly needed: 'always' | { readonly ifAsked: string };
}

/** A unit that is no institution we know: made under `unit-<slug>` when the row is written. */
export interface NewUnit {
  readonly slug: string;
  readonly name: string;
}

/** What a row of a register becomes: a case opened on a day, and its past, in the order of the procedure. */
export interface RowPlan {
  readonly title: string;
  readonly territory: string;
  readonly region: string;
  readonly participants: readonly Participant[];
  readonly newUnit: NewUnit | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly opening: PlannedLine;
  readonly lines: readonly PlannedLine[];
  /** What is odd about the row, each as `code` or `code:detail`. */
  readonly reasons: readonly string[];
}

/** A row as read from the file: by what it is known, and its cells by column. */
export interface RegisterRow {
  readonly sheet: string;
  readonly row: string;
  readonly cells: Readonly<Record<string, string>>;
}
