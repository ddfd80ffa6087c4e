import { ink } from './ink.js';
import { iconAt } from './icons.js';
import { all, el, type Markup } from './markup.js';
import { gap, sizes, type TextBlock } from './measures.js';

/** Blocks of text one below the other, from their top left. */
export function blocksAt(blocks: readonly TextBlock[], x: number, top: number): Markup {
  let y = top;
  return all(blocks.map((block) => {
    const drawn = blockAt(block, x, y);
    y += block.height + gap;
    return drawn;
  }));
}

export function blockAt({ lines, icon, of, hint }: TextBlock, x: number, y: number): Markup {
  const colour = icon === null ? ink.text : ink[icon].text;
  const texts = lines.map(({ text, style, x: dx, y: dy }) =>
    el('text', { x: x + dx, y: y + dy, 'font-size': String(sizes[style]), 'font-weight': style === 'note' ? undefined : style === 'title' ? '700' : '600' }, text));
  const hints = hint === '' ? [] : [el('title', {}, hint)];
  return el('g', { fill: colour, 'data-of': of ?? undefined }, ...hints, ...(icon === null ? [] : [iconAt(icon, x, y + 1)]), ...texts);
}
