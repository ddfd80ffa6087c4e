import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dialectFaults } from '../src/engine/core/dialect.js';
import { allStates, metaOf } from '../src/engine/core/chart.js';
import { splitType } from '../src/engine/core/definition.js';
import { fieldsOf, tasksDeclared, wordsNeeded } from '../test/engine/core/words-of.js';
import { catalogue } from './catalogue.js';

const languages = ['es', 'en'] as const;
const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

/** Every sentence of some words, by its path. */
function sentences(words: unknown, path = ''): readonly [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words as Record<string, unknown>).flatMap(([key, inner]) => sentences(inner, `${path}/${key}`));
}

it('the lock holds the hash of every source', () => {
  const script = fileURLToPath(new URL('../bin/lock-catalogue.mjs', import.meta.url));
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('');
});

it('names each version once', () => {
  const keys = catalogue.map(({ name, version }) => `${name}@${version}`);
  expect(new Set(keys).size).toBe(keys.length);
});

describe.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('%s', (_key, definition) => {
  it('speaks the house dialect', () => {
    expect(dialectFaults(definition)).toEqual([]);
  });

  it.each(languages)('has a word in %s for everything it names, and for nothing else', (language) => {
    const words = definition.words[language];
    for (const [part, keys] of Object.entries(wordsNeeded(definition))) {
      expect({ part, keys: Object.keys(words[part as keyof typeof words]).toSorted() }).toEqual({ part, keys: [...keys].toSorted() });
    }
    expect(Object.keys(words.tasks)).toEqual(expect.arrayContaining([...tasksDeclared(definition)]));
  });

  it.each(languages)('labels in %s every field and choice of every form', (language) => {
    for (const [type, { fields = {} }] of Object.entries(definition.words[language].events)) {
      expect({ type, fields: Object.keys(fields).toSorted() }).toEqual({ type, fields: [...fieldsOf(definition, type)].toSorted() });
    }
  });

  it('says the same in both languages, with the same places', () => {
    const [es, en] = languages.map((language) => new Map(sentences(definition.words[language])));
    expect([...es.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    for (const [path, sentence] of es) {
      expect({ path, said: sentence.trim() !== '' && en.get(path)!.trim() !== '' }).toEqual({ path, said: true });
      expect({ path, places: places(en.get(path)!) }).toEqual({ path, places: places(sentence) });
      for (const place of places(sentence)) expect(['{title}', '{number}']).toContain(place);
    }
  });

  it('gives each task to offices that can do it', () => {
    const tasks = allStates(definition.chart).flatMap((state) => metaOf(state).tasks ?? []);
    for (const { task, role, offices, events } of tasks) {
      const able = new Set(events.flatMap((type) => definition.events[type]?.by[role] ?? []));
      const ofSteps = events.some((type) => definition.steps[splitType(type).stepId] !== undefined && !definition.events[type]);
      for (const office of offices) expect({ task, office, able: ofSteps || able.has(office) }).toEqual({ task, office, able: true });
    }
  });

  it('opens with its own example', () => {
    const { schema, example, context } = definition.opening;
    expect(schema.parse(example.data)).toEqual(example.data);
    const participants = example.participants.map(({ role, institution }) => ({ role, institution, party: definition.roles[role]?.party ?? false }));
    expect(definition.opening.refuse?.(example.data, participants) ?? []).toEqual([]);
    expect(() => context(example.data, participants, {})).not.toThrow();
    for (const [role, { optional, byLaw }] of Object.entries(definition.roles)) {
      expect({ role, taken: optional === true || byLaw !== undefined || participants.some((one) => one.role === role) }).toEqual({ role, taken: true });
    }
  });
});
