import { isRefusal, type JsonObject, type OpenAct, type StepChange, type StepLogic } from '../../../kit/index.js';
import type { CaseState, StepRow } from '../case-state.js';
import type { Definition } from '../definition.js';
import { entitled } from '../next.js';
import type { Occurrence } from '../occurrence.js';
import { at, occurrence } from './moves.js';
import { narrowed, trialLaws } from './trial-laws.js';

/** How far a step is followed: enough to come from a question to its answer, not to walk through all its money. */
const STATES = 80;
/** How many different beginnings of one step are followed. */
const BEGINNINGS = 24;

/**
 * Answers, for an open step, the acts that it offers once others of its acts are done or its clocks have ended: what a body
 * may do often comes only after it was asked. Each step is followed by its own examples, from each way it begins.
 */
export function laterActsBy(definition: Definition): (state: CaseState, row: StepRow) => readonly OpenAct[] {
  const known = new Map<string, readonly OpenAct[]>();
  const beginnings = new Map<string, number>();
  return (state, row) => {
    const quiet = occurrence(state, 'none', lawFor(definition, state, row));
    const input = definition.steps[row.id].input(state.envelope.context, quiet);
    const key = JSON.stringify([row.id, row.state, input]);
    const found = known.get(key);
    const followed = beginnings.get(row.id) ?? 0;
    if (found || followed >= BEGINNINGS) return found ?? [];
    beginnings.set(row.id, followed + 1);
    const acts = follow(definition.steps[row.id].logic, row, input, quiet);
    known.set(key, acts);
    return acts;
  };
}

function lawFor(definition: Definition, state: CaseState, row: StepRow): Occurrence['law'] {
  return narrowed(trialLaws, definition.steps[row.id].law ?? [], state.participants.map(({ institution }) => institution))[0] ?? {};
}

function follow(logic: StepLogic, row: StepRow, input: unknown, quiet: Occurrence): readonly OpenAct[] {
  const acts = new Map<string, OpenAct>();
  const seen = new Set([JSON.stringify(row.state)]);
  const queue = [row.state];
  for (let next = 0; next < queue.length && next < STATES; next += 1) {
    const state = queue[next];
    for (const open of logic.open(state, { today: quiet.on, input, law: quiet.law })) {
      const { act, by, institutions } = open;
      acts.set(JSON.stringify([act, by, institutions]), open);
      for (const event of sentBy(quiet, `${row.id}.${act}`, open)) {
        for (const reached of after(logic, logic.apply({ state, act, event, input }), event)) {
          const key = JSON.stringify(reached);
          if (!seen.has(key)) queue.push(reached);
          seen.add(key);
        }
      }
    }
  }
  return [...acts.values()];
}

/** Each body's own act, by each example: what one may do can depend on what the other did. */
function sentBy(quiet: Occurrence, type: string, open: OpenAct): readonly Occurrence[] {
  return entitled(quiet, open).flatMap(({ role, institution }) => open.examples.map((data): Occurrence => {
    const office = open.by[role][0] ?? '';
    return Object.assign({}, quiet, { type, data, at: at(quiet.on), actor: { role, institution, office, official: `${office}.${institution}` } });
  }));
}

/** Where an act leaves a step that goes on: as it stands, and with the clocks that it started ended. */
function after(logic: StepLogic, change: ReturnType<StepLogic['apply']>, { on }: Occurrence): readonly JsonObject[] {
  if (isRefusal(change) || change.done) return [];
  const ended = (change.start ?? []).flatMap(({ deadline, subject }): readonly (StepChange<JsonObject>)[] => {
    const expired = logic.expire?.(change.state, { deadline, subject, on });
    return expired && !expired.done ? [expired] : [];
  });
  return [change, ...ended].map(({ state }) => state);
}
