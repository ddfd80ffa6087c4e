import { z } from 'zod';
import { day, documentReference, type JsonObject } from '../case-event.js';
import { event, type EventDefinition, type ExampleSetting, type Offices } from '../event.js';
import { keyOf, partiesOf, type Negotiated } from './terms.js';

type Setting = ExampleSetting<Negotiated>;

const clp = z.int().min(1).max(10_000_000_000_000).nullable();
const code = z.string().min(1).max(60);
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

/** What closing a text says: the text and its last day. */
export const closedText = z.strictObject({ text: documentReference.nullable(), endsOn: day.nullable() });
/** An agreement of this year; of the next, when less than half of this one is left. */
export function exampleText({ today }: Pick<Setting, 'today'>): z.infer<typeof closedText> {
  const year = Number(today.slice(0, 4)) + (today.slice(5) < '07-01' ? 0 : 1);
  return { text: { sha256: 'c'.repeat(64), name: 'convenio.pdf' }, endsOn: `${year}-12-31` };
}

function exampleProject({ context, participants }: Setting): JsonObject & { code: string; name: string; amount: number; executor: string } {
  const number = context.draft.projects.length + 1;
  return { code: `4000000${number}`, name: `Proyecto ${number} de la cartera`, amount: 500_000_000, executor: partiesOf(participants)[0]?.institution ?? 'gore-16' };
}

function exampleShare({ context, participants, today }: Setting): JsonObject & { party: string; year: number; amount: number } {
  const parties = partiesOf(participants);
  const next = parties.find(({ institution }) => !context.draft.shares.some(({ party }) => party === institution)) ?? parties[0];
  return { party: next?.institution ?? 'gore-16', year: Number(today.slice(0, 4)), amount: 250_000_000 };
}
