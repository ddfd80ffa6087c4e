/** A suite's figures for people: one line a value, a table for a list of rows. */
export function tableOf(measured: object): string {
  return Object.entries(measured).map(([name, value]) => `${name}\n${told(value)}`).join('\n\n');
}

function told(value: unknown): string {
  if (Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)) return rows(value as readonly Record<string, unknown>[]);
  if (Array.isArray(value)) return `  ${value.join(' → ')}`;
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([name, one]) => `  ${name}: ${cell(one)}`).join('\n');
  return `  ${typeof value === 'string' || typeof value === 'number' ? value : '–'}`;
}

function cell(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.values(value).join(' + ') : String(value);
}

function rows(all: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(all[0] ?? {});
  const lines = [columns, ...all.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines.map((line) => `  ${line.map((text, index) => text.padEnd(widths[index] ?? 0)).join('  ').trimEnd()}`).join('\n');
}
