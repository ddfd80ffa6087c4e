import { toEpochDay, type EpochDay } from './epoch-day.js';
import { CalendarInputError } from './input-error.js';

/** Days on which a deadline does not run, both ends included. */
export interface Suspension {
  readonly from: string;
  readonly to: string;
}

export interface SuspendedDays {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** The suspended days as ordered stretches that neither overlap nor touch: a day in two suspensions is one day. */
export function suspendedDays(suspensions: readonly Suspension[]): readonly SuspendedDays[] {
  const stretches: SuspendedDays[] = [];
  for (const next of suspensions.map(read).toSorted((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last !== undefined && next.from <= last.to + 1) {
      stretches[stretches.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else {
      stretches.push(next);
    }
  }
  return stretches;
}

/** The stretch a day lies in, if it is suspended. */
export function suspensionOn(day: EpochDay, stretches: readonly SuspendedDays[]): SuspendedDays | undefined {
  return stretches.find(({ from, to }) => from <= day && day <= to);
}

function read({ from, to }: Suspension, index: number): SuspendedDays {
  const stretch = { from: toEpochDay(from, `suspensions.${index}.from`), to: toEpochDay(to, `suspensions.${index}.to`) };
  if (stretch.to < stretch.from) throw new CalendarInputError('suspension-reversed', `suspensions.${index}`, { from, to });
  return stretch;
}
