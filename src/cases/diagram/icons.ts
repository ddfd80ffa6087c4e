import { ink } from './ink.js';
import { el, type Markup } from './markup.js';
import type { TextBlock } from './measures.js';

type Icon = NonNullable<TextBlock['icon']>;

/** The sign before a text, 14 pixels wide, from its top left: a kind is never told by colour alone. */
export function iconAt(icon: Icon, x: number, y: number): Markup {
  const { line } = ink[icon];
  return el('g', { transform: `translate(${x} ${y})`, fill: 'none', stroke: line, 'stroke-width': 1.5, 'aria-hidden': 'true' }, drawn[icon](line));
}

const drawn: Readonly<Record<Icon, (line: string) => Markup>> = {
  event: (line) => el('path', { d: 'M1 7h8M6 3l5 4-5 4', fill: 'none', stroke: line, 'stroke-width': 2 }),
  act: (line) => el('circle', { cx: 6, cy: 7, r: 3, fill: line }),
  deadline: () => el('path', { d: 'M7 1a6 6 0 1 0 0.01 0M7 3.5V7l2.5 2' }),
  outcome: () => el('path', { d: 'M1.5 1.5h11v11h-11zM4 7l2.5 2.5L11 4' }),
  step: (line) => el('path', { d: 'M2 1h10v12H2zM4.5 4.5h5M4.5 7h5M4.5 9.5h5', stroke: line }),
  wait: () => el('path', { d: 'M2.5 1h9M2.5 13h9M3.5 1c0 4 7 8 7 12M10.500 1c0 4-7 8-7 12' }),
  other: (line) => el('path', { d: 'M2 7h9', stroke: line, 'stroke-dasharray': '2 2' }),
};
