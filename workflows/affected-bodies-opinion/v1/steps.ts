import { opinion } from '../../../src/kit/index.js';
import type { ActInPreparation } from './context.js';

/** Whoever heads a body of any level, or answers for its law. */
export const heads = [
  'legal', 'minister', 'undersecretary', 'director', 'seremi', 'governor', 'mayor', 'presidential-delegate', 'president', 'comptroller', 'secretary',
] as const;

export const steps = {
  /** Each affected body is asked with the whole file, and what it says is valued. */
  reports: opinion<ActInPreparation>(({ kind }, { participants }) => ({
    requester: { issuer: heads }, ...(kind === 'general' ? { deadline: 'generalActReport', countsFrom: 'receipt' } : { deadline: 'report', countsFrom: 'request' }),
    bodies: participants.filter(({ role }) => role === 'affected').map(({ role, institution }) => ({ role, institution, offices: heads })),
  })),
} as const;
