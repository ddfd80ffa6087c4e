import type { Definition } from '../../engine/case-reader.js';
import type { Language } from '../../i18n/language.js';

/** What a state is called; an end may be named only as the outcome it is. */
export function stateName({ words }: Definition, path: string, language: Language): string {
  return words[language].states[path] ?? words[language].outcomes[path] ?? path;
}
