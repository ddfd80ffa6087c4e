import type { CaseEvent } from '../../../src/kit/index.js';
import { fields, type Area, type Named } from './context.js';

type Asked = { context: Area; event: CaseEvent };

/** Inhabitants from which a territory may be a metropolitan area: own knowledge of LOC 19.175 art. 104 bis, not verified. */
const inhabitants = 250_000;

export const guards = {
  meetsStandard: ({ event }: Asked): boolean => event.data['standards'] === 'met',
  /** The threshold is an assumption: whoever reads the law otherwise says so and goes on. */
  reachesPopulation: ({ event: { data, source } }: Asked): boolean =>
    source === 'imported' || (typeof data['population'] === 'number' && data['population'] >= inhabitants) || typeof data['otherReading'] === 'string',
  recommends: ({ event }: Asked): boolean => event.data['decision'] === 'recommends',
  hasText: ({ event }: Asked): boolean => event.data['text'] !== null || event.source === 'imported',
  /** Ex officio the decree must name competences in each of the four fields. */
  namesFourFields: ({ context, event }: Asked): boolean => {
    const named = event.data['competences'] as readonly Named[];
    return context.path === 'request' || event.source === 'imported' || Object.keys(fields).every((field) => named.some((one) => one.field === field));
  },
  contraryToConstitution: ({ event }: Asked): boolean => event.data['ground'] === 'unconstitutional',
  courtUpholds: ({ event }: Asked): boolean => event.data['ruling'] === 'for-the-decree',
  /** CPR art. 99: never for spending over the limit; what is held unconstitutional goes to the Tribunal Constitucional. */
  objectionAdmitsInsistence: ({ context }: Asked): boolean => context.objection === 'legality',
  committeeInstalled: ({ context }: Asked): boolean => context.mayors === 'installed',
  departmentCreated: ({ context }: Asked): boolean => context.department === 'created',
  sameMatter: ({ context, event }: Asked): boolean => event.data['matter'] === context.matter,
} as const;
