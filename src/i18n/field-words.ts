import { z } from 'zod';
import type { Language } from './language.js';

type Issue = Parameters<ReturnType<typeof z.locales.es>['localeError']>[0];
type Say = (issue: Issue) => string | undefined;

/** What is wrong with a field, for people who fill in forms: what to write instead, not what a program received. */
export const fieldWords: Readonly<Record<Language, Say>> = { es: (issue) => sayIssue(issue, 'es'), en: (issue) => sayIssue(issue, 'en') };

const fallback = { es: z.locales.es().localeError, en: z.locales.en().localeError } as const;

const words = {
  es: {
    missing: 'Falta este dato.', type: 'Debe ser {type}.', shorter: 'Debe tener al menos {n} {unit}.', longer: 'Debe tener a lo más {n} {unit}.', less: 'Debe ser {n} o más.', more: 'Debe ser {n} o menos.',
    keys: 'No se conoce: {keys}.', choice: 'Debe ser uno de: {choices}.', uuid: 'Debe ser un identificador (UUID).', date: 'Debe ser una fecha que exista, AAAA-MM-DD.', union: 'No tiene ninguna de las formas que se admiten.',
    string: 'un texto', number: 'un número', int: 'un número entero', boolean: 'true o false', array: 'una lista', object: 'un objeto', record: 'un objeto', null: 'null', characters: 'caracteres', items: 'elementos',
  },
  en: {
    missing: 'This is missing.', type: 'This must be {type}.', shorter: 'This must have at least {n} {unit}.', longer: 'This must have at most {n} {unit}.', less: 'This must be {n} or more.', more: 'This must be {n} or less.',
    keys: 'Not known: {keys}.', choice: 'This must be one of: {choices}.', uuid: 'This must be an identifier (UUID).', date: 'This must be a date that exists, YYYY-MM-DD.', union: 'This has none of the forms that are taken.',
    string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', record: 'an object', null: 'null', characters: 'characters', items: 'items',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;
type Word = keyof (typeof words)['es'];

function sayIssue(issue: Issue, language: Language): string | undefined {
  const own = sentenceOf(issue);
  if (own) return filled(words[language][own.key], own.params, language);
  const other = fallback[language](issue);
  return typeof other === 'string' ? other : other?.message;
}

interface Sentence {
  readonly key: Word;
  readonly params: Readonly<Record<string, string>>;
}

function sentenceOf(issue: Issue): Sentence | null {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? { key: 'missing', params: {} } : { key: 'type', params: { type: issue.expected } };
    case 'too_small': return sized(issue.origin, String(issue.minimum), ['shorter', 'less']);
    case 'too_big': return sized(issue.origin, String(issue.maximum), ['longer', 'more']);
    case 'unrecognized_keys': return { key: 'keys', params: { keys: issue.keys.join(', ') } };
    case 'invalid_value': return { key: issue.input === undefined ? 'missing' : 'choice', params: { choices: issue.values.map(String).join(', ') } };
    case 'invalid_union': return { key: issue.input === undefined ? 'missing' : 'union', params: {} };
    case 'invalid_format': return issue.format === 'uuid' ? { key: 'uuid', params: {} } : issue.format === 'date' ? { key: 'date', params: {} } : null;
    default: return null;
  }
}

function sized(origin: string, n: string, [length, amount]: readonly [Word, Word]): Sentence {
  if (origin === 'string') return { key: length, params: { n, unit: 'characters' } };
  return origin === 'array' ? { key: length, params: { n, unit: 'items' } } : { key: amount, params: { n } };
}

function filled(sentence: string, params: Readonly<Record<string, string>>, language: Language): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_hole, name: string) => {
    const value = params[name] ?? '';
    const word = name === 'type' || name === 'unit' ? words[language][value as Word] : undefined;
    return word ?? value;
  });
}
