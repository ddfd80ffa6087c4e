import type { Clock } from '../platform/clock.js';
import type { Gate } from '../platform/gate.js';
import type { NewId } from '../platform/ids.js';

/** Time and identifiers as arguments, and the gate that engine transactions pass. */
export class Tools {
  constructor(readonly clock: Clock, readonly newId: NewId, readonly gate: Gate) {}
}
