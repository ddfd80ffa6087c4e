import type { Offices } from '../../../../kit/index.js';
import { metaOf } from '../../chart.js';
import type { Checked } from '../checked.js';
import { transitionsOf } from '../charted.js';
import { finding, type Finding } from '../finding.js';

interface Named {
  /** Where the role is named, as a reader of the definition finds it. */
  readonly place: string;
  readonly roles: readonly string[];
}

/** Every role that is named anywhere is one of the definition's. */
export function unknownRoles(checked: Checked): readonly Finding[] {
  const { roles } = checked.definition;
  const strange = [...inParts(checked), ...inStates(checked), ...inSteps(checked)]
    .flatMap(({ place, roles: all }) => all.filter((name) => !Object.hasOwn(roles, name)).map((name) => ({ place, name })));
  const distinct = new Map(strange.map((one) => [`${one.place} ${one.name}`, one]));
  return [...distinct.values()].map((params) => finding('role-unknown', 'role-unknown', params));
}

function inParts({ definition: { opening, events, deadlines } }: Checked): readonly Named[] {
  return [
    named('opening.by', opening.by), { place: 'opening.example', roles: opening.example.participants.map(({ role }) => role) },
    ...Object.entries(events).map(([type, { by }]) => named(`events.${type}.by`, by)),
    ...Object.entries(deadlines).flatMap(([name, { actor, extendedBy = {} }]): readonly Named[] =>
      [{ place: `deadlines.${name}.actor`, roles: [actor] }, named(`deadlines.${name}.extendedBy`, extendedBy)]),
  ];
}

function named(place: string, by: Offices): Named {
  return { place, roles: Object.keys(by) };
}

function inStates({ states }: Checked): readonly Named[] {
  return states.flatMap((state): readonly Named[] => {
    const { tasks = [], waits = [] } = metaOf(state);
    const sent = transitionsOf(state).flatMap(({ actions = [] }) => [actions].flat())
      .flatMap((action) => (typeof action === 'object' && 'params' in action && action.type === 'dispatch' ? Object.keys(action.params['to'] as Offices) : []));
    return [
      { place: `${state.path} meta.tasks`, roles: tasks.map(({ role }) => role) }, { place: `${state.path} meta.waits`, roles: waits.map(({ role }) => role) },
      { place: `${state.path} dispatch`, roles: sent },
    ];
  });
}

function inSteps({ explored, turns }: Checked): readonly Named[] {
  const acts = new Map(explored.situations.flatMap(turns).flatMap(({ act, role }) => (act ? [[`${act.type} ${role}`, { type: act.type, role }] as const] : [])));
  return [...acts.values()].map(({ type, role }) => ({ place: `steps.${type}`, roles: [role] }));
}
