import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

const holes = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

it('says everything in both languages, with the same holes', () => {
  expect(Object.keys(en)).toEqual(Object.keys(es));
  for (const key of Object.keys(es) as (keyof typeof es)[]) expect([key, holes(en[key])]).toEqual([key, holes(es[key])]);
});
