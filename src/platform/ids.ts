import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock.js';

/** Makes the next identifier; an argument wherever one is needed, so that tests decide them. */
export type NewId = () => string;

/**
 * UUID version 7 (RFC 9562): sorted by the time it was made, so that an index grows at its end.
 * Inside one millisecond a 12-bit counter keeps the order; when it is full, or the clock steps back, the time is carried on.
 */
export function timeSortedIds(clock: Clock): NewId {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const ms = Date.parse(clock.now());
    if (ms > lastMs) {
      lastMs = ms;
      counter = 0;
    } else if (++counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    return uuid7(lastMs, counter);
  };
}

function uuid7(ms: number, counter: number): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
