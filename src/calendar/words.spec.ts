import { computeDue } from './due.js';
import { dueWithReadings } from './due-rule.js';
import { placeOf } from './place.js';
import { STEP_SENTENCES } from './step-sentences.js';
import type { Step } from './steps.js';
import { explain } from './words.js';

const place = placeOf('16101', [{ date: '2026-09-16', name: 'Censo', territory: null }]);

describe('An explanation', () => {
  it('tells the count of the command line’s example in Spanish', () => {
    const { explanation } = computeDue({ from: '2026-09-15', amount: 10, unit: 'business', place: placeOf('16101') });
    expect(explain(explanation, 'es')).toEqual([
      { date: '2026-09-15', note: 'Día desde el que corre el plazo (martes): no se cuenta; el cómputo comienza al día siguiente, sea o no hábil.' },
      { date: '2026-09-18', note: 'No se cuenta: feriado (Independencia Nacional); van 2 días contados.' },
      { date: '2026-09-19', note: 'No se cuenta: sábado y feriado (Día de las Glorias del Ejército); van 2 días contados.' },
      { date: '2026-09-20', note: 'No se cuenta: domingo; van 2 días contados.' },
      { date: '2026-09-26', note: 'No se cuenta: sábado; van 7 días contados.' },
      { date: '2026-09-27', note: 'No se cuenta: domingo; van 7 días contados.' },
      { date: '2026-09-30', note: 'Vence al terminar este miércoles (plazo de 10 días hábiles).' },
    ]);
  });

  it('tells it in English', () => {
    const { explanation } = computeDue({ from: '2026-09-15', amount: 10, unit: 'business', place: placeOf('16101') });
    expect(explain(explanation, 'en').map(({ note }) => note)).toEqual([
      'The day the limit runs from (Tuesday): not counted itself; counting starts the day after, business day or not.',
      'Not counted: holiday (Independence Day); 2 counted so far.',
      'Not counted: Saturday and holiday (Army Day); 2 counted so far.',
      'Not counted: Sunday; 2 counted so far.',
      'Not counted: Saturday; 7 counted so far.',
      'Not counted: Sunday; 7 counted so far.',
      'Due at the end of this Wednesday (limit of 10 business days).',
    ]);
  });

  it('says where a holiday is only assumed, and keeps a declared one’s own name', () => {
    expect(notes(computeDue({ from: '2070-09-17', amount: 1, unit: 'business', place }).explanation, 'es')).toContain(
      'No se cuenta: feriado (Independencia Nacional, según la última regla conocida: supuesto); van 0 días contados.',
    );
    expect(notes(computeDue({ from: '2026-09-15', amount: 1, unit: 'business', place }).explanation, 'en')).toContain(
      'Not counted: holiday (Censo); 0 counted so far.',
    );
  });

  it('has words for every kind of step, in both languages, with nothing left open', () => {
    const steps = everything();
    expect([...new Set(steps.map(({ rule }) => rule))].toSorted()).toEqual(Object.keys(STEP_SENTENCES).toSorted());
    for (const language of ['es', 'en'] as const) {
      for (const note of notes(steps, language)) {
        expect(note).toMatch(/^[A-ZÁÉÍÓÚ0-9].*[.]$/);
        expect(note).not.toMatch(/[{}]|undefined|NaN|\(\)|\s{2}|: [;.]/);
      }
    }
  });
});

function notes(steps: readonly Step[], language: 'es' | 'en'): string[] {
  return explain(steps, language).map(({ note }) => note);
}

/** Questions that between them take every kind of step. */
function everything(): Step[] {
  const suspensions = [{ from: '2026-10-05', to: '2026-10-05' }, { from: '2026-10-07', to: '2026-10-09' }];
  return [
    computeDue({ from: '2026-09-18', amount: 10, extend: 5, unit: 'business', place, filing: true, suspensions }),
    computeDue({ from: '2026-09-18', amount: 1, unit: 'months', place, suspensions }),
    computeDue({ from: '2026-01-31', amount: 1, unit: 'months', place }),
    computeDue({ from: '2026-09-18', amount: 24, unit: 'hours', place }),
    computeDue({ from: '2026-10-04T10:00', amount: 24, extend: 1, unit: 'hours', place, suspensions }),
    dueWithReadings({ unit: 'calendar', amount: 30, readings: ['unit', 'rollover'] }, { from: '2026-08-20', place }),
    dueWithReadings({ unit: 'business', amount: 10, readings: ['saturday', 'unit'] }, { from: '2026-08-20', place }),
    dueWithReadings({ unit: 'nth-business-day-of-next-month', amount: 15, readings: ['unit'] }, { from: '2026-08-20', place }),
    dueWithReadings({ unit: 'fixed-date', monthDay: '12-14' }, { from: '2025-08-20', place }),
  ].flatMap(({ explanation }) => explanation);
}
