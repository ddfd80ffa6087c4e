import { catalogue, type CatalogueEntry } from '../../workflows/catalogue.js';
import { verify, type Verification } from '../engine/core/verification/verify.js';
import { tell, type Fault } from '../engine/core/verification/telling.js';
import { officesOfLevel } from '../governance/offices-of-level.js';
import type { Language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import { Refused } from './command.js';
import type { Command } from './command.js';

interface Checked extends Omit<Verification, 'findings'> {
  readonly name: string;
  readonly version: number;
  readonly faults: readonly Fault[];
}

/** Verifies the definitions, each over every situation it can come to. Needs no database. */
export const check: Command = {
  name: 'check',
  usage: {
    es: 'check [procedimiento]   Verifica los procedimientos en todas las situaciones a que pueden llegar',
    en: 'check [workflow]   Verifies the workflows, over every situation they can come to',
  },
  options: {},
  positionals: 1,
  run({ positionals: [name], json, language, print }) {
    const chosen = catalogue.filter((definition) => name === undefined || definition.name === name);
    if (chosen.length === 0) throw new Refused((spoken) => t(spoken, 'cli.check.unknown', { name: name ?? '', known: [...new Set(catalogue.map((one) => one.name))].join(', ') }));
    const workflows = chosen.map((definition) => checked(definition, language));
    if (json) print(JSON.stringify({ workflows }));
    else workflows.forEach((one) => printed(one, language, print));
    return Promise.resolve(workflows.some(({ faults }) => faults.length > 0) ? 1 : 0);
  },
};

function checked(definition: CatalogueEntry, language: Language): Checked {
  const { name, version } = definition;
  const { situations, states, events, deadlines, findings } = verify(definition, officesOfLevel);
  return { name, version, situations, states, events, deadlines, faults: findings.map((finding) => tell(finding, definition, language)) };
}

function printed({ name, version, situations, states, events, deadlines, faults }: Checked, language: Language, print: (text: string) => void): void {
  print(`${name}@${version}  ${t(language, 'cli.check.sizes', { situations, states, events, deadlines })}`);
  print(`  ${faults.length === 0 ? t(language, 'cli.check.sound') : t(language, 'cli.check.faults', { count: faults.length })}`);
  for (const { rule, message, path } of faults) {
    print(`  - ${rule}: ${message}`);
    if (path.length > 0) print(`      ${path.join(' → ')}`);
  }
}
