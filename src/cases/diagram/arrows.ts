import { labelInset } from './elk-graph.js';
import type { DiagramEdge } from './graph.js';
import { ink } from './ink.js';
import type { Arrow, Box, Point } from './layout.js';
import { all, el, rounded, type Markup } from './markup.js';
import { blocksOfEdge, gaps } from './measures.js';
import { blockAt } from './text.js';

/** The line of an arrow with its head; thick where the case went. */
export function lineOf({ points }: Arrow, taken: 'taken' | 'not-taken'): Markup {
  const [colour, width] = taken === 'taken' ? [ink.path.line, '4'] : [ink.line, '1.5'];
  return all([
    el('path', { d: roundedPath(points), fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linejoin': 'round' }),
    headOf(points, colour, taken === 'taken' ? 7 : 5),
  ]);
}

/** The labels of an arrow, each with its sign, on a ground that hides the line behind them; those taken have a thick border. */
export function labelsOf(edge: DiagramEdge, at: Box, isTaken: (way: string) => boolean): Markup {
  const places = labelPlaces(edge, at);
  const items = blocksOfEdge(edge).map((block, index) => {
    const [place, { ground, line }] = [places[index], ink[block.icon ?? 'event']];
    const border = isTaken(edge.labels[index].way) ? { stroke: ink.path.line, 'stroke-width': '3' } : { stroke: line, 'stroke-width': '1' };
    return all([
      el('rect', { x: place.x, y: place.y, width: place.width, height: place.height, rx: 4, fill: ground, ...border, ...(block.icon === 'deadline' && { 'stroke-dasharray': '4 2' }) }),
      blockAt(block, at.x + labelInset.x, place.y + labelInset.y),
    ]);
  });
  return el('g', { 'data-way': `${edge.from} > ${edge.to}` }, ...items);
}

/** Where each label of an arrow stands. */
export function labelPlaces(edge: DiagramEdge, at: Box): readonly Box[] {
  let y = at.y + labelInset.y;
  return blocksOfEdge(edge).map(({ height }) => {
    const place = { x: at.x, y: y - labelInset.y, width: at.width, height: height + 2 * labelInset.y };
    y += height + gaps.label;
    return place;
  });
}

function roundedPath(points: readonly Point[]): string {
  return points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    const spot = `${rounded(point.x)} ${rounded(point.y)}`;
    if (!before) return `M${spot}`;
    if (!after) return `L${spot}`;
    const [enter, leave] = [towards(point, before), towards(point, after)];
    return `L${rounded(enter.x)} ${rounded(enter.y)}Q${spot} ${rounded(leave.x)} ${rounded(leave.y)}`;
  }).join('');
}

/** A point a few pixels from a corner, on the way to another. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(6, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

function headOf(points: readonly Point[], colour: string, half: number): Markup {
  const [before, tip] = [points.at(-2), points.at(-1)];
  if (!before || !tip) return all([]);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (side: number): string => {
    const [back, out] = [half * 1.9, half * side];
    return `${rounded(tip.x - back * Math.cos(angle) - out * Math.sin(angle))},${rounded(tip.y - back * Math.sin(angle) + out * Math.cos(angle))}`;
  };
  return el('polygon', { points: `${rounded(tip.x)},${rounded(tip.y)} ${corner(1)} ${corner(-1)}`, fill: colour });
}
