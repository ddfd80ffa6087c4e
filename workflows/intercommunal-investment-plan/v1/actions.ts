import { assign } from '../../../src/kit/index.js';
import type { Investment, Plan } from './context.js';

export const actions = {
  /** A new text: what was said, agreed or voted of the old one does not carry over. */
  keepDraft: assign<Plan>(({ event: { data } }) => ({ draft: { textSha256: (data['text'] as { sha256: string }).sha256, investments: data['investments'] as readonly Investment[] } })),
  dropDraft: assign<Plan>(() => ({ draft: null })),
  keepPromulgation: assign<Plan>(({ event }) => ({ promulgatedOn: event.on })),
  publish: assign<Plan>(({ context: { draft, inForce }, event }) => ({ inForce: draft ?? inForce, draft: null, publishedOn: String(event.data['publishedOn']) })),
  countUpdate: assign<Plan>(({ context }) => ({ updates: context.updates + 1, draft: null })),
} as const;
