import { flagsInWords, isDayUncertain } from '../cases/flags.js';
import { findCase, untoldOf, type Untold } from '../cases/finding.js';
import { say as sayOfOutline } from '../cases/outline/words.js';
import type { CaseView } from '../cases/view/case-view.js';
import type { DeadlineView } from '../cases/view/deadlines.js';
import type { NextView } from '../cases/view/next.js';
import type { Language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import { Refused, UsageError, type Command } from './command.js';
import { openCases } from './open-cases.js';

/** Where a case stands: its state, its open deadlines, its tasks, what may happen next, what was not yet sent. */
export const explain: Command = {
  name: 'explain',
  usage: { es: 'explain <expediente>   Dónde está un expediente y qué puede ocurrir (identificador o número)', en: 'explain <case>   Where a case stands and what may happen (id or number)' },
  options: {},
  positionals: 1,
  async run({ positionals: [name], config, database, json, language, print }) {
    if (name === undefined) throw new UsageError('cli.missing-argument', { name: language === 'es' ? '<expediente>' : '<case>' });
    const cases = await openCases(await database(), config);
    try {
      const id = await findCase(cases.dataSource, name);
      if (id === null) throw new Refused((l) => t(l, 'cli.no-such-case', { name }));
      const view = await cases.viewer.view(id, '', language);
      const dispatches = await untoldOf(cases.dataSource, id);
      const deadlines = view.deadlines.filter(({ status }) => status === 'running' || status === 'pending' || status === 'suspended');
      const { number, title, status, state, stateNames, outcome, seq, cautions, flags, links, tasks, waits, next } = view;
      print(json ? JSON.stringify({ id, number, title, status, state, stateNames, outcome, seq, cautions, flags, links, deadlines, tasks, waits, next, dispatches }) : told({ ...view, deadlines }, dispatches, language));
      return 0;
    } finally {
      await cases.close();
    }
  },
};

function told(view: CaseView, dispatches: readonly Untold[], language: Language): string {
  const part = (key: Parameters<typeof t>[1], lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', t(language, key), ...lines.map((line) => `  ${line}`)]);
  return [
    `${view.number}  ${view.title}`,
    `${t(language, 'cli.explain.state')}: ${view.outcomeName ?? view.stateNames.join(', ')} (${t(language, 'cli.explain.line', { seq: view.seq })})`,
    ...part('cli.explain.cautions', cautionsIn(view, language)),
    ...part('cli.explain.deadlines', view.deadlines.map((row) => deadlineIn(row, language))),
    ...part('cli.explain.tasks', view.tasks.map((task) => `${task.due ?? '–'}  ${task.title}: ${task.offices.map((office) => `${office}.${task.institution}`).join(', ')}${task.sessions ? `. ${task.sessions.said}` : ''}`)),
    ...part('cli.explain.waits', view.waits.map((wait) => `${wait.since}  ${wait.for}: ${wait.reason} (${wait.basis})`)),
    ...part('cli.explain.next', view.next.map((one) => nextIn(one, view.next))),
    ...part('cli.explain.dispatches', dispatches.map((one) => `${one.message}  ${one.status}${one.lastError ? `: ${one.lastError}` : ''}`)),
  ].join('\n');
}

/** Of a case told from sources also that its days are uncertain, and what its flags say. */
function cautionsIn({ cautions, flags }: CaseView, language: Language): readonly string[] {
  return [...cautions, ...(isDayUncertain(flags) ? [t(language, 'cli.explain.uncertain')] : []), ...(flags.length > 0 ? [`${flagsInWords(flags, language).join('; ')}.`] : [])];
}

function deadlineIn({ due, alternative, title, subject, onExpiry, basis, certainty }: DeadlineView, language: Language): string {
  const other = alternative && alternative !== due ? ` (${t(language, 'cli.explain.other-reading')} ${alternative})` : '';
  const reading = certainty === 'assumption' ? ` [${t(language, 'cli.explain.assumption')}]` : '';
  return `${due ?? '–'}${other}  ${title}${subject ? ` (${subject})` : ''}: ${sayOfOutline(language, `effect.${onExpiry}`)}, ${basis}${reading}`;
}

/** Of one event twice, with different examples, also where each leads. */
function nextIn({ event, title, allowed, offices, why, leadsTo }: NextView, all: readonly NextView[]): string {
  const isTwice = all.filter((other) => other.event === event).length > 1;
  const to = isTwice && leadsTo.length > 0 ? ` → ${leadsTo.map((place) => place.title).join(', ')}` : '';
  return `${allowed ? '+' : '-'} ${event}  ${title}${to}: ${allowed ? offices.map(({ office, institution }) => `${office}.${institution}`).join(', ') : why.map(({ message }) => message).join(' ')}`;
}
