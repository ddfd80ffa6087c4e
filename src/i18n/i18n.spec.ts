import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { languageOf, languageOfTerminal } from './language.js';
import { isTextKey, t } from './translate.js';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

describe('words', () => {
  it('exist in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(es));
  });

  it.each(Object.keys(es).filter(isTextKey))('%s says something in both, with the same places', (key) => {
    expect(es[key].trim()).not.toBe('');
    expect(en[key].trim()).not.toBe('');
    expect(places(en[key])).toEqual(places(es[key]));
  });

  it('fills the places, and leaves visible what nobody filled', () => {
    expect(t('en', 'problem.stale.seq', { expected: 6, actual: 7 })).toBe('You read version 6; it is at 7 now. Read it again.');
    expect(t('es', 'problem.too-deep')).toContain('{levels}');
    expect(t('en', 'problem.too-deep', { levels: '$&' })).toContain('$&');
  });
});

describe('Accept-Language', () => {
  it.each([
    [undefined, 'es'],
    ['', 'es'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['es-CL,es;q=0.9,en;q=0.8', 'es'],
    ['fr,en;q=0.3,es;q=0.2', 'en'],
    ['en;q=0', 'es'],
    ['en;q=0.5,es;q=0.9', 'es'],
    ['english', 'es'],
    ['*', 'es'],
    [`${'x,'.repeat(10_000)}en`, 'es'],
  ])('%s → %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('follows the terminal', () => {
    expect(languageOfTerminal({ LANG: 'en_US.UTF-8' })).toBe('en');
    expect(languageOfTerminal({ LANG: 'en_US.UTF-8', LC_ALL: 'es_CL.UTF-8' })).toBe('es');
    expect(languageOfTerminal({ LANG: 'C.UTF-8' })).toBe('es');
  });
});
