import type { DiagramEdge, DiagramNode, DiagramRow, Reference } from './graph.js';
import { textWidth, wrapped } from './text-width.js';

/** A line of text as it is drawn, `y` from the top of its block to the line's baseline. */
export interface TextLine {
  readonly text: string;
  readonly y: number;
  readonly style: 'title' | 'name' | 'note' | 'when' | 'to';
  /** Where the line begins, from the left of its block. */
  readonly x: number;
}

/** A list of lines with an icon before it, in a block of its own. */
export interface TextBlock {
  readonly lines: readonly TextLine[];
  readonly icon: DiagramRow['kind'] | null;
  readonly width: number;
  readonly height: number;
  readonly of: string | null;
  readonly hint: string;
}

export const sizes = { title: 14, name: 12.5, note: 12, when: 12, to: 12.5 } as const;
const leading = { title: 18, name: 16, note: 15, when: 15, to: 17 } as const;
const iconWidth = 20;
/** Pixels at which text is broken, by where it stands. */
const wrapWidths = { title: 250, row: 280, header: 620, label: 210 } as const;

/** The blocks of a box: its title, then its rows. */
export function blocksOfNode({ title, rows, kind }: DiagramNode): readonly TextBlock[] {
  if (kind === 'initial' || kind === 'history') return [];
  const width = kind === 'state' || kind === 'final' ? wrapWidths.row : wrapWidths.header;
  const head = blockOf([[title, 'title']], { width: wrapWidths.title, icon: null, of: null, hint: '' });
  return [head, ...rows.map((row) => blockOf(saidOf(row), { width, icon: row.kind, of: row.of, hint: [row.hint, ...row.conditions].filter(Boolean).join(' ') }))];
}

/** The blocks of an arrow: one for each label. */
export function blocksOfEdge({ labels }: DiagramEdge): readonly TextBlock[] {
  return labels.map(({ kind, of, name, note, hint, when, conditions }) =>
    blockOf(saidOf({ name, note, when, conditions, to: null }), { width: wrapWidths.label, icon: kind, of, hint: [hint, ...conditions].filter(Boolean).join(' ') }));
}

function saidOf({ name, note, when, conditions, to }: Pick<DiagramRow, 'name' | 'note' | 'when' | 'conditions' | 'to'>): readonly Said[] {
  const target: readonly Said[] = to === null ? [] : [[`${signs[to.direction]} ${to.title}`, 'to']];
  return [[conditions.length > 0 ? `◊ ${name}` : name, 'name'], [note, 'note'], [when, 'when'], ...target];
}

/** Before the name of the state a row leads to. */
export const signs: Readonly<Record<Reference['direction'], string>> = { on: '→', back: '↑', end: '■' };

/** Between the rows of a box, and between the labels of an arrow, whose grounds just meet. */
export const gaps = { row: 5, label: 9 } as const;

/** Width and height of blocks one below the other. */
export function stacked(blocks: readonly TextBlock[], gap: number): { readonly width: number; readonly height: number } {
  const heights = blocks.reduce((sum, { height }) => sum + height + gap, -gap);
  return { width: Math.max(0, ...blocks.map(({ width }) => width)), height: Math.max(0, heights) };
}

type Said = readonly [text: string, style: TextLine['style']];

function blockOf(said: readonly Said[], { width, ...rest }: Pick<TextBlock, 'icon' | 'of' | 'hint'> & { readonly width: number }): TextBlock {
  const x = rest.icon === null ? 0 : iconWidth;
  const lines: TextLine[] = [];
  let y = 0;
  for (const [text, style] of said) {
    for (const line of wrapped(text, width, sizes[style], weightOf(style))) {
      y += leading[style];
      lines.push({ text: line, y: y - 4, style, x });
    }
  }
  const widest = Math.max(0, ...lines.map(({ text, style }) => textWidth(text, sizes[style], weightOf(style))));
  return { ...rest, lines, width: Math.ceil(x + widest), height: y };
}

function weightOf(style: TextLine['style']): 'plain' | 'bold' {
  return style === 'note' || style === 'when' ? 'plain' : 'bold';
}
