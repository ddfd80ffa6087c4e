import { contributions, type Offices, type Participant } from '../../../src/kit/index.js';
import { coreVotes, councilVotes, signatures } from '../../../src/kit/agreements/parties.js';
import { asFunded, partiesOf } from '../../../src/kit/agreements/terms.js';
import type { Contributor } from '../../../src/kit/steps/contributions-state.js';
import type { Agreement } from './context.js';

/** Who puts each party's share in its budget and spends it. */
const treasurers: Offices = { regionalGovernment: ['budget', 'governor'], municipality: ['finance', 'mayor'] };

export const steps = {
  councilVote: councilVotes<Agreement>('councilVote', 'councilNewSitting'),
  coreVote: coreVotes<Agreement>('coreVote'),
  signature: signatures<Agreement>(),
  execution: contributions<Agreement>(({ inForce, draft, ending }, { participants }) => {
    const { projects, shares, reallocation } = inForce ?? draft;
    return {
      parties: contributorsOf(participants), steward: { regionalGovernment: ['planning', 'governor'] }, shares, projects: projects.map(asFunded),
      reallocation: reallocation === 'agreed' ? 'agreed' : 'not-agreed', owed: ending === null ? 'every-share' : 'years-begun', minutesDeadline: 'committee',
      reports: { deadline: 'quarterlyReport', from: '2026-01-01', until: '2026-12-31' },
    };
  }),
} as const;

function contributorsOf(participants: readonly Participant[]): readonly Contributor[] {
  return partiesOf(participants).map(({ role, institution }) => ({ role, institution, offices: treasurers[role] ?? [] }));
}
