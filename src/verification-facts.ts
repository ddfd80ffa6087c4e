import listed from '../workflows/deadline-rules.json' with { type: 'json' };
import type { ListedRule } from './engine/core/verification/deadline-list.js';
import type { Facts } from './engine/core/verification/verify.js';
import { officesOfLevel } from './governance/offices-of-level.js';

/** The legal limits as they were read: facts only, from the sources each of them names. */
export const deadlineRules = listed as readonly unknown[] as readonly ListedRule[];

/** What verification is told of the world: the offices there are, and the limits the law sets. */
export const verificationFacts: Facts = { officesOf: officesOfLevel, deadlineRules };
