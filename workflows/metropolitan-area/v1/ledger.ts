import type { CaseEvent, CompetenceChange } from '../../../src/kit/index.js';
import { fields, municipalities, type Area } from './context.js';

/** What the ledger is told when the decree takes effect: each competence it names, in each commune of the area. */
export function transfersOf({ named }: Area, from: string, { data, instrument, participants }: CaseEvent): readonly CompetenceChange[] {
  const body = (role: string): string => participants.find((one) => one.role === role)?.institution ?? '';
  const { number, decreedOn } = data as { number: string; decreedOn: string };
  const act = { kind: 'decreto', number, date: decreedOn, ...(instrument?.issuedBy !== undefined && { issuedBy: instrument.issuedBy }) };
  const receiver = body('regionalGovernment');
  return municipalities(participants).flatMap((municipality) => named.map(({ code, field, mode }): CompetenceChange => {
    const origin = body(fields[field]);
    return {
      competence: code, territory: municipality.slice('muni-'.length), holder: receiver, inCharge: receiver, mode, duration: 'definitive', origin, from, until: null, act,
      ...(mode === 'shared' && { sharedWith: [origin] }), basis: 'CPR arts. 114 y 123; LOC 19.175 art. 104 bis (no leída)', certainty: 'secondary',
    };
  }));
}

export function dayBefore(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - 1);
  return moment.toISOString().slice(0, 10);
}
