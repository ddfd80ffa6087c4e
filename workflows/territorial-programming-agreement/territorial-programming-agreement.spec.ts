import type { JsonObject, Participant } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { territorialProgrammingAgreement } from './workflow.js';

const definition = { ...territorialProgrammingAgreement, hash: 'draft' };
const party = (role: string, institution: string): Participant => ({ role, institution, party: true });
const ranquil = { institution: 'muni-16206' } as const;
const coelemu = { institution: 'muni-16202' } as const;
const gore = { institution: 'gore-16' } as const;

function proposed(): Story {
  return new Story({
    definition, on: '2026-03-02',
    participants: [party('regionalGovernment', 'gore-16'), party('municipality', 'muni-16206'), party('municipality', 'muni-16202'), { role: 'comptroller', institution: 'cgr-16', party: false }],
    data: { object: 'Ciclovías del Valle del Itata', impact: 'intercommunal' },
  });
}
/** Two projects; the region puts in `amount` in 2026 and 2027, each municipality ten million in 2026. */
function drafted(amount = 50_000_000): Story {
  const story = proposed().does('project.put').does('project.put');
  for (const year of [2026, 2027]) story.does('share.put', { party: 'gore-16', year, amount });
  for (const { institution } of [ranquil, coelemu]) story.does('share.put', { party: institution, year: 2026, amount: 10_000_000 });
  return story;
}
const closed = (text: JsonObject = {}, amount?: number): Story => drafted(amount).does('text.close', { endsOn: '2027-12-31', reallocation: 'agreed', ...text });
function agreed(text?: JsonObject, amount?: number): Story {
  const story = closed(text, amount).on('2026-03-16');
  for (const town of [ranquil, coelemu]) story.does('councilVote.present', {}, town).does('councilVote.certify', {}, town);
  return story.does('coreVote.present').on('2026-03-26').does('coreVote.certify');
}
function signed(text?: JsonObject, amount?: number): Story {
  const story = agreed(text, amount).on('2026-04-01');
  for (const one of [gore, ranquil, coelemu]) story.does('signature.sign', {}, one);
  return story;
}
const inForce = (): Story => signed().on('2026-04-06').does('resolution.issue', { nature: 'exenta' });

describe('Who makes it, and what it says (LOC 18.695 art. 8 ter)', () => {
  it('a regional government and municipalities, and nobody else', () => {
    const refused = (...parties: readonly Participant[]): readonly string[] => (definition.opening.refuse?.({}, parties) ?? []).map(({ code }) => code);
    expect(refused(party('regionalGovernment', 'gore-16'), party('municipality', 'muni-16206'))).toEqual([]);
    expect(refused(party('regionalGovernment', 'serviu-16'), party('municipality', 'muni-16206'))).toEqual(['rolesAreTheirOwn']);
    expect(Object.keys(definition.roles)).toEqual(['regionalGovernment', 'municipality', 'comptroller']);
  });

  it('projects, a term and the contributions; the list of art. 8 bis is not asked', () => {
    expect(proposed().why('text.close', { endsOn: null }).toSorted()).toEqual(['endsAfterToday', 'namesProjects', 'statesShares']);
    expect(closed().where).toEqual(['approval.councilVote']);
  });
});

describe('The concejos, and then the CORE', () => {
  it('each concejo votes, whatever the amount (art. 65 j); 20 days from the account, then the mayor\'s proposal stands', () => {
    const story = closed({}, 1_000_000).on('2026-03-16').does('councilVote.present', {}, ranquil).does('councilVote.certify', {}, ranquil);
    expect(story.where).toEqual(['approval.councilVote']);
    story.does('councilVote.present', {}, coelemu);
    expect(story.deadline('councilVote', 'muni-16202')).toMatchObject({ due: '2026-04-05', alternative: '2026-04-06', certainty: 'assumption' });
    expect(story.on('2026-04-06').where).toEqual(['approval.councilVote']);
    expect(story.on('2026-04-07').where).toEqual(['approval.coreVote']);
    expect(story.context['councilVotes']).toEqual({ 'muni-16206': 'approved', 'muni-16202': 'silence' });
  });

  it('two thirds of the concejo where it binds beyond the mayor\'s term', () => {
    const four = { inFavour: 4, against: 3 };
    expect(closed().does('councilVote.certify', four, ranquil).where).toEqual(['approval.councilVote']);
    expect(closed({ endsOn: '2029-12-31' }).does('councilVote.certify', four, ranquil).where).toEqual(['approval.drafting']);
  });

  it('the CORE has 30 days, then the governor\'s proposal stands (LOC 19.175 art. 36)', () => {
    const story = closed();
    for (const town of [ranquil, coelemu]) story.does('councilVote.certify', {}, town);
    story.does('coreVote.present');
    expect(story.deadline('coreVote', 'gore-16')).toMatchObject({ due: '2026-04-01', alternative: '2026-04-14', certainty: 'assumption' });
    expect(story.on('2026-04-15').where).toEqual(['approval.formalisation.signature']);
  });

  it('a rejection sends the text back to the table; given up then, it ends as turned down', () => {
    const story = closed().does('councilVote.certify', { inFavour: 0, against: 7 }, coelemu);
    expect(story.where).toEqual(['approval.drafting']);
    expect(story.does('agreement.abandon').state.outcome).toBe('rejected');
    expect(proposed().does('agreement.abandon').state.outcome).toBe('notAgreed');
  });
});

describe('Sanctioned by resolution of the regional government, without a decree', () => {
  it('exenta below the threshold: in force at once', () => {
    // 120 million are 1,846 UTM of 65,000; the threshold of the stories is 5,000.
    expect(signed().does('resolution.issue', { nature: 'exenta' }).where).toEqual(['performing.running.inForce']);
  });

  it('afecta from the threshold on: 15 business days at Contraloría, and no approval by silence', () => {
    const story = signed({}, 200_000_000).on('2026-04-06');
    expect(story.why('resolution.issue', { nature: 'exenta' })).toContain('mayBeExenta');
    story.does('resolution.issue', { nature: 'afecta' }).does('review.enter');
    expect(story.deadline('legalityReview')).toMatchObject({ due: '2026-04-27', onExpiry: 'waits' });
    expect(story.on('2026-06-01').where).toEqual(['approval.formalisation.review.reviewing']);
    expect(story.does('review.clearWithRemarks').where).toEqual(['performing.running.inForce']);
  });

  it('represented: cured and submitted again, redone, or given up', () => {
    const objected = (): Story => signed().does('resolution.issue', { nature: 'afecta' }).does('review.enter').does('review.object');
    expect(objected().does('review.reenter').where).toEqual(['approval.formalisation.review.reviewing']);
    expect(objected().does('text.reopen').where).toEqual(['approval.drafting']);
    expect(objected().does('agreement.abandon').state.outcome).toBe('represented');
    expect(signed().does('agreement.abandon').state.outcome).toBe('notSanctioned');
  });

  it('the CORE\'s agreement is published within 5 business days; the general six months are noted', () => {
    const story = agreed();
    expect(story.deadline('corePublication')).toMatchObject({ started: '2026-03-26', due: '2026-04-02' });
    expect(story.deadline('wholeProcedure')).toMatchObject({ due: '2026-09-02', onExpiry: 'none' });
  });
});

describe('Carried out by its parties', () => {
  it('each municipality puts its own share in its budget, and spends it', () => {
    const story = inForce();
    expect(story.why('execution.budget', { party: 'muni-16202', year: 2026, amount: 10_000_000 }, ranquil)).toEqual(['share-of-another-party']);
    story.does('execution.budget', {}, ranquil).does('execution.execute', {}, ranquil);
    expect(story.step('execution')['executed']).toEqual([{ party: 'muni-16206', year: 2026, project: '40000001', amount: 10_000_000 }]);
  });

  it('an amendment needs the same votes, signatures and resolution', () => {
    const story = inForce().does('amendment.propose').does('project.put').does('text.close', { endsOn: '2028-06-30' });
    expect(story.where).toEqual(['performing.running.amending.councilVote']);
    for (const town of [ranquil, coelemu]) story.does('councilVote.certify', {}, town);
    story.does('coreVote.certify');
    for (const one of [gore, ranquil, coelemu]) story.does('signature.sign', {}, one);
    story.does('resolution.issue', { nature: 'exenta' });
    expect(story.where).toEqual(['performing.running.inForce']);
    expect(story.deadline('term').due).toBe('2028-06-30');
  });

  it('ends with its term, ended early, or settled before', () => {
    expect(inForce().on('2028-01-01').where).toEqual(['performing.windingUp']);
    const story = inForce().does('agreement.terminate');
    for (const one of [gore, ranquil, coelemu]) story.does('execution.leaveUnbudgeted', {}, one);
    expect(story.does('execution.settle').does('closing.resolve').state.outcome).toBe('terminated');
  });
});
