import { lawNumber, type CaseEvent, type JsonObject } from '../../../src/kit/index.js';
import { inUtm, type Agreement } from './context.js';

type Asked = { context: Agreement; event: CaseEvent };

/** The most a cost may grow to without a new vote. Whole pesos: 1.1 times has no exact binary form. */
function overTenth(voted: number): number {
  return Math.floor((voted * 11) / 10);
}

/** Amount an event states, or else the draft's. */
function amountOf({ context, event }: Asked): number | null {
  return typeof event.data['amount'] === 'number' ? event.data['amount'] : (context.draft?.amount ?? null);
}

export const guards = {
  /**
   * A municipality is a party and the amount is 500 UTM or more (LOC 18.695 art. 65 j). An unknown amount counts as one that
   * needs it: an agreement without it can be invalidated, one too many cannot.
   */
  councilMustAgree: (asked: Asked): boolean => {
    const utm = inUtm(amountOf(asked), asked.event);
    const threshold = lawNumber(asked.event, 'concejo.agreement-threshold-utm') ?? 500;
    return asked.context.unitLevel === 'municipal' && (utm === null || utm >= threshold);
  },
  /** Exenta only below the dated threshold and never for a mandate; the past is recorded as it was resolved. */
  mayBeExenta: ({ context, event }: Asked): boolean => {
    if (event.source === 'imported') return true;
    const utm = inUtm(context.draft?.amount ?? null, event);
    const threshold = lawNumber(event, 'fndr.exenta-threshold-utm');
    return context.draft?.kind === 'transfer' && utm !== null && threshold !== null && utm < threshold;
  },
  isExenta: ({ event }: Asked): boolean => event.data['nature'] === 'exenta',
  isAfecta: ({ event }: Asked): boolean => event.data['nature'] === 'afecta',
  /** An amendment goes to the CORE again when it raises the cost by more than a tenth over what the CORE voted. */
  raisesCostOverTenth: ({ context, event }: Asked): boolean => {
    const { amount } = event.data;
    const base = context.votedAmount ?? context.amount;
    return typeof amount === 'number' && (base === null || amount > overTenth(base));
  },
  /** A text may not state more than the CORE voted and a tenth: several small rises do not make a large one. */
  withinVotedAmount: ({ context, event }: Asked): boolean => {
    const { amount } = event.data;
    return event.source === 'imported' || typeof amount !== 'number' || context.votedAmount === null || amount <= overTenth(context.votedAmount);
  },
  /** Recorded exceptions name their reason; one taken from a register only says that it shows no agreement. */
  exceptionOfRegister: ({ event }: Asked): boolean => (event.data['reason'] === 'not-in-register') === (event.source === 'imported'),
  /** Of an agreement that is only recorded: which resolution, issued before, approved it. A register of the past may not show it. */
  namesItsResolution: ({ event: { data, source, on } }: Asked): boolean => {
    const resolution = data['resolution'] as { readonly date: string } | null;
    return source === 'imported' || (data['kind'] !== null && resolution !== null && resolution.date < on);
  },
  hasText: ({ event }: Asked): boolean => event.data['text'] !== null || event.source === 'imported',
  endsAfterToday: ({ event }: Asked): boolean => {
    const { endsOn } = event.data;
    return event.source === 'imported' || (typeof endsOn === 'string' && endsOn > event.on);
  },
  endingIs: ({ context }: Asked, params: JsonObject | undefined): boolean => context.ending === params?.['is'],
} as const;
