import { types } from 'pg';

type Parser = (text: string) => unknown;

const { builtins } = types;
const ARRAY_OF = { text: 1009, int8: 1016, date: 1182, timestamp: 1115, timestamptz: 1185, numeric: 1231 } as const;
/** Its declared types know no arrays. */
const defaults = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (text: string) => (string | null)[];
const textArray = defaults(ARRAY_OF.text);
const asIs: Parser = (text) => text;
const arrayOf =
  (parse: Parser): Parser =>
  (text) =>
    textArray(text).map((item) => (item === null ? null : parse(item)));

const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [builtins.DATE, asIs],
  [builtins.TIMESTAMP, asIs],
  [builtins.NUMERIC, asIs],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.INT8, safeInteger],
  [ARRAY_OF.date, arrayOf(asIs)],
  [ARRAY_OF.timestamp, arrayOf(asIs)],
  [ARRAY_OF.numeric, arrayOf(asIs)],
  [ARRAY_OF.timestamptz, arrayOf(instant)],
  [ARRAY_OF.int8, arrayOf(safeInteger)],
]);

/**
 * How values of the database arrive: `date` as 'YYYY-MM-DD', `timestamptz` as ISO 8601 UTC with milliseconds, `bigint` as
 * number, `numeric` as string (exact), everything else as `pg` does it. Given per connection, so other users of `pg` in
 * this process keep their own. Sessions must have their time zone set to UTC.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    const parser = format === 'binary' ? undefined : PARSERS.get(oid);
    return parser ?? defaults(oid, format);
  },
};

/** '2026-03-02 12:00:00.5+00' → '2026-03-02T12:00:00.500Z'; microseconds are cut. */
function instant(text: string): string {
  if (!text.endsWith('+00') || text[10] !== ' ') throw new RangeError(`not an instant in UTC: ${text}`);
  const fraction = text.slice(20, -3).slice(0, 3).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}

function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint beyond the safe range of numbers: ${text}`);
  return number;
}
