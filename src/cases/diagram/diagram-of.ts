import type { Definition, StateOfChart, Way } from '../../engine/chart-reader.js';
import { outcomesOf } from '../../engine/definition-reader.js';
import type { Language } from '../../i18n/language.js';
import { stateName } from '../outline/state-name.js';
import { arrowId, chartOf, type Chart } from './chart.js';
import type { Diagram, DiagramEdge, DiagramLabel, DiagramNode } from './graph.js';
import { labelOf, whoOf } from './label-of.js';
import { rowsOf, type Example } from './rows-of.js';
import { say } from './words.js';

/**
 * The drawing of a definition in one language. Arrows lead on, from the top down; what leads back, or to an end from
 * elsewhere, is said in the box it leaves, because nobody follows a line across a whole sheet.
 */
export function diagramOf(definition: Definition, language: Language, example: Example): Diagram {
  const chart = chartOf(definition);
  const words = definition.words[language];
  const nodes = chart.states.map((state): DiagramNode => ({
    id: state.path, parent: state.parent === '' ? null : state.parent, kind: kindOf(state, chart.states), title: stateName(definition, state.path, language),
    rows: rowsOf(definition, language, { state, chart, example }),
  }));
  const arrows = chart.ways.filter((way) => chart.arrows.has(way)).map((way) => arrowOf(way, labelOf(definition, way, language, chart.ways)));
  const marks = chart.states.filter(({ initial }) => initial !== null).map(({ path }) => markOf(path, path));
  const begins = chart.states.flatMap(({ path, initial }) => (initial === null ? [] : [{ id: `begin ${path}`, from: `${path}#initial`, to: initial, labels: [] }]));
  return {
    title: say(language, 'title', { title: words.title, version: definition.version }), description: descriptionOf(definition, language, chart),
    nodes: [markOf('', null), ...marks, ...nodes], edges: [{ id: 'begin ', from: '#initial', to: chart.first, labels: [openingLabel(definition, language)] }, ...begins, ...merged(arrows)],
  };
}

function arrowOf(way: Way, label: DiagramLabel): DiagramEdge {
  return { id: arrowId(way), from: way.from, to: way.to!, labels: [label] };
}

function merged(arrows: readonly DiagramEdge[]): readonly DiagramEdge[] {
  const byId = new Map<string, DiagramEdge>();
  for (const arrow of arrows) byId.set(arrow.id, { ...arrow, labels: [...(byId.get(arrow.id)?.labels ?? []), ...arrow.labels] });
  return [...byId.values()];
}

function kindOf({ kind, parent }: StateOfChart, states: readonly StateOfChart[]): DiagramNode['kind'] {
  const isRegion = states.some((one) => one.path === parent && one.kind === 'parallel');
  if (kind === 'compound' && isRegion) return 'region';
  return kind === 'atomic' ? 'state' : kind;
}

function markOf(path: string, parent: string | null): DiagramNode {
  return { id: `${path}#initial`, parent, kind: 'initial', title: '', rows: [] };
}

function openingLabel(definition: Definition, language: Language): DiagramLabel {
  const name = definition.words[language].events['case.opened']?.name ?? say(language, 'case.opened');
  return { way: 'case.opened', kind: 'event', of: 'event case.opened', name, ...whoOf(definition, definition.opening.by, language), when: '', conditions: [] };
}

function descriptionOf(definition: Definition, language: Language, { states, ways, first }: Chart): string {
  const { outcomes } = definition.words[language];
  return say(language, 'desc', { states: states.length, ways: ways.length, first: stateName(definition, first, language), outcomes: outcomesOf(definition).map((name) => outcomes[name] ?? name).join(', ') });
}
