import { assign, type JsonObject } from '../../../../src/kit/index.js';
import { asked, mayor, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A counter that nobody caps. */
export const broken: Broken = {
  rule: 'too-many-situations', path: null, says: 'More than 20 situations', limit: 20,
  definition: sound({
    events: { note: plain(mayor) },
    actions: { count: assign<JsonObject>(({ context }) => ({ marked: Number(context['marked']) + 1 })) },
    states: { asked: asked({ on: { answer: 'agreed', note: { actions: 'count' } } }) },
  }),
};
