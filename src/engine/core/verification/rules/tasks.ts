import type { TaskDeclaration } from '../../../../kit/index.js';
import { metaOf, type ChartState } from '../../chart.js';
import { isActOf, isEventOf, splitType } from '../../definition.js';
import { type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';

/** Every task names events that exist, and that are taken while the state stands that declares it. */
export function taskEvents(checked: Checked): readonly Finding[] {
  const { definition } = checked;
  return tasksIn(checked).flatMap(({ state, task: { task, events } }) => {
    const inside = checked.first.get(state.path);
    return events.flatMap((event): readonly Finding[] => {
      if (!isEventOf(definition, event) && !isActOf(definition, event)) return [finding('task-event', 'task-event.unknown', { task, state: state.path, event })];
      if (!inside || isTakenIn(checked, state.path, event)) return [];
      return [finding('task-event', 'task-event.elsewhere', { task, state: state.path, event }, checked.way(inside))];
    });
  });
}

/** Every office a task is put to may do at least one of its events. */
export function taskOffices({ definition, ...checked }: Checked): readonly Finding[] {
  return tasksIn({ definition, ...checked }).flatMap(({ state, task: { task, role, offices, events } }) => {
    const ofStep = events.some((type) => isActOf(definition, type) && !isEventOf(definition, type));
    const able = new Set(events.flatMap((type) => definition.events[type]?.by[role] ?? []));
    return ofStep ? [] : offices.filter((office) => !able.has(office)).map((office) => finding('task-office', 'task-office', { task, state: state.path, office, role }));
  });
}

function tasksIn({ states }: Checked): readonly { readonly state: ChartState; readonly task: TaskDeclaration }[] {
  return states.flatMap((state) => (metaOf(state).tasks ?? []).map((task) => ({ state, task })));
}

/** An event: taken by a case in that state. An act: its step is open there, and the state does not refuse it. */
function isTakenIn({ definition, explored }: Checked, path: string, event: string): boolean {
  const { stepId } = splitType(event);
  return explored.situations.some(({ state, edges }) => {
    const { states } = explored.charted(state.envelope.value);
    if (!states.some((active) => active.path === path)) return false;
    if (isEventOf(definition, event)) return edges.some(({ move }) => move.kind === 'event' && move.name === event);
    return state.steps.some((step) => step.id === stepId && step.status === 'open') && !states.some((active) => metaOf(active).refuses?.[event] !== undefined);
  });
}
