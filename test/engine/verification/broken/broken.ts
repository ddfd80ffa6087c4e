import type { Definition } from '../../../../src/engine/core/definition.js';
import type { ListedRule } from '../../../../src/engine/core/verification/deadline-list.js';

/** A procedure with one fault, put there on purpose. */
export interface Broken {
  readonly rule: string;
  readonly definition: Definition;
  /** The shortest way to the fault after the opening, as it is told; null where the text alone shows it. */
  readonly path: readonly string[] | null;
  /** A part of the sentence, in English. */
  readonly says: string;
  /** With whom the case is opened that shows it. */
  readonly opened?: string;
  readonly list?: readonly ListedRule[];
  readonly limit?: number;
}
