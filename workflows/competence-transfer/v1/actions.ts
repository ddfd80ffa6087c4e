import { assign } from '../../../src/kit/index.js';
import type { Terms, Transfer } from './context.js';
import { daysFrom, revocationDay } from './dates.js';
import { backToOrigin, decreeOf, renewalOf, revokedByDecree, termOf, withTerms } from './ledger.js';

export const actions = {
  takePath: assign<Transfer>((_asked, { is }) => ({ path: is as Transfer['path'] })),
  keepProposer: assign<Transfer>(({ event }) => ({ proposedBy: event.data['proposedBy'] as Transfer['proposedBy'] })),
  keepCommission: assign<Transfer>(() => ({ commission: 'formed' })),
  keepExercise: assign<Transfer>(() => ({ exercise: 'documented' })),
  keepProjection: assign<Transfer>(() => ({ projection: 'documented' })),
  keepReport: assign<Transfer>(() => ({ report: 'issued' })),
  keepDraft: assign<Transfer>(({ event: { data } }) => ({ objection: null, draft: termsIn(data), textSha256: (data['text'] as { sha256: string } | null)?.sha256 ?? null })),
  keepObjection: assign<Transfer>(({ event }) => ({ objection: event.data['ground'] as Transfer['objection'] })),
  dropObjection: assign<Transfer>(() => ({ objection: null })),
  /** A decree that names no day is in force from its publication (Ley 19.880 art. 49). */
  keepDecree: assign<Transfer>(({ context, event }) => {
    if (context.draft === null) return {};
    const { publishedOn } = event.data as { publishedOn: string };
    return { draft: null, ...withTerms(context, { ...context.draft, effectiveOn: context.draft.effectiveOn ?? publishedOn }, decreeOf(event)) };
  }),
  /** A transfer decreed before: what its record does not say stays unknown. */
  keepRecord: assign<Transfer>(({ context, event }) => withTerms({ ...context, path: 'recorded' }, termsIn(event.data), decreeOf(event))),
  completeHandover: assign<Transfer>(() => ({ handover: 'complete' })),
  keepEffect: assign<Transfer>(({ context, event }) =>
    (context.terms && context.act ? withRevocation({ ...context, ...withTerms(context, { ...context.terms, effectiveOn: String(event.data['effectiveOn']) }, context.act) }) : {})),
  keepTerm: assign<Transfer>(({ context, event }) => {
    const until = String(event.data['until']);
    const transfer = context.transfer && { ...context.transfer, until };
    return { transfer, terms: context.terms && { ...context.terms, until }, ...termOf(context, until, transfer) };
  }),
  keepRenewal: assign<Transfer>(({ context, event }) => {
    const [until, act] = [String(event.data['until']), decreeOf(event)];
    return { renewedUntil: until, act, renewal: renewalOf(context, until, act) };
  }),
  takeUpRenewal: assign<Transfer>(({ context }) => {
    const { terms, act, expiresOn, renewedUntil } = context;
    if (terms === null || act === null || expiresOn === null || renewedUntil === null) return {};
    return { renewedUntil: null, renewal: null, ...withTerms(context, { ...terms, effectiveOn: daysFrom(expiresOn, 1), until: renewedUntil }, act) };
  }),
  keepRevocation: assign<Transfer>(({ context, event }) => {
    const revokedBy = decreeOf(event);
    return withRevocation({ ...context, revokedBy, lastDayBeforeRevocation: daysFrom(revocationDay(revokedBy.date), -1) });
  }),
  /** A definitive transfer is taken back by a law alone. */
  keepLaw: assign<Transfer>(({ context, event }) => {
    const law = { kind: 'ley', number: String(event.data['law']), date: event.on };
    return { revocation: context.transfer && { ...backToOrigin(context, context.transfer, String(event.data['from'])), act: law, basis: `Ley ${law.number}` } };
  }),
  endBy: assign<Transfer>((_asked, { is }) => ({ ending: is as Transfer['ending'] })),
} as const;

function withRevocation(context: Transfer): Transfer {
  const { revokedBy, lastDayBeforeRevocation: last } = context;
  return revokedBy === null || last === null ? context : { ...context, revocation: revokedByDecree(context, revokedBy, daysFrom(last, 1)) };
}

function termsIn(data: Readonly<Record<string, unknown>>): Terms {
  const { duration, mode, inCharge, effectiveOn, until } = data as Partial<Terms>;
  return { duration: duration ?? 'temporary', mode: mode ?? null, inCharge: inCharge ?? null, effectiveOn: effectiveOn ?? null, until: until ?? null };
}
