import { z } from 'zod';
import { approvalEvents } from './approval-events.js';
import { draftEvents } from './draft-events.js';
import { imageEvents } from './image-events.js';
import { promulgationEvents } from './promulgation-events.js';

export const opening = z.strictObject({
  kind: z.enum(['new-plan', 'modification', 'enmienda']),
  name: z.string().min(3).max(300),
  /** Why the commune must have a plan (LGUC art. 47), or that it chooses to. */
  ground: z.enum(['intercommunal-planning', 'population', 'destruction', 'seremi-resolution', 'own-decision']).optional(),
});

/** Every event of the machine; those of the steps (`imageVote.certify`, `draftObservations.answer` …) come with them. */
export const events = { ...imageEvents, ...draftEvents, ...approvalEvents, ...promulgationEvents };
