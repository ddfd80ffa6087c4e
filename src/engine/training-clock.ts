import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MovableClock } from '../platform/clock.js';
import { systemClock } from '../platform/clock.js';
import { query } from '../platform/database.js';
import { Clockwork } from './clockwork.js';
import { Relay } from './relay.js';

/**
 * The training clock: moves the case's time forward, never the time of tokens and sign-in. Kept in the database as the pair
 * (training instant, machine instant), so that it runs on after a restart.
 */
@Injectable()
export class TrainingClock {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource, private readonly clock: MovableClock,
    @Inject(Clockwork) private readonly clockwork: Clockwork, @Inject(Relay) private readonly relay: Relay,
  ) {}

  /** Takes up the time where the last process left it. */
  async resume(): Promise<void> {
    await resumeTime(this.dataSource, this.clock);
  }

  /** The furthest the clock may be moved: legal time is counted to 2200, and deadlines need room after it. */
  static readonly LAST = '2150-01-01T00:00:00.000Z';

  /**
   * Visits each instant at which something falls due, in turn, and answers when all of it has happened. A past instant
   * changes nothing. Answers the time it is now. The caller keeps to `LAST`.
   */
  async advanceTo(instant: string): Promise<string> {
    for (let next = await this.clockwork.nextEnd(); next !== null && next <= instant; next = await this.nextAfter(next)) {
      if (next > this.clock.now()) await this.move(next);
      await this.clockwork.sweep();
    }
    if (instant > this.clock.now()) await this.move(instant);
    await this.relay.run();
    return this.clock.now();
  }

  /** A deadline that could not be expired must not hold the clock for ever. */
  private async nextAfter(visited: string): Promise<string | null> {
    const [row] = await query<{ ends_at: string }>(this.dataSource, `SELECT ends_at FROM deadline WHERE status = 'running' AND ends_at > $1 ORDER BY ends_at LIMIT 1`, [visited]);
    return row?.ends_at ?? null;
  }

  private async move(instant: string): Promise<void> {
    this.clock.set(instant);
    await query(this.dataSource, `INSERT INTO sandbox_clock (instant, set_at) VALUES ($1, $2) ON CONFLICT (one) DO UPDATE SET instant = excluded.instant, set_at = excluded.set_at`, [instant, systemClock.now()]);
  }
}

/** Sets a clock to the training time as it was left, run on since. */
export async function resumeTime(dataSource: DataSource, clock: MovableClock): Promise<void> {
  const [kept] = await query<{ instant: string; set_at: string }>(dataSource, 'SELECT instant, set_at FROM sandbox_clock');
  if (kept) clock.set(new Date(Date.parse(kept.instant) + Date.parse(systemClock.now()) - Date.parse(kept.set_at)).toISOString());
}
