import file from '../demonstration/competences.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

describe('words of the ledger', () => {
  it('exist in both languages, with the same places', () => {
    expect(Object.keys(en)).toEqual(Object.keys(es));
    for (const key of Object.keys(es) as (keyof typeof es)[]) expect([key, places(en[key])]).toEqual([key, places(es[key])]);
    expect(Object.values({ ...es, ...en }).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('say every code of the demonstration', () => {
    const codes = [
      ...file.competences.map(({ field }) => `field.${field}`),
      ...file.records.flatMap(({ to, mode }) => [`record.to.${to}`, `record.mode.${mode}`]),
      ...file.records.flatMap(({ note }) => (note ? [`record.note.${note}`] : [])),
    ];
    expect(codes.filter((code) => !Object.hasOwn(es, code))).toEqual([]);
  });
});
