import { placeOf } from '../../calendar/place.js';
import type { Definition } from '../../engine/core/definition.js';
import type { World } from '../../engine/core/outcome.js';
import { valueOn, type DatedValueRow } from '../../governance/dated-value.js';
import { demonstrationInstitutions } from '../../governance/demonstration/institutions.js';
import { demonstrationValues } from '../../governance/demonstration/values.js';
import { officesOf } from '../../governance/offices.js';
import type { Law, Participant } from '../../kit/index.js';

/** The demonstration country as far as a walk asks it, without a database: seats, and the dated values of the law. */
export interface DemonstrationWorld {
  readonly world: World;
  /** Every dated value the definition reads, as it stood on a day. */
  readonly lawOn: (on: string) => Law;
  /** Whether an institution has such an office; of one nobody knows, any. */
  readonly hasOffice: (institution: string, office: string) => boolean;
}

export function demonstrationWorld(definition: Definition, participants: readonly Participant[], territory: string | null): DemonstrationWorld {
  const institutions = new Map(demonstrationInstitutions().map((one) => [one.code, one]));
  const values = new Map<string, DatedValueRow[]>();
  for (const row of demonstrationValues()) values.set(keyOf(row.name, row.scope), [...(values.get(keyOf(row.name, row.scope)) ?? []), row]);
  const scopesOf = (scope: string | null): readonly (string | null)[] => {
    const own = scope === null ? null : (institutions.get(scope)?.territory ?? null);
    return [...new Set([scope, own, own?.slice(0, 2) ?? null, null])];
  };
  const rowsOf = (name: string, scope: string | null): readonly DatedValueRow[] =>
    scopesOf(scope).map((place) => values.get(keyOf(name, place))).find((rows) => rows !== undefined)?.toSorted((one, other) => one.from.localeCompare(other.from)) ?? [];
  const asked = namesOf(definition).flatMap((name) => askedOf(name, participants));
  return {
    world: { zone: placeOf(territory).zone, placeOf: (institution) => placeOf(institutions.get(institution)?.seat ?? null) },
    hasOffice: (institution, office) => {
      const known = institutions.get(institution);
      return known === undefined || officesOf(known.kind).includes(office);
    },
    lawOn: (on) => Object.fromEntries(asked.flatMap(({ key, name, scope }) => {
      const rows = rowsOf(name, scope);
      if (rows.length === 0) return [];
      const { value, from, certainty, basis } = valueOn(rows, on);
      return [[key, { value, from, certainty, basis }]];
    })),
  };
}

function keyOf(name: string, scope: string | null): string {
  return `${name} ${scope ?? ''}`;
}

function namesOf({ events, steps, opening }: Definition): readonly string[] {
  return [...new Set([...Object.values(events), ...Object.values(steps), opening].flatMap(({ law = [] }) => law))];
}

/** Whose value a name asks for, by its first word; where several bodies of a kind take part, that of each under `name@institution`. */
const kinds: Readonly<Record<string, string>> = { concejo: 'muni-', mayor: 'muni-', core: 'gore-' };

function askedOf(name: string, participants: readonly Participant[]): readonly { readonly key: string; readonly name: string; readonly scope: string | null }[] {
  const prefix = kinds[name.split('.')[0] ?? ''];
  const bodies = prefix === undefined ? [] : [...new Set(participants.map(({ institution }) => institution).filter((institution) => institution.startsWith(prefix)))];
  const each = bodies.length > 1 ? bodies.map((scope) => ({ key: `${name}@${scope}`, name, scope })) : [];
  return [{ key: name, name, scope: bodies[0] ?? null }, ...each];
}
