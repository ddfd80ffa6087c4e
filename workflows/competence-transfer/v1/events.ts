import { decreeEvents } from './decree-events.js';
import { requestEvents } from './request-events.js';
import { studyEvents } from './study-events.js';
import { termEvents } from './term-events.js';

/** Every event of the machine; those of the steps (`requestVote.certify`, `decreeSignature.sign`, `handover.present` …) come with them. */
export const events = { ...requestEvents, ...studyEvents, ...decreeEvents, ...termEvents } as const;
