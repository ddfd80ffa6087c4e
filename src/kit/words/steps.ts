import en from './steps/en.json' with { type: 'json' };
import es from './steps/es.json' with { type: 'json' };

/** What a kind of step calls its acts and outcomes, unless a workflow says it better. */
export interface StepWords {
  readonly acts: Readonly<Record<string, { readonly name: string; readonly help: string; readonly fields: Readonly<Record<string, string>> } | undefined>>;
  readonly outcomes: Readonly<Record<string, string | undefined>>;
}

export interface SharedStepWords {
  readonly kinds: Readonly<Record<string, StepWords | undefined>>;
  /** Why the house's own guards do not hold. */
  readonly guards: Readonly<Record<string, string>>;
}

export const sharedStepWords: Readonly<Record<'es' | 'en', SharedStepWords>> = { es, en };
