import type { JsonObject } from '../../../src/kit/index.js';
import { abstract as before, type Plan } from '../v1/context.js';

/** As in version 1, and whether a notice is still owed: it goes with the case until it is given. */
export function abstract(plan: Plan): JsonObject {
  return { ...before(plan), owes: [plan.siiTold, plan.limitTold].includes('pending') };
}
