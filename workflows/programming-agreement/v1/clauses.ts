import { z } from 'zod';
import { assign, event, type CaseEvent, type EventDefinition, type ExampleSetting, type Offices, type Participant } from '../../../src/kit/index.js';
import { partiesOf, type Negotiated, type Terms } from '../../../src/kit/agreements/terms.js';

type Setting = ExampleSetting<Negotiated>;
type Asked = { readonly context: Negotiated; readonly event: CaseEvent };

const code = z.string().min(1).max(60);
const clause = z.string().min(3).max(2000);

/** The acts by which the parties say what each owes, and under which rules: what LOC 18.695 art. 8 bis asks. */
export function clauseEvents(parties: Offices): { readonly 'duties.put': EventDefinition<Negotiated>; readonly 'clauses.put': EventDefinition<Negotiated> } {
  return {
    'duties.put': event({
      by: parties, schema: z.strictObject({ party: code, duties: clause }),
      examples: ({ context, participants }: Setting) => {
        const silent = partiesOf(participants).find(({ institution }) => !context.draft.duties.some(({ party }) => party === institution)) ?? partiesOf(participants)[0];
        return [{ party: silent?.institution ?? 'gore-16', duties: 'Aporta su parte, ejecuta los proyectos a su cargo e informa su avance' }];
      },
    }),
    'clauses.put': event({
      by: parties,
      schema: z.strictObject({ goals: clause.optional(), evaluation: clause.optional(), revocability: clause.optional(), reallocation: z.enum(['agreed', 'not-apt']).optional(), lastInstance: clause.optional() }),
      examples: () => [exampleClauses, { ...exampleClauses, reallocation: 'not-apt' as const }],
    }),
  };
}

/** What LOC 18.695 art. 8 bis wants in the text, each asked by itself so that a refusal names what is missing. */
export const clauseGuards = {
  statesDuties: ({ context, event: sent }: Asked): boolean => sent.source === 'imported' || partiesWithoutDuties(context.draft, sent.participants).length === 0,
  statesGoals: ({ context, event: sent }: Asked): boolean => sent.source === 'imported' || context.draft.goals !== null,
  statesEvaluation: ({ context, event: sent }: Asked): boolean => sent.source === 'imported' || context.draft.evaluation !== null,
  statesRevocability: ({ context, event: sent }: Asked): boolean => sent.source === 'imported' || context.draft.revocability !== null,
  /** "Cuando corresponda": with several projects the parties have the clause, or say that it does not apply. */
  settlesReallocation: ({ context, event: sent }: Asked): boolean => sent.source === 'imported' || context.draft.projects.length < 2 || context.draft.reallocation !== null,
} as const;

/** What those acts write down. */
export const clauseActions = {
  putDuties: assign<Negotiated>(({ context: { draft }, event: { data } }) => {
    const party = String(data['party']);
    return { draft: { ...draft, duties: [...draft.duties.filter((one) => one.party !== party), { party, duties: String(data['duties']) }] } };
  }),
  putClauses: assign<Negotiated>(({ context: { draft }, event: { data } }) => ({ draft: { ...draft, ...data } })),
} as const;

export function partiesWithoutDuties({ duties }: Terms, participants: readonly Participant[]): readonly string[] {
  return partiesOf(participants).map(({ institution }) => institution).filter((institution) => !duties.some(({ party }) => party === institution));
}

const exampleClauses = {
  goals: 'Ejecutar la cartera completa dentro del plazo del convenio', evaluation: 'Evaluación anual por el comité de seguimiento, con informe escrito',
  revocability: 'Puede revocarse por incumplimiento grave, previa audiencia de la otra parte', reallocation: 'agreed' as const, lastInstance: 'El gobernador regional y el ministro resuelven en última instancia',
};
