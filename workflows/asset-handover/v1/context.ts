import { lawNumber, type CaseEvent, type JsonObject, type Law, type Participant } from '../../../src/kit/index.js';

export const goodKinds = ['vehicle', 'machinery', 'equipment', 'furniture', 'real-estate', 'other'] as const;

/** One thing of the inventory. What is not known is null. */
export interface Good {
  /** Inventory number, plate or other mark by which both sides know it. */
  readonly code: string;
  readonly description: string;
  readonly kind: (typeof goodKinds)[number];
  /** CLP. */
  readonly value: number | null;
  /** The inscription or document that proves ownership. */
  readonly title: string | null;
  readonly guarantee: string | null;
  readonly insurance: string | null;
}

/** Something still to be done about the goods, by whom and until when. */
export interface OpenPoint {
  readonly point: string;
  /** Code of the institution that has to do it. */
  readonly owner: string;
  readonly until: string;
}

/** The letter of LOC 18.695 art. 65 that asks for the concejo: f) acquiring real estate; j) an agreement of 500 UTM or more. */
export type CouncilMatter = 'f' | 'j' | 'none';

/** The text on its way to the signatures. */
export interface Draft extends JsonObject {
  readonly textSha256: string | null;
  /** Last day of what the operator takes on with the goods (use, upkeep); null: nothing beyond receiving them. */
  readonly bindsUntil: string | null;
  readonly matter: CouncilMatter;
}

/** What the case knows of the goods and of their way to the operator. */
export interface Handover extends JsonObject {
  readonly initiative: string;
  readonly start: 'request' | 'own-initiative' | null;
  /** Only a municipality has a concejo to ask. */
  readonly operatorLevel: 'municipal' | 'other';
  readonly goods: readonly Good[];
  readonly openPoints: readonly OpenPoint[];
  /** CLP: the goods' values together; null when one is not known. */
  readonly amount: number | null;
  /** The day of the certificate by which the region received the goods. */
  readonly receivedOn: string | null;
  readonly draft: Draft | null;
  /** The day the text was sent to the operator to be agreed and signed. */
  readonly offeredOn: string | null;
  readonly councilVote: 'pending' | 'approved' | 'proposalStands' | 'excepted' | 'notRequired';
  readonly signedOn: string | null;
  readonly resolution: 'exenta' | 'afecta' | null;
  readonly objections: number;
  readonly sentOn: string | null;
  readonly deliveredOn: string | null;
  readonly receipt: 'pending' | 'complete' | 'incomplete';
  /** Goods that a register knows, and those that need none, each with its inscription or the reason. */
  readonly registered: readonly { readonly good: string; readonly inscription: string | null; readonly reason: string | null }[];
}

export function openingContext(data: JsonObject, participants: readonly Participant[], _law: Law): Handover {
  const operator = participants.find(({ role }) => role === 'operator')?.institution ?? '';
  return {
    initiative: typeof data['initiative'] === 'string' ? data['initiative'] : '', start: (data['start'] ?? null) as Handover['start'],
    operatorLevel: operator.startsWith('muni-') ? 'municipal' : 'other', goods: [], openPoints: [], amount: null, receivedOn: null, draft: null, offeredOn: null,
    councilVote: 'pending', signedOn: null, resolution: null, objections: 0, sentOn: null, deliveredOn: null, receipt: 'pending', registered: [],
  };
}

/** The goods' values together; null when there are none, or one is not known. */
export function totalOf(goods: readonly Good[]): number | null {
  if (goods.length === 0 || goods.some(({ value }) => value === null)) return null;
  return goods.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

/**
 * Whether, and as which matter, a municipality's concejo has to agree. An unknown amount counts as one that needs it: an
 * agreement without it can be invalidated, one too many cannot.
 */
export function councilMatter({ operatorLevel, amount, goods }: Handover, event: Pick<CaseEvent, 'law'>): CouncilMatter {
  if (operatorLevel !== 'municipal') return 'none';
  const utm = lawNumber(event, 'utm');
  const threshold = lawNumber(event, 'concejo.agreement-threshold-utm') ?? 500;
  if (amount === null || utm === null || amount / utm >= threshold) return 'j';
  return goods.some(({ kind }) => kind === 'real-estate') ? 'f' : 'none';
}

/** Vehicles and real estate whose inscription in the operator's name is not told yet. */
export function toRegister({ goods, registered }: Pick<Handover, 'goods' | 'registered'>): readonly Good[] {
  return goods.filter(({ kind, code }) => (kind === 'vehicle' || kind === 'real-estate') && !registered.some(({ good }) => good === code));
}
