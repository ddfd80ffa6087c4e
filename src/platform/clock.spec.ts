import { MovableClock, systemClock } from './clock.js';

describe('clock', () => {
  it('says the machine’s time in UTC with milliseconds', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('runs on from the instant it was set to', () => {
    const base = new MovableClock();
    base.stop('2026-01-01T00:00:00.000Z');
    const clock = new MovableClock(base);
    clock.set('2030-06-01T12:00:00-04:00');
    base.advance(1500);
    expect(clock.now()).toBe('2030-06-01T16:00:01.500Z');
  });

  it('stands still when stopped, and moves only when told', () => {
    const clock = new MovableClock();
    clock.stop('2026-03-02T00:00:00.000Z');
    expect(clock.now()).toBe('2026-03-02T00:00:00.000Z');
    clock.set('2026-03-03T00:00:00.000Z');
    clock.advance(86_400_000);
    expect(clock.now()).toBe('2026-03-04T00:00:00.000Z');
  });

  it('refuses what is no instant', () => {
    expect(() => new MovableClock().set('tomorrow')).toThrow(RangeError);
  });
});
