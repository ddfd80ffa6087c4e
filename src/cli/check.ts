import { catalogue } from '../../workflows/catalogue.js';
import { unusedDeadlineRules } from '../../workflows/unused-deadline-rules.js';
import { unaccountedRules } from '../engine/core/verification/deadline-list.js';
import { tellAbout, type Fault } from '../engine/core/verification/telling.js';
import type { Language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import { deadlineRules } from '../verification-facts.js';
import type { Checked } from './check/checking.js';
import { sideBySide } from './check/side-by-side.js';
import { Refused } from './command.js';
import type { Command } from './command.js';

/** Verifies the definitions, each over every situation it can come to, and the catalogue as a whole. Needs no database. */
export const check: Command = {
  name: 'check',
  usage: {
    es: 'check [procedimiento]   Verifica los procedimientos en todas las situaciones a que pueden llegar',
    en: 'check [workflow]   Verifies the workflows, over every situation they can come to',
  },
  options: {},
  positionals: 1,
  async run({ positionals: [name], json, language, print }) {
    const chosen = catalogue.flatMap((definition, index) => (name === undefined || definition.name === name ? [index] : []));
    if (chosen.length === 0) throw new Refused((spoken) => t(spoken, 'cli.check.unknown', { name: name ?? '', known: [...new Set(catalogue.map((one) => one.name))].join(', ') }));
    const workflows = await sideBySide(chosen, language);
    const faults = name === undefined ? ofCatalogue(language) : [];
    if (json) print(JSON.stringify({ workflows, ...(name === undefined && { catalogue: { faults } }) }));
    else printAll(workflows, faults, language, print);
    return faults.length > 0 || workflows.some((one) => one.faults.length > 0) ? 1 : 0;
  },
};

/** What is wrong with no workflow by itself: a rule of law that none of them uses. */
function ofCatalogue(language: Language): readonly Fault[] {
  return unaccountedRules(catalogue, deadlineRules, unusedDeadlineRules).map((finding) => tellAbout(finding, language));
}

function printAll(workflows: readonly Checked[], faults: readonly Fault[], language: Language, print: (text: string) => void): void {
  const heads = (['workflow', 'situations', 'states', 'events', 'deadlines', 'faults'] as const).map((head) => t(language, `cli.check.${head}`));
  const rows = workflows.map((one) => [`${one.name}@${one.version}`, ...[one.situations, one.states, one.events, one.deadlines, one.faults.length].map(String)]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  for (const row of [heads, ...rows]) print(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
  for (const { name, version, faults: own } of workflows) printFaults(`${name}@${version}`, own, print);
  printFaults(t(language, 'cli.check.catalogue'), faults, print);
}

function printFaults(of: string, faults: readonly Fault[], print: (text: string) => void): void {
  if (faults.length > 0) print(`\n${of}`);
  for (const { rule, message, path } of faults) {
    print(`  ${rule}: ${message}`);
    if (path.length > 0) print(`    ${path.join(' → ')}`);
  }
}
