import type { Definition, StateOfChart, Way } from '../../engine/chart-reader.js';
import { actsOf } from '../../engine/definition-reader.js';
import type { Language } from '../../i18n/language.js';
import type { Participant } from '../../kit/index.js';
import { clockInWords } from '../outline/clock-in-words.js';
import { officesInWords } from '../outline/offices-in-words.js';
import { deadlinesOfStep } from '../outline/step-deadlines.js';
import { stateName } from '../outline/state-name.js';
import type { Chart } from './chart.js';
import type { DiagramRow, Reference } from './graph.js';
import { labelOf } from './label-of.js';

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
  const words = definition.words[language];
  const waits = (state.meta.waits ?? []).map(({ reason, role }): DiagramRow => ({ kind: 'wait', of: `wait ${reason}`, name: words.reasons[reason] ?? reason, note: words.roles[role] ?? role, way: null, to: null, when: '', conditions: [] }));
  const ways = chart.ways.filter((way) => way.from === state.path && !chart.arrows.has(way));
  return [...stepRows(definition, language, state.step, example), ...waits, ...ways.map((way): DiagramRow => Object.assign({ to: referenceOf(definition, language, way, chart) }, labelOf(definition, way, language, chart.ways)))];
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
    ({ kind: 'act', of: `event ${type}`, name: words.events[type]?.name ?? type, note: officesInWords(definition, by, language), way: null, to: null, when: '', conditions: [] }));
  const own = deadlinesOfStep(definition, step).map((name): DiagramRow =>
    ({ kind: 'deadline', of: `deadline ${name}`, name: words.deadlines[name] ?? name, note: clockInWords(definition.deadlines[name], language).sentence, way: null, to: null, when: '', conditions: [] }));
  return [{ kind: 'step', of: `step ${step}`, name: words.steps[step] ?? step, note: '', way: null, to: null, when: '', conditions: [] }, ...byWhom(acts), ...own];
}

/** Acts of the same people in one row. */
function byWhom(acts: readonly DiagramRow[]): readonly DiagramRow[] {
  const rows = new Map<string, DiagramRow>();
  for (const act of acts) {
    const known = rows.get(act.note);
    rows.set(act.note, known ? { ...known, of: `${known.of}, ${act.of}`, name: `${known.name} · ${act.name}` } : act);
  }
  return [...rows.values()];
}
