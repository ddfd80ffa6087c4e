import { chartStates, type Definition, type StateOfChart } from '../../engine/chart-reader.js';
import { actsOf } from '../../engine/definition-reader.js';
import type { Language } from '../../i18n/language.js';
import { exampleParticipants } from './example.js';
import { officesInWords } from './offices-in-words.js';
import type { OutlineDeadline, OutlineItem, OutlineWay, Place } from './outline.js';
import type { CaseOnTheWay } from './progress.js';
import { progressInWords } from './progress-in-words.js';
import { stateName } from './state-name.js';
import { say } from './words.js';

type Told = Omit<OutlineItem, 'sentences'>;

/** What an item of an outline says, sentence by sentence. */
export function sentencesOf(item: Told, state: StateOfChart, definition: Definition, language: Language, onTheWay: CaseOnTheWay | null): readonly string[] {
  const words = definition.words[language];
  const waits = (state.meta.waits ?? []).map(({ reason, basis, role }) => say(language, 'tell.wait', { role: words.roles[role] ?? role, reason: trimmed(words.reasons[reason] ?? reason), basis }));
  return [
    ...(onTheWay === null ? [] : progressInWords(item, onTheWay, language)), ...(item.kind === 'end' ? [say(language, 'tell.end')] : []), ...(item.kind === 'parallel' ? [inParallel(item, definition, language)] : []),
    ...item.tasks.map(({ title, by }) => say(language, 'tell.task', { task: title, by })),
    ...(state.step === null ? [] : [stepInWords(state.step, definition, language)]),
    ...item.ways.map((way) => wayInWords(way, item, language)), ...item.deadlines.map((deadline) => deadlineInWords(deadline, item, language)), ...waits,
  ];
}

function inParallel({ state }: Told, definition: Definition, language: Language): string {
  const parts = chartStates(definition).filter(({ parent }) => parent === state).map(({ path }) => stateName(definition, path, language));
  return say(language, 'tell.parallel', { states: parts.join('; ') });
}

function stepInWords(step: string, definition: Definition, language: Language): string {
  const { words } = definition;
  // Whose the acts are does not depend on the day.
  const acts = actsOf(definition, exampleParticipants(definition), '2026-01-01').filter(({ type }) => type.startsWith(`${step}.`))
    .map(({ type, by }) => {
      const act = words[language].events[type]?.name ?? type;
      return Object.keys(by).length === 0 ? act : say(language, 'tell.act', { act, by: officesInWords(definition, by, language) });
    });
  return say(language, 'tell.step', { step: words[language].steps[step] ?? step, acts: acts.join('; ') });
}

function wayInWords({ kind, title, by, when, leadsTo }: OutlineWay, item: Told, language: Language): string {
  const to = toInWords(leadsTo, item, language);
  if (kind === 'outcome') return say(language, 'tell.outcome', { outcome: title, to });
  return say(language, kind === 'event' ? 'tell.event' : 'tell.automatic', { act: title, by, when: when === '' ? '' : say(language, 'when', { when: trimmed(when) }), to });
}

function deadlineInWords({ title, clock, basis, certainty, leadsTo, run }: OutlineDeadline, item: Told, language: Language): string {
  const sure = say(language, certainty === 'official' ? 'certainty.official' : certainty === 'secondary' ? 'certainty.secondary' : 'certainty.assumption');
  const inCase = run === null ? '' : `; ${runInWords(run, language)}`;
  const params = { title, clock, basis, certainty: `${sure}${inCase}` };
  return leadsTo === null ? say(language, 'tell.own-deadline', params) : say(language, 'tell.deadline', { ...params, to: toInWords(leadsTo, item, language) });
}

function runInWords({ status, due, endedOn }: NonNullable<OutlineDeadline['run']>, language: Language): string {
  if (status === 'running') return say(language, 'progress.due', { due: due ?? '' });
  if (status === 'expired') return say(language, 'progress.expired', { due: due ?? '' });
  return status === 'met' ? say(language, 'progress.met', { on: endedOn ?? '' }) : say(language, `progress.${status}`);
}

function toInWords(leadsTo: Place | null, { number }: Told, language: Language): string {
  if (leadsTo === null) return say(language, 'to.stays');
  const onOrBack = isBefore(number, leadsTo.number) ? 'to.on' : 'to.back';
  const key = leadsTo.kind === 'end' ? 'to.end' : leadsTo.number.startsWith(`${number}.`) ? 'to.inside' : onOrBack;
  return say(language, key, { number: leadsTo.number, state: leadsTo.title });
}

/** Whether a place is read before another. */
function isBefore(one: string, other: string): boolean {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  const place = a.findIndex((part, index) => part !== b[index]);
  return place !== -1 && a[place] < (b[place] ?? 0);
}

function trimmed(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
