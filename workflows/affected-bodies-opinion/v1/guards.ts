import type { CaseEvent } from '../../../src/kit/index.js';
import { hasReports, type ActInPreparation } from './context.js';

type Asked = { context: ActInPreparation; event: CaseEvent };

export const guards = {
  /** Only an act of general effect is asked about under art. 37 bis. */
  statesEffects: ({ event }: Asked): boolean => event.data['kind'] !== 'general' || typeof event.data['effects'] === 'string' || event.source === 'imported',
  /** A report is asked for citing the precept that requires it, or saying why it is wanted (art. 37). */
  citesOrJustifies: ({ event: { data, source } }: Asked): boolean =>
    data['kind'] !== 'report' || typeof data['precept'] === 'string' || typeof data['justification'] === 'string' || source === 'imported',
  /** Urgency excuses from the reports of art. 37 bis alone (fourth paragraph), not from one that another precept requires. */
  isGeneralAct: ({ context }: Asked): boolean => context.kind === 'general',
  /** The reasons of a general act value what each body said (art. 37 bis, second paragraph); where none spoke there is nothing to value. */
  valuesReports: ({ context, event }: Asked): boolean => context.kind !== 'general' || !hasReports(context) || typeof event.data['valuation'] === 'string' || event.source === 'imported',
} as const;
