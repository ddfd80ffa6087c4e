import { appraisal, contributions, type Contributor, type Offices, type Participant } from '../../../src/kit/index.js';
import { coreVotes, councilVotes, heads, signatures } from '../../../src/kit/agreements/parties.js';
import { asFunded, keyOf, partiesOf } from '../../../src/kit/agreements/terms.js';
import type { Agreement } from './context.js';

/** Who puts each party's share in its budget and spends it. */
const treasurers: Offices = { regionalGovernment: ['budget', 'governor'], ministry: ['budget', 'minister'], municipality: ['finance', 'mayor'], entity: [...(heads['entity'] ?? []), 'finance'] };
const appraiser: Offices = { socialDevelopment: ['undersecretary', 'minister', 'legal'] };

export const steps = {
  /** Art. 19 bis DL 1.263, which LOC 18.695 art. 8 bis asks of every project; we hold neither its text nor when it must be met. */
  appraisal: appraisal<Agreement>(({ draft }) => ({
    projects: draft.projects.map(keyOf),
    known: Object.fromEntries(draft.projects.flatMap((one) => (one.appraisal === null ? [] : [[keyOf(one), one.appraisal]]))),
    formulator: { regionalGovernment: ['investment', 'planning'], ministry: ['undersecretary'], municipality: ['planning', 'mayor'] }, appraiser,
    deadlines: { admission: 'projectAdmission', result: 'projectResult', answer: 'projectAnswer' },
  })),
  coreVote: coreVotes<Agreement>('coreVote'),
  councilVote: councilVotes<Agreement>('councilVote', 'councilNewSitting'),
  signature: signatures<Agreement>(),
  execution: contributions<Agreement>(({ inForce, draft, ending }, { participants }) => {
    const { projects, shares, reallocation } = inForce ?? draft;
    return {
      parties: contributorsOf(participants), steward: { regionalGovernment: ['planning', 'governor'] }, appraiser, shares, projects: projects.map(asFunded),
      reallocation: reallocation === 'agreed' ? 'agreed' : 'not-agreed', owed: ending === null ? 'every-share' : 'years-begun', minutesDeadline: 'committee',
      reports: { deadline: 'quarterlyReport', from: '2026-01-01', until: '2026-12-31' },
    };
  }),
} as const;

function contributorsOf(participants: readonly Participant[]): readonly Contributor[] {
  return partiesOf(participants).map(({ role, institution }) => ({ role, institution, offices: treasurers[role] ?? [] }));
}
