/** The four time zones of Chile by their IANA names. */
export type ChileanZone = 'America/Santiago' | 'America/Coyhaique' | 'America/Punta_Arenas' | 'Pacific/Easter';

/** First day of Aysén's own clock: UTC-3 all year, no more winter time. */
const AYSEN_KEEPS_SUMMER_TIME = '2025-03-20';

/**
 * The zone whose rules the runtime is asked for. Almost always the zone itself; but `America/Coyhaique` is only in the
 * time zone data since 2025b, which early Node 20.19 builds lack. There Aysén is followed by what it is made of:
 * Santiago's clock until 19 March 2025, Punta Arenas' (UTC-3 all year) from the 20th. Both read UTC-3 on the seam.
 */
export function rulesOf(zone: string, date: string, knows: (zone: string) => boolean): string | null {
  if (knows(zone)) return zone;
  if (zone !== 'America/Coyhaique') return null;
  return date < AYSEN_KEEPS_SUMMER_TIME ? 'America/Santiago' : 'America/Punta_Arenas';
}

const known = new Map<string, boolean>();

/** Whether this runtime's time zone data has the zone. */
export function runtimeKnows(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  const answer = isTimeZone(zone);
  known.set(zone, answer);
  return answer;
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
