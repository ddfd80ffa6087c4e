import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import { offices, officesOf, type InstitutionKind } from './offices.js';
import { GovernanceRefusal } from './refusal.js';
import { nameOfOffice } from './words.js';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

describe('words of governance', () => {
  it('exist in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(es));
  });

  it.each(Object.keys(es) as (keyof typeof es)[])('%s says something in both, with the same places', (key) => {
    expect(es[key].trim()).not.toBe('');
    expect(en[key].trim()).not.toBe('');
    expect(places(en[key])).toEqual(places(es[key]));
  });

  it('name every office', () => {
    const nameless = (Object.keys(offices) as InstitutionKind[]).flatMap(officesOf).filter((office) => nameOfOffice('es', office) === office);
    expect(nameless).toEqual([]);
  });

  it('tell a refusal with the offices that could', () => {
    const refusal = new GovernanceRefusal('not-empowered', 'other-office', { institution: 'gore-16', on: '2026-05-15' }, [{ office: 'governor', institution: 'gore-16', officials: [] }]);
    expect(refusal.say('es')).toBe('Ninguno de sus cargos puede hacer este acto por gore-16 el 2026-05-15. Puede hacerlo: governor.gore-16.');
    expect(refusal.message).toContain('These may: governor.gore-16.');
  });
});
