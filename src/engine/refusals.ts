import type { Reason } from '../kit/index.js';

/** The engine says no, and why: an answer, not a defect. Codes are the contract's. */
export class EngineRefusal extends Error {
  constructor(
    readonly code: 'event-refused' | 'invalid-data' | 'occurred-at' | 'key-reused' | 'stale' | 'unknown-case' | 'attested-without-instrument',
    readonly reasons: readonly Reason[],
    readonly details: { readonly accepted?: readonly string[]; readonly errors?: readonly { readonly path: string; readonly message: string }[]; readonly issues?: unknown } = {},
  ) {
    super(`${code}: ${reasons.map((reason) => reason.code).join(', ')}`);
    this.name = 'EngineRefusal';
  }
}
