import { demonstrationValues } from '../../src/governance/demonstration/values.js';
import type { JsonObject, Participant } from '../../src/kit/index.js';

/** What a host is started with. */
export interface Settings {
  /** Of the embedded server, where no `appUrl` names another. */
  readonly dataDir: string;
  readonly appUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  /** Where its clock stands. */
  readonly now: string;
  /** The file its messages are sent to. */
  readonly sent: string;
}

/** One act, by whom, and what it says. */
export interface Act {
  readonly type: string;
  readonly role: string;
  readonly office: string;
  readonly institution: string;
  readonly data: JsonObject;
}

/** The day on which everything is told, an hour before midnight in Chile: nothing depends on when the tests run. */
export const START = '2026-03-03T02:00:00.000Z';
const today = '2026-03-02';
/** After the CORE's thirty days, before any agreement's term. */
export const AFTER_CORE = '2026-06-01T12:00:00.000Z';
/** After the term of every agreement. */
export const AFTER_TERM = '2028-01-15T12:00:00.000Z';

const participants: readonly Participant[] = [
  { role: 'regionalGovernment', institution: 'gore-16', party: true },
  { role: 'technicalUnit', institution: 'muni-16206', party: true },
  { role: 'comptroller', institution: 'cgr-16', party: false },
];

/** Below 500 UTM: no concejo is asked. */
export const opening = {
  title: 'Furgón escolar de Ránquil', territory: '16206', region: '16', participants, identifiers: [{ scheme: 'BIP', value: '40044138' }],
  data: { initiative: 'Furgón escolar', amount: 20_000_000 }, recordedBy: 'legal.gore-16', role: 'regionalGovernment', office: 'legal', institution: 'gore-16',
};

const region = (type: string, office: string, data: JsonObject = {}): Act => ({ type, role: 'regionalGovernment', office, institution: 'gore-16', data });
const seats = Number(demonstrationValues().find(({ name, scope }) => name === 'core.seats' && scope === '16')?.value);
const signed = { textSha256: 'c'.repeat(64), document: { sha256: 'd'.repeat(64), name: 'convenio-firmado.pdf' } };

export const present = region('proposal.present', 'governor');

/** From the opening into force; the last act tells the municipality, by a dispatch. */
export const acts: readonly Act[] = [
  present,
  region('coreVote.certify', 'core-secretary', { sitting: today, call: 'first', inOffice: seats, present: seats, presidedBy: 'head', inFavour: seats, against: 0, abstentions: [] }),
  region('allocation.resolve', 'governor', { nature: 'exenta' }),
  region('draft.finish', 'legal', { kind: 'transfer', text: { sha256: 'c'.repeat(64), name: 'convenio.pdf' }, amount: 20_000_000, endsOn: '2027-12-31' }),
  region('signature.sign', 'governor', signed),
  { type: 'signature.sign', role: 'technicalUnit', office: 'mayor', institution: 'muni-16206', data: signed },
  region('resolution.issue', 'governor', { nature: 'exenta' }),
  region('agreement.send', 'legal'),
];
