import { GovernanceRefusal, type OfficeHeld, type RefusalReason } from '../refusal.js';
import { type Act, type Attribution, covers, delegationsInForce, type InstitutionPowers, powersOfOffice } from './decide.js';

/** Of these offices those in whose right somebody may do the act that day, with who may. */
export function heldBy(powers: InstitutionPowers, institution: string, offices: readonly string[], on: string, act: Attribution): readonly OfficeHeld[] {
  return offices
    .map((office) => ({ office, institution, officials: [...new Set(powersOfOffice(powers, office, act, on).map(({ official }) => official))] }))
    .filter(({ officials }) => officials.length > 0);
}

/** Why an official has no power for an act, with the offices in whose right it can be done that day. */
export function refusalOf(powers: InstitutionPowers, official: string, act: Act, institution: string, on: string): GovernanceRefusal {
  const able = heldBy(powers, institution, act.offices, on, act);
  return new GovernanceRefusal('not-empowered', reasonOf(powers, official, act, on), { institution, on }, able);
}

function reasonOf(powers: InstitutionPowers, official: string, act: Act, on: string): RefusalReason {
  const titular = powers.appointments.find((each) =>
    each.official === official && each.capacity === 'holder' && act.offices.includes(each.office) && covers(each, on));
  if (!titular) return 'other-office';
  const delegated = delegationsInForce(powers.delegations, titular.office, act, on).some(({ kind }) => kind === 'delegate');
  return delegated ? 'delegated' : 'substituted';
}
