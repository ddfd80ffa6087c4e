import { assign } from '../../../src/kit/index.js';
import type { Coordination } from './context.js';

export const actions = {
  keepText: assign<Coordination>(({ event: { data } }) => ({ textSha256: (data['text'] as { sha256: string } | null)?.sha256 ?? null, measures: data['measures'] as string })),
  beginBy: assign<Coordination>((_asked, { is }) => ({ origin: is as Coordination['origin'] })),
  keepMeasures: assign<Coordination>(({ event }) => ({ origin: 'order', measures: event.data['measures'] as string })),
  keepReport: assign<Coordination>(({ context, event }) => {
    const institution = event.actor?.institution ?? '';
    const { state } = event.data as { state: 'done' | 'not-done' };
    return { reports: [...context.reports.filter((one) => one.institution !== institution), { institution, state, on: event.on }] };
  }),
} as const;
