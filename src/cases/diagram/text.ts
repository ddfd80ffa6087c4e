import { ink } from './ink.js';
import { iconAt } from './icons.js';
import { el, type Markup } from './markup.js';
import { sizes, type TextBlock } from './measures.js';

/** A block of text from its top left. */
export function blockAt({ lines, icon, of, hint }: TextBlock, x: number, y: number): Markup {
  const colour = icon === null ? ink.text : ink[icon].text;
  const texts = lines.map(({ text, style, x: dx, y: dy }) =>
    el('text', { x: x + dx, y: y + dy, 'font-size': String(sizes[style]), ...faces[style] }, text));
  const hints = hint === '' ? [] : [el('title', {}, hint)];
  return el('g', { fill: colour, 'data-of': of ?? undefined }, ...hints, ...(icon === null ? [] : [iconAt(icon, x, y + 1)]), ...texts);
}

const faces = {
  title: { 'font-weight': '700' }, name: { 'font-weight': '600' }, to: { 'font-weight': '600' }, note: {}, when: { 'font-style': 'italic' },
} as const;
