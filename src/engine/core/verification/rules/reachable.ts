import type { Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';

/** Every state is come to by some case. */
export function unreachableStates({ first, states }: Checked): readonly Finding[] {
  return states.filter(({ path, config }) => config.type !== 'history' && !first.has(path) && !(config.type === 'final' && !path.includes('.')))
    .map(({ path }) => finding('state-unreachable', 'state-unreachable', { state: path }));
}

/** Every way to end is the end of some case. */
export function unreachedOutcomes({ explored, definition }: Checked): readonly Finding[] {
  const reached = new Set(explored.situations.map(({ state }) => state.outcome));
  return Object.entries(definition.chart.states ?? {}).filter(([name, { type }]) => type === 'final' && !reached.has(name))
    .map(([name]) => finding('outcome-never-reached', 'outcome-never-reached', { outcome: name }));
}
