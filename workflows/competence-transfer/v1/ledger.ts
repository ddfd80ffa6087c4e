import type { CaseEvent, CompetenceChange } from '../../../src/kit/index.js';
import type { Terms, Transfer } from './context.js';
import { daysFrom, monthsFrom } from './dates.js';

/** Everything the case keeps of a transfer by its terms: what the ledger is told, and the days its deadlines end. */
export function withTerms(context: Transfer, terms: Terms, act: CompetenceChange['act']): Partial<Transfer> {
  const transfer = terms.effectiveOn === null ? null : transferOf(context, { ...terms, effectiveOn: terms.effectiveOn }, act);
  return { terms, act, transfer, lastDayOfOrigin: terms.effectiveOn && daysFrom(terms.effectiveOn, -1), ...termOf(context, terms.until, transfer) };
}

/** The end of a temporary transfer, with the days on which it is announced. An end that is not known has none of them. */
export function termOf(context: Transfer, until: string | null, transfer: CompetenceChange | null): Partial<Transfer> {
  return {
    expiresOn: until,
    noticeOfTwelveMonths: until && monthsFrom(until, -12), noticeOfSixMonths: until && monthsFrom(until, -6), noticeOfThreeMonths: until && monthsFrom(until, -3),
    reversion: until === null || transfer === null ? null : backToOrigin(context, transfer, daysFrom(until, 1)),
  };
}

interface Dated extends Terms {
  readonly effectiveOn: string;
}

function transferOf(context: Transfer, { duration, mode, inCharge, effectiveOn, until }: Dated, act: CompetenceChange['act']): CompetenceChange {
  const { competence, receiver, origin } = context;
  return {
    competence, territory: receiver.slice('gore-'.length), holder: receiver, mode, duration, origin, until, from: effectiveOn,
    inCharge: mode === 'shared' && inCharge === 'origin' ? origin : receiver, ...(mode === 'shared' && { sharedWith: [origin] }),
    act, basis: 'CPR art. 114; LOC 19.175 arts. 21 bis y ss. (no leída)',
    // The decree of a case that went through the whole procedure was on the table; one taken from elsewhere was not.
    certainty: context.path === 'recorded' ? 'secondary' : 'official',
  };
}

/** The holder is again the origin: at the end of a temporary transfer, or by its revocation. */
export function backToOrigin(context: Transfer, { competence, territory, origin, act }: CompetenceChange, from: string): CompetenceChange {
  return {
    competence, territory, origin, act, from, holder: origin, inCharge: origin, mode: 'exclusive', duration: 'definitive', until: null,
    basis: 'CPR art. 114: fin de la transferencia temporal', certainty: context.path === 'recorded' ? 'secondary' : 'official',
  };
}

/** A new temporary transfer from the day after the end of the one before. */
export function renewalOf(context: Transfer, until: string, act: CompetenceChange['act']): CompetenceChange | null {
  const { terms, expiresOn } = context;
  return terms === null || expiresOn === null ? null : transferOf(context, { ...terms, effectiveOn: daysFrom(expiresOn, 1), until }, act);
}

/**
 * By a decree of the President: from 1 January. Nothing to tell where the ledger was never told of the transfer. A renewal
 * that was to begin later is taken back with it.
 */
export function revokedByDecree({ transfer, renewal, ...context }: Transfer, act: CompetenceChange['act'], from: string): Transfer['revocation'] {
  if (transfer === null) return null;
  const back = (day: string): CompetenceChange => ({
    ...backToOrigin({ transfer, renewal, ...context }, transfer, day), act, basis: 'LOC 19.175 art. 21 octies (no leída): revocación', certainty: 'secondary',
  });
  return renewal !== null && renewal.from > from ? [back(from), back(renewal.from)] : back(from);
}

/** The decree an event speaks of: as its data say, or the instrument behind it. */
export function decreeOf({ data, instrument, on }: CaseEvent): CompetenceChange['act'] {
  const { number = instrument?.number, decreedOn = instrument?.date ?? on } = data as { number?: string; decreedOn?: string };
  const issuedBy = instrument?.issuedBy;
  return { kind: 'decreto', date: decreedOn, ...(number !== undefined && { number }), ...(issuedBy !== undefined && { issuedBy }) };
}
