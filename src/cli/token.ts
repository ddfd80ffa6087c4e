import { demonstrationOfficials, isDemonstrationOfficial } from '../governance/demonstration/officials.js';
import { t } from '../i18n/translate.js';
import { LocalProvider } from '../identity/local-provider.js';
import { systemClock } from '../platform/clock.js';
import { Refused, required } from './command.js';
import type { Command } from './command.js';

/** A bearer token for a demonstration official. Needs neither database nor server: the key lies in the data folder. */
export const token: Command = {
  name: 'token',
  usage: {
    es: 'token --as <usuario>   Un token de 24 horas para una autoridad o funcionario de demostración',
    en: 'token --as <username>   A token of 24 hours for a demonstration official',
  },
  options: { as: { type: 'string' } },
  positionals: 0,
  async run({ values, json, config, print }) {
    const username = required(values, 'as');
    const { identity } = config;
    if (identity.kind === 'oidc') throw new Refused((l) => t(l, 'cli.token.not-local', { issuer: identity.issuer }));
    if (!isDemonstrationOfficial(username)) throw new Refused((l) => t(l, 'cli.token.unknown', { username, examples: nearest(username).join(', ') }));
    const signed = await (await LocalProvider.open(config.dataDir, systemClock)).tokenFor(username);
    print(json ? JSON.stringify({ token: signed, username }) : signed);
    return 0;
  },
};

/** Usernames that share the institution or the office with what was typed. */
function nearest(typed: string): readonly string[] {
  const [office = '', institution = ''] = typed.split('.');
  const officials = demonstrationOfficials();
  const same = officials.filter((official) => official.institution === institution || (official.office === office && institution === ''));
  const found = (same.length > 0 ? same : officials.filter((official) => official.institution === 'gore-16')).slice(0, 4);
  return found.map(({ username }) => username);
}
