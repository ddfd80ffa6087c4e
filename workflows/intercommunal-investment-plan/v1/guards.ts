import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import type { Investment, Plan } from './context.js';

type Asked = { context: Plan; event: CaseEvent };

export const guards = {
  /** Works in the communes of the area, or across them. */
  withinArea: ({ context, event }: Asked): boolean =>
    ((event.data['investments'] as readonly Investment[] | undefined) ?? []).every(({ municipality }) => municipality === null || context.municipalities.includes(municipality)),
  /** Published after it was promulgated: its ten years do not run from before (arts 177, 178). */
  afterPromulgation: ({ context, event }: Asked): boolean =>
    event.source === 'imported' || context.promulgatedOn === null || String(event.data['publishedOn']) >= context.promulgatedOn,
  /** A day named in an act has come. */
  dayHasCome: ({ event }: Asked, params: JsonObject | undefined): boolean => {
    const day = event.data[String(params?.['field'])];
    return typeof day !== 'string' || day <= event.on;
  },
} as const;
