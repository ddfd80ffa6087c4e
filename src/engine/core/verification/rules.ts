import type { Checked } from './checked.js';
import type { Finding } from './finding.js';
import { deadlinesNeverStarted, expiryEffects, inconsistentDeadlines } from './rules/deadlines.js';
import { deadEnds } from './rules/ending.js';
import { examples, openingExamples } from './rules/examples.js';
import { eventsWithoutOffice, rolesWithoutOffice, tasksWithoutOffice } from './rules/offices.js';
import { unreachableStates, unreachedOutcomes } from './rules/reachable.js';
import { unknownRoles } from './rules/roles.js';
import { actsNeverOffered, eventsNeverAccepted, transitionsNeverTaken } from './rules/taken.js';
import { taskEvents, taskOffices } from './rules/tasks.js';
import { voicelessMunicipalities } from './rules/voice.js';
import { idleSituations, muteSteps, waitsWithoutLimit } from './rules/waiting.js';
import { words } from './rules/words.js';

/** What must hold of every definition, in the order in which it is told. The dialect comes before, the list of deadline rules after. */
export const rules = {
  openingExamples, unreachableStates, unreachedOutcomes, deadEnds, idleSituations, waitsWithoutLimit, muteSteps, eventsNeverAccepted, actsNeverOffered,
  transitionsNeverTaken, deadlinesNeverStarted, inconsistentDeadlines, expiryEffects, unknownRoles, taskEvents, taskOffices, tasksWithoutOffice,
  eventsWithoutOffice, rolesWithoutOffice, voicelessMunicipalities, examples, words,
} satisfies Record<string, (checked: Checked) => readonly Finding[]>;
