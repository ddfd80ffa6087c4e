import { isRefusal, type JsonObject, type Law, type StepLogic } from '../../../kit/index.js';
import type { StepRow } from '../case-state.js';
import type { Occurrence } from '../occurrence.js';
import { openOnes, type Checked } from './checked.js';
import { occurrence } from './moves.js';
import type { Situation } from './situation.js';
import { trialLaws } from './trial-laws.js';

/** How far a step is followed: enough to come from a presentation to its answer, not to walk through all its money. */
const SITUATIONS = 40;
const STATES = 200;

/** Types of the acts that a step offers once some of its other acts are done, each with one of its own examples. */
export function actsOfferedLater(checked: Checked, id: string): ReadonlySet<string> {
  const offered = new Set<string>();
  const open = openOnes(checked).filter(({ state }) => state.steps.some((step) => step.id === id && step.status === 'open'));
  for (const situation of open.slice(0, SITUATIONS)) {
    const row = situation.state.steps.find((step) => step.id === id && step.status === 'open')!;
    for (const act of followed(checked, situation, row)) offered.add(`${id}.${act}`);
  }
  return offered;
}

function followed({ definition }: Checked, { state }: Situation, row: StepRow): ReadonlySet<string> {
  const { logic, input } = definition.steps[row.id];
  const law: Law = trialLaws[0] ?? {};
  const quiet = occurrence(state, 'none', law);
  const given = input(state.envelope.context, quiet);
  const acts = new Set<string>();
  const seen = new Map([[JSON.stringify(row.state), row.state]]);
  const queue = [row.state];
  for (let next = 0; next < queue.length && seen.size < STATES; next += 1) {
    for (const open of logic.open(queue[next], { today: quiet.on, input: given, law })) {
      acts.add(open.act);
      const events = open.examples.flatMap((data) => sentBy(quiet, `${row.id}.${open.act}`, data, open.by));
      for (const event of events) queue.push(...fresh(seen, applied(logic, queue[next], open.act, { event, input: given })));
    }
  }
  return acts;
}

/** Each body's own act: what one may do can depend on what the other did. */
function sentBy(quiet: Occurrence, type: string, data: JsonObject, by: Readonly<Record<string, readonly string[]>>): readonly Occurrence[] {
  return quiet.participants.flatMap(({ role, institution }): readonly Occurrence[] => {
    const office = by[role]?.[0];
    return office === undefined ? [] : [{ ...quiet, type, data, actor: { role, institution, office, official: `${office}.${institution}` } }];
  });
}

function applied(logic: StepLogic, state: JsonObject, act: string, { event, input }: { readonly event: Occurrence; readonly input: unknown }): readonly JsonObject[] {
  const change = logic.apply({ state, act, event, input });
  return isRefusal(change) || change.done ? [] : [change.state];
}

function fresh(seen: Map<string, JsonObject>, states: readonly JsonObject[]): readonly JsonObject[] {
  return states.filter((state) => {
    const key = JSON.stringify(state);
    const known = seen.has(key);
    seen.set(key, state);
    return !known;
  });
}
