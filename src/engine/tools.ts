import type { Clock } from '../platform/clock.js';
import type { NewId } from '../platform/ids.js';

/** Time and identifiers, as arguments. */
export class Tools {
  constructor(readonly clock: Clock, readonly newId: NewId) {}
}
