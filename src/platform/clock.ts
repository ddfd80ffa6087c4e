/** The one source of "now". Everything below it takes the instant as an argument. */
export interface Clock {
  /** ISO 8601 UTC with milliseconds, for example `2026-03-02T14:05:00.000Z`. */
  now(): string;
}

/** The machine's clock. Tokens and sign-in always live on it, also in the sandbox. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/**
 * A clock that runs with the machine's and can be set to another instant: the sandbox's training clock,
 * and the clock of tests (which also stop it, so that nothing depends on how fast they run).
 */
export class MovableClock implements Clock {
  readonly #base: Clock;
  #offset = 0;
  #stoppedAt: number | undefined;

  constructor(base: Clock = systemClock) {
    this.#base = base;
  }

  now(): string {
    return new Date(this.#stoppedAt ?? this.#baseMs() + this.#offset).toISOString();
  }

  /** From here on the clock reads `instant` and, unless stopped, runs on. @throws RangeError when it is no instant. */
  set(instant: string): void {
    const ms = parse(instant);
    if (this.#stoppedAt === undefined) this.#offset = ms - this.#baseMs();
    else this.#stoppedAt = ms;
  }

  /** Stands still at `instant` until set again. */
  stop(instant: string = this.now()): void {
    this.#stoppedAt = parse(instant);
  }

  /** Moves on by so many milliseconds. */
  advance(ms: number): void {
    this.set(new Date(parse(this.now()) + ms).toISOString());
  }

  #baseMs(): number {
    return parse(this.#base.now());
  }
}

function parse(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${instant}`);
  return ms;
}
