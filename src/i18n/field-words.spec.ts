import { z } from 'zod';
import { fieldWords } from './field-words.js';

const form = z.strictObject({ name: z.string().min(3), amount: z.int().min(1).max(9), kind: z.enum(['a', 'b']), on: z.iso.date(), id: z.uuid(), parts: z.array(z.string()).min(1) });
const said = (value: unknown, language: 'es' | 'en'): readonly string[] => (form.safeParse(value, { error: fieldWords[language] }).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`.trim());

describe('what is wrong with a field', () => {
  it('is that it is missing, where it is missing', () => {
    expect(said({}, 'es')).toEqual(['name', 'amount', 'kind', 'on', 'id', 'parts'].map((field) => `${field} Falta este dato.`));
    expect(said({}, 'en')[0]).toBe('name This is missing.');
  });

  it('is told with what to write instead', () => {
    const wrong = { name: 'x', amount: 0, kind: 'c', on: '2026-02-30', id: '7', parts: [], more: 1 };
    expect(said(wrong, 'es')).toEqual([
      'name Debe tener al menos 3 caracteres.', 'amount Debe ser 1 o más.', 'kind Debe ser uno de: a, b.', 'on Debe ser una fecha que exista, AAAA-MM-DD.',
      'id Debe ser un identificador (UUID).', 'parts Debe tener al menos 1 elementos.', 'No se conoce: more.',
    ]);
    expect(said({ ...wrong, name: 7, amount: 'x' }, 'en').slice(0, 2)).toEqual(['name This must be a text.', 'amount This must be a number.']);
  });
});
