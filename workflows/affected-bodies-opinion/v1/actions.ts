import { assign } from '../../../src/kit/index.js';
import type { ActInPreparation } from './context.js';

export const actions = {
  keepKind: assign<ActInPreparation>(({ event }) => ({ kind: event.data['kind'] as ActInPreparation['kind'] })),
  countReports: assign<ActInPreparation>(({ event }) => ({ reported: Number(event.output?.result['given'] ?? 0) })),
  /** What a body says late is received (art. 38 forbids nothing). */
  keepReport: assign<ActInPreparation>(({ context, event }) => {
    const institution = event.actor?.institution ?? '';
    const { position } = event.data as { position: string };
    return { laterReports: [...context.laterReports.filter((one) => one.institution !== institution), { institution, position, on: event.on }] };
  }),
} as const;
