import type { StateNode } from 'xstate';
import { catalogue } from '../../workflows/catalogue.js';
import { chartStates, chartWays, type Way } from './chart-reader.js';

/** The same ways as XState itself resolved them, as `from | trigger | to`. */
function resolved(node: StateNode): readonly string[] {
  const from = node.path.join('.');
  const own = [...node.transitions.values(), node.always ?? []].flat().map(({ eventType, target }) => `${from} | ${triggerOf(eventType)} | ${target?.[0]?.path.join('.') ?? '-'}`);
  return [...own, ...Object.values(node.states).flatMap(resolved)];
}

function triggerOf(type: string): string {
  if (type === '') return 'always';
  const [, after] = /^xstate\.after\.([^.]+)\./.exec(type) ?? [];
  if (after !== undefined) return `after ${after}`;
  const [, step] = /^xstate\.done\.actor\.(.+)$/.exec(type) ?? [];
  if (step !== undefined) return `step ${step}`;
  return type.startsWith('xstate.done.state.') ? 'done' : type;
}

function told({ from, to, trigger }: Way): string {
  const words = { event: 'event' in trigger ? trigger.event : '', deadline: 'deadline' in trigger ? `after ${trigger.deadline}` : '', outcome: 'step' in trigger ? `step ${trigger.step}` : '', always: 'always', done: 'done' };
  return `${from} | ${words[trigger.kind]} | ${to ?? '-'}`;
}

describe.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('The chart of %s', (_, definition) => {
  it('is read as XState reads it', () => {
    const machine = definition.machine();
    const remembering = new Set(chartStates(definition).filter(({ kind }) => kind === 'history').map(({ path }) => path));
    const ways = chartWays(definition).filter(({ from }) => !remembering.has(from)).map(told);
    expect(ways.toSorted()).toEqual(resolved(machine.root as StateNode).toSorted());
  });

  it('gives each outcome of a step one way from each state that waits for it', () => {
    const outcomes = chartWays(definition).flatMap(({ from, trigger }) => (trigger.kind === 'outcome' ? trigger.outcomes.map((outcome) => `${from} ${trigger.step}.${outcome}`) : []));
    expect(outcomes.length).toBeGreaterThanOrEqual(new Set(outcomes).size);
    for (const [step, { logic }] of Object.entries(definition.steps)) for (const outcome of logic.outcomes) expect(outcomes.some((one) => one.endsWith(` ${step}.${outcome}`))).toBe(true);
  });
});
