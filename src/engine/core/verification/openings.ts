import type { JsonObject, Law, Level, OpeningExample, Participant, RoleDefinition } from '../../../kit/index.js';
import type { Definition } from '../definition.js';
import { narrowed } from './trial-laws.js';
import type { Cast } from './situation.js';

/** Where exploration begins: one way to open a case. */
export interface TrialOpening {
  readonly cast: Cast;
  readonly data: JsonObject;
  readonly law: Law;
}

/** Two institutions of each level, to put in the roles that admit it. */
const institutions = {
  national: ['min-mop', 'min-minvu'], regional: ['gore-08', 'gore-07'], municipal: ['muni-16206', 'muni-16205'], control: ['cgr-16', 'cgr-08'],
  association: ['asoc-punilla', 'asoc-achm'], other: ['unit-one', 'unit-two'],
} satisfies Record<Level, readonly [string, string]>;

/**
 * The opening's own example and its further ones; and each of them with every level of institution that a role admits, with
 * and without the roles that may be left out, and with one and two institutions where a role takes several. What the
 * opening itself refuses is left out.
 */
export function openingsOf(definition: Definition, laws: readonly Law[]): readonly TrialOpening[] {
  const { example, examples = [], refuse, law = [] } = definition.opening;
  const trials = [example, ...examples].flatMap((one) => castsOf(definition, one).map((cast) => ({ cast, data: one.data })));
  const distinct = new Map(trials.map((trial) => [JSON.stringify([trial.cast.participants, trial.data]), trial]));
  return [...distinct.values()].filter(({ cast, data }) => (refuse?.(data, cast.participants) ?? []).length === 0)
    .flatMap(({ cast, data }) => narrowed(laws, law, cast.participants.map(({ institution }) => institution)).map((values) => ({ cast, data, law: values })));
}

function castsOf(definition: Definition, example: OpeningExample): readonly Cast[] {
  const plain = participantsOf(definition, example);
  const levels = levelsOf(definition, plain);
  const roles = Object.entries(definition.roles).filter(([, { byLaw }]) => byLaw === undefined);
  const others = roles.flatMap(([name, role]) => {
    const own = plain.filter((one) => one.role === name).map(({ institution }) => institution);
    return groups(role, own, levels).map((group) => placed(plain, name, role, group));
  });
  const bare = roles.filter(([, { optional }]) => optional).map(([name]) => plain.filter((one) => one.role !== name));
  return [plain, ...others, ...bare].map((participants) => ({ participants, levels: levelsOf(definition, participants) }));
}

/** Which institutions a role is tried with beside those of the example: of each other level it admits; one and two where it takes several. */
function groups({ levels, many }: RoleDefinition, own: readonly string[], known: ReadonlyMap<string, Level>): readonly (readonly string[])[] {
  const [first] = own;
  const level = first === undefined ? undefined : known.get(first);
  const others = levels.filter((one) => one !== level).flatMap((one) => alone(institutions[one], many));
  if (!many || first === undefined || level === undefined) return others;
  return [...others, own.length > 1 ? [first] : [first, institutions[level].find((one) => one !== first)!]];
}

/** Of two bodies the second is tried where the first takes part already. */
function alone([one, other]: readonly [string, string], many: true | undefined): readonly (readonly string[])[] {
  return many ? [[one], [one, other]] : [[one], [other]];
}

/** The cast with a role taken by others; a body never agrees with itself, so one that takes part already stays where it is. */
function placed(plain: readonly Participant[], name: string, { party }: RoleDefinition, group: readonly string[]): readonly Participant[] {
  const rest = plain.filter((one) => one.role !== name);
  const free = group.filter((institution) => !rest.some((one) => one.institution === institution));
  if (free.length < group.length) return plain;
  const at = plain.findIndex((one) => one.role === name);
  const put = free.map((institution): Participant => ({ role: name, institution, party }));
  return at === -1 ? [...rest, ...put] : [...plain.slice(0, at).filter((one) => one.role !== name), ...put, ...plain.slice(at).filter((one) => one.role !== name)];
}

/** Who takes part in the example: those it names, and those who take a role by law. */
export function participantsOf({ roles }: Definition, { participants, territory }: OpeningExample): readonly Participant[] {
  return Object.entries(roles).flatMap(([role, { party, byLaw }]) => {
    const named = participants.filter((one) => one.role === role).map((one) => one.institution);
    const lawful = byLaw?.(territory.slice(0, 2)) ?? null;
    return (named.length > 0 || lawful === null ? named : [lawful]).map((institution) => ({ role, institution, party }));
  });
}

const byPrefix: Readonly<Record<string, Level>> = { muni: 'municipal', gore: 'regional', seremi: 'regional', min: 'national', cgr: 'control', asoc: 'association', unit: 'other' };

function levelsOf({ roles }: Definition, participants: readonly Participant[]): ReadonlyMap<string, Level> {
  return new Map(participants.map(({ role, institution }) => [institution, levelOf(institution, roles[role]?.levels ?? [])]));
}

/** An example's institution is known by its code alone: that it exists is for those to say who keep the directory. */
function levelOf(institution: string, admitted: readonly Level[]): Level {
  const tried = (Object.keys(institutions) as Level[]).find((level) => institutions[level].some((one) => one === institution));
  const guessed = tried ?? byPrefix[institution.split('-')[0] ?? ''];
  const [only = 'other'] = admitted;
  return guessed !== undefined && admitted.includes(guessed) ? guessed : only;
}
