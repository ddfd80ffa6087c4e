import { and, type GuardExpression, type TaskDeclaration } from '../../../src/kit/index.js';
import type { Plan } from './context.js';

/** Guard: no day of the act lies ahead, and the one that starts a limit is not before the day it follows. */
export const dated = (field: string, after: string): GuardExpression => and('nothingInFuture', { type: 'inOrder', params: { field, after } });

/** Guard: two notices in different weeks, before the day that the field names. */
export const noticesBefore = (field: string): GuardExpression => ({ type: 'twoNotices', params: { before: field } });

export const set = (type: 'setImage' | 'setCore', is: string): { type: string; params: { is: string } } => ({ type, params: { is } });

/** For the entry of a stage. */
export const enter = (stage: Plan['stage']): { type: string; params: { stage: Plan['stage'] } } => ({ type: 'enter', params: { stage } });

export const byMunicipality = (task: string, offices: readonly string[], ...events: readonly string[]): TaskDeclaration => ({ task, role: 'municipality', offices, events });
export const byRegion = (task: string, offices: readonly string[], ...events: readonly string[]): TaskDeclaration => ({ task, role: 'regionalGovernment', offices, events });

export const withdrawn = { 'plan.withdraw': '#withdrawn' } as const;
export const municipalHeads = { municipality: ['mayor', 'planning'] } as const;
