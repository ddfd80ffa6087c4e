import type { JsonObject } from '../case-event.js';
import type { Offices } from '../event.js';

/** A body whose opinion is asked. */
export interface ConsultedBody {
  readonly role: string;
  readonly institution: string;
  readonly offices: readonly string[];
}

export interface OpinionInput {
  /** Who asks, values the opinions and concludes. */
  readonly requester: Offices;
  readonly bodies: readonly ConsultedBody[];
  /**
   * Name of the deadline each body has, from the day it received the request, or from that of the request; its subject is the institution. Left out, the
   * law sets none (LGUC art. 177): every body that was asked is waited for.
   */
  readonly deadline?: string;
  /** From which day that limit runs: `receipt` of the request (art. 37 bis) when left out, or the `request` itself (art. 24, third paragraph). */
  readonly countsFrom?: 'receipt' | 'request';
}

export type Position = 'favourable' | 'favourable-with-remarks' | 'unfavourable';

/** One body's opinion. */
export interface Opinion {
  readonly institution: string;
  /** `expired`: it was asked and let its limit pass; the case may go on (Ley 19.880 art. 38), and a late opinion is received. */
  readonly status: 'unasked' | 'asked' | 'expired' | 'given';
  /** Day the body received the request. */
  readonly receivedOn: string | null;
  readonly position: Position | null;
  readonly text: string | null;
  readonly document: { readonly sha256: string; readonly name: string } | null;
  readonly givenOn: string | null;
  readonly timing: 'in-time' | 'late' | null;
  /** How the requester valued it (Ley 19.880 art. 37 bis). */
  readonly answer: { readonly reason: string; readonly on: string } | null;
}

export interface OpinionState extends JsonObject {
  /** Day the step began: no request was received before it. */
  readonly since: string;
  readonly opinions: readonly Opinion[];
}
