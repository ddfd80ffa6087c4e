import type { OwnWords } from '../../src/kit/index.js';

type Entries = Readonly<Record<string, unknown>>;
/** What a later version says differently: a new word, another word for the same, or null for one it no longer needs. */
export type Amendments = Readonly<Record<string, Entries>>;

/** The words of a version by what is different in it. */
export function amended(before: OwnWords, amendments: Amendments): OwnWords {
  const parts = Object.entries(before as unknown as Entries).map(([part, entries]) => [part, amendedPart(entries, amendments[part])] as const);
  return Object.fromEntries(parts) as unknown as OwnWords;
}

function amendedPart(entries: unknown, different: Entries | undefined): unknown {
  if (different === undefined) return entries;
  return Object.fromEntries(Object.entries({ ...(entries as Entries), ...different }).filter(([, word]) => word !== null));
}
