import type { CompetenceChange, JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** What the decree says of the transfer (LOC 19.175 art. 21 septies, secondary). */
export interface Terms {
  readonly duration: 'temporary' | 'definitive';
  /** `shared`: the body of origin goes on exercising it too. Null, as who leads: of a transfer decreed before, not known. */
  readonly mode: 'exclusive' | 'shared' | null;
  /** Who leads; of an exclusive one always the regional government. Our rule: exactly one at every instant. */
  readonly inCharge: 'receiver' | 'origin' | null;
  /** First day; null: from its publication (Ley 19.880 art. 49), or, in a register of the past, not known. */
  readonly effectiveOn: string | null;
  /** Last day of a temporary one; null: none, or not known. */
  readonly until: string | null;
}

/** What the case knows of the transfer: only what guards, deadlines, the ledger and readers need. */
export interface Transfer extends JsonObject {
  /** Code of the competence in the ledger. */
  readonly competence: string;
  readonly receiver: string;
  readonly origin: string;
  /** Whose minister countersigns: that of the origin itself, or that of the sector a service belongs to. */
  readonly sector: 'ministry' | 'service' | 'service-alone';
  readonly path: 'request' | 'ex-officio' | 'recorded' | null;
  /** Whose proposal the CORE votes on: it decides the quorum. */
  readonly proposedBy: 'governor' | 'council';
  readonly commission: 'formed' | null;
  readonly exercise: 'documented' | null;
  readonly projection: 'documented' | null;
  readonly report: 'issued' | null;
  readonly draft: Terms | null;
  readonly textSha256: string | null;
  readonly objection: 'legality' | 'unconstitutional' | 'spending-limit' | null;
  readonly terms: Terms | null;
  readonly handover: 'open' | 'complete';
  /** The decree behind the transfer. */
  readonly act: CompetenceChange['act'] | null;
  /** How it came to its end, or to its evaluation. */
  readonly ending: 'reverted' | 'revoked' | 'definitive' | null;
  /** Eve of the effect. */
  readonly lastDayOfOrigin: string | null;
  readonly expiresOn: string | null;
  readonly noticeOfTwelveMonths: string | null;
  readonly noticeOfSixMonths: string | null;
  readonly noticeOfThreeMonths: string | null;
  readonly renewedUntil: string | null;
  readonly lastDayBeforeRevocation: string | null;
  /** The decree of the revocation. */
  readonly revokedBy: CompetenceChange['act'] | null;
  /** What the ledger is told by the decree and its effect, by a renewal, at the end of the term, and by a revocation. */
  readonly transfer: CompetenceChange | null;
  readonly renewal: CompetenceChange | null;
  readonly reversion: CompetenceChange | null;
  /** Two where a renewal was decreed that will not begin. */
  readonly revocation: CompetenceChange | readonly CompetenceChange[] | null;
}

export function openingContext(data: JsonObject, participants: readonly Participant[], _law: Law): Transfer {
  const institution = (role: string): string => participants.find((one) => one.role === role)?.institution ?? '';
  const origin = institution('origin');
  return {
    competence: typeof data['competence'] === 'string' ? data['competence'] : '', receiver: institution('regionalGovernment'), origin,
    sector: origin.startsWith('min-') ? 'ministry' : institution('sectorMinistry') === '' ? 'service-alone' : 'service',
    path: null, proposedBy: 'governor', commission: null, exercise: null, projection: null, report: null, draft: null, textSha256: null, objection: null,
    terms: null, handover: 'open', act: null, ending: null, lastDayOfOrigin: null, expiresOn: null, noticeOfTwelveMonths: null,
    noticeOfSixMonths: null, noticeOfThreeMonths: null, renewedUntil: null, lastDayBeforeRevocation: null, revokedBy: null,
    transfer: null, renewal: null, reversion: null, revocation: null,
  };
}
