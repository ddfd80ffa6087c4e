import type { Instrument, JsonObject, LinkRelation, Participant } from '../../kit/index.js';

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
  readonly workflow: string;
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
  /** The agreement, perhaps imported before, that the row is about. */
  readonly about: About | null;
  /** What the row tells of that agreement's own case, where that takes it: then no case is opened. Its case is of `workflow`. */
  readonly onto: Pick<RowPlan, 'lines' | 'reasons'> | null;
}

/** How the agreement that a row is about is known: by its code, and by its unit. */
export interface About {
  readonly relation: LinkRelation;
  readonly workflow: string;
  readonly code: { readonly scheme: string; readonly value: string };
  readonly unit: string;
}

/** A row that says nothing a case could be made of, and why. */
export interface UnfitRow {
  readonly unfit: readonly string[];
}

/** A row as read from the file: by what it is known, and its cells by column. */
export interface RegisterRow {
  readonly sheet: string;
  readonly row: string;
  readonly cells: Readonly<Record<string, string>>;
}
