import type { JsonObject, Participant } from '../../../src/kit/index.js';
import { decide } from '../../../src/engine/core/decide.js';
import { isRefused } from '../../../src/engine/core/outcome.js';
import { programmingAgreement } from '../../../workflows/programming-agreement/workflow.js';
import { lawOf2026, Story, world } from './story.js';

export const definition = { ...programmingAgreement, hash: 'draft' };

const byLaw: readonly Participant[] = [
  { role: 'socialDevelopment', institution: 'min-mdsf', party: false }, { role: 'hacienda', institution: 'min-hacienda', party: false },
  { role: 'presidency', institution: 'presidencia', party: false }, { role: 'comptroller', institution: 'cgr', party: false },
];
export const party = (role: string, institution: string): Participant => ({ role, institution, party: true });
export const ñuble = party('regionalGovernment', 'gore-16');
export const mop = party('ministry', 'min-mop');
export const clauses = { goals: 'Doce caminos', evaluation: 'Informe anual', revocability: 'Por incumplimiento grave', reallocation: 'agreed', lastInstance: 'El gobernador y el ministro' } as const;

export function proposed(parties: readonly Participant[] = [ñuble, mop], on = '2026-03-02', data: JsonObject = { object: 'Caminos rurales', from: 2026, until: 2027 }): Story {
  return new Story({ definition, on, participants: [...parties, ...byLaw], data });
}

/** Two projects of 500 million, a share of 250 million of each party in 2026 and in 2027, and every clause that art. 8 bis demands. */
export function negotiated(parties?: readonly Participant[], terms: JsonObject = clauses): Story {
  const story = proposed(parties).does('project.put').does('project.put');
  for (const { institution } of parties ?? [ñuble, mop]) {
    story.does('duties.put', { party: institution });
    for (const year of [2026, 2027]) story.does('share.put', { party: institution, year, amount: 250_000_000 });
  }
  return story.does('clauses.put', terms);
}

export function appraised(parties?: readonly Participant[], endsOn = '2027-12-31', terms?: JsonObject): Story {
  const story = negotiated(parties, terms).does('text.close', { endsOn });
  for (const project of ['40000001', '40000002']) story.does('appraisal.submit', { project }).does('appraisal.rate', { project, result: 'RS' });
  return story.does('appraisal.conclude');
}

/** Voted by the CORE on 12 March 2026. */
export function voted(parties?: readonly Participant[], endsOn?: string, terms?: JsonObject): Story {
  return appraised(parties, endsOn, terms).on('2026-03-12').does('coreVote.certify');
}

/** Signed by both on 20 March, with Hacienda since the 23rd. */
export function atHacienda(terms?: JsonObject): Story {
  return voted(undefined, undefined, terms).on('2026-03-20').does('signature.sign', {}, { institution: 'gore-16' }).does('signature.sign', {}, { institution: 'min-mop' })
    .on('2026-03-23').does('decree.request');
}

/** Decreed and entered at Contraloría on 15 April 2026. */
export function reviewing(terms?: JsonObject): Story {
  return atHacienda(terms).on('2026-04-15').does('decree.issue').does('review.enter');
}

/** In force since 30 April 2026. */
export function inForce(terms?: JsonObject): Story {
  return reviewing(terms).on('2026-04-30').does('review.clear');
}

/** A line of a register of the past: what it says, and no more. */
export function transcribed(story: Story, type: string, data: JsonObject, on: string, institution = 'gore-16'): Story {
  const role = story.state.participants.find((one) => one.institution === institution)?.role ?? '';
  const offices: Readonly<Record<string, string>> = { regionalGovernment: type.startsWith('coreVote') ? 'core-secretary' : 'governor', ministry: 'minister', hacienda: 'minister' };
  const office = offices[role] ?? 'legal';
  const event = {
    type, data, on, at: `${on}T15:00:00.000Z`, source: 'imported' as const, order: 'in-order' as const, law: lawOf2026, expired: [], seq: story.state.seq + 1,
    participants: story.state.participants, actor: { role, office, institution, official: 'register' },
  };
  const decision = decide(definition, story.on(on).state, event, world);
  if (isRefused(decision)) throw new Error(`${type} refused: ${JSON.stringify(decision.refused)} in ${story.where.join(', ')}`);
  story.state = decision.state;
  return story;
}
