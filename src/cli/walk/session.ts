import { sayWhy } from '../../cases/words.js';
import type { Actor, Reason } from '../../kit/index.js';
import { screen } from './screen.js';
import { shown } from './shown.js';
import { typed, type Typed } from './typed.js';
import { WalkFault } from './walk-fault.js';
import { actorsFor, actorsOf, choicesOf, does, waitsUntil, type Country, type Deed, type NotTaken, type Stand } from './walking.js';
import { say } from './words.js';

/** What a typed line brought: something to show, or a refusal; `quit` when the walk is over. */
export interface Answer {
  readonly text: string;
  readonly json: object | null;
  readonly result: 'done' | 'refused' | 'quit';
}

/** One walk, line by line. The only thing in it that changes is where it stands. */
export class Session {
  private stands: readonly Stand[];

  constructor(private readonly country: Country, begun: Stand) {
    this.stands = [begun];
  }

  /** Where the walk stands now. */
  show(): Answer {
    const view = shown(this.country, this.stand);
    return { text: screen(view, this.country.language), json: view, result: 'done' };
  }

  answer(line: string): Answer {
    try {
      return this.perform(typed(line, this.stand.on));
    } catch (error) {
      if (!(error instanceof WalkFault)) throw error;
      const message = say(this.country.language, error.key, error.params);
      return { text: message, json: { refused: [{ code: error.key.replace('fault.', ''), message }] }, result: 'refused' };
    }
  }

  private get stand(): Stand {
    return this.stands.at(-1)!;
  }

  private perform(command: Typed): Answer {
    const { language } = this.country;
    if (command.does === 'quit') return { text: '', json: null, result: 'quit' };
    if (command.does === 'help') return { text: say(language, 'help'), json: { help: say(language, 'help') }, result: 'done' };
    if (command.does === 'explain') return this.explain(command.which);
    if (command.does === 'undo') this.undo();
    if (command.does === 'wait') this.stands = [...this.stands, waitsUntil(this.country, this.stand, command.until)];
    if (command.does !== 'event') return this.show();
    const after = does(this.country, this.stand, this.deedOf(command));
    if ('refused' in after) return this.refusal(after);
    this.stands = [...this.stands, after];
    return this.show();
  }

  private undo(): void {
    if (this.stands.length === 1) throw new WalkFault('fault.nothing-to-undo');
    this.stands = this.stands.slice(0, -1);
  }

  private deedOf({ which, office, data }: Extract<Typed, { does: 'event' }>): Deed {
    if (typeof which === 'string') {
      const offered = choicesOf(this.country, this.stand).find(({ event }) => event === which);
      return { event: which, by: chosen(actorsFor(this.country, this.stand, which), office), data: { ...offered?.example, ...data } };
    }
    const choice = this.choice(which);
    return { event: choice.event, by: chosen(actorsOf(this.country, this.stand, choice), office), data: { ...choice.example, ...data } };
  }

  private choice(n: number): ReturnType<typeof choicesOf>[number] {
    const choices = choicesOf(this.country, this.stand);
    const choice = choices[n - 1];
    if (!choice) throw new WalkFault('fault.number', { n, last: choices.length });
    return choice;
  }

  private explain(n: number): Answer {
    const { definition, language } = this.country;
    const { event, example, why } = this.choice(n);
    const words = definition.words[language].events[event];
    const offices = actorsOf(this.country, this.stand, this.choice(n)).map(({ official }) => official).join(', ') || say(language, 'nobody');
    const fields = Object.entries(words?.fields ?? {});
    const lines = [
      `${words?.name ?? event} (${event})`, ...(words?.help ? [words.help] : []), ...why.map((reason) => sayWhy(reason, definition, language)), say(language, 'detail.by', { offices }),
      `${say(language, 'detail.example')} ${JSON.stringify(example)}`, ...(fields.length > 0 ? [say(language, 'detail.fields'), ...fields.map(([field, label]) => `  ${field}: ${label}`)] : []),
    ];
    return { text: lines.join('\n'), json: { n, event, title: words?.name ?? event, help: words?.help ?? '', fields: words?.fields ?? {}, example }, result: 'done' };
  }

  private refusal({ refused, fields }: NotTaken): Answer {
    const { definition, language } = this.country;
    const told = [
      ...refused.map((reason: Reason) => ({ code: reason.code, message: sayWhy(reason, definition, language) })),
      ...fields.map(({ path, message }) => ({ code: 'invalid', path, message })),
    ];
    const lines = [...refused.map((reason) => sayWhy(reason, definition, language)), ...fields.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))].map((line) => `  ${line}`);
    return { text: [say(language, 'refused'), ...lines].join('\n'), json: { refused: told }, result: 'refused' };
  }
}

/** The first that may, or the one named by office, or by office and institution. @throws WalkFault */
function chosen(actors: readonly Actor[], office: string | null): Actor | null {
  if (office === null) return actors[0] ?? null;
  const found = actors.find((actor) => actor.office === office || actor.official === office);
  if (!found) throw new WalkFault('fault.office', { office, offices: actors.map(({ official }) => official).join(', ') });
  return found;
}
