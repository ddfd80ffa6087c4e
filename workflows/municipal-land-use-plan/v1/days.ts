const LENGTH = 86_400_000;

/** The day `days` after (or, negative, before) a day. */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * LENGTH).toISOString().slice(0, 10);
}

/** The week a day lies in, counted from Monday to Sunday: two days are in different weeks when these numbers differ. */
export function weekOf(day: string): number {
  return Math.floor(sinceAMonday(day) / 7);
}

/** The day itself, or the Monday after a Saturday or Sunday. Holidays are the calendar's to know, not ours. */
export function offWeekend(day: string): string {
  const place = sinceAMonday(day) % 7;
  return place < 5 ? day : daysFrom(day, 7 - place);
}

/** 1970-01-01 was a Thursday: the Monday of its week is three days earlier. */
function sinceAMonday(day: string): number {
  return Date.parse(day) / LENGTH + 3;
}
