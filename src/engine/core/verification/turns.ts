import type { Offices } from '../../../kit/index.js';
import { openActs, refusedByState, type StepAct } from '../accepted.js';
import type { CaseState } from '../case-state.js';
import { metaOf } from '../chart.js';
import type { Definition } from '../definition.js';
import { type Charted } from './charted.js';
import { narrowed, trialLaws } from './trial-laws.js';
import type { Situation } from './situation.js';

/** Something that one role's offices have to do, or may do, in a situation. */
export interface Turn {
  /** The task's name, or the act's type. */
  readonly name: string;
  readonly role: string;
  readonly offices: readonly string[];
  readonly events: readonly string[];
  /** `declared`: a task of a state. `expected`: an act a step waits for. `open`: one it only takes. */
  readonly kind: 'declared' | 'expected' | 'open';
  readonly act: StepAct | null;
}

/** Answers, for each situation, everything there is to do in it; reckoned once. */
export function turnsBy(definition: Definition, charted: (value: unknown) => Charted): (situation: Situation) => readonly Turn[] {
  const known = new Map<Situation, readonly Turn[]>();
  return (situation) => {
    const found = known.get(situation) ?? turnsOf(definition, situation.state, charted(situation.state.envelope.value));
    known.set(situation, found);
    return found;
  };
}

function turnsOf(definition: Definition, state: CaseState, { states }: Charted): readonly Turn[] {
  if (state.status === 'closed') return [];
  const declared = states.flatMap((active) => metaOf(active).tasks ?? [])
    .map(({ task, role, offices, events }): Turn => ({ name: task, role, offices, events, kind: 'declared', act: null }));
  return [...declared, ...actsIn(definition, state).flatMap((act) => roles(act.by).map(([role, offices]): Turn => (
    { name: act.type, role, offices, events: [act.type], kind: act.expected ? 'expected' : 'open', act })))];
}

/** The acts of open steps that the state allows, under the usual dated values. */
function actsIn(definition: Definition, state: CaseState): readonly StepAct[] {
  const open = state.steps.filter((step) => step.status === 'open');
  if (open.length === 0) return [];
  const names = open.flatMap(({ id }) => definition.steps[id].law ?? []);
  const [law = {}] = narrowed(trialLaws, names, state.participants.map(({ institution }) => institution));
  return openActs(definition, state, state.lastOn, law).filter((act) => !refusedByState(definition, state, act.type));
}

function roles(by: Offices): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(by);
}
