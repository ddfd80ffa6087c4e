import { ink } from './ink.js';

const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (colour: string): number => 0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7));
const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('The colours of a drawing', () => {
  const { text, line: lines, ground: sheet, depths, final, ...kinds } = ink;
  const grounds: readonly { readonly ground: string; readonly line: string; readonly text: string }[] = Object.values(kinds);
  const plain = [sheet, final, ...depths];

  it('set text off from its ground (WCAG AA, 4.5 to 1)', () => {
    for (const one of grounds) expect(contrast(one.ground, one.text)).toBeGreaterThanOrEqual(4.5);
    for (const ground of plain) expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5);
  });

  it('set lines and signs off from what is behind them (3 to 1)', () => {
    for (const { ground, line } of grounds.filter((one) => one.ground !== one.line)) expect(contrast(ground, line)).toBeGreaterThanOrEqual(3);
    for (const ground of plain) for (const line of [lines, ink.path.line, ink.here.line]) expect(contrast(ground, line)).toBeGreaterThanOrEqual(3);
  });
});
