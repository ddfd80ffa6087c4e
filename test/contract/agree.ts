import { isDeepStrictEqual } from 'node:util';

/** Two tellings of one thing must be the same; who reads the failure sees where they are not. */
export function agree(what: string, shown: unknown, reckoned: unknown): void {
  const [one, other] = [plain(shown), plain(reckoned)];
  if (isDeepStrictEqual(one, other)) return;
  throw new Error(`${what}:\n  ${differences(one, other, '').slice(0, 8).join('\n  ')}`);
}

/** As it goes through JSON: what is undefined is not there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function differences(one: unknown, other: unknown, path: string): readonly string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [`${path}: shown ${JSON.stringify(one)}, reckoned ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${path}/${key}`));
}
