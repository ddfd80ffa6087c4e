import type { DiagramNode } from './graph.js';
import { inset, markHeight } from './elk-graph.js';
import { ink } from './ink.js';
import type { Box } from './layout.js';
import { all, el, type Markup } from './markup.js';
import { blocksOfNode, gaps, stacked, type TextBlock } from './measures.js';
import { blockAt } from './text.js';
import type { DiagramWord } from './words.js';

type Say = (key: DiagramWord) => string;

/** A state as a box, a mark where one begins as a dot. Their text comes after the arrows, which may pass behind it. */
export function shapeOf(node: DiagramNode, box: Box, depth: number, say: Say): Markup {
  if (node.kind === 'initial') return el('circle', { cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: 7, fill: ink.text });
  if (node.kind === 'history') return historyMark(box, say);
  const shape = { fill: groundOf(node, depth), stroke: ink.line, 'stroke-width': '1.5', ...(node.kind === 'region' && { 'stroke-dasharray': '7 4' }) };
  return el('g', { 'data-state': node.id },
    el('title', {}, node.title),
    el('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 8, ...shape }),
    ...(node.kind === 'final' ? [el('rect', { x: box.x + 4, y: box.y + 4, width: box.width - 8, height: box.height - 8, rx: 5, fill: 'none', stroke: ink.line, 'stroke-width': '1.5' })] : []),
    ...smallMark(node, box, say));
}

function groundOf({ kind }: DiagramNode, depth: number): string {
  if (kind === 'final') return ink.final;
  return kind === 'state' ? ink.ground : (ink.depths[depth % ink.depths.length]);
}

function smallMark(node: DiagramNode, { x, y }: Box, say: Say): readonly Markup[] {
  if (markHeight(node) === 0) return [];
  const word = say(node.kind === 'final' ? 'end' : 'parallel');
  return [el('text', { x: x + inset.x, y: y + inset.y + 9, 'font-size': '11', 'font-weight': '700', 'letter-spacing': '0.8', fill: ink.text }, word)];
}

/** A state's title, its step, its waits and the ways that are no arrows. */
export function textOf(node: DiagramNode, box: Box, depth: number): Markup {
  const places = placesOf(node, box);
  const behindTitle = (block: TextBlock, { y }: Box): Markup => el('rect', { x: box.x + inset.x - 2, y: y + 1, width: block.width + 4, height: block.height, fill: groundOf(node, depth) });
  return all(blocksOfNode(node).map((block, index) => all([...(block.icon === null ? [behindTitle(block, places[index])] : bandOf(block, places[index])), blockAt(block, box.x + inset.x, places[index].y + 2)])));
}

/** Where a box's title and its rows stand. */
export function placesOf(node: DiagramNode, box: Box): readonly Box[] {
  const blocks = blocksOfNode(node);
  const width = stacked(blocks, gaps.row).width + 2 * inset.x - 12;
  let y = box.y + inset.y + markHeight(node);
  return blocks.map(({ height }) => {
    const place = { x: box.x + 6, y: y - 2, width, height: height + 4 };
    y += height + gaps.row;
    return place;
  });
}

/** What stands inside a state has a ground and a bar of its own. */
function bandOf({ icon }: TextBlock, { x, y, width, height }: Box): readonly Markup[] {
  if (icon === null) return [];
  const { ground, line } = icon === 'act' ? ink.step : ink[icon];
  return [el('rect', { x, y, width, height: height + (icon === 'step' ? 3 : 0), fill: ground }), el('rect', { x, y, width: 2.5, height: height + (icon === 'step' ? 3 : 0), fill: line })];
}

function historyMark({ x, y, width, height }: Box, say: Say): Markup {
  return el('g', {}, el('title', {}, say('history')), el('circle', { cx: x + width / 2, cy: y + height / 2, r: 11, fill: ink.ground, stroke: ink.line, 'stroke-width': '1.5' }),
    el('text', { x: x + width / 2, y: y + height / 2 + 5, 'text-anchor': 'middle', 'font-size': '13', 'font-weight': '700', fill: ink.text }, 'H'));
}
