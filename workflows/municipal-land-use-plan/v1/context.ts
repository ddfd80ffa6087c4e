import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** What the file has to prove before others decide on it (LGUC arts 28 octies, 43; LOC 18.695 art. 94). */
export const proofs = [
  'imageNotices', 'imageLetters', 'imageHearings', 'imageCosoc', 'environment', 'neighbours', 'draftNotices', 'draftHearings', 'draftCosoc', 'secondHearing',
] as const;
export type Proof = (typeof proofs)[number];
/** Those a new exposure of the draft has to prove anew. */
export const proofsOfDraft: readonly Proof[] = ['neighbours', 'draftNotices', 'draftHearings', 'draftCosoc', 'secondHearing'];

/** The local matters of an enmienda (LGUC art. 45, numbers 1 to 6). */
export const matters = ['local-facilities', 'local-streets', 'building-conditions', 'capacity-conditions', 'deficit-incentives', 'density-incentives'] as const;

/** What the case knows of its plan: small, plain, and only what guards, deadlines and readers need. */
export interface Plan extends JsonObject {
  readonly kind: 'new-plan' | 'modification' | 'enmienda';
  readonly name: string;
  readonly stage: 'image' | 'design' | 'draft' | 'seremi' | 'core' | 'promulgation';
  /** Of an enmienda: which of the six matters of art. 45 it is about. */
  readonly matter: (typeof matters)[number] | null;
  /** Day of the act or expiry that the next one follows: nobody dates what starts a limit before it. */
  readonly since: string | null;
  /** Whether what was put to the concejo, and then agreed, changes the urban limit. */
  readonly urbanLimit: 'changes' | 'unchanged';
  readonly image: 'pending' | 'approved' | 'silence';
  /** The window of the consultation under way: since when, until when (its last day, once it has closed). */
  readonly window: 'open' | 'closed';
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  /** Last day of the first fifteen, in which the hearings belong; null while it has not passed. */
  readonly hearingsUntil: string | null;
  readonly proven: readonly Proof[];
  /** Day since when the draft is on the web site: nothing of its participation is before it (art. 43 third paragraph). */
  readonly onlineOn: string | null;
  /** Days of the notices of the draft's hearings and exposure. */
  readonly notices: readonly string[];
  /** Last day of a hearing on the draft. */
  readonly heardOn: string | null;
  readonly termsOn: string | null;
  /** Day there was a draft, or a modified one, to inform of. */
  readonly draftedOn: string | null;
  readonly siiTold: 'not-needed' | 'pending' | 'told';
  /** Whether the environmental report declares that the draft keeps to the agreed terms (art. 43, number 5). */
  readonly conformity: 'declared' | 'not-declared';
  /** The COSOC's fifteen business days on a modification (LOC 18.695 art. 94). */
  readonly cosoc: 'not-informed' | 'informed' | 'observed' | 'closed';
  /** Whether every observation of the consultation under way has been decided. */
  readonly answered: 'yes' | 'no';
  readonly changes: 'none' | 'tabled';
  /** The fifteenth and the thirtieth day after the window closed, moved to a business day; null while they have not passed. */
  readonly submitFrom: string | null;
  readonly submitUntil: string | null;
  readonly submitted: 'no' | 'in-time' | 'late';
  readonly council: 'pending' | 'approved' | 'modified' | 'silence';
  /** Whether art. 65's number of votes was reached only with the mayor's: then it rests on LOC 18.695 art. 86 final. */
  readonly mayorsVote: 'not-needed' | 'decisive' | 'unknown';
  readonly sentOn: string | null;
  /** Duty to tell MINVU and SII that the project alters the agreed change of the urban limit. */
  readonly limitTold: 'not-needed' | 'pending' | 'told';
  readonly report: 'pending' | 'favourable' | 'unfavourable';
  readonly intercommunalPlan: 'covers' | 'none' | null;
  readonly objectedPoints: readonly string[];
  readonly insistence: 'none' | 'made' | 'refused';
  readonly core: 'pending' | 'approved' | 'modified' | 'rejected';
  readonly objections: number;
  /** Day of publication, from which the plan is in force (Ley 19.880 art. 51). */
  readonly publishedOn: string | null;
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): Plan {
  return {
    kind: (data['kind'] ?? 'new-plan') as Plan['kind'], name: typeof data['name'] === 'string' ? data['name'] : '', stage: 'image', matter: null, since: null,
    urbanLimit: 'unchanged', image: 'pending', window: 'closed', openedOn: null, closedOn: null, hearingsUntil: null, proven: [], onlineOn: null, notices: [], heardOn: null, termsOn: null, draftedOn: null,
    siiTold: 'not-needed', conformity: 'not-declared', cosoc: 'not-informed', answered: 'no', changes: 'none', submitFrom: null, submitUntil: null, submitted: 'no', council: 'pending',
    mayorsVote: 'unknown', sentOn: null, limitTold: 'not-needed', report: 'pending', intercommunalPlan: null, objectedPoints: [], insistence: 'none',
    core: 'pending', objections: 0, publishedOn: null,
  };
}

const ofImage: readonly Proof[] = ['imageNotices', 'imageLetters', 'imageHearings', 'imageCosoc'];

/** What guards, steps and deadlines still ask at each stage; what is only kept for readers makes no other situation. */
export function abstract(plan: Plan): JsonObject {
  const { stage, kind, urbanLimit, window, insistence, report, core, proven } = plan;
  const has = (some: readonly Proof[]): string => some.filter((proof) => proven.includes(proof)).join();
  const asked: Readonly<Record<Plan['stage'], JsonObject>> = {
    image: { window, proven: has(ofImage) },
    design: {},
    draft: { hearing: secondHearing(plan), cosoc: plan.cosoc === 'observed' ? 'closed' : plan.cosoc, changes: plan.changes, proven: has(proofsOfDraft.filter((proof) => proof !== 'secondHearing')) },
    seremi: { insistence },
    core: { insistence, report, core },
    promulgation: {},
  };
  return { stage, kind, urbanLimit, ...asked[stage] };
}

/** Whether there is to be a second hearing; once the window has closed only that it was held, or needed not be. */
function secondHearing({ conformity, closedOn, proven }: Plan): string {
  if (closedOn === null) return conformity;
  return conformity === 'declared' || proven.includes('secondHearing') ? 'settled' : 'missing';
}
