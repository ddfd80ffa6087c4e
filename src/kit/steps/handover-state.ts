import type { JsonObject } from '../case-event.js';
import type { Offices } from '../event.js';

/** What has to be handed over: a matter of a transfer (budget, staff, works, records), by the workflow's own name. */
export interface HandoverItem {
  readonly id: string;
  /** What it must name besides its detail: its value in CLP, or the budget line that pays for it. */
  readonly needs?: 'value' | 'line';
}

export interface HandoverInput {
  readonly giver: Offices;
  readonly receiver: Offices;
  readonly items: readonly HandoverItem[];
  /** `required`: the item `budget` names the line that funds the function, or the receiver's council takes it without. */
  readonly funding: 'required' | 'free';
}

export interface HandedOver {
  readonly id: string;
  /** `dispensed`: said not to apply; the receiver accepts or refuses that too. */
  readonly status: 'pending' | 'presented' | 'dispensed' | 'accepted' | 'refused';
  /** What is handed over; null while it was not presented, and of an item dispensed with. */
  readonly detail: string | null;
  /** CLP. */
  readonly value: number | null;
  /** Budget line. */
  readonly line: string | null;
  readonly evidence: { readonly sha256: string; readonly name: string } | null;
  /** Why it was dispensed with, or refused. */
  readonly reasons: string | null;
  /** Day of the last act on it. */
  readonly on: string | null;
}

export interface HandoverState extends JsonObject {
  readonly items: readonly HandedOver[];
  /** The receiver takes the function without funds, by agreement of its council. */
  readonly override: { readonly reason: string; readonly councilAgreement: string; readonly on: string } | null;
}
