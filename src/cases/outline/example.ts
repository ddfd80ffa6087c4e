import type { Definition } from '../../engine/case-reader.js';
import { regionOf } from '../../governance/territory.js';
import type { Participant } from '../../kit/index.js';

/** Who takes part in a workflow's own example: those it names, and those that take a role by law. */
export function exampleParticipants({ opening: { example }, roles }: Definition): readonly Participant[] {
  const partyOf = (role: string): boolean => roles[role]?.party ?? false;
  const named = example.participants.map(({ role, institution }) => ({ role, institution, party: partyOf(role) }));
  const byLaw = Object.entries(roles).flatMap(([role, { byLaw: law }]) => {
    const institution = named.some((one) => one.role === role) ? null : (law?.(regionOf(example.territory)) ?? null);
    return institution === null ? [] : [{ role, institution, party: partyOf(role) }];
  });
  return [...named, ...byLaw];
}
