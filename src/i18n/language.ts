/** The languages every text exists in. Spanish first: it is the country's, and what is said when nobody asks. */
export type Language = 'es' | 'en';

export const LANGUAGES: readonly Language[] = ['es', 'en'];

/** The best of our languages for an `Accept-Language` header (RFC 9110 12.5.4); Spanish when it names none of them. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: Language = 'es';
  let bestWeight = 0;
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = LANGUAGES.find((l) => tag === l || tag.startsWith(`${l}-`));
    const weight = weightOf(parameters);
    if (language && weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}

/** The language of a terminal, from `LC_ALL`, `LC_MESSAGES`, `LANG`: English only where it says so. */
export function languageOfTerminal(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(locale) ? 'en' : 'es';
}

function weightOf(parameters: readonly string[]): number {
  const q = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find(Boolean);
  return q === undefined ? 1 : Number(q);
}
