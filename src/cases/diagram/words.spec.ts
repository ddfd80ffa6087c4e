import * as diagram from './words.js';
import * as outline from '../outline/words.js';
import diagramEn from './words/en.json' with { type: 'json' };
import diagramEs from './words/es.json' with { type: 'json' };
import outlineEn from '../outline/words/en.json' with { type: 'json' };
import outlineEs from '../outline/words/es.json' with { type: 'json' };

const holes = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

it.each([['diagrams', diagramEs, diagramEn], ['outlines', outlineEs, outlineEn]] as const)('says everything of %s in both languages, with the same holes', (_, es, en) => {
  expect(Object.keys(en)).toEqual(Object.keys(es));
  const [spanish, english] = [Object.values(es), Object.values(en)];
  for (const [index, text] of spanish.entries()) expect(holes(english[index])).toEqual(holes(text));
});

it('fills what it says', () => {
  expect(diagram.say('en', 'when', { when: 'x' })).toBe('When: x');
  expect(outline.say('es', 'length.many.business', { n: 5 })).toBe('5 días hábiles');
});
