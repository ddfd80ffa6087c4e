import type { DatedValueRow } from '../dated-value.js';
import utm from './utm.json' with { type: 'json' };
import { communeWithoutMunicipality, demonstrationTerritories } from './territories.js';

export function demonstrationValues(): readonly DatedValueRow[] {
  return [...utmValues(), ...thresholds, ...termEnds(), ...councils()];
}

function utmValues(): readonly DatedValueRow[] {
  return utm.map(({ from, clp }) => ({
    name: 'utm', scope: null, from, to: `${from.slice(0, 4)}-12-31`, value: clp, unit: 'CLP',
    basis: 'Valor anual aproximado, no oficial', certainty: 'assumption',
  }));
}

const always = '2015-01-01';

const thresholds: readonly DatedValueRow[] = [
  {
    name: 'fndr.core-vote-threshold-utm', scope: null, from: always, to: null, value: 7000, unit: 'UTM',
    basis: 'Flujo DIPIR_convenios del GORE Ñuble: el CORE vota proyectos sobre 7.000 UTM', certainty: 'secondary',
  },
  {
    name: 'fndr.exenta-threshold-utm', scope: null, from: always, to: '2025-02-28', value: 5000, unit: 'UTM',
    basis: 'Flujo DIPIR_convenios del GORE Ñuble: exenta bajo 5.000 UTM', certainty: 'secondary',
  },
  {
    name: 'fndr.exenta-threshold-utm', scope: null, from: '2025-03-01', to: null, value: 5000, unit: 'UTM',
    basis: 'Res. CGR 36/2024, vigente desde 2025-03-01, no leída: se mantiene el valor anterior', certainty: 'assumption',
  },
  {
    name: 'concejo.agreement-threshold-utm', scope: null, from: always, to: null, value: 500, unit: 'UTM',
    basis: 'LOC 18.695 art. 65 j)', certainty: 'official',
  },
];

/** Mayoral periods as generally known; the one elected in 2016 was prolonged to June 2021. */
function termEnds(): readonly DatedValueRow[] {
  const starts = ['2012-12-06', '2016-12-06', '2021-06-28', '2024-12-06', '2028-12-06', '2032-12-06', '2036-12-06'];
  return starts.slice(0, -1).map((from, index) => ({
    name: 'mayor.term-end', scope: null, from, to: null, value: starts[index + 1], unit: 'date',
    basis: 'Período alcaldicio de cuatro años; fechas no verificadas', certainty: 'assumption',
  }));
}

function councils(): readonly DatedValueRow[] {
  return demonstrationTerritories().flatMap(({ code, level, population }) => {
    const council = { scope: code, from: always, to: null, unit: 'seats', certainty: 'assumption' as const };
    if (level === 'region') {
      return [{ ...council, name: 'core.seats', value: coreSeats(population), basis: 'LOC 19.175 art. 29 (no leído), según población del Censo 2017' }];
    }
    if (level === 'province' || code === communeWithoutMunicipality) return [];
    return [{
      ...council, name: 'concejo.seats', value: councilSeats(population),
      basis: 'LOC 18.695 art. 72: según electores; aquí, a falta de ellos, según población del Censo 2017',
    }];
  });
}

function coreSeats(population: number): number {
  if (population > 4_000_000) return 34;
  if (population > 800_000) return 20;
  return population > 400_000 ? 16 : 14;
}

function councilSeats(population: number): number {
  if (population > 150_000) return 10;
  return population > 70_000 ? 8 : 6;
}
