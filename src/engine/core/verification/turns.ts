import type { OpenAct } from '../../../kit/index.js';
import { openActs, refusedByState, type StepAct } from '../accepted.js';
import type { CaseState } from '../case-state.js';
import { metaOf } from '../chart.js';
import type { Definition } from '../definition.js';
import { type Charted } from './charted.js';
import { laterActsBy } from './later-acts.js';
import { narrowed, trialLaws } from './trial-laws.js';
import type { Situation } from './situation.js';

/** Something that one role's offices have to do, or may do, in a situation. */
export interface Turn {
  /** The task's name, or the act's type. */
  readonly name: string;
  readonly role: string;
  readonly offices: readonly string[];
  readonly events: readonly string[];
  /** `task`: of a state. `now`: an act of an open step. `later`: one that the step offers once others are done. */
  readonly when: 'task' | 'now' | 'later';
  /** Whether somebody has to do it, or only may. */
  readonly pressing: boolean;
  readonly act: StepAct | null;
  /** The state that declares the task, or that the step belongs to. */
  readonly path: string;
}

/** Answers, for each situation, everything there is to do in it; reckoned once. */
export function turnsBy(definition: Definition, charted: (value: unknown) => Charted): (situation: Situation) => readonly Turn[] {
  const known = new Map<Situation, readonly Turn[]>();
  const later = laterActsBy(definition);
  return (situation) => {
    const found = known.get(situation) ?? turnsOf(definition, situation.state, charted(situation.state.envelope.value), later);
    known.set(situation, found);
    return found;
  };
}

function turnsOf(definition: Definition, state: CaseState, { states }: Charted, later: ReturnType<typeof laterActsBy>): readonly Turn[] {
  if (state.status === 'closed') return [];
  const tasks = states.flatMap((active) => (metaOf(active).tasks ?? []).map(({ task, role, offices, events }): Turn =>
    ({ name: task, role, offices, events, when: 'task', pressing: offices.length > 0, act: null, path: active.path })));
  const open = state.steps.filter((step) => step.status === 'open');
  if (open.length === 0) return tasks;
  const allowed = (act: StepAct): boolean => refusedByState(definition, state, act.type) === null;
  const names = open.flatMap(({ id }) => definition.steps[id].law ?? []);
  const [law = {}] = narrowed(trialLaws, names, state.participants.map(({ institution }) => institution));
  const now = openActs(definition, state, state.lastOn, law).filter(allowed);
  const types = new Set(now.map(({ type }) => type));
  const afterwards = open.flatMap((row) => later(state, row).map((act) => ofStep(row.id, act))).filter((act) => allowed(act) && (!types.has(act.type) || !now.some((one) => sameBy(one, act))));
  const pathOf = ({ stepId }: StepAct): string => states.find(({ config }) => config.invoke?.id === stepId)?.path ?? '';
  return [...tasks, ...now.flatMap((act) => turnsIn(act, 'now', pathOf(act))), ...afterwards.flatMap((act) => turnsIn(act, 'later', pathOf(act)))];
}

function ofStep(stepId: string, act: OpenAct): StepAct {
  return { ...act, stepId, type: `${stepId}.${act.act}` };
}

function sameBy(one: StepAct, other: StepAct): boolean {
  return one.type === other.type && JSON.stringify(one.by) === JSON.stringify(other.by);
}

function turnsIn(act: StepAct, when: 'now' | 'later', path: string): readonly Turn[] {
  return Object.entries(act.by).map(([role, offices]): Turn =>
    ({ name: act.type, role, offices, events: [act.type], when, pressing: act.expected && offices.length > 0, act, path }));
}
