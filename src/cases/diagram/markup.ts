/** A piece of finished SVG: never made of text directly, so nothing is left unescaped. */
export interface Markup {
  readonly svg: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element with escaped attributes; undefined ones are left out. Lengths are rounded to a tenth of a pixel. */
export function el(name: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined).map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? String(rounded(value)) : String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : child.svg)).join('');
  return { svg: inner === '' ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inner}</${name}>` };
}

/** Pieces one after the other. */
export function all(pieces: readonly Markup[]): Markup {
  return { svg: pieces.map(({ svg }) => svg).join('') };
}

export const rounded = (length: number): number => Math.round(length * 10) / 10;

// What XML 1.0 cannot hold at all is left out.
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters XML forbids
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
