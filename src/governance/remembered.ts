import type { DataSource } from 'typeorm';
import { query } from '../platform/database.js';

/** What the triggers of migration 2 count changes of. */
export type Topic = 'bodies' | 'powers' | 'values' | 'holidays' | 'sessions';

/**
 * Tables that are read on every event and change a few times a day, held in memory.
 *
 * A change made through this process is seen at once (`changed()`); one made elsewhere within `trustMs`: after that time
 * the next reader compares the topic's version, one indexed row, and loads again only when it moved.
 */
export class Remembered<Value> {
  #held: { readonly version: number; readonly value: Value } | undefined;
  #reading: Promise<Value> | undefined;
  #trusted = false;
  #changes = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly topic: Topic,
    private readonly load: () => Promise<Value>,
    private readonly trustMs = 1_000,
  ) {}

  async get(): Promise<Value> {
    if (this.#trusted && this.#held) return this.#held.value;
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** To be called after a write, once it is committed. */
  changed(): void {
    this.#changes += 1;
    this.#trusted = false;
    this.#reading = undefined;
  }

  async #read(): Promise<Value> {
    const changes = this.#changes;
    try {
      // The version first: rows loaded after it may be newer than it says, which costs one more load and never a stale one.
      const [row] = await query<{ version: number }>(this.dataSource, 'SELECT version FROM governance_version WHERE topic = $1', [this.topic]);
      const version = row?.version ?? 0;
      const held = this.#held?.version === version ? this.#held : { version, value: await this.load() };
      if (changes === this.#changes) this.#trust(held);
      return held.value;
    } finally {
      if (changes === this.#changes) this.#reading = undefined;
    }
  }

  #trust(held: { readonly version: number; readonly value: Value }): void {
    this.#held = held;
    this.#trusted = this.trustMs > 0;
    setTimeout(() => { this.#trusted = false; }, this.trustMs).unref();
  }
}
