import { MovableClock } from './clock.js';
import { timeSortedIds } from './ids.js';

describe('ids', () => {
  it('are version 7 UUIDs, never the same, sorted as they were made', () => {
    const clock = new MovableClock();
    clock.stop('2026-03-02T00:00:00.000Z');
    const newId = timeSortedIds(clock);
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(10_000);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('keep their order when the clock steps back', () => {
    const clock = new MovableClock();
    clock.stop('2026-03-02T00:00:00.000Z');
    const newId = timeSortedIds(clock);
    const first = newId();
    clock.set('2026-03-01T00:00:00.000Z');
    expect(newId() > first).toBe(true);
  });
});
