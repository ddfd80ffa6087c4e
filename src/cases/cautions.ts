import type { Definition } from '../engine/case-reader.js';
import type { Language } from '../i18n/language.js';
import { say, sayWhy } from './words.js';

/** What must be said wherever a definition is shown: that it holds no official text, and until when its law may be relied on. */
export function cautionsOf(definition: Pick<Definition, 'status' | 'serves' | 'words'>, language: Language): readonly string[] {
  const { status, serves } = definition;
  return [
    ...(status === 'draft' ? [say(language, 'caution.draft')] : []),
    ...(serves ? [sayWhy({ code: serves.note, params: { from: serves.from ?? '–', until: serves.until ?? '–' } }, definition, language)] : []),
  ];
}

/** What must be said of a case made of what sources of the past tell: it stands where they leave it. */
export function cautionsOfPast({ flags }: { readonly flags: readonly string[] }, language: Language): readonly string[] {
  return flags.includes('laterCourseNotKnown') ? [say(language, 'caution.past')] : [];
}
