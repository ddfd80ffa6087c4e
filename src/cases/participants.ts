import type { Definition } from '../engine/case-reader.js';
import type { Institution } from '../governance/institution.js';
import type { Fault } from './refusal.js';

/** A role as it was asked for, and the institution by code. */
export interface Named {
  readonly role: string;
  readonly institution: string;
}

/** A participant with all that is known of its institution; `index`: its place in what was asked, null where the law names it. */
export interface Candidate {
  readonly role: string;
  readonly institution: Institution;
  readonly party: boolean;
  readonly index: number | null;
}

/** What is asked of governance about bodies. */
export interface Bodies {
  institution(code: string): Promise<Institution | undefined>;
  /** The one institution in charge of a competence where and when the case is opened; null where several are. */
  inCharge(competence: string): Promise<string | null>;
}

/** Those named, and, where nobody was named for it, those who take a role by law or because they are in charge of its competence. */
export async function participantsOf(
  definition: Definition, named: readonly Named[], region: string | null, bodies: Bodies,
): Promise<readonly Candidate[]> {
  const asked = named.map(({ role, institution }, index) => ({ role, code: institution, index }));
  const unasked = Object.entries(definition.roles).filter(([role]) => !asked.some((one) => one.role === role));
  const given = await Promise.all(unasked.map(async ([role, { byLaw, attribution }]) => {
    const code = byLaw?.(region) ?? (attribution === undefined ? null : await bodies.inCharge(attribution));
    return code === null ? [] : [{ role, code, index: null }];
  }));
  const found = await Promise.all([...asked, ...given.flat()].map(async ({ role, code, index }): Promise<readonly Candidate[]> => {
    const institution = await bodies.institution(code);
    return institution ? [{ role, institution, index, party: ruleOf(definition, role)?.party ?? false }] : [];
  }));
  return found.flat();
}

/** What is wrong with who takes part: a role unknown, given twice, missing, or of the wrong level; a body agreeing with itself. */
export function roleFaults(definition: Definition, candidates: readonly Candidate[]): readonly Fault[] {
  const known = Object.keys(definition.roles).join(', ');
  const each = candidates.flatMap((candidate, place): readonly Fault[] => {
    const { role, institution, party, index } = candidate;
    const rule = ruleOf(definition, role);
    const path = `participants.${index ?? place}`;
    const before = candidates.slice(0, place);
    if (!rule) return [{ path: `${path}.role`, word: 'fault.role-unknown', params: { role, known } }];
    const again = before.filter((other) => other.role === role);
    if (again.length > 0 && (!rule.many || again.some((other) => other.institution.code === institution.code))) return [{ path: `${path}.role`, word: 'fault.role-twice', params: { role } }];
    if (party && before.some((other) => other.party && other.institution.code === institution.code)) {
      return [{ path: `${path}.institution`, word: 'fault.same-party', params: { institution: institution.code } }];
    }
    if (rule.levels.includes(institution.level)) return [];
    return [{ path: `${path}.institution`, word: 'fault.role-level', params: { institution: institution.code, level: institution.level, role, levels: rule.levels.join(', ') } }];
  });
  const missing = Object.entries(definition.roles).filter(([role, { optional }]) => !optional && !candidates.some((one) => one.role === role));
  return [...each, ...missing.map(([role]): Fault => ({ path: 'participants', word: 'fault.role-missing', params: { role } }))];
}

function ruleOf(definition: Definition, role: string): Definition['roles'][string] | undefined {
  return Object.hasOwn(definition.roles, role) ? definition.roles[role] : undefined;
}
