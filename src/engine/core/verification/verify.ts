import { allStates } from '../chart.js';
import type { Definition } from '../definition.js';
import { dialectFaults } from '../dialect.js';
import { checkedOf, type OfficesOf } from './checked.js';
import { deadlinesAgainstList, type ListedRule } from './deadline-list.js';
import { exploring, type Explored } from './explore.js';
import { finding, type Finding } from './finding.js';
import { openingsOf } from './openings.js';
import { rules } from './rules.js';
import { trialLaws } from './trial-laws.js';
import { uncounted } from './uncounted.js';
import { waysOf } from './ways.js';
import { actsOf } from './words-needed.js';

/** What verification found out about one definition: how much of it there is, and what is wrong with it. */
export interface Verification {
  readonly situations: number;
  readonly states: number;
  readonly events: number;
  readonly deadlines: number;
  readonly findings: readonly Finding[];
}

/** What verification must be told of the world: nothing of it is the core's own. */
export interface Facts {
  readonly officesOf: OfficesOf;
  /** The legal limits as they were read; what a definition says of its deadlines is held against them. */
  readonly deadlineRules: readonly ListedRule[];
  /** Situations after which exploration gives up; enough for any procedure when left out. */
  readonly limit?: number;
}

/**
 * Verifies a definition over every situation it can come to. Pauses every few milliseconds, so that a server can do
 * something else in between; `verify` runs through. A definition that does not speak the dialect is not explored: its
 * machine would not do what it says.
 */
export function* verifying(definition: Definition, { officesOf, deadlineRules, ...facts }: Facts): Generator<void, Verification> {
  const dialect = dialectFaults(definition).map(({ rule, sentence, params }) => finding(rule, sentence, params));
  if (dialect.length > 0) return { ...sizes(definition), situations: 0, findings: dialect };
  const explored = yield* exploring(uncounted(definition), { ...facts, openings: openingsOf(definition, trialLaws), laws: trialLaws, rules: definition.deadlines });
  const findings: Finding[] = [...failures(definition, explored)];
  const checked = checkedOf(definition, explored, officesOf);
  for (const situation of explored.situations) {
    bear(findings, () => void checked.turns(situation));
    yield;
  }
  for (const rule of Object.values(rules)) {
    bear(findings, () => void findings.push(...rule(checked)));
    yield;
  }
  findings.push(...deadlinesAgainstList(definition, deadlineRules));
  return { ...sizes(definition), situations: explored.situations.length, findings };
}

export function verify(definition: Definition, facts: Facts): Verification {
  const run = verifying(definition, facts);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

function sizes(definition: Definition): Pick<Verification, 'states' | 'events' | 'deadlines'> {
  const { chart, events, deadlines } = definition;
  return {
    states: allStates(chart).length - 1, events: Object.keys(events).length + actsOf(definition).length, deadlines: Object.keys(deadlines).length,
  };
}

function failures(definition: Definition, explored: Explored): readonly Finding[] {
  const way = waysOf(definition, explored);
  const limit = explored.situations.length;
  return [
    ...explored.failures.map(({ at, move, message }) => {
      const to = at === null ? null : way(at);
      return finding('defect', 'defect', { error: message }, to && move ? { ...to, moves: [...to.moves, move] } : to);
    }),
    ...(explored.complete === 'no' ? [finding('too-many-situations', 'too-many-situations', { limit })] : []),
  ];
}

/** What a step's input throws when it is asked who may act is a fault of the definition too. */
function bear(findings: Finding[], doing: () => void): void {
  try {
    doing();
  } catch (error) {
    const found = finding('defect', 'defect', { error: error instanceof Error ? error.message : String(error) });
    if (!findings.some(({ rule, params }) => rule === 'defect' && params['error'] === found.params['error'])) findings.push(found);
  }
}
