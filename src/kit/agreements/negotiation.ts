import { z } from 'zod';
import { day, documentReference, type CaseEvent, type JsonObject, type Participant } from '../case-event.js';
import { event, type EventDefinition, type ExampleSetting, type Offices } from '../event.js';
import { assign } from '../pure.js';
import type { Share } from '../steps/contributions-state.js';
import { keyOf, totalOf, type Project, type Terms } from './terms.js';

/** A case whose parties have terms on the table. */
export interface Negotiated extends JsonObject {
  readonly draft: Terms;
  /** CLP in all; kept where a register shows only that. */
  readonly amount: number | null;
}

type Setting = ExampleSetting<Negotiated>;
type Asked = { readonly context: Negotiated; readonly event: CaseEvent };

const clp = z.int().min(1).max(10_000_000_000_000).nullable();
const code = z.string().min(1).max(60);
const clause = z.string().min(3).max(2000);
const projectCode = z.string().min(1).max(40).nullable();

/** The acts by which any party puts terms on the table, or takes them off. */
export function negotiationEvents(parties: Offices): {
  readonly 'project.put': EventDefinition<Negotiated>; readonly 'project.drop': EventDefinition<Negotiated>; readonly 'share.put': EventDefinition<Negotiated>;
} {
  return {
    'project.put': event({
      by: parties, schema: z.strictObject({ code: projectCode, name: z.string().min(3).max(200), amount: clp, executor: code.nullable() }),
      examples: (setting: Setting) => [exampleProject(setting)],
    }),
    'project.drop': event({
      by: parties, schema: z.strictObject({ project: z.string().min(1).max(200), reason: z.string().min(3).max(2000) }),
      examples: ({ context }: Setting) => context.draft.projects.slice(-1).map((project) => ({ project: keyOf(project), reason: 'No alcanza a ejecutarse en el plazo' })),
    }),
    'share.put': event({
      by: parties, schema: z.strictObject({ party: code, year: z.int().min(1990).max(2100).nullable(), amount: clp }),
      examples: (setting: Setting) => [exampleShare(setting)],
    }),
  };
}

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

/** What closing a text says: the text and its last day. */
export const closedText = z.strictObject({ text: documentReference.nullable(), endsOn: day.nullable() });
export function exampleText({ today }: Pick<Setting, 'today'>): z.infer<typeof closedText> {
  return { text: { sha256: 'c'.repeat(64), name: 'convenio.pdf' }, endsOn: `${Number(today.slice(0, 4)) + 4}-12-31` };
}

/** Which terms are there, and whose word counts. What a register of the past lacks does not stop its lines. */
export const negotiationGuards = {
  /** Code, amount and executor: what a project of the portfolio states. */
  projectIsWhole: ({ event: { source, data } }: Asked): boolean => source === 'imported' || (data['code'] !== null && data['amount'] !== null && data['executor'] !== null),
  projectIsOnTheTable: ({ context, event }: Asked): boolean => context.draft.projects.some((project) => keyOf(project) === event.data['project']),
  shareIsWhole: ({ event: { source, data } }: Asked): boolean => source === 'imported' || (data['year'] !== null && data['amount'] !== null),
  ofAParty: ({ event }: Asked): boolean => partiesOf(event.participants).some(({ institution }) => institution === event.data['party']),
  namesProjects: ({ context, event }: Asked): boolean => event.source === 'imported' || context.draft.projects.length > 0,
  statesShares: ({ context, event }: Asked): boolean => event.source === 'imported' || context.draft.shares.length > 0,
  hasText: ({ event }: Asked): boolean => event.source === 'imported' || event.data['text'] !== null,
  endsAfterToday: ({ event }: Asked): boolean => event.source === 'imported' || (typeof event.data['endsOn'] === 'string' && event.data['endsOn'] > event.on),
} as const;

/** What LOC 18.695 art. 8 bis wants in the text, each asked by itself so that a refusal names what is missing. */
export const clauseGuards = {
  statesDuties: ({ context, event }: Asked): boolean => event.source === 'imported' || partiesWithoutDuties(context.draft, event.participants).length === 0,
  statesGoals: ({ context, event }: Asked): boolean => event.source === 'imported' || context.draft.goals !== null,
  statesEvaluation: ({ context, event }: Asked): boolean => event.source === 'imported' || context.draft.evaluation !== null,
  statesRevocability: ({ context, event }: Asked): boolean => event.source === 'imported' || context.draft.revocability !== null,
  /** "Cuando corresponda": with several projects the parties have the clause, or say that it does not apply. */
  settlesReallocation: ({ context, event }: Asked): boolean => event.source === 'imported' || context.draft.projects.length < 2 || context.draft.reallocation !== null,
} as const;

export const negotiationActions = {
  putProject: assign<Negotiated>(({ context: { draft }, event: { data } }) => {
    const project = { code: data['code'], name: data['name'], amount: data['amount'], executor: data['executor'], appraisal: null } as Project;
    const known = draft.projects.some((one) => keyOf(one) === keyOf(project));
    const projects = known ? draft.projects.map((one) => (keyOf(one) === keyOf(project) ? { ...project, appraisal: one.appraisal } : one)) : [...draft.projects, project];
    return { draft: { ...draft, projects } };
  }),
  dropProject: assign<Negotiated>(({ context: { draft }, event: { data } }) => ({ draft: { ...draft, projects: draft.projects.filter((one) => keyOf(one) !== data['project']) } })),
  putShare: assign<Negotiated>(({ context: { draft, amount }, event: { data } }) => {
    const { party, year } = data;
    const shares = [...draft.shares.filter((one) => one.party !== party || one.year !== year), data as unknown as Share];
    return { draft: { ...draft, shares }, amount: totalOf({ shares }) ?? amount };
  }),
  putDuties: assign<Negotiated>(({ context: { draft }, event: { data } }) => {
    const party = String(data['party']);
    return { draft: { ...draft, duties: [...draft.duties.filter((one) => one.party !== party), { party, duties: String(data['duties']) }] } };
  }),
  putClauses: assign<Negotiated>(({ context: { draft }, event: { data } }) => ({ draft: { ...draft, ...data } })),
  closeText: assign<Negotiated>(({ context: { draft }, event: { data } }) => {
    const text = data['text'] as { sha256: string } | null;
    return { draft: { ...draft, endsOn: data['endsOn'] as string | null, textSha256: text?.sha256 ?? null } };
  }),
} as const;

export function partiesOf(participants: readonly Participant[]): readonly Participant[] {
  return participants.filter(({ party }) => party);
}

export function partiesWithoutDuties({ duties }: Terms, participants: readonly Participant[]): readonly string[] {
  return partiesOf(participants).map(({ institution }) => institution).filter((institution) => !duties.some(({ party }) => party === institution));
}

const exampleClauses = {
  goals: 'Ejecutar la cartera completa dentro del plazo del convenio', evaluation: 'Evaluación anual por el comité de seguimiento, con informe escrito',
  revocability: 'Puede revocarse por incumplimiento grave, previa audiencia de la otra parte', reallocation: 'agreed' as const, lastInstance: 'El gobernador regional y el ministro resuelven en última instancia',
};

function exampleProject({ context, participants }: Setting): JsonObject & { code: string; name: string; amount: number; executor: string } {
  const number = context.draft.projects.length + 1;
  return { code: `4000000${number}`, name: `Proyecto ${number} de la cartera`, amount: 500_000_000, executor: partiesOf(participants)[0]?.institution ?? 'gore-16' };
}

function exampleShare({ context, participants, today }: Setting): JsonObject & { party: string; year: number; amount: number } {
  const parties = partiesOf(participants);
  const next = parties.find(({ institution }) => !context.draft.shares.some(({ party }) => party === institution)) ?? parties[0];
  return { party: next?.institution ?? 'gore-16', year: Number(today.slice(0, 4)), amount: 250_000_000 };
}
