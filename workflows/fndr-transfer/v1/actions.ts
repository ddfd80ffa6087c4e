import { assign } from '../../../src/kit/index.js';
import type { Agreement, Draft } from './context.js';

export const actions = {
  /** What the CORE adopts with changes we cannot read as an amount: what it voted is then not known. */
  setCoreVote: assign<Agreement>(({ context }, { is }) => ({ coreVote: is as Agreement['coreVote'], votedAmount: is === 'modified' ? null : context.proposedAmount })),
  setCouncilVote: assign<Agreement>((_asked, { is }) => ({ councilVote: is as Agreement['councilVote'] })),
  /** A new text: what was voted or signed of the old one does not carry over. */
  keepDraft: assign<Agreement>(({ event: { data } }) => {
    const text = data['text'] as { sha256: string } | null;
    const draft: Draft = {
      kind: data['kind'] as Draft['kind'], amount: data['amount'] as number | null, endsOn: data['endsOn'] as string | null, textSha256: text?.sha256 ?? null,
    };
    return { draft, signedOn: null, councilVote: 'pending' };
  }),
  keepSignature: assign<Agreement>(({ event }) => ({ signedOn: event.on })),
  keepNature: assign<Agreement>(({ event }) => ({ resolution: event.data['nature'] as Agreement['resolution'] })),
  countObjection: assign<Agreement>(({ context }) => ({ objections: context.objections + 1 })),
  /** The text sent to the technical unit is the agreement in force; what it does not say stays as it was. */
  adoptDraft: assign<Agreement>(({ context }) => {
    const { draft } = context;
    return draft ? { kind: draft.kind, amount: draft.amount ?? context.amount, endsOn: draft.endsOn ?? context.endsOn } : {};
  }),
  /** An agreement that was in force before there was a file here; its amount stands in the opening. */
  adoptRecord: assign<Agreement>(({ event: { data } }) => ({ kind: data['kind'] as Agreement['kind'], endsOn: data['endsOn'] as string | null })),
  beginAmendment: assign<Agreement>(({ context, event }) => {
    const { amount } = event.data;
    return { amendments: context.amendments + 1, draft: null, coreVote: 'pending', proposedAmount: typeof amount === 'number' ? amount : context.amount };
  }),
  dropDraft: assign<Agreement>(() => ({ draft: null })),
  endBy: assign<Agreement>((_asked, { is }) => ({ ending: is as Agreement['ending'] })),
} as const;
