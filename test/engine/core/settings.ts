import type { Definition } from '../../../src/engine/core/definition.js';
import type { JsonObject, Law, Level, Participant } from '../../../src/kit/index.js';
import type { Opening } from './explore.js';
import { lawOf2026, law } from './story.js';

/** Dated values under which amounts of the examples lie on either side of the thresholds. */
export const laws: readonly Law[] = [lawOf2026, { ...lawOf2026, ...law({ utm: 1_000_000 }) }, { ...lawOf2026, ...law({ utm: 5_000, 'mayor.term-end': '2026-06-30' }) }];

const anInstitution = {
  national: 'min-mop', regional: 'gore-08', municipal: 'muni-16206', control: 'cgr-16', association: 'asoc-itata', other: 'unit-fundacion',
} satisfies Record<Level, string>;

/** The opening's own example, and the same with each level of institution that each role admits. */
export function openingsOf(definition: Definition): readonly Opening[] {
  const { example } = definition.opening;
  const participants = participantsOf(definition);
  const others = Object.entries(definition.roles).filter(([, { party }]) => party).flatMap(([role, { levels }]) =>
    levels.map((level) => participants.map((one) => (one.role === role && !one.institution.startsWith('gore-') ? { ...one, institution: anInstitution[level] } : one))));
  const data: readonly JsonObject[] = [example.data];
  return [participants, ...others].flatMap((parts) => data.map((one) => ({ participants: parts, data: one })));
}

export function participantsOf({ opening, roles }: Definition): readonly Participant[] {
  return Object.entries(roles).flatMap(([role, { party, byLaw }]) => {
    const named = opening.example.participants.filter((one) => one.role === role).map((one) => one.institution);
    const lawful = byLaw?.(opening.example.territory.slice(0, 2)) ?? null;
    const institutions = named.length > 0 || lawful === null ? named : [lawful];
    return institutions.map((institution) => ({ role, institution, party }));
  });
}
