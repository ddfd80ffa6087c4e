import { isOpen, type DeadlineRow } from '../../engine/core/case-state.js';
import { activeStates, metaOf } from '../../engine/core/chart.js';
import { leafPaths } from '../../engine/core/kernel.js';
import { tasksOf } from '../../engine/core/tasks.js';
import { clockInWords } from '../../cases/outline/clock-in-words.js';
import { stateName } from '../../cases/outline/state-name.js';
import { sayWhy } from '../../cases/words.js';
import { actorsOf, choicesOf, silenceOf, type Country, type Stand } from './walking.js';

/** Where a walk stands, in the reader's words: what both the screen and the JSON lines say. */
export type Shown = ReturnType<typeof shown>;

export function shown(country: Country, stand: Stand) {
  const { definition, language, lawOn } = country;
  const { on, state, last } = stand;
  const words = definition.words[language];
  const leaves = leafPaths(state.envelope.value);
  const open = state.status === 'open';
  return {
    on, seq: state.seq, did: last.event === null ? null : { event: last.event, title: words.events[last.event]?.name ?? last.event, by: last.by?.official ?? null, data: last.data },
    expired: last.expired.map(({ deadline, on: day, effect }) => ({ deadline, title: words.deadlines[deadline] ?? deadline, on: day, onExpiry: effect, effect: clockInWords(definition.deadlines[deadline], language).effect })),
    told: last.told.map(({ message, to }) => ({ message, subject: subjectOf(country, message), to: actorsOf(country, stand, { by: to }).map(({ official }) => official) })),
    competences: last.competences, status: state.status, state: leaves, stateNames: leaves.map((leaf) => stateName(definition, leaf, language)),
    outcome: state.outcome, outcomeName: state.outcome === null ? null : stateName(definition, state.outcome, language),
    tasks: tasksOf(definition, state, on, lawOn(on)).map(({ name, office, institution, due }) => ({ name, title: words.tasks[name] ?? name, office, institution, due })),
    deadlines: open ? state.deadlines.filter(isOpen).map((row) => deadlineIn(country, stand, row)) : [],
    waits: open ? activeStates(definition, state.envelope.value).flatMap((active) => metaOf(active).waits ?? []).map(({ reason, basis, role }) => ({ reason: sayWhy({ code: reason }, definition, language), basis, role: words.roles[role] ?? role })) : [],
    next: nextIn(country, stand),
  };
}

/** A message's subject, for a case that has no number. */
function subjectOf({ definition, language }: Country, message: string): string {
  const { abbreviation, opening, words } = definition;
  return (words[language].messages[message]?.subject ?? message).replaceAll('{number}', `${abbreviation}-…`).replaceAll('{title}', opening.example.title);
}

function deadlineIn(country: Country, stand: Stand, row: DeadlineRow) {
  const { definition, language } = country;
  const { name, subject, status, started, due, alternative, onExpiry, certainty, institution } = row;
  const rule = definition.deadlines[name];
  const silence = silenceOf(country, stand, row);
  const after = silence?.decision.state;
  const then = after ? leafPaths(after.envelope.value) : [];
  return {
    name, subject, title: definition.words[language].deadlines[name] ?? name, status, started, due, alternative, onExpiry, certainty, institution, clock: clockInWords(rule, language).sentence, basis: rule.basis,
    ifSilent: silence && after ? {
      on: silence.on, state: then, stateNames: then.map((leaf) => stateName(definition, leaf, language)), ends: after.outcome,
      moves: JSON.stringify(then) === JSON.stringify(leafPaths(stand.state.envelope.value)) ? 'nothing' : 'state',
    } : null,
  };
}

function nextIn(country: Country, stand: Stand) {
  const { definition, language } = country;
  return choicesOf(country, stand).map((choice, index) => ({
    n: index + 1, event: choice.event, title: definition.words[language].events[choice.event]?.name ?? choice.event, offices: actorsOf(country, stand, choice).map(({ official }) => official), example: choice.example,
    leadsTo: choice.leadsTo, leadsToNames: choice.leadsTo.map((leaf) => stateName(definition, leaf, language)), allowed: choice.why.length === 0,
    why: choice.why.map((reason) => ({ code: reason.code, message: sayWhy(reason, definition, language) })),
  }));
}
