/**
 * Width of a line of text in pixels, a little more than Arial and Helvetica draw it: a server has no fonts to ask, and text
 * that is narrower than its box is harmless. Accented letters are as wide as plain ones.
 */
export function textWidth(text: string, size: number, weight: 'plain' | 'bold' = 'plain'): number {
  const units = Array.from(text.normalize('NFD').replaceAll(/\p{M}/gu, '')).reduce((sum, char) => sum + (widths.get(char) ?? 700), 0);
  return (units / 1000) * size * (weight === 'bold' ? 1.14 : 1.06);
}

/** Text broken into lines of at most `width` pixels at its spaces; a word that is longer stays whole. */
export function wrapped(text: string, width: number, size: number, weight: 'plain' | 'bold' = 'plain'): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Thousandths of the size, by the characters that share a width (Arial). */
const byWidth: Readonly<Record<number, string>> = {
  191: '\'', 222: 'ijl', 278: ' !,./:;I[\\]ft', 333: '()-r“”‘’', 355: '"', 389: '*', 400: 'ºª°', 494: '◊↑', 500: 'Jcksvxyz', 556: '#$0123456789?Labdeghnopqu«»–_',
  584: '+<=>', 611: 'FTZ', 667: '&ABEKPSVXY', 722: 'CDHNRUw', 778: 'GOQ', 833: 'Mm', 889: '%', 944: 'W', 1000: '—…→■', 1015: '@',
};

const widths: ReadonlyMap<string, number> = new Map(Object.entries(byWidth).flatMap(([width, characters]) => Array.from(characters, (one): [string, number] => [one, Number(width)])));
