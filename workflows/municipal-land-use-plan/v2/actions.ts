import { assign } from '../../../src/kit/index.js';
import { actions as before } from '../v1/actions.js';
import type { Plan } from '../v1/context.js';

export const actions = {
  ...before,
  /** Given beside other work: the day of what that work follows stays as it was. */
  tellSii: assign<Plan>(() => ({ siiTold: 'told' })),
  /** A notice owed from an earlier sending stays owed. */
  keepSending: assign<Plan>(({ context, event }) => ({
    since: event.on, sentOn: typeof event.data['sentOn'] === 'string' ? event.data['sentOn'] : event.on,
    limitTold: event.data['urbanLimit'] === 'altered' || context.limitTold === 'pending' ? 'pending' : 'not-needed',
  })),
} as const;
