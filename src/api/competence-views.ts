import { z } from 'zod';

const Certainty = z.enum(['official', 'secondary', 'assumption']);
const Act = z.object({ kind: z.string(), number: z.string().optional(), date: z.string().nullable(), issuedBy: z.string().optional() });
const Institution = z.object({ institution: z.string(), name: z.string() });
const Grounds = Institution.extend({
  since: z.string().nullable().meta({ description: 'First day; null: since before this register, by the law itself' }),
  until: z.string().nullable().meta({ description: 'Last day; null: see `ends`' }),
  act: Act.nullable().meta({ description: 'Null: the law itself, as `basis` says' }),
  basis: z.string(),
  certainty: Certainty,
});

const HoldingView = z.object({
  territory: z.string().nullable().meta({ description: 'Where this answer holds; null: several regions, or the whole country' }),
  communes: z.array(z.string()).readonly().nullable().meta({ description: 'Which of its communes; null: all of them' }),
  holder: Grounds.extend({
    mode: z.enum(['exclusive', 'shared']).nullable().meta({ description: 'Null: what was read does not say' }),
    duration: z.enum(['definitive', 'temporary']),
    ends: z.enum(['never', 'on-day', 'unknown']).meta({ description: '`unknown`: temporary, and its last day is not known' }),
    case: z.string().nullable().meta({ description: 'The case it came about in' }),
  }),
  inCharge: Grounds.extend({
    joint: z.boolean().meta({ description: 'Exercised jointly; this institution leads' }),
    ends: z.enum(['open', 'on-day', 'unknown']),
    afterLapseOf: Act.nullable().meta({ description: 'The act whose time was over the day before: it went back by itself' }),
  }),
  others: z.array(Institution.extend({ part: z.enum(['shares', 'consulted', 'informed']) })),
});

/** A competence in a place on a day; `holder` and `inCharge` are null where the place asked about has several answers. */
export const CompetenceView = HoldingView.extend({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  law: z.string(),
  article: z.string(),
  asOf: z.string().nullable().meta({ description: 'Version of the text that was read; null: no official text was read' }),
  certainty: Certainty,
  at: z.string(),
  holder: HoldingView.shape.holder.nullable(),
  inCharge: HoldingView.shape.inCharge.nullable(),
  documented: z.array(z.object({
    number: z.string(), date: z.string().nullable(), from: Institution, to: z.string(), mode: z.string(), note: z.string().nullable(), territory: z.null(), source: z.string(), certainty: Certainty,
  })).meta({ description: 'Acts that are documented without saying where they apply' }),
  cautions: z.array(z.string()).readonly(),
});

export const CompetenceDetailView = CompetenceView.extend({
  answers: z.array(HoldingView).meta({ description: 'One for each part of the place that has its own answer' }),
  history: z.array(HoldingView).nullable().meta({ description: 'Of a single commune: everything known, oldest first' }),
});
