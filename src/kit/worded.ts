import type { Procedure } from './procedure.js';
import { sharedStepWords } from './words/steps.js';
import type { Workflow, WorkflowWords } from './workflow.js';

type Language = 'es' | 'en';
/** A workflow's own words: those of its steps' acts and outcomes and of the house's guards may be left to the shared ones. */
export type OwnWords = Omit<WorkflowWords, 'events' | 'guards' | 'tasks'> & Partial<Pick<WorkflowWords, 'guards' | 'tasks'>> & {
  readonly events: Readonly<Record<string, Partial<EventWords>>>;
};
type EventWords = WorkflowWords['events'][string];

/** Joins a procedure with its words in both languages; what every vote or signature is called is said once, for all workflows. */
export function worded(procedure: Procedure, words: Readonly<Record<Language, OwnWords>>): Workflow {
  return { ...procedure, words: { es: completed(procedure, words.es, 'es'), en: completed(procedure, words.en, 'en') } };
}

function completed(procedure: Procedure, own: OwnWords, language: Language): WorkflowWords {
  const { kinds, guards } = sharedStepWords[language];
  // An event that is no act of a step has nothing but its own words: the catalogue's check finds what is missing.
  const events = { ...own.events } as Record<string, EventWords>;
  const outcomes: Record<string, string> = {};
  const tasks: Record<string, string> = {};
  for (const [id, { logic }] of Object.entries(procedure.steps)) {
    const shared = kinds[logic.kind];
    for (const act of Object.keys(logic.acts)) {
      const said = shared?.acts[act];
      if (said === undefined) continue;
      const mine = own.events[`${id}.${act}`];
      const name = said.name.replace('{step}', own.steps[id] ?? id);
      events[`${id}.${act}`] = { ...said, name, ...mine, fields: { ...said.fields, ...mine?.fields } };
      tasks[`${id}.${act}`] = mine?.name ?? name;
    }
    for (const outcome of logic.outcomes) if (shared?.outcomes[outcome] !== undefined) outcomes[`${id}.${outcome}`] = shared.outcomes[outcome];
  }
  return {
    ...own, events, outcomes: { ...outcomes, ...own.outcomes }, tasks: { ...tasks, ...own.tasks }, guards: { ...guards, ...own.guards },
  };
}
