import type { Law, Participant } from '../../../kit/index.js';
import { lawOf } from '../next.js';
import type { Definition } from '../definition.js';

/**
 * Dated values a definition is tried under, so chosen that amounts of its examples lie on either side of the law's
 * thresholds, and that a term may or may not reach beyond the mayor's. Made up to be round: no case is judged by them.
 */
const usual: Readonly<Record<string, number | string>> = {
  utm: 65_000, 'concejo.agreement-threshold-utm': 500, 'fndr.exenta-threshold-utm': 5_000, 'fndr.core-vote-threshold-utm': 7_000,
  'concejo.seats': 6, 'core.seats': 16, 'mayor.term-end': '2028-12-06',
};
const trials = [usual, { ...usual, utm: 1_000_000 }, { ...usual, utm: 5_000, 'mayor.term-end': '2026-06-30' }];

export const trialLaws: readonly Law[] = trials.map((values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(value)])));

function valueOf(value: number | string): Law[string] {
  return { value, from: null, certainty: 'assumption', basis: 'verification' };
}

/**
 * The laws under which one kind of event has to be tried: of each only the values it is judged by, as the engine's door
 * gives them, and each combination once.
 */
export function lawsFor(definition: Definition, laws: readonly Law[]): (type: string, participants: readonly Participant[]) => readonly Law[] {
  const known = new Map<string, readonly Law[]>();
  return (type, participants) => {
    const names = lawOf(definition, type);
    const bodies = names.length === 0 ? [] : participants.map(({ institution }) => institution);
    const key = `${names.join()}|${bodies.join()}`;
    const found = known.get(key) ?? narrowed(laws, names, bodies);
    known.set(key, found);
    return found;
  };
}

export function narrowed(laws: readonly Law[], names: readonly string[], bodies: readonly string[]): readonly Law[] {
  const each = laws.map((law) => Object.fromEntries(names.flatMap((name) => namesOf(name, bodies).flatMap((key) => (law[name] ? [[key, law[name]] as const] : [])))));
  const distinct = new Map(each.map((law) => [JSON.stringify(law), law]));
  return [...distinct.values()];
}

const ofBodies: Readonly<Record<string, string>> = { concejo: 'muni-', mayor: 'muni-', core: 'gore-' };

/** The name itself, and where several bodies of its kind take part, the name for each. */
function namesOf(name: string, bodies: readonly string[]): readonly string[] {
  const prefix = ofBodies[name.split('.')[0] ?? ''];
  const own = prefix === undefined ? [] : bodies.filter((body) => body.startsWith(prefix));
  return own.length > 1 ? [name, ...own.map((body) => `${name}@${body}`)] : [name];
}
