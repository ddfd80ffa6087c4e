import { labelPlaces } from './arrows.js';
import { placesOf } from './boxes.js';
import type { Diagram, DiagramEdge, DiagramNode } from './graph.js';
import { ink } from './ink.js';
import type { Box, Layout, Point } from './layout.js';
import { all, el, type Markup } from './markup.js';
import { textWidth } from './text-width.js';
import type { DiagramWord } from './words.js';

/** The way a case came through a drawing, and where it is. Numbers count its moves from 1. */
export interface CasePath {
  readonly title: string;
  readonly description: string;
  /** States it was in, each with the moves that brought it there. */
  readonly visited: ReadonlyMap<string, readonly number[]>;
  /** Ids of arrows it took, whether they are drawn or said. */
  readonly arrows: ReadonlySet<string>;
  /** Ways it took, by key, with their moves. */
  readonly ways: ReadonlyMap<string, readonly number[]>;
  /** The innermost states it is in. */
  readonly present: readonly string[];
  readonly status: 'open' | 'closed';
  /** By number, the moves whose day or whose step is not known for sure: the latest day, and whether only other steps imply it. */
  readonly doubts: ReadonlyMap<number, Doubt>;
}

export interface Doubt {
  readonly latest: string | null;
  readonly step: 'told' | 'implied';
}

/** What a case adds to the drawing: numbers on the arrows it took, a thick border around where it was, a triple one around where it is. */
export function marksOf(diagram: Diagram, layout: Layout, word: (key: DiagramWord) => string, path: CasePath): Markup {
  const states = diagram.nodes.flatMap(({ id }): readonly Markup[] => {
    const box = layout.boxes.get(id)!;
    if (path.present.includes(id)) return [presentBox(box), tag({ x: box.x + 10, y: box.y - 9 }, word(path.status === 'closed' ? 'closed-here' : 'here'), ink.here)];
    const moves = path.visited.get(id);
    return moves ? [frame(box, 0, '3.5', ink.path.line), tag({ x: box.x + 10, y: box.y - 9 }, word('visited').replace('{n}', listed(moves, path.doubts)), ink.path)] : [];
  });
  const moves = diagram.edges.flatMap((edge) => labelMarks(edge, layout.arrows.get(edge.id)?.label ?? null, word, path));
  return el('g', { 'data-case': 'path' }, all(states), all(diagram.nodes.flatMap((node) => rowMarks(node, layout.boxes.get(node.id)!, word, path))), all(moves));
}

/** The number of the move over the label of the way taken; of several on one arrow the others stay plain. */
function labelMarks(edge: DiagramEdge, label: Box | null, word: (key: DiagramWord) => string, { ways, doubts }: CasePath): readonly Markup[] {
  if (label === null) return [];
  const places = labelPlaces(edge, label);
  return edge.labels.flatMap(({ way }, index) => {
    const [place, numbers] = [places[index], ways.get(way)];
    if (!place || !numbers) return [];
    const text = word('taken').replace('{n}', listed(numbers, doubts));
    return [tag({ x: place.x + place.width - tagWidth(text) + 10, y: place.y - 11 }, text, ink.path)];
  });
}

/** A way taken that is no arrow: a thick frame around its row. */
function rowMarks(node: DiagramNode, box: Box, word: (key: DiagramWord) => string, { ways, doubts }: CasePath): readonly Markup[] {
  const [, ...places] = placesOf(node, box);
  return node.rows.flatMap((row, index) => {
    const [place, numbers] = [places[index], row.ways.flatMap((way) => ways.get(way) ?? [])];
    if (!place || numbers.length === 0) return [];
    const text = word('taken').replace('{n}', listed(numbers, doubts));
    const frameOfRow = el('rect', { x: place.x, y: place.y, width: box.width - 12, height: place.height, fill: 'none', stroke: ink.path.line, 'stroke-width': '3' });
    return [frameOfRow, tag({ x: box.x + box.width - tagWidth(text) - 2, y: place.y + place.height - 12 }, text, ink.path)];
  });
}

function presentBox(box: Box): Markup {
  return el('g', { 'data-present': 'yes' }, frame(box, 0, '2', ink.here.line), frame(box, 4, '2', ink.here.line), frame(box, 8, '2', ink.here.line));
}

function frame({ x, y, width, height }: Box, out: number, stroke: string, colour: string): Markup {
  return el('rect', { x: x - out, y: y - out, width: width + 2 * out, height: height + 2 * out, rx: 8 + out, fill: 'none', stroke: colour, 'stroke-width': stroke });
}

function tag({ x, y }: Point, text: string, { ground, text: colour }: { readonly ground: string; readonly text: string }): Markup {
  const width = tagWidth(text);
  return el('g', {}, el('rect', { x, y, width, height: 18, rx: 9, fill: ground, stroke: ink.ground, 'stroke-width': '1' }),
    el('text', { x: x + 6, y: y + 13, 'font-size': '11.5', 'font-weight': '700', fill: colour }, text));
}

function tagWidth(text: string): number {
  return textWidth(text, 11.5, 'bold') + 12;
}

/** Up to four numbers, each with what is not sure of its move, then that there are more. */
function listed(numbers: readonly number[], doubts: CasePath['doubts']): string {
  const shown = (numbers.length > 5 ? numbers.slice(0, 4) : numbers).map((number) => `${number}${doubtMark(doubts.get(number))}`);
  return [...shown, ...(numbers.length > 5 ? ['…'] : [])].join(', ');
}

function doubtMark(doubt: Doubt | undefined): string {
  if (!doubt) return '';
  return `${doubt.step === 'implied' ? '*' : ''}${doubt.latest === null ? '' : ` ≤ ${doubt.latest}`}`;
}
