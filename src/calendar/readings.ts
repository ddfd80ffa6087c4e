import { computeDue, type DueAnswer } from './due.js';
import { dayOf } from './opening.js';
import type { CountingUnit, DueQuestion } from './question.js';
import { step, type Step } from './steps.js';

/**
 * Where a rule can be read in two ways: the law says only "días" (`unit`); no source says whether a non-business last day
 * moves (`rollover`: taken as not moving); "hábil" is not defined (`saturday`: taken as non-business); months may end a
 * day later (`monthEnd`: true of every limit of months or years, named or not).
 */
export type Reading = 'unit' | 'rollover' | 'saturday' | 'monthEnd';

/**
 * A deadline's end with every reading left open: `due` by the readings taken, `alternative` the date of another reading
 * (the latest of several that differ), `later` the last of all. `otherUnit` is the unit not taken.
 */
export function computeReadings(question: DueQuestion, readings: readonly Reading[], otherUnit?: CountingUnit): DueAnswer {
  const taken = readings.includes('rollover') ? { ...question, rollover: 'none' as const } : question;
  const answer = computeDue(taken);
  const others = departures(readings).map((departs) => depart(taken, departs, otherUnit ?? OTHER_UNIT[question.unit]));
  const dates = [answer, ...others.map((other) => other.answer)].flatMap(({ due, alternative }) => [due, alternative ?? due]);
  const differing = dates.filter((date) => date !== answer.due).toSorted();
  return {
    due: answer.due,
    alternative: differing.at(-1) ?? answer.alternative,
    later: dates.toSorted().at(-1) ?? answer.due,
    explanation: others.reduce((told, other) => tell(told, other, answer.due), answer.explanation),
  };
}

/** Where the law says only "días": due by the question's unit, the other unit's date as alternative. */
export function withAlternativeUnit(question: DueQuestion, otherUnit: CountingUnit): DueAnswer {
  return computeReadings(question, ['unit'], otherUnit);
}

/** Civil Code art. 50 against Ley 19.880 art. 25. */
const OTHER_UNIT = {
  business: 'calendar',
  calendar: 'business',
  hours: 'hours',
  months: 'months',
  years: 'years',
} as const satisfies Record<CountingUnit, CountingUnit>;

interface Departure {
  readonly departs: readonly Reading[];
  readonly question: DueQuestion;
  readonly answer: DueAnswer;
}

/** Every way to leave the readings taken, the smallest departures first. Months answer `monthEnd` by themselves. */
function departures(readings: readonly Reading[]): Reading[][] {
  const doubts = [...new Set(readings)].filter((reading) => reading !== 'monthEnd');
  const subsets = doubts.reduce<Reading[][]>((sets, doubt) => sets.concat(sets.map((set) => [...set, doubt])), [[]]);
  return subsets.slice(1).toSorted((a, b) => a.length - b.length);
}

function depart(taken: DueQuestion, departs: readonly Reading[], otherUnit: CountingUnit): Departure {
  const question: DueQuestion = {
    ...taken,
    ...(departs.includes('unit') ? { unit: otherUnit } : {}),
    ...(departs.includes('rollover') ? { rollover: 'next-business-day' } : {}),
    ...(departs.includes('saturday') ? { saturdays: 'business' } : {}),
  };
  return { departs, question, answer: computeDue(question) };
}

/** Adds a reading that ends on a day no reading before it ended on: what it says, the days it alone skips, its end. */
function tell(told: readonly Step[], { departs, question, answer }: Departure, due: string): readonly Step[] {
  const end = answer.explanation.find(({ rule }) => rule === 'due' || rule === 'due-at');
  if (end === undefined || answer.due === due || told.some(({ rule, date }) => ENDS.has(rule) && date === end.date)) return told;
  const start = dayOf(question.from, question.place);
  const seen = new Set(told.map(sameLine));
  const own = answer.explanation.filter((line) => line !== end && !seen.has(sameLine(line)));
  const reading = step(start, 'other-reading', { readings: departs.join('+'), unit: question.unit });
  return [...told, reading, ...own, { ...end, rule: 'other-reading-due' }];
}

/** Two lines say the same when they speak of the same day at the same point of the count. */
function sameLine({ date, rule, params }: Step): string {
  return `${date} ${rule} ${params['counted'] ?? ''}`;
}

const ENDS: ReadonlySet<Step['rule']> = new Set(['due', 'due-at', 'alternative-due', 'other-reading-due']);
