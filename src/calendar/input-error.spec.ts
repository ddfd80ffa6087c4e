import { computeDue } from './due.js';
import { CalendarInputError } from './input-error.js';
import { placeOf } from './place.js';

describe('A question that cannot be answered', () => {
  it('is told in both languages with the field at fault', () => {
    const error = caught(() => computeDue({ from: '2026-09-01', amount: 15, unit: 'business', extend: 8, place: placeOf(null) }));
    expect(error).toMatchObject({ code: 'extension-over-half', path: 'extend', params: { amount: 15, extend: 8, max: 7 } });
    expect(error.say('es')).toBe('La ampliación de 8 excede la mitad del plazo de 15 (máximo 7; Ley 19.880, art. 26).');
    expect(error.message).toBe('The extension of 8 is more than half of the limit of 15 (at most 7; Ley 19.880 art. 26).');
  });

  it('shows what was given', () => {
    const error = caught(() => placeOf('RM'));
    expect(error.say('es')).toContain('«RM» no es un código de territorio');
    expect(error.say('en')).toContain('"RM" is not a territory code');
  });
});

function caught(act: () => unknown): CalendarInputError {
  try {
    act();
  } catch (error) {
    if (error instanceof CalendarInputError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
