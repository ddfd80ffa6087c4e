import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import type { Dispute } from './context.js';

type Asked = { context: Dispute; event: CaseEvent };
const takesPart = (who: Dispute['takingPart'][number]) => ({ context }: Asked): boolean => context.takingPart.includes(who);

export const guards = {
  branchIs: ({ event }: Asked, params: JsonObject | undefined): boolean => event.data['branch'] === params?.['is'],
  noneIsAutonomous: ({ context }: Asked): boolean => !context.takingPart.includes('autonomous-body'),
  respondentTakesPart: takesPart('respondent'),
  superiorTakesPart: takesPart('superior'),
  ministersTakePart: takesPart('ministers'),
} as const;
