import type { Definition } from '../../definition.js';
import type { Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import type { Language } from '../sentences.js';
import { actsOf, fieldsOf, tasksDeclared, wordsNeeded, type WordPart } from '../words-needed.js';

const languages = ['es', 'en'] as const;

/** There is a word in both languages for everything that a reader is shown, and for nothing else. */
export function words({ definition }: Checked): readonly Finding[] {
  return languages.flatMap((language) => [...keysOf(definition, language), ...tasks(definition, language), ...labels(definition, language), ...empty(definition, language)])
    .concat(places(definition));
}

function keysOf(definition: Definition, language: Language): readonly Finding[] {
  return Object.entries(wordsNeeded(definition)).flatMap(([part, needed]) => {
    const named = part === 'reasons' ? itemsNamed(definition) : [];
    const given = Object.keys(definition.words[language][part as WordPart]);
    // For which reasons an opening may be refused only its code knows.
    const wanted = [...needed, ...named];
    return compared(language, part, wanted, part === 'reasons' && definition.opening.refuse ? given.filter((key) => wanted.includes(key)) : given);
  });
}

/** Which items are handed over only the code of a hand-over knows: what one language names, the other names too. */
function itemsNamed({ steps, words: said }: Definition): readonly string[] {
  if (!Object.values(steps).some(({ logic }) => logic.kind === 'handover')) return [];
  return [...new Set(languages.flatMap((language) => Object.keys(said[language].reasons)).filter((key) => key.startsWith('item.')))];
}

/** A step's acts may become tasks: their words may be there. */
function tasks(definition: Definition, language: Language): readonly Finding[] {
  const given = Object.keys(definition.words[language].tasks);
  const acts = new Set(actsOf(definition));
  return compared(language, 'tasks', tasksDeclared(definition), given.filter((task) => !acts.has(task) || tasksDeclared(definition).includes(task)));
}

/** Every field and every choice of every form has a label. */
function labels(definition: Definition, language: Language): readonly Finding[] {
  return Object.entries(definition.words[language].events).flatMap(([type, { fields = {} }]) =>
    compared(language, `events/${type}/fields`, fieldsOf(definition, type), Object.keys(fields)));
}

function compared(language: Language, part: string, needed: readonly string[], given: readonly string[]): readonly Finding[] {
  return [
    ...needed.filter((key) => !given.includes(key)).map((key) => finding('words-missing', 'words-missing', { language, part, key })),
    ...given.filter((key) => !needed.includes(key)).map((key) => finding('words-superfluous', 'words-superfluous', { language, part, key })),
  ];
}

function empty(definition: Definition, language: Language): readonly Finding[] {
  return sentencesIn(definition.words[language]).filter(([, said]) => said.trim() === '').map(([key]) => finding('words-empty', 'words-empty', { language, key }));
}

/** Messages name the case by these; nothing else is ever filled in. */
const filled = new Set(['{title}', '{number}']);

function places(definition: Definition): readonly Finding[] {
  const [es, en] = languages.map((language) => new Map(sentencesIn(definition.words[language])));
  return [...es].filter(([key, said]) => en.has(key) && (placesIn(said).join() !== placesIn(en.get(key)!).join() || placesIn(said).some((place) => !filled.has(place))))
    .map(([key]) => finding('words-places', 'words-places', { key }));
}

function placesIn(said: string): readonly string[] {
  return [...said.matchAll(/\{\w+\}/g)].map(String).toSorted();
}

/** Every sentence of some words, by its path. */
function sentencesIn(some: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof some === 'string') return [[path, some]];
  return Object.entries(some as Record<string, unknown>).flatMap(([key, inner]) => sentencesIn(inner, path === '' ? key : `${path}/${key}`));
}
