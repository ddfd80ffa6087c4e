import type { DiagramNode } from './graph.js';
import { iconAt } from './icons.js';
import { ink } from './ink.js';
import { el, type Markup } from './markup.js';
import { textWidth } from './text-width.js';
import type { DiagramWord } from './words.js';

/** How the drawing is read, as one or more lines of signs with their meaning. */
export function legendOf(word: (key: DiagramWord) => string, { width, drawn }: { readonly width: number; readonly drawn: ReadonlySet<Drawn> }): { readonly markup: Markup; readonly height: number } {
  const shown = entries.filter(({ only }) => only === undefined || drawn.has(only));
  let [x, y] = [0, 30];
  const items = shown.map(({ key, sign }) => {
    const needs = 38 + textWidth(word(key), 12) + 22;
    if (x > 0 && x + needs > width) [x, y] = [0, y + 26];
    const item = el('g', { transform: `translate(${Math.round(x)} ${y})` }, sign(), el('text', { x: 38, y: 14, 'font-size': '12', fill: ink.text }, word(key)));
    x += needs;
    return item;
  });
  const height = y + 26;
  const heading = el('text', { x: 0, y: 16, 'font-size': '13', 'font-weight': '700', fill: ink.text }, word('legend'));
  return { markup: el('g', { 'data-legend': 'yes' }, heading, ...items), height };
}

/** What may stand on a drawing or not. */
export type Drawn = DiagramNode['kind'] | 'path' | 'uncertain' | 'implied';

interface Entry {
  readonly key: Extract<DiagramWord, `legend.${string}`>;
  readonly sign: () => Markup;
  /** Said only where it occurs. */
  readonly only?: Drawn;
}

const box = (more: Readonly<Record<string, string>>): Markup => el('rect', { x: 1, y: 1, width: 28, height: 17, rx: 5, fill: ink.ground, stroke: ink.line, 'stroke-width': '1.5', ...more });
const framed = (kind: 'event' | 'deadline' | 'outcome' | 'step' | 'wait') => (): Markup => el('g', {},
  el('rect', { x: 1, y: 0, width: 28, height: 19, rx: 4, fill: ink[kind].ground, stroke: ink[kind].line, 'stroke-width': '1', ...(kind === 'deadline' && { 'stroke-dasharray': '4 2' }) }), iconAt(kind, 8, 2));

const letter = (text: string): Markup => el('text', { x: 8, y: 15, 'font-size': '16', fill: ink.text }, text);

const entries: readonly Entry[] = [
  { key: 'legend.here', only: 'path', sign: () => el('g', {}, box({ stroke: ink.here.line }), el('rect', { x: 4, y: 4, width: 22, height: 11, rx: 3, fill: 'none', stroke: ink.here.line }), el('rect', { x: 7, y: 7, width: 16, height: 5, fill: 'none', stroke: ink.here.line })) },
  { key: 'legend.visited', only: 'path', sign: () => box({ stroke: ink.path.line, 'stroke-width': '3.5' }) },
  { key: 'legend.uncertain', only: 'uncertain', sign: () => letter('≤') },
  { key: 'legend.implied', only: 'implied', sign: () => letter('*') },
  { key: 'legend.state', sign: () => box({}) },
  { key: 'legend.inside', only: 'compound', sign: () => box({ fill: ink.depths[1] }) },
  { key: 'legend.parallel', only: 'region', sign: () => box({ 'stroke-dasharray': '7 4' }) },
  { key: 'legend.final', only: 'final', sign: () => el('g', {}, box({ fill: ink.final }), el('rect', { x: 4, y: 4, width: 22, height: 11, rx: 3, fill: 'none', stroke: ink.line })) },
  { key: 'legend.initial', sign: () => el('circle', { cx: 15, cy: 9, r: 7, fill: ink.text }) },
  { key: 'legend.event', sign: framed('event') },
  { key: 'legend.deadline', sign: framed('deadline') },
  { key: 'legend.outcome', sign: framed('outcome') },
  { key: 'legend.step', sign: framed('step') },
  { key: 'legend.wait', sign: framed('wait') },
  { key: 'legend.branch', sign: () => letter('◊') },
];
