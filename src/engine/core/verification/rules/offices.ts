import type { Offices } from '../../../../kit/index.js';
import { castsIn, firstOfEach, openOnes, type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import type { Cast, Situation } from '../situation.js';

interface Lacking {
  readonly situation: Situation;
  readonly cast: number;
  readonly role: string;
  readonly level: string;
  readonly event: string;
  readonly offices: readonly string[];
}

/** Whatever one of those who take part is asked for, or may do in a step, it has an office that may do it. */
export function tasksWithoutOffice(checked: Checked): readonly Finding[] {
  const lacking = openOnes(checked).flatMap((situation) => castsIn(checked.explored, situation).flatMap(([cast, { participants, levels }]) => checked.turns(situation).flatMap(({ role, offices, name }): readonly Lacking[] => participants.filter((one) => one.role === role).flatMap(({ institution }) => {
      const level = levels.get(institution) ?? 'other';
      return hasOneOf(checked, level, offices) ? [] : [{ situation, cast, role, level, event: name, offices }];
    }),
  )));
  return firstOfEach(lacking, ({ event, role, level }) => `${event} ${role} ${level}`).map(({ situation, cast, role, level, event, offices }) =>
    finding('office-missing', 'office-missing.task', { role, level, event, offices: offices.join(', ') }, checked.way(situation, cast)));
}

/** Where those who may send an event take part, one of them has an office that may. */
export function eventsWithoutOffice(checked: Checked): readonly Finding[] {
  const { definition, explored } = checked;
  const lacking = openOnes(checked).flatMap((situation) => {
    const types = [...new Set(situation.edges.flatMap(({ move }) => (move.kind === 'event' ? [move.name] : [])))];
    return types.flatMap((event) => castsIn(explored, situation).flatMap(([cast, who]) => {
      const { by } = definition.events[event];
      return !who.participants.some(({ role }) => by[role] !== undefined) || canDo(checked, by, who) ? [] : [{ situation, cast, event, offices: Object.values(by).flat() }];
    }));
  });
  return firstOfEach(lacking, ({ event }) => event)
    .map(({ situation, cast, event, offices }) => finding('office-missing', 'office-missing.event', { event, offices: [...new Set(offices)].join(', ') }, checked.way(situation, cast)));
}

/** Nobody takes part for nothing: every role, at every level it admits, has an office that may do something. */
export function rolesWithoutOffice(checked: Checked): readonly Finding[] {
  const { definition, explored, turns } = checked;
  const given = new Map<string, Set<string>>(Object.keys(definition.roles).map((role) => [role, new Set<string>()]));
  const give = (by: Offices): void => Object.entries(by).forEach(([role, offices]) => offices.forEach((office) => given.get(role)?.add(office)));
  give(definition.opening.by);
  Object.values(definition.events).forEach(({ by }) => give(by));
  explored.situations.forEach((situation) => turns(situation).forEach(({ role, offices }) => give({ [role]: offices })));
  return Object.entries(definition.roles).flatMap(([role, { levels }]) => levels.filter((level) => !hasOneOf(checked, level, [...(given.get(role) ?? [])]))
    .map((level) => finding('office-missing', 'office-missing.role', { role, level })));
}

function canDo(checked: Checked, by: Offices, { participants, levels }: Cast): boolean {
  return participants.some(({ role, institution }) => by[role] !== undefined && hasOneOf(checked, levels.get(institution) ?? 'other', by[role]));
}

/** Bodies outside have no offices here: others attest what they do. */
function hasOneOf({ officesOf }: Checked, level: string, offices: readonly string[]): boolean {
  const known = officesOf(level as Parameters<typeof officesOf>[0]);
  return known === null ? offices.length > 0 : offices.some((office) => known.includes(office));
}
