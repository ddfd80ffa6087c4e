import { assign } from '../../../src/kit/index.js';
import type { Area, Named } from './context.js';
import { dayBefore, transfersOf } from './ledger.js';

export const actions = {
  takePath: assign<Area>((_asked, { is }) => ({ path: is as Area['path'] })),
  /** Of an area whose decree was already with Contraloría: what came before is not told, and what is not known of it stays so. */
  keepRecord: assign<Area>(({ event: { data } }) => ({ path: data['path'] as Area['path'], named: data['competences'] as readonly Named[] })),
  keepStudy: assign<Area>(({ event }) => ({ population: event.data['population'] as number | null })),
  keepDraft: assign<Area>(({ event: { data } }) => ({
    objection: null, named: data['competences'] as readonly Named[], effectiveOn: data['effectiveOn'] as string | null,
    textSha256: (data['text'] as { sha256: string } | null)?.sha256 ?? null,
  })),
  keepObjection: assign<Area>(({ event }) => ({ objection: event.data['ground'] as Area['objection'] })),
  /** A decree that names no day is in force from its publication (Ley 19.880 art. 49). */
  keepDecree: assign<Area>(({ context, event }) => {
    const { publishedOn } = event.data as { publishedOn: string };
    const from = context.effectiveOn ?? publishedOn;
    return { effectiveOn: from, lastDayBefore: dayBefore(from), transfers: transfersOf(context, from, event) };
  }),
  keepMayors: assign<Area>(() => ({ mayors: 'installed' })),
  keepDepartment: assign<Area>(() => ({ department: 'created' })),
  countSession: assign<Area>(({ context }) => ({ sessions: context.sessions + 1 })),
  keepMatter: assign<Area>(({ event }) => ({ matter: event.data['matter'] as string })),
  keepApproval: assign<Area>(({ context, event }) => {
    const { matter, decision } = event.data as { matter: string; decision: string };
    return { matter: null, approvals: [...context.approvals, { matter, decision, on: event.on }] };
  }),
  dropMatter: assign<Area>(() => ({ matter: null })),
} as const;
