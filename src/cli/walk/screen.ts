import type { Language } from '../../i18n/language.js';
import type { Shown } from './shown.js';
import { say, type WalkWord } from './words.js';

/** Where a walk stands, as lines for a person. */
export function screen(shown: Shown, language: Language): string {
  const word = (key: WalkWord, params: Readonly<Record<string, string | number>> = {}): string => say(language, key, params);
  const part = (key: WalkWord, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', word(key), ...lines.map((line) => `  ${line}`)]);
  const [taken, refused] = [shown.next.filter(({ allowed }) => allowed), shown.next.filter(({ allowed }) => !allowed)];
  const where = shown.outcomeName === null ? word('state', { state: shown.stateNames.join(', ') }) : word('outcome', { outcome: shown.outcomeName });
  return [
    '', `── ${word('day', { on: shown.on, weekday: weekdayOf(shown.on, language) })} · ${word('line', { seq: shown.seq })}`,
    ...happened(shown, word), where,
    ...part('tasks', shown.tasks.map(({ due, title, office, institution }) => `${due ?? '–'}  ${title}: ${office}.${institution}`)),
    ...part('deadlines', shown.deadlines.flatMap((deadline) => deadlineLines(deadline, word))),
    ...part('waits', shown.waits.map(({ role, reason, basis }) => `${role}: ${reason} (${basis})`)),
    ...part('may', taken.map((one) => `${String(one.n).padStart(2)}  ${one.title}: ${one.offices.join(', ') || word('nobody')}  → ${consequence(one, shown, word)}${differenceOf(one, taken)}`)),
    ...part('may-not', refused.map((one) => `${String(one.n).padStart(2)}  ${one.title}: ${one.why.map(({ message }) => message).join(' ')}`)),
    ...(shown.status === 'closed' ? ['', word('closed')] : []),
  ].join('\n');
}

type Word = (key: WalkWord, params?: Readonly<Record<string, string | number>>) => string;

function happened({ did, expired, told, competences }: Shown, word: Word): readonly string[] {
  const done = did === null ? [] : [did.event === 'case.opened' ? word('opened', { by: did.by ?? '' }) : word('did', { event: did.title, by: did.by ?? '' })];
  return [
    ...done, ...expired.map(({ on, title, effect }) => word('expired', { on, deadline: title, effect })), ...told.map(({ to, subject }) => word('told', { to: to.join('; '), subject })),
    ...competences.map(({ competence, origin, holder, from }) => word('moves', { competence, origin, holder, from })),
  ];
}

function deadlineLines(deadline: Shown['deadlines'][number], word: Word): readonly string[] {
  const { due, alternative, title, subject, clock, basis, certainty, status, ifSilent } = deadline;
  const notes = [
    ...(alternative !== null && alternative !== due ? [word('deadline.alternative', { alternative })] : []),
    ...(certainty === 'assumption' ? [word('deadline.assumption')] : []), ...(status === 'suspended' ? [word('deadline.suspended')] : []),
  ];
  const about = `${due ?? word('deadline.pending')}  ${title}${subject === '' ? '' : ` (${subject})`}: ${clock}. ${basis}${notes.length > 0 ? ` [${notes.join('; ')}]` : ''}`;
  if (ifSilent === null) return [about];
  const key = ifSilent.moves === 'nothing' ? 'deadline.then-stays' : ifSilent.ends === null ? 'deadline.then' : 'deadline.then-ends';
  return [about, `    ${word(key, { on: ifSilent.on, state: ifSilent.stateNames.join(', ') })}`];
}

function consequence({ leadsTo, leadsToNames }: Shown['next'][number], { state }: Shown, word: Word): string {
  return JSON.stringify(leadsTo) === JSON.stringify(state) ? word('stays') : word('leads', { state: leadsToNames.join(', ') });
}

/** Where an event is offered more than once: what of its example tells it from the others. */
function differenceOf(one: Shown['next'][number], taken: Shown['next']): string {
  const others = taken.filter(({ event }) => event === one.event);
  const own = Object.entries(one.example).filter(([field, value]) => others.some(({ example }) => JSON.stringify(example[field]) !== JSON.stringify(value)));
  if (others.length === 1 || own.length === 0) return '';
  const text = JSON.stringify(Object.fromEntries(own));
  return `  ${text.length > 90 ? `${text.slice(0, 89)}…` : text}`;
}

function weekdayOf(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-CL' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
