import type { Procedure } from './procedure.js';

/** Names and sentences of one workflow in one language; every key of the definition has one, or the check fails. */
export interface WorkflowWords {
  readonly title: string;
  readonly summary: string;
  readonly states: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, { readonly name: string; readonly help: string; readonly fields?: Readonly<Record<string, string>> }>>;
  readonly tasks: Readonly<Record<string, string>>;
  readonly deadlines: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
  /** Each guard's "why not". */
  readonly guards: Readonly<Record<string, string>>;
  /** Reasons of waits, of acts a state refuses, and of openings refused. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, { readonly subject: string; readonly text: string }>>;
}

/** A procedure with its words in both languages. */
export interface Workflow extends Procedure {
  readonly words: Readonly<Record<'es' | 'en', WorkflowWords>>;
}
