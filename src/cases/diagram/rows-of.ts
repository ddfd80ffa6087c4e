import type { Definition, StateOfChart, Way } from '../../engine/chart-reader.js';
import { actsOf } from '../../engine/definition-reader.js';
import type { Language } from '../../i18n/language.js';
import type { Participant } from '../../kit/index.js';
import { clockInWords } from '../outline/clock-in-words.js';
import { deadlinesOfStep } from '../outline/step-deadlines.js';
import { stateName } from '../outline/state-name.js';
import type { Chart } from './chart.js';
import type { DiagramRow, Reference } from './graph.js';
import { labelOf, whoOf } from './label-of.js';

/** A case as it is opened with the workflow's own example: it says whose the acts of the steps are. */
export interface Example {
  readonly participants: readonly Participant[];
  readonly today: string;
}

interface Told {
  readonly state: StateOfChart;
  readonly chart: Chart;
  readonly example: Example;
}

/** What is said inside a state's box: its step, what it waits for, and the ways that are not drawn as arrows. */
export function rowsOf(definition: Definition, language: Language, { state, chart, example }: Told): readonly DiagramRow[] {
  const ways = chart.ways.filter((way) => way.from === state.path && !chart.arrows.has(way)).map((way): DiagramRow => {
    const { way: key, ...label } = labelOf(definition, way, language, chart.ways);
    return Object.assign(label, { ways: [key], to: referenceOf(definition, language, way, chart) });
  });
  const [staying, leading] = [ways.filter(({ to }) => to === null), ways.filter(({ to }) => to !== null)];
  return [...stepRows(definition, language, state.step, example), ...waitRows(definition, language, state), ...joined(staying, whatTheySay, 'name'), ...leading];
}

const plain = { hint: '', ways: [], to: null, when: '', conditions: [] } as const;

/** A wait on several for one reason is one. */
function waitRows(definition: Definition, language: Language, { meta }: StateOfChart): readonly DiagramRow[] {
  const { reasons, roles } = definition.words[language];
  const rows = (meta.waits ?? []).map(({ reason, basis, role }): DiagramRow => Object.assign({ kind: 'wait' as const, of: `wait ${reason}`, name: reasons[reason] ?? reason, note: roles[role] ?? role }, plain, { hint: basis }));
  return joined(rows, ({ of }) => of, 'note');
}

/** Rows alike in everything but their name, or their note, become one. */
function joined(rows: readonly DiagramRow[], alike: (row: DiagramRow) => string, differing: 'name' | 'note'): readonly DiagramRow[] {
  const byKey = new Map<string, DiagramRow>();
  for (const row of rows) {
    const known = byKey.get(alike(row));
    const of = known && !known.of.split(', ').includes(row.of) ? `${known.of}, ${row.of}` : (known?.of ?? row.of);
    byKey.set(alike(row), known ? { ...known, of, [differing]: `${known[differing]} · ${row[differing]}`, ways: [...known.ways, ...row.ways] } : row);
  }
  return [...byKey.values()];
}

/** Events of the same people under the same conditions; each clock stays by itself. */
function whatTheySay({ kind, of, note, hint, when, conditions }: DiagramRow): string {
  return JSON.stringify([kind, kind === 'deadline' ? of : '', note, hint, when, conditions]);
}

function referenceOf(definition: Definition, language: Language, { from, to }: Way, { states }: Chart): Reference | null {
  if (to === null) return null;
  const [source, target] = [states.findIndex(({ path }) => path === from), states.findIndex(({ path }) => path === to)];
  const direction = states[target]?.kind === 'final' ? 'end' : target > source ? 'on' : 'back';
  return { id: to, title: stateName(definition, to, language), direction };
}

/** A step: its name, what its people do in it, and the clocks it keeps by itself. */
function stepRows(definition: Definition, language: Language, step: string | null, { participants, today }: Example): readonly DiagramRow[] {
  if (step === null) return [];
  const words = definition.words[language];
  const acts = actsOf(definition, participants, today).filter(({ type }) => type.startsWith(`${step}.`)).map(({ type, by }): DiagramRow =>
    Object.assign({ kind: 'act' as const, of: `event ${type}`, name: words.events[type]?.name ?? type }, plain, Object.keys(by).length === 0 ? { note: '' } : whoOf(definition, by, language)));
  const own = deadlinesOfStep(definition, step).map((name): DiagramRow =>
    Object.assign({ kind: 'deadline' as const, of: `deadline ${name}`, name: words.deadlines[name] ?? name, note: clockInWords(definition.deadlines[name], language).sentence }, plain, { hint: definition.deadlines[name].basis }));
  const head: DiagramRow = { kind: 'step', of: `step ${step}`, name: words.steps[step] ?? step, note: '', ...plain };
  return [head, ...joined(acts, ({ note, hint }) => `${note} ${hint}`, 'name'), ...own];
}
