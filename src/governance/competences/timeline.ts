import { fromEpochDay, toEpochDay } from '../../calendar/epoch-day.js';
import type { Title } from './title.js';

/** Who is in charge on a day, and by what. */
export interface Charge {
  readonly institution: string;
  /** Null: as the law itself has it, or again as before a title that lapsed. */
  readonly title: number | null;
}

/** A day from which another institution, or the same by another title, is in charge. It has no end but the next point. */
export interface ChargePoint extends Charge {
  readonly from: string;
  /** The temporary title that lapsed the day before. */
  readonly afterTitle: number | null;
}

/** What decides who is in charge in one commune. */
export type Reign = Pick<Title, 'id' | 'holder' | 'inCharge' | 'from' | 'until' | 'origin' | 'caseId'>;

/**
 * Who is in charge of one competence in one commune on any day. The title that began last leads; when a temporary one has
 * lapsed, whoever would have been in charge without it is so again. Of two that begin on one day the later entry leads.
 * What begins after a day never changes the answer for that day.
 * @param start who has it by the law itself, before and beneath every title.
 */
export function inChargeOn(titles: readonly Reign[], start: string): (day: string) => Charge {
  const stack: Layer[] = [];
  for (const title of titles.filter((one) => !titles.some((other) => restates(other, one))).toSorted(byBeginning)) {
    const before = [title.from, addDays(title.from, -1)].map((day) => topOf(stack, start, day).institution);
    // An act that takes a competence from another than the ledger has it with gives it back to whom the act names.
    stack.push({ ...title, lapsesTo: before.includes(title.origin) ? 'layer-below' : 'origin' });
  }
  return (day) => topOf(stack, start, day);
}

/** A later entry of the same beginning says the same transfer anew, as when its last day becomes known. */
function restates(later: Reign, { id, holder, inCharge, from }: Reign): boolean {
  return later.id > id && later.from === from && later.inCharge === inCharge && later.holder === holder;
}

/** The points of a commune from a day on: the only ones that an entry of that day may change. */
export function pointsFrom(titles: readonly Reign[], start: string, from: string): readonly ChargePoint[] {
  const answer = inChargeOn(titles, start);
  const days = new Set(titles.flatMap((title) => [title.from, ...(title.until === null ? [] : [addDays(title.until, 1)])]));
  return [...days].filter((day) => day >= from).toSorted().flatMap((day): readonly ChargePoint[] => {
    const yesterday = answer(addDays(day, -1));
    const today = answer(day);
    if (today.institution === yesterday.institution && (today.title === yesterday.title || goesOn(titles, yesterday, today))) return [];
    const lapsed = titles.some(({ id, until }) => id === yesterday.title && until !== null && addDays(until, 1) === day);
    return [{ ...today, from: day, afterTitle: lapsed ? yesterday.title : null }];
  });
}

/** Two titles of one case and the same bodies, the first without an end: by the second nothing begins. */
function goesOn(titles: readonly Reign[], { title: before }: Charge, { title: after }: Charge): boolean {
  const [one, other] = [before, after].map((title) => titles.find(({ id }) => id === title));
  return one !== undefined && other !== undefined && one.caseId !== null && one.caseId === other.caseId && one.holder === other.holder && one.until === null && other.until === null;
}

export function addDays(day: string, days: number): string {
  return fromEpochDay(toEpochDay(day) + days);
}

interface Layer extends Reign {
  readonly lapsesTo: 'layer-below' | 'origin';
}

function topOf(stack: readonly Layer[], start: string, day: string): Charge {
  for (const layer of stack.toReversed()) {
    if (layer.from > day) continue;
    if (layer.until === null || day <= layer.until) return { institution: layer.inCharge, title: layer.id };
    if (layer.lapsesTo === 'origin') return { institution: layer.origin, title: null };
  }
  return { institution: start, title: null };
}

function byBeginning(one: Reign, other: Reign): number {
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;
  return one.id - other.id;
}
