import type { JsonObject, StepKind } from '../../../kit/index.js';

/**
 * What a step of each kind may hand over with an outcome: one result for each branch that a chart may take on it. Steps are
 * a free choice among their outcomes here, and each reducer is verified on its own.
 */
const results: Readonly<Record<StepKind, Readonly<Record<string, (on: string) => readonly JsonObject[]>>>> = {
  signOff: { signed: (on) => [{ on }], refused: () => [{ reason: 'verification' }] },
  vote: {
    approved: (sitting) => [{ sitting, inFavour: 7, against: 0 }],
    modified: (sitting) => [{ sitting, inFavour: 7, against: 0, modifications: 'verification' }],
    rejected: (sitting) => [{ sitting, inFavour: 0, against: 7 }],
  },
  obligations: { settled: () => [{ paid: 0, returned: 0 }] },
  opinion: {
    concluded: () => [{ given: 1, expired: 0, unfavourable: 0 }, { given: 1, expired: 0, unfavourable: 1 }, { given: 0, expired: 1, unfavourable: 0 }],
  },
  observations: { answered: () => [{ filed: 0, accepted: 0, rejected: 0 }, { filed: 2, accepted: 1, rejected: 1 }] },
  handover: { complete: () => [{}] },
};

/** The results to try for an outcome; an empty one where the kind says nothing of it. */
export function resultsOf(kind: StepKind, outcome: string, on: string): readonly JsonObject[] {
  return results[kind][outcome]?.(on) ?? [{}];
}
