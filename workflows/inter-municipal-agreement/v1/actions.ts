import { assign } from '../../../src/kit/index.js';
import { ofArticle65, type Agreement, type Member } from './context.js';

export const actions = {
  /** A new text: what was agreed or signed of the old one does not carry over. */
  keepDraft: assign<Agreement>(({ event }) => {
    const { data } = event;
    const members = data['members'] as readonly Member[];
    const total = members.reduce((sum, { amount }) => sum + amount, 0);
    const draft = {
      members, lead: String(data['lead']), endsOn: data['endsOn'] as string | null, textSha256: (data['text'] as { sha256: string }).sha256, ofArticle65: ofArticle65(total, event),
    };
    return { draft, signedOn: null };
  }),
  dropDraft: assign<Agreement>(() => ({ draft: null })),
  keepSignature: assign<Agreement>(({ event }) => ({ signedOn: event.on })),
  adoptDraft: assign<Agreement>(({ context: { draft, inForceOn }, event }) => (draft ? { terms: draft, endsOn: draft.endsOn, inForceOn: inForceOn ?? event.on } : {})),
  addContribution: assign<Agreement>(({ context: { contributed }, event: { data } }) => {
    const institution = String(data['institution']);
    return { contributed: { ...contributed, [institution]: (contributed[institution] ?? 0) + Number(data['amount']) } };
  }),
  addFulfilment: assign<Agreement>(({ context, event }) => ({ fulfilled: [...context.fulfilled, { institution: String(event.data['institution']), on: event.on }] })),
  keepAccount: assign<Agreement>(({ event }) => ({ spent: Number(event.data['spent']) })),
  countAmendment: assign<Agreement>(({ context }) => ({ amendments: context.amendments + 1, draft: null })),
  endBy: assign<Agreement>((_asked, { is }) => ({ ending: is as Agreement['ending'], draft: null })),
} as const;
