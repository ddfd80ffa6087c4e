import { z } from 'zod';
import { instrumentSchema, linkRelations } from '../../kit/index.js';
import { TerritoryCode } from '../validation.js';

const code = z.string().min(1).max(120);

export const CasePath = z.object({ id: z.string().meta({ description: 'The case’s id', format: 'uuid' }) });
export const DeadlinePath = CasePath.extend({ name: z.string().meta({ description: 'The deadline’s name', example: 'legalityReview' }) });

/** A day, or an instant; without an offset in the territory's time zone. */
export const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])
  .meta({ description: 'When it legally happened: a day, or an instant; now when left out', example: '2026-03-02' });

const Office = z.string().min(1).max(120).meta({ description: 'Which of your offices acts, where several may', example: 'governor' });

/** An act of a body that does not act here itself, recorded with the document that proves it. */
const Attested = z.strictObject({ office: code, institution: code }).meta({ description: 'Whose act it is, where you only attest it; needs `instrument`' });

const common = { occurredAt: Moment.optional(), instrument: instrumentSchema.optional(), office: Office.optional(), attested: Attested.optional() };

export const NewCase = z.strictObject({
  workflow: code.meta({ example: 'fndr-transfer' }),
  title: z.string().trim().min(3).max(300),
  territory: TerritoryCode.nullable().default(null),
  participants: z.array(z.strictObject({ role: code, institution: code })).max(500),
  identifiers: z.array(z.strictObject({ scheme: z.string().trim().min(1).max(40), value: z.string().trim().min(1).max(100) })).max(50).default([]),
  data: z.record(z.string(), z.unknown()),
  links: z.array(z.strictObject({ relation: z.enum(linkRelations), case: z.uuid() })).max(20).default([]).meta({ description: 'Older cases this one is about' }),
  occurredAt: Moment.optional(),
  instrument: instrumentSchema.optional(),
  office: Office.optional(),
});

export const NewEvent = z.strictObject({
  type: z.string().min(1).max(100).meta({ example: 'proposal.present' }),
  data: z.record(z.string(), z.unknown()).default({}),
  ...common,
});

const words = z.string().trim().min(3).max(2000);
const subject = z.string().max(60).optional().meta({ description: 'Of several that run under one name: which (a month, a body)' });
const basis = z.string().trim().min(3).max(500).meta({ description: 'The article or act that allows it' });

export const Extension = z.strictObject({
  amount: z.int().min(1).max(3650).meta({ description: 'In the deadline’s own unit' }),
  requestedOn: z.iso.date().optional(),
  reason: words, basis, subject, ...common,
});
export const SuspensionOfDeadline = z.strictObject({ reason: words, basis, subject, ...common });
export const Resumption = z.strictObject({ subject, ...common });

const office = z.object({ office: z.string(), institution: z.string() });
const why = z.object({ code: z.string(), message: z.string(), unblockedBy: z.array(office) });
const identifier = z.object({ scheme: z.string(), value: z.string() });

const NextView = z.object({
  event: z.string(), title: z.string(), offices: z.array(office), schema: z.record(z.string(), z.unknown()), example: z.record(z.string(), z.unknown()),
  leadsTo: z.array(z.object({ state: z.string(), title: z.string() })).meta({ description: 'The states this example leads to. An event whose examples lead to different states has an entry for each' }),
  allowed: z.boolean().meta({ description: 'Whether the state and its guards take it from one of `offices`' }),
  mine: z.boolean().meta({ description: 'Whether you may send it' }), why: z.array(why),
});

const DeadlineView = z.object({
  name: z.string(), subject: z.string(), title: z.string(), startsFrom: z.string(), started: z.string().nullable(), due: z.string().nullable(), alternative: z.string().nullable(),
  amount: z.number().nullable(), unit: z.string(), status: z.enum(['pending', 'running', 'met', 'expired', 'suspended', 'cancelled']), onExpiry: z.string(),
  basis: z.string(), certainty: z.enum(['official', 'secondary', 'assumption']), explanation: z.array(z.object({ date: z.string(), note: z.string() })),
});

const TaskView = z.object({
  id: z.string(), name: z.string(), title: z.string(), office: z.string(), offices: z.array(z.string()), institution: z.string(), due: z.string().nullable(), events: z.array(z.string()),
  sessions: z.object({ lastOrdinary: z.string().nullable(), next: z.object({ day: z.string(), kind: z.string() }).nullable(), certainty: z.string(), said: z.string() }).optional()
    .meta({ description: 'Of a task of a collegiate body: the last ordinary session before it is due, and the next session' }),
});

const head = {
  id: z.string(), number: z.string().meta({ example: 'FT-16-2026-000012' }), workflow: z.string(), version: z.number(), title: z.string(),
  territory: z.string().nullable(), region: z.string().nullable(), status: z.enum(['open', 'closed']), state: z.array(z.string()), stateNames: z.array(z.string()),
  outcome: z.string().nullable(), seq: z.number(), flags: z.array(z.string()), identifiers: z.array(identifier),
};

const variantAct = z.object({ act: z.string().meta({ example: 'Solicitud de Elaboración de Convenio' }), instrument: z.string() });
/** How one region begins and ends the same procedure, as its own register of procedures says. */
export const VariantSchema = z.object({
  region: z.string().meta({ example: '16' }), start: variantAct, end: variantAct, source: z.string(), certainty: z.enum(['official', 'secondary', 'assumption']),
}).meta({ id: 'Variant' });

/** What programs may rely on; the answer holds more. */
export const CaseViewSchema = z.object({
  ...head,
  participants: z.array(z.object({ role: z.string(), institution: z.string(), party: z.boolean() })),
  cautions: z.array(z.string()).meta({ description: 'What to know before relying on it: no official text held, a law that has changed' }),
  variant: VariantSchema.nullable().meta({ description: 'How the case’s region begins and ends this procedure; null where its register does not say' }),
  links: z.array(z.object({ relation: z.string(), direction: z.enum(['to', 'from']), case: z.string(), number: z.string(), workflow: z.string(), status: z.string(), outcome: z.string().nullable() })),
  data: z.record(z.string(), z.unknown()), deadlines: z.array(DeadlineView), tasks: z.array(TaskView),
  steps: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string(), participants: z.array(z.record(z.string(), z.unknown())) })),
  waits: z.array(z.object({ reason: z.string(), basis: z.string(), for: z.string(), since: z.string() })),
  next: z.array(NextView),
}).meta({ id: 'CaseView' });

export const CaseSummarySchema = z.object({
  ...head, due: z.string().nullable(), overdue: z.boolean(), amount: z.number().nullable(), openedOn: z.string(), recordedAt: z.string(),
}).meta({ id: 'CaseSummary' });

export const TaskOfCaseSchema = TaskView.extend({ case: z.object({ id: z.string(), number: z.string(), title: z.string(), workflow: z.string() }) }).meta({ id: 'Task' });

export const pageOf = (item: z.ZodType): z.ZodType => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
