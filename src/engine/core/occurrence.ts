import type { CaseEvent } from '../../kit/index.js';

/** An event with what only the engine knows of it. */
export interface Occurrence extends CaseEvent {
  readonly seq: number;
  /** A line of the past dated before its forerunner keeps its date but starts no clock. */
  readonly order: 'in-order' | 'out-of-order';
}
