import { z } from 'zod';
import { Problem } from './problem.js';

/** Query parameters every list takes. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many at most, 1 to 200' }),
  cursor: z.string().min(1).max(1000).optional().meta({ description: '`nextCursor` of the page before' }),
});

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Where the next page of a list begins: the sort keys of this page's last item. Opaque to clients, and never believed. */
export class Cursor<Keys extends z.ZodType> {
  readonly #list: string;
  readonly #keys: Keys;

  /** @param list tells this list's cursors, in this order, from another's. */
  constructor(list: string, keys: Keys) {
    this.#list = list;
    this.#keys = keys;
  }

  /** @throws Problem `bad-cursor` for whatever we did not write ourselves. */
  read(text: string | undefined): z.output<Keys> | undefined {
    if (text === undefined) return undefined;
    const written = z.tuple([z.literal(this.#list), z.unknown()]).safeParse(jsonOf(text));
    const keys = this.#keys.safeParse(written.data?.[1]);
    if (!written.success || !keys.success) throw new Problem('bad-cursor');
    return keys.data;
  }

  /** @param rows one more than `limit` were asked for: the extra one says that there is a next page. */
  page<Row>(rows: readonly Row[], limit: number, keysOf: (row: Row) => z.input<Keys>): Page<Row> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? this.#write(keysOf(last)) : null };
  }

  #write(keys: z.input<Keys>): string {
    return Buffer.from(JSON.stringify([this.#list, keys])).toString('base64url');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
