import { createInterface } from 'node:readline/promises';
import { catalogue, type CatalogueEntry } from '../../workflows/catalogue.js';
import { localDate } from '../calendar/place.js';
import { exampleParticipants } from '../cases/outline/example.js';
import { sayWhy } from '../cases/words.js';
import type { Language } from '../i18n/language.js';
import { systemClock } from '../platform/clock.js';
import { optional, Refused, UsageError, type Command, type CommandContext, type ExitCode } from './command.js';
import { demonstrationWorld } from './walk/demonstration-world.js';
import { Session, type Answer } from './walk/session.js';
import { begin, type Country } from './walk/walking.js';
import { say } from './walk/words.js';

/** Drives a workflow in the terminal, or from lines on stdin: nothing is stored, no database is needed. */
export const walk: Command = {
  name: 'walk',
  usage: {
    es: 'walk <procedimiento> [--on AAAA-MM-DD] [--opening N]   Recorre un procedimiento en la pantalla, o con las líneas de la entrada; nada se guarda',
    en: 'walk <workflow> [--on YYYY-MM-DD] [--opening N]   Drives a workflow in the terminal, or from lines of stdin; nothing is stored',
  },
  options: { on: { type: 'string' }, opening: { type: 'string' } },
  positionals: 1,
  run(context) {
    const { language, json, print, note } = context;
    const definition = chosen(context);
    const session = opened(definition, context);
    const show = ({ text, json: value }: Answer): void => {
      if (json && value !== null) print(JSON.stringify(value));
      if (!json && text !== '') print(text);
    };
    if (!json) note(say(language, 'intro', { title: definition.words[language].title, version: definition.version }));
    show(session.show());
    return read(session, show, context);
  },
};

async function read(session: Session, show: (answer: Answer) => void, { json, print }: CommandContext): Promise<ExitCode> {
  const person = process.stdin.isTTY && !json;
  // The prompt is no result: it goes where diagnostics go.
  const lines = createInterface({ input: process.stdin, ...(person && { output: process.stderr }), terminal: person, prompt: '> ' });
  let refused = 0;
  if (person) lines.prompt();
  for await (const line of lines) {
    if (!person && !json) print(`\n> ${line}`);
    const answer = session.answer(line);
    show(answer);
    if (answer.result === 'quit') break;
    if (answer.result === 'refused') refused += 1;
    if (person) lines.prompt();
  }
  lines.close();
  return person || refused === 0 ? 0 : 1;
}

function chosen({ positionals: [name], language }: CommandContext): CatalogueEntry {
  const known = [...new Set(catalogue.map((one) => one.name))].join(', ');
  if (name === undefined) throw new UsageError('cli.missing-argument', { name: language === 'es' ? '<procedimiento>' : '<workflow>' });
  const [found] = catalogue.filter((one) => one.name === name).toSorted((one, other) => other.version - one.version);
  if (!found) throw new Refused((spoken) => say(spoken, 'fault.workflow', { name, known }));
  return found;
}

function opened(definition: CatalogueEntry, { values, language }: CommandContext): Session {
  const example = openingOf(definition, optional(values, 'opening'));
  const participants = exampleParticipants({ ...definition, opening: { ...definition.opening, example } });
  const country: Country = { definition, language, ...demonstrationWorld(definition, participants, example.territory) };
  const stand = begin(country, example, participants, dayOf(optional(values, 'on'), country.world.zone));
  if (!('refused' in stand)) return new Session(country, stand);
  const reasons = (spoken: Language): string => stand.refused.map((reason) => sayWhy(reason, definition, spoken)).join(' ');
  throw new Refused((spoken) => say(spoken, 'fault.opening', { reasons: reasons(spoken) }));
}

/** The example, or another of those the workflow gives, counted from 1. */
function openingOf({ opening }: CatalogueEntry, n: string | undefined): CatalogueEntry['opening']['example'] {
  const all = [opening.example, ...(opening.examples ?? [])];
  if (n === undefined) return all[0];
  const found = /^\d{1,3}$/.test(n) ? all[Number(n) - 1] : undefined;
  if (!found) throw new UsageError('cli.no-such-choice', { option: 'opening', value: n, choices: all.map((_, index) => index + 1).join(', ') });
  return found;
}

function dayOf(text: string | undefined, zone: string): string {
  if (text === undefined) return localDate(systemClock.now(), zone);
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) throw new UsageError('cli.not-a-day', { option: 'on', value: text });
  return text;
}
