import type { Language } from '../../i18n/language.js';
import { labelsOf, lineOf } from './arrows.js';
import { shapeOf, textOf } from './boxes.js';
import type { Diagram, DiagramNode } from './graph.js';
import { ink } from './ink.js';
import type { Layout } from './layout.js';
import { legendOf, type Drawn } from './legend.js';
import { all, el, type Markup } from './markup.js';
import { marksOf, type CasePath } from './marks.js';
import { say, type DiagramWord } from './words.js';

const margin = 24;
const fonts = '\'Helvetica Neue\', Helvetica, Arial, \'Liberation Sans\', sans-serif';

/** The drawing as one SVG document: no script, no style sheet, nothing fetched. With a path, the way a case came and where it is. */
export function svgOf(diagram: Diagram, layout: Layout, language: Language, path: CasePath | null = null): string {
  const word = (key: DiagramWord): string => say(language, key);
  const legend = legendOf(word, { width: Math.max(layout.width, 720), drawn: new Set([...diagram.nodes.map(({ kind }) => kind), ...drawnOf(path)]) });
  const top = margin + 34 + legend.height + 16;
  const [width, height] = [Math.max(layout.width, 720) + 2 * margin, top + layout.height + margin];
  const svg = el('svg', {
    xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, role: 'img', 'aria-labelledby': 'diagram-title diagram-desc', lang: language, 'font-family': fonts,
  },
  el('title', { id: 'diagram-title' }, path?.title ?? diagram.title), el('desc', { id: 'diagram-desc' }, path === null ? diagram.description : `${path.description} ${diagram.description}`),
  el('rect', { width, height, fill: ink.ground }),
  el('text', { x: margin, y: margin + 16, 'font-size': '20', 'font-weight': '700', fill: ink.text }, path?.title ?? diagram.title),
  el('g', { transform: `translate(${margin} ${margin + 34})` }, legend.markup),
  el('g', { transform: `translate(${margin} ${top})` }, ...chartOf(diagram, layout, word, path)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.svg}\n`;
}

function drawnOf(path: CasePath | null): readonly Drawn[] {
  if (path === null) return [];
  const doubts = [...path.doubts.values()];
  const [isUncertain, isImplied] = [doubts.some(({ latest }) => latest !== null), doubts.some(({ step }) => step === 'implied')];
  return ['path', ...(isUncertain ? ['uncertain' as const] : []), ...(isImplied ? ['implied' as const] : [])];
}

function chartOf(diagram: Diagram, layout: Layout, word: (key: DiagramWord) => string, path: CasePath | null): readonly Markup[] {
  const taken = (id: string): 'taken' | 'not-taken' => (path?.arrows.has(id) ? 'taken' : 'not-taken');
  const outerFirst = diagram.nodes.toSorted((one, other) => depthOf(diagram, one) - depthOf(diagram, other));
  const shapes = outerFirst.map((node) => shapeOf(node, layout.boxes.get(node.id)!, depthOf(diagram, node), word));
  const texts = outerFirst.map((node) => textOf(node, layout.boxes.get(node.id)!, depthOf(diagram, node)));
  // Those the case took are drawn last, over the others.
  const edges = diagram.edges.toSorted((one, other) => Number(taken(one.id) === 'taken') - Number(taken(other.id) === 'taken'));
  const lines = edges.map((edge) => lineOf(layout.arrows.get(edge.id)!, taken(edge.id)));
  const labels = edges.flatMap((edge) => {
    const { label } = layout.arrows.get(edge.id)!;
    return label ? [labelsOf(edge, label, (way) => path?.ways.has(way) ?? false)] : [];
  });
  return [all(shapes), all(lines), all(texts), all(labels), ...(path === null ? [] : [marksOf(diagram, layout, word, path)])];
}

function depthOf(diagram: Diagram, { parent }: DiagramNode): number {
  const outer = diagram.nodes.find(({ id }) => id === parent);
  return outer ? 1 + depthOf(diagram, outer) : 0;
}
