import type { StateConfig } from '../../../src/kit/index.js';

/** Where the approvals of a text lead: those of the first text, and those of an amendment, which are the same. */
export interface WaysOut {
  /** Prefix of the ids by which inner states are reached. */
  readonly of: 'first' | 'amendment';
  /** Given up before it was signed, never having been turned down; or after a body or a party turned it down. */
  readonly givenUp: string;
  readonly turnedDown: string;
  /** Given up when signed and not yet sanctioned. */
  readonly unsanctioned: string;
  /** Given up when Contraloría had represented the resolution. */
  readonly represented: string;
  readonly sanctioned: string;
  /** The event that gives the text up, and what that writes down. */
  readonly giveUp: 'agreement.abandon' | 'amendment.drop';
  readonly noted: 'giveUp' | 'dropDraft';
}

/** Back to the table; what was voted or signed of the old text falls when a new one is closed. */
export const reopened = (ways: WaysOut): StateConfig['on'] => ({ 'text.reopen': `#${ways.of}-drafting` });

/** The text is given up, and the case goes there. */
export const givenUp = (ways: WaysOut, target: string): StateConfig['on'] => ({ [ways.giveUp]: { target, actions: ways.noted } });
