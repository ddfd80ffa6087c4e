import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** Who decides, by the bodies between which the dispute is (Ley 18.575 art. 39; CPR art. 126). */
export const branches = ['common-superior', 'different-ministries', 'between-levels', 'within-one-government'] as const;
export type Branch = (typeof branches)[number];

/** What the case knows of the dispute. */
export interface Dispute extends JsonObject {
  /** Whether each says that it is competent, or each that it is not. */
  readonly kind: 'both-claim' | 'both-decline';
  /** Who takes part besides whoever raised it: the ways open to the dispute depend on it. */
  readonly takingPart: readonly ('respondent' | 'superior' | 'ministers' | 'autonomous-body')[];
  readonly branch: Branch | null;
  readonly textSha256: string | null;
  readonly favours: 'claimant' | 'respondent' | 'neither' | null;
}

export function openingContext(data: JsonObject, participants: readonly Participant[], _law: Law): Dispute {
  const kind = data['kind'] === 'both-decline' ? 'both-decline' : 'both-claim';
  return { kind, takingPart: takingPart(participants), branch: null, textSha256: null, favours: null };
}

function takingPart(participants: readonly Participant[]): Dispute['takingPart'] {
  const has = (role: string, least = 1): boolean => participants.filter((one) => one.role === role).length >= least;
  const autonomous = participants.some((one) => (one.role === 'claimant' || one.role === 'respondent') && isAutonomous(one));
  return [
    ...(has('respondent') ? ['respondent' as const] : []), ...(has('superior') ? ['superior' as const] : []),
    ...(has('ministry', 2) ? ['ministers' as const] : []), ...(autonomous ? ['autonomous-body' as const] : []),
  ];
}

/** Municipalities and regional governments have no superior in the ministries (CPR arts 111, 118). */
function isAutonomous({ institution }: Participant): boolean {
  return institution.startsWith('muni-') || institution.startsWith('gore-');
}
