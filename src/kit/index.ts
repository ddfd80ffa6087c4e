/** What a workflow author may use. */
export * from './case-event.js';
export * from './deadline.js';
export * from './event.js';
export * from './procedure.js';
export * from './workflow.js';
export * from './pure.js';
export * from './steps/step.js';
export * from './steps/sign-off.js';
export * from './steps/vote-rule.js';
export * from './steps/vote.js';
export * from './steps/obligations-state.js';
export * from './steps/obligations.js';
export * from './words/reasons.js';
export * from './words/say-reason.js';
