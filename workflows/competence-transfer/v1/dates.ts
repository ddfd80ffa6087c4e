/** The day `days` after (or, negative, before) a day. */
export function daysFrom(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The same day of another month; the last day of that month where it has none (Ley 19.880 art. 25). */
export function monthsFrom(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const total = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(total / 12), total % 12, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * The day a revocation takes effect: 1 January after the 30 June by which its decree had to be issued (LOC 19.175 art. 21
 * octies, secondary). One issued later in the year is in time only for the next 30 June: our reading.
 */
export function revocationDay(decreedOn: string): string {
  const year = Number(decreedOn.slice(0, 4));
  return `${decreedOn.slice(5) <= '06-30' ? year + 1 : year + 2}-01-01`;
}
