import { computeDue } from '../calendar/due.js';
import { CalendarInputError } from '../calendar/input-error.js';
import { placeOf } from '../calendar/place.js';
import type { CountingUnit, DueQuestion, ExtensionRule, Rollover } from '../calendar/question.js';
import { explain } from '../calendar/words.js';
import { t } from '../i18n/translate.js';
import { Refused, UsageError, optional, required } from './command.js';
import type { Command, CommandContext } from './command.js';

/** A due date with its explanation. Knows the holidays of the law; those declared in a database are not asked for. */
export const due: Command = {
  name: 'due',
  usage: {
    es: 'due --from AAAA-MM-DD --amount N --unit business|calendar|months|hours|years [--territory CÓDIGO] [--filing]\n      [--rollover next-business-day|none] [--extend N] [--rule half|own] [--suspend D..D]…   Un vencimiento y por qué',
    en: 'due --from YYYY-MM-DD --amount N --unit business|calendar|months|hours|years [--territory CODE] [--filing]\n      [--rollover next-business-day|none] [--extend N] [--rule half|own] [--suspend D..D]…   A due date, and why',
  },
  options: {
    from: { type: 'string' },
    amount: { type: 'string' },
    unit: { type: 'string' },
    territory: { type: 'string' },
    filing: { type: 'boolean' },
    rollover: { type: 'string' },
    extend: { type: 'string' },
    rule: { type: 'string' },
    suspend: { type: 'string', multiple: true },
  },
  positionals: 0,
  run({ values, json, language, print }) {
    const question = questionOf(values);
    const answer = answered(question);
    const explanation = explain(answer.explanation, language);
    const { due: date, alternative } = answer;
    if (json) {
      print(JSON.stringify({ due: date, ...(alternative !== null && { alternative }), explanation }));
      return Promise.resolve(0);
    }
    print(t(language, 'cli.due.due', { due: date }));
    if (alternative !== null) print(t(language, 'cli.due.alternative', { alternative }));
    print(`\n${t(language, 'cli.due.explanation')}`);
    for (const step of explanation) print(`  ${step.date}  ${step.note}`);
    return Promise.resolve(0);
  },
};

function questionOf(values: CommandContext['values']): DueQuestion {
  const extend = optional(values, 'extend');
  const question = {
    from: required(values, 'from'),
    amount: wholeNumber(required(values, 'amount'), 'amount'),
    unit: oneOf(required(values, 'unit'), UNITS, 'unit'),
    filing: values['filing'] === true,
    rollover: oneOf(optional(values, 'rollover') ?? 'next-business-day', ROLLOVERS, 'rollover'),
    extensionRule: oneOf(optional(values, 'rule') ?? 'half', RULES, 'rule'),
    extend: extend === undefined ? 0 : wholeNumber(extend, 'extend'),
    suspensions: suspensionsOf(values['suspend']),
  };
  return { ...question, place: refusing(() => placeOf(optional(values, 'territory') ?? null)) };
}

const UNITS: readonly CountingUnit[] = ['business', 'calendar', 'months', 'hours', 'years'];
const ROLLOVERS: readonly Rollover[] = ['next-business-day', 'none'];
const RULES: readonly ExtensionRule[] = ['half', 'own'];

function answered(question: DueQuestion): ReturnType<typeof computeDue> {
  return refusing(() => computeDue(question));
}

function refusing<Result>(ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarInputError) throw new Refused((language) => error.say(language));
    throw error;
  }
}

function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError('cli.not-a-number', { option, value: text });
  return Number(text);
}

function oneOf<Choice extends string>(text: string, choices: readonly Choice[], option: string): Choice {
  const choice = choices.find((known) => known === text);
  if (choice === undefined) throw new UsageError('cli.no-such-choice', { option, value: text, choices: choices.join(', ') });
  return choice;
}

function suspensionsOf(given: CommandContext['values'][string]): readonly { readonly from: string; readonly to: string }[] {
  if (!Array.isArray(given)) return [];
  return given.map((range) => {
    const [, from, to] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(String(range)) ?? [];
    if (from === undefined || to === undefined) throw new UsageError('cli.not-a-range', { option: 'suspend', value: String(range) });
    return { from, to };
  });
}
