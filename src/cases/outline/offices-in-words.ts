import type { Definition } from '../../engine/case-reader.js';
import { nameOfOffice } from '../../governance/words.js';
import type { Language } from '../../i18n/language.js';
import type { Offices } from '../../kit/index.js';
import { say } from './words.js';

/** Who may act, by role and office: "Gobierno regional: Gobernación regional, Unidad jurídica; Unidad técnica: Alcaldía". */
export function officesInWords(definition: Definition, by: Offices, language: Language): string {
  const roles = Object.entries(by).filter(([, offices]) => offices.length > 0);
  if (roles.length === 0) return say(language, 'by.engine');
  return roles.map(([role, offices]) => `${definition.words[language].roles[role] ?? role}: ${offices.map((office) => nameOfOffice(language, office)).join(', ')}`).join('; ');
}

/** Who may act, by role alone: where the offices would hide everything else. */
export function rolesInWords(definition: Definition, by: Offices, language: Language): string {
  return Object.keys(by).map((role) => definition.words[language].roles[role] ?? role).join('; ');
}
