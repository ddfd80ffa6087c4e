import { chartStates, chartWays, type Definition, type StateOfChart, type Way } from '../../engine/chart-reader.js';
import type { Language } from '../../i18n/language.js';
import { clockInWords } from './clock-in-words.js';
import { officesInWords } from './offices-in-words.js';
import type { OutlineDeadline, OutlineItem, OutlineWay, Place } from './outline.js';
import { progressOf, type CaseOnTheWay } from './progress.js';
import { readingOrder } from './reading-order.js';
import { sentencesOf } from './sentences.js';
import { stateName } from './state-name.js';
import { deadlinesOfStep } from './step-deadlines.js';
import { whenTaken } from './when-taken.js';
import { say } from './words.js';

/**
 * A procedure as a list for people who read rather than look: its steps in reading order, who acts, what may happen and
 * where it leads, and its clocks; with a case also what is done, where it is, and what is still ahead.
 */
export function stepsInWords(definition: Definition, language: Language, onTheWay: CaseOnTheWay | null = null): readonly OutlineItem[] {
  const [all, ways] = [chartStates(definition), chartWays(definition)];
  const states = readingOrder(all, ways);
  const sheet: Sheet = { definition, language, states, ways, numbers: numbersOf(states), onTheWay };
  return states.map((state) => itemOf(state, sheet));
}

interface Sheet {
  readonly definition: Definition;
  readonly language: Language;
  readonly states: readonly StateOfChart[];
  readonly ways: readonly Way[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly onTheWay: CaseOnTheWay | null;
}

/** 1, 2, 2.1, 2.1.1 … as they stand one inside the other. */
function numbersOf(states: readonly StateOfChart[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const inside = new Map<string, number>();
  for (const { path, parent } of states) {
    const place = (inside.get(parent ?? '') ?? 0) + 1;
    inside.set(parent ?? '', place);
    const outer = numbers.get(parent ?? '');
    numbers.set(path, outer === undefined ? String(place) : `${outer}.${place}`);
  }
  return numbers;
}

const kinds = { atomic: 'state', history: 'state', compound: 'group', parallel: 'parallel', final: 'end' } as const;

function itemOf(state: StateOfChart, sheet: Sheet): OutlineItem {
  const { definition, language, ways, numbers, onTheWay } = sheet;
  const own = ways.filter(({ from }) => from === state.path);
  const words = definition.words[language];
  const tasks = (state.meta.tasks ?? []).map(({ task, role, offices }) => ({ task, title: words.tasks[task] ?? task, by: officesInWords(definition, { [role]: offices }, language) }));
  const item = {
    number: numbers.get(state.path) ?? '', state: state.path, title: stateName(definition, state.path, language), kind: kinds[state.kind], tasks,
    ways: own.filter(({ trigger }) => trigger.kind !== 'deadline').map((way) => wayOf(way, sheet)),
    deadlines: [...own.flatMap((way) => deadlineOf(way, sheet)), ...ownOfStep(state, sheet)],
    progress: onTheWay === null ? null : progressOf(state.path, onTheWay),
  };
  return { ...item, sentences: sentencesOf(item, state, definition, language, onTheWay) };
}

function wayOf(way: Way, { definition, language, ways, ...sheet }: Sheet): OutlineWay {
  const { trigger } = way;
  const words = definition.words[language];
  const rest = { when: whenTaken(definition, way, language, ways), leadsTo: placeOf(way.to, { definition, language, ways, ...sheet }) };
  if (trigger.kind === 'event') {
    return { kind: 'event', title: words.events[trigger.event]?.name ?? trigger.event, by: officesInWords(definition, definition.events[trigger.event]?.by ?? {}, language), ...rest };
  }
  if (trigger.kind === 'outcome') return { kind: 'outcome', title: trigger.outcomes.map((outcome) => words.outcomes[`${trigger.step}.${outcome}`] ?? outcome).join(' / '), by: '', ...rest };
  return { kind: 'automatic', title: say(language, trigger.kind === 'done' ? 'trigger.done' : 'trigger.always'), by: '', ...rest };
}

function deadlineOf({ trigger, to }: Way, sheet: Sheet): readonly OutlineDeadline[] {
  return trigger.kind === 'deadline' ? [clockOf(trigger.deadline, placeOf(to, sheet), sheet)] : [];
}

/** Clocks that the step keeps by itself. */
function ownOfStep({ step }: StateOfChart, sheet: Sheet): readonly OutlineDeadline[] {
  return step === null ? [] : deadlinesOfStep(sheet.definition, step).map((name) => clockOf(name, null, sheet));
}

function clockOf(name: string, leadsTo: Place | null, { definition, language, onTheWay }: Sheet): OutlineDeadline {
  const rule = definition.deadlines[name];
  const { sentence, effect } = clockInWords(rule, language);
  const row = onTheWay?.state.deadlines.findLast((one) => one.name === name);
  return {
    deadline: name, title: definition.words[language].deadlines[name] ?? name, clock: sentence, effect, basis: rule.basis, certainty: rule.certainty, leadsTo,
    run: row ? { status: row.status, started: row.started, due: row.due, endedOn: row.endedOn } : null,
  };
}

function placeOf(to: string | null, { definition, language, numbers, states }: Sheet): Place | null {
  if (to === null) return null;
  const kind = kinds[states.find(({ path }) => path === to)?.kind ?? 'atomic'];
  return { kind, number: numbers.get(to) ?? '', state: to, title: stateName(definition, to, language) };
}
