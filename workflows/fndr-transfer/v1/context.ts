import { lawNumber, type CaseEvent, type JsonObject, type Law, type Participant } from '../../../src/kit/index.js';

/** Terms drafted, not yet in force. */
export interface Draft {
  readonly kind: 'transfer' | 'mandate';
  readonly amount: number | null;
  readonly endsOn: string | null;
  /** SHA-256 of the text to sign; null when the text is not held here. */
  readonly textSha256: string | null;
}

/** What the case knows of its agreement: small, plain, and only what guards, deadlines and readers need. */
export interface Agreement extends JsonObject {
  /** `transfer`: the technical unit executes and accounts. `mandate`: the region pays the contractor. Null: not stated yet. */
  readonly kind: 'transfer' | 'mandate' | null;
  readonly initiative: string;
  /** CLP; null when the source does not say. */
  readonly amount: number | null;
  /** CLP put to the CORE, by the initiative or by an amendment. */
  readonly proposedAmount: number | null;
  /** CLP the CORE last voted: what growth is measured against. Null when it is not known. */
  readonly votedAmount: number | null;
  readonly subtitle: string | null;
  /** Level of the technical unit: only a municipality has a council to ask. */
  readonly unitLevel: 'municipal' | 'other';
  /** The text on its way through approvals; the terms in force stay until it is sent. */
  readonly draft: Draft | null;
  /** Last day of the agreement's term; null when not agreed or not known. */
  readonly endsOn: string | null;
  readonly coreVote: 'pending' | 'approved' | 'modified' | 'proposalStands' | 'excepted';
  readonly councilVote: 'pending' | 'approved' | 'proposalStands' | 'excepted' | 'notRequired';
  readonly signedOn: string | null;
  readonly resolution: 'exenta' | 'afecta' | null;
  readonly objections: number;
  readonly amendments: number;
  /** Why it is being wound up. */
  readonly ending: 'completed' | 'expired' | 'terminated' | null;
}

export function openingContext(data: JsonObject, participants: readonly Participant[], _law: Law): Agreement {
  const unit = participants.find((participant) => participant.role === 'technicalUnit')?.institution ?? '';
  const amount = typeof data['amount'] === 'number' ? data['amount'] : null;
  return {
    kind: null, initiative: typeof data['initiative'] === 'string' ? data['initiative'] : '', amount, proposedAmount: amount, votedAmount: null,
    subtitle: typeof data['subtitle'] === 'string' ? data['subtitle'] : null, unitLevel: unit.startsWith('muni-') ? 'municipal' : 'other',
    draft: null, endsOn: null, coreVote: 'pending', councilVote: 'pending', signedOn: null, resolution: null, objections: 0, amendments: 0, ending: null,
  };
}

/** An amount in UTM of the event's day; null when either is not known. */
export function inUtm(amount: number | null, event: Pick<CaseEvent, 'law'>): number | null {
  const utm = lawNumber(event, 'utm');
  return amount === null || utm === null ? null : amount / utm;
}
