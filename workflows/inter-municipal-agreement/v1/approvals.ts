import { and, not, outcome, type StateConfig } from '../../../src/kit/index.js';

/** Where the approvals of a text lead, for the first text and for an amendment alike. */
export interface WaysOut {
  /** Given up before, and after, all have signed. */
  readonly neverSigned: string;
  readonly abandoned: string;
  readonly inForce: string;
  /** The event that gives the text up. */
  readonly giveUp: 'agreement.abandon' | 'amendment.drop';
}

const complete = ['partiesTakePart', 'leadIsParty', 'everyoneContributes', 'endsAfterToday'] as const;
const back = { target: 'drafting', actions: 'dropDraft' } as const;

/** From the draft to the decrees: what every text goes through (LOC 18.695 art. 138). */
export function textApprovals(ways: WaysOut): Readonly<Record<string, StateConfig>> {
  const councils = {
    invoke: { id: 'councils', src: 'councils', onDone: [{ guard: outcome('rejected'), ...back }, { target: 'signature' }] },
    on: { 'draft.reopen': back, [ways.giveUp]: ways.neverSigned },
  } satisfies StateConfig;
  return {
    // Obligations, contributions, staff and the municipality in charge: letters a to d.
    drafting: {
      on: {
        'draft.finish': [
          { guard: and(...complete, 'ofArticle65'), target: 'councilsWithLimit', actions: 'keepDraft' },
          { guard: and(...complete, not('ofArticle65')), target: 'councilsWithoutLimit', actions: 'keepDraft' },
        ],
        [ways.giveUp]: ways.neverSigned,
      },
      meta: { tasks: [{ task: 'draft', role: 'municipality', offices: ['legal', 'mayor', 'administrator'], events: ['draft.finish'] }] },
    },
    // Art. 65 j: twenty days from the account given in each sitting, then that mayor's proposal stands (art. 82).
    councilsWithLimit: councils,
    // Art. 138, last paragraph, alone: no limit and no silence.
    councilsWithoutLimit: {
      ...councils,
      meta: { waits: [{ reason: 'council-without-limit', basis: 'LOC 18.695 art. 138, inciso final: bajo 500 UTM no es materia del art. 65 j) ni rige el silencio del art. 82', role: 'municipality' }] },
    },
    signature: {
      invoke: { id: 'signature', src: 'signature', onDone: [{ guard: outcome('refused'), ...back }, { target: 'decrees', actions: 'keepSignature' }] },
      on: { 'draft.reopen': back, [ways.giveUp]: ways.neverSigned },
      meta: { waits: [{ reason: 'signature-without-limit', basis: 'LOC 18.695 art. 138: sin plazo para suscribir', role: 'municipality' }] },
    },
    decrees: {
      invoke: { id: 'decrees', src: 'decrees', onDone: [{ guard: outcome('refused'), ...back }, { target: ways.inForce, actions: 'adoptDraft' }] },
      on: { [ways.giveUp]: ways.abandoned },
      meta: { waits: [{ reason: 'decrees-without-limit', basis: 'LOC 18.695 arts. 12 y 63: decreto alcaldicio, sin plazo', role: 'municipality' }] },
    },
  };
}
