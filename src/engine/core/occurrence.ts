import type { CaseEvent, EventSource } from '../../kit/index.js';

/** An event with what only the engine knows of it. */
export interface Occurrence extends CaseEvent {
  readonly seq: number;
  /** A line of the past dated before its forerunner keeps its date but starts no clock. */
  readonly order: 'in-order' | 'out-of-order';
}

/** Flag of a line of the past whose day no source gives: it starts no clock. */
export const dayUncertain = 'dayUncertain';

/** What the flags of a line say of its day. Only a line of the past may leave it open. */
export function datingOf(source: EventSource, flags: readonly string[]): Pick<CaseEvent, 'dated'> {
  return source === 'imported' && flags.includes(dayUncertain) ? { dated: 'uncertain' } : {};
}
