/** Names under which Nest hands out what is no class. `app.module.ts` binds them. */
export const CONFIG = Symbol('config');
export const LOG = Symbol('log');
/** The clock legal time runs on: the machine's, or the training clock in the sandbox. */
export const CLOCK = Symbol('clock');
export const NEW_ID = Symbol('newId');
export const QUEUES = Symbol('queues');
