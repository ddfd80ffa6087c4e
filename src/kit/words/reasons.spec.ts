import { readFileSync, readdirSync } from 'node:fs';
import { extensionRefusalSentence, type ExtensionRefusalCode } from '../../calendar/extension.js';
import { sayReason } from './say-reason.js';
import { sharedReasons, type SharedReason } from './reasons.js';
import type { WorkflowWords } from '../workflow.js';

const codes = Object.keys(sharedReasons.es) as readonly SharedReason[];
const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

/** Sources of kit and core: the compiler refuses a code without words where `reason` or `refuse` gives it. */
function sources(): readonly [string, string][] {
  const root = new URL('../../', import.meta.url);
  return ['kit', 'kit/steps', 'engine/core'].flatMap((folder) => readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name): [string, string] => [`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, root), 'utf8')]));
}

const empty: WorkflowWords = { title: '', summary: '', states: {}, events: {}, tasks: {}, deadlines: {}, outcomes: {}, roles: {}, guards: {}, reasons: {}, steps: {}, messages: {} };

describe('The reasons of kit and kernel', () => {
  it('are given only through `reason` and `refuse`, whose codes have words', () => {
    for (const [path, text] of sources()) expect({ path, literals: text.match(/\bcode: '[^']*'/g) ?? [] }).toEqual({ path, literals: [] });
  });

  it('are all used', () => {
    const all = sources().map(([, text]) => text).join('\n');
    const unused = codes.filter((code) => !code.startsWith('extension-') && !all.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });

  it('exist in both languages, with the same places', () => {
    expect(Object.keys(sharedReasons.en)).toEqual(codes);
    for (const code of codes) expect({ code, places: places(sharedReasons.en[code]) }).toEqual({ code, places: places(sharedReasons.es[code]) });
  });

  it('refuse an extension in the calendar’s own words', () => {
    const source = readFileSync(new URL('../../calendar/extension.ts', import.meta.url), 'utf8');
    const ofCalendar = [...new Set(source.match(/'extension-[a-z-]+'(?=:)/g)?.map((quoted) => quoted.slice(1, -1)))];
    expect(codes.filter((code) => code.startsWith('extension-')).toSorted()).toEqual(ofCalendar.toSorted());
    for (const code of ofCalendar as readonly ExtensionRefusalCode[]) {
      for (const language of ['es', 'en'] as const) expect(sharedReasons[language][code]).toBe(extensionRefusalSentence({ code, params: {} }, language));
    }
  });
});

describe('A reason said', () => {
  it('names roles, events and deadlines in the workflow’s words', () => {
    const words = { ...empty, roles: { mayor: 'el alcalde' }, deadlines: { vote: 'Votación' } };
    expect(sayReason({ code: 'signature-not-your-turn', params: { role: 'mayor' } }, words, 'es')).toBe('Aún no le corresponde: primero firma el alcalde.');
    expect(sayReason({ code: 'deadline-expired', params: { deadline: 'vote' } }, words, 'es')).toBe('El plazo «Votación» ya venció.');
  });

  it('names items of a hand-over in the workflow’s words, and those that have none by their code', () => {
    const words = { ...empty, reasons: { 'item.scope': 'el alcance', 'item.staff': 'el personal' } };
    expect(sayReason({ code: 'handover-items-open', params: { items: 'scope, staff, CAMION-1' } }, words, 'es')).toBe('La entrega no está completa: falta recibir conforme el alcance, el personal, CAMION-1.');
    expect(sayReason({ code: 'handover-item-not-presented', params: { item: 'staff' } }, words, 'es')).toMatch(/^«el personal» no está presentado/);
  });

  it('is the workflow’s own before the shared one', () => {
    expect(sayReason({ code: 'hasText' }, { ...empty, guards: { hasText: 'Falta el texto.' } }, 'es')).toBe('Falta el texto.');
  });

  it('without words, or without a value for a place, is seen as it is', () => {
    expect(sayReason({ code: 'constructor' }, empty, 'en')).toBe('constructor');
    expect(sayReason({ code: 'deadline-expired', params: { other: 1 } }, empty, 'en')).toContain('{deadline}');
  });
});
