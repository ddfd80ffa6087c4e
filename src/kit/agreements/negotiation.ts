import type { CaseEvent } from '../case-event.js';
import { assign } from '../pure.js';
import type { Share } from '../steps/contributions-state.js';
import { keyOf, partiesOf, totalOf, type Negotiated, type Project } from './terms.js';

type Asked = { readonly context: Negotiated; readonly event: CaseEvent };

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

export const negotiationActions = {
  putProject: assign<Negotiated>(({ context: { draft }, event: { data } }) => {
    const project = { code: data['code'], name: data['name'], amount: data['amount'], executor: data['executor'], appraisal: null } as Project;
    const known = draft.projects.some((one) => keyOf(one) === keyOf(project));
    const projects = known ? draft.projects.map((one) => (keyOf(one) === keyOf(project) ? { ...project, appraisal: one.appraisal } : one)) : [...draft.projects, project];
    return { draft: { ...draft, projects } };
  }),
  dropProject: assign<Negotiated>(({ context: { draft }, event: { data } }) => ({ draft: { ...draft, projects: draft.projects.filter((one) => keyOf(one) !== data['project']) } })),
  /** The total of the shares; a total that a source of the past prints stays as printed, whatever its parts add up to. */
  putShare: assign<Negotiated>(({ context: { draft, amount }, event: { data, source } }) => {
    const { party, year } = data;
    const shares = [...draft.shares.filter((one) => one.party !== party || one.year !== year), data as unknown as Share];
    const printed = source === 'imported' ? amount : null;
    return { draft: { ...draft, shares }, amount: printed ?? totalOf({ shares }) ?? amount };
  }),
  closeText: assign<Negotiated>(({ context: { draft }, event: { data } }) => {
    const text = data['text'] as { sha256: string } | null;
    return { draft: { ...draft, endsOn: data['endsOn'] as string | null, textSha256: text?.sha256 ?? null } };
  }),
} as const;
