import type { SentenceKey } from './sentences.js';
import type { Way } from './ways.js';

/** Something wrong with a definition, before it is told to anybody. */
export interface Finding {
  readonly rule: string;
  readonly sentence: SentenceKey;
  /** What the sentence names; states, events, deadlines, roles, steps and outcomes are told by their own words. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The shortest way to where it shows; null where the definition's text alone does. */
  readonly way: Way | null;
}

export function finding(rule: string, sentence: SentenceKey, params: Finding['params'], way: Way | null = null): Finding {
  return { rule, sentence, params, way };
}
