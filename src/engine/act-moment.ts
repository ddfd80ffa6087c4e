import { instantOf, localDate, startOfDay } from '../calendar/place.js';
import { EngineRefusal } from './refusals.js';
import type { ActMoment } from './ports.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * When an act happened: now; or on a day given without its hour (its first instant); or at an instant. Never in the future.
 * Throws `EngineRefusal` `occurred-at`.
 */
export function actMoment(occurredAt: string | undefined, now: string, zone: string): ActMoment {
  const today = dayAt(now, zone);
  if (occurredAt === undefined) return { on: today, at: now, today };
  const isDay = DATE.test(occurredAt);
  const on = isDay ? occurredAt : localDate(instantOf(occurredAt, zone, 'occurredAt'), zone);
  const at = isDay ? startOfDay(occurredAt, zone) : instantOf(occurredAt, zone, 'occurredAt');
  if (on > today || at > now) throw new EngineRefusal('occurred-at', [{ code: 'occurred-in-future', params: { on, today } }]);
  return { on, at, today };
}

let latest = { minute: '', day: '' };

/** Asked for every event, and the same for a whole minute at least: zones differ from UTC by whole minutes. */
function dayAt(now: string, zone: string): string {
  const minute = `${now.slice(0, 16)} ${zone}`;
  if (minute !== latest.minute) latest = { minute, day: localDate(now, zone) };
  return latest.day;
}
