import { findCase, untoldOf, type Untold } from '../cases/finding.js';
import type { CaseView } from '../cases/view/case-view.js';
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
      const { number, title, status, state, stateNames, outcome, seq, tasks, waits, next } = view;
      print(json ? JSON.stringify({ id, number, title, status, state, stateNames, outcome, seq, deadlines, tasks, waits, next, dispatches }) : told({ ...view, deadlines }, dispatches, language));
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
    ...part('cli.explain.deadlines', view.deadlines.map((row) => `${row.due ?? '–'}${row.alternative && row.alternative !== row.due ? ` (${t(language, 'cli.explain.other-reading')} ${row.alternative})` : ''}  ${row.title}${row.subject ? ` (${row.subject})` : ''}: ${row.onExpiry}, ${row.basis}${row.certainty === 'assumption' ? ` [${t(language, 'cli.explain.assumption')}]` : ''}`)),
    ...part('cli.explain.tasks', view.tasks.map((task) => `${task.due ?? '–'}  ${task.title}: ${task.offices.map((office) => `${office}.${task.institution}`).join(', ')}${task.sessions ? `. ${task.sessions.said}` : ''}`)),
    ...part('cli.explain.waits', view.waits.map((wait) => `${wait.since}  ${wait.for}: ${wait.reason} (${wait.basis})`)),
    ...part('cli.explain.next', view.next.map((one) => `${one.allowed ? '+' : '-'} ${one.event}  ${one.title}: ${one.allowed ? one.offices.map(({ office, institution }) => `${office}.${institution}`).join(', ') : one.why.map(({ message }) => message).join(' ')}`)),
    ...part('cli.explain.dispatches', dispatches.map((one) => `${one.message}  ${one.status}${one.lastError ? `: ${one.lastError}` : ''}`)),
  ].join('\n');
}
