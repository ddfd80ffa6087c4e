import type { JsonObject } from '../../src/kit/index.js';
import { appraised, atHacienda, clauses, definition, mop, negotiated, ñuble, party, proposed, reviewing, voted } from '../../test/engine/core/programming.js';
import type { Story } from '../../test/engine/core/story.js';

const chillan = party('municipality', 'muni-16101');
const bulnes = party('municipality', 'muni-16102');

const refused = (...parties: readonly ReturnType<typeof party>[]): readonly string[] => (definition.opening.refuse?.({}, parties) ?? []).map(({ code }) => code);
const close = (story: Story): readonly string[] => story.why('text.close').toSorted();

describe('Who may make it (CPR art. 115)', () => {
  it('regional governments among themselves, with ministries, or with municipalities', () => {
    expect([refused(ñuble, party('regionalGovernment', 'gore-08')), refused(ñuble, mop), refused(ñuble, chillan, bulnes), refused(ñuble, mop, chillan)]).toEqual([[], [], [], []]);
  });

  it('not one regional government alone, nor with a body that may only join (LOC 18.695 art. 8 bis)', () => {
    expect([refused(ñuble), refused(ñuble, party('entity', 'carabineros'))]).toEqual([['counterpartTakesPart'], ['counterpartTakesPart']]);
    expect(refused(ñuble, mop, party('entity', 'carabineros'))).toEqual([]);
    expect(refused(ñuble, mop, party('entity', 'muni-16101'))).toEqual(['rolesAreTheirOwn']);
  });

  it('on the initiative of regional governments or ministries', () => {
    expect(Object.keys(definition.opening.by)).toEqual(['regionalGovernment', 'ministry']);
  });
});

describe('What the text must say before it can be voted or signed (LOC 18.695 art. 8 bis)', () => {
  it('an empty text names everything that is missing', () => {
    expect(close(proposed())).toEqual(['namesProjects', 'statesDuties', 'statesEvaluation', 'statesGoals', 'statesRevocability', 'statesShares']);
  });

  it.each([['goals', 'statesGoals'], ['evaluation', 'statesEvaluation'], ['revocability', 'statesRevocability'], ['reallocation', 'settlesReallocation']])('without %s it is refused by its name', (field, guard) => {
    const given: JsonObject = Object.fromEntries(Object.entries(clauses).filter(([name]) => name !== field));
    const story = proposed().does('project.put').does('project.put').does('share.put').does('duties.put').does('duties.put');
    story.state = { ...story.state, envelope: { ...story.state.envelope, context: { ...story.context, draft: { ...(story.context['draft'] as JsonObject), ...given } } } };
    expect(close(story)).toEqual([guard]);
  });

  it('the responsibilities of each party, not of one', () => {
    const story = proposed().does('project.put').does('share.put').does('clauses.put').does('duties.put', { party: 'gore-16' });
    expect(close(story)).toEqual(['statesDuties']);
    expect(close(story.does('duties.put', { party: 'min-mop' }))).toEqual([]);
  });

  it('the clause to move money only where it is apt: not with one project, and the parties may say that it is not', () => {
    const one = proposed().does('project.put').does('share.put').does('duties.put').does('duties.put').does('clauses.put', { reallocation: undefined });
    expect(close(one)).toEqual([]);
    expect(close(negotiated().does('clauses.put', { reallocation: 'not-apt' }))).toEqual([]);
  });

  it('a project with its code, amount and executor; a share with its year and amount, of a party', () => {
    const story = proposed();
    expect(story.why('project.put', { amount: null })).toEqual(['projectIsWhole']);
    expect(story.why('share.put', { year: null })).toEqual(['shareIsWhole']);
    expect(story.why('share.put', { party: 'min-minvu' })).toEqual(['ofAParty']);
    expect(story.why('text.close', { endsOn: '2026-03-02' })).toContain('endsAfterToday');
  });
});

describe('Each project in the national investment system', () => {
  it('5 business days to be admitted, 10 to its first result, 60 to answer a lack of information', () => {
    const story = negotiated().does('text.close').does('appraisal.submit', { project: '40000001' });
    expect(story.deadline('projectAdmission', '40000001')).toMatchObject({ due: '2026-03-09', onExpiry: 'waits' });
    story.on('2026-03-09').does('appraisal.admit', { project: '40000001' });
    expect(story.deadline('projectResult', '40000001')).toMatchObject({ due: '2026-03-23' });
    story.on('2026-03-20').does('appraisal.rate', { project: '40000001', result: 'FI' });
    // 3 April (Good Friday), 1 and 21 May are holidays.
    expect(story.deadline('projectAnswer', '40000001')).toMatchObject({ due: '2026-06-17', onExpiry: 'windowCloses' });
    expect(story.on('2026-06-18').step('appraisal')['projects']).toMatchObject({ 40000001: { status: 'closed' } });
    expect(story.where).toEqual(['approval.appraisal']);
  });

  it('nothing goes to the vote while a project has no result and nobody says why', () => {
    const story = negotiated().does('text.close').does('appraisal.submit', { project: '40000001' }).does('appraisal.rate', { project: '40000001', result: 'OT' });
    expect(story.why('appraisal.conclude')).toEqual(['appraisals-pending']);
    story.does('appraisal.setAside', { project: '40000001', manner: 'deferred' }).does('appraisal.setAside', { project: '40000002', manner: 'not-required' });
    expect(story.does('appraisal.conclude').where).toEqual(['approval.coreVote']);
    expect((story.context['draft'] as { projects: JsonObject[] }).projects.map(({ appraisal }) => appraisal)).toEqual(['deferred', 'not-required']);
  });
});

describe('The CORE of each region (LOC 19.175 art. 36)', () => {
  it('has 30 days from the proposal; then the governor\'s proposal stands, by the later reading', () => {
    const story = appraised().on('2026-03-03').does('coreVote.present');
    expect(story.deadline('coreVote', 'gore-16')).toMatchObject({ due: '2026-04-02', alternative: '2026-04-15', onExpiry: 'proposalStands', certainty: 'assumption' });
    expect(story.on('2026-04-15').where).toEqual(['approval.coreVote']);
    expect(story.on('2026-04-16').where).toEqual(['approval.formalisation.signature']);
    expect(story.context['coreVotes']).toEqual({ 'gore-16': 'silence' });
  });

  it('votes each for itself: two regions, two votes', () => {
    const both = [ñuble, party('regionalGovernment', 'gore-08')];
    const story = appraised(both).on('2026-03-12').does('coreVote.certify', {}, { institution: 'gore-08' });
    expect(story.where).toEqual(['approval.coreVote']);
    expect(story.does('coreVote.certify', {}, { institution: 'gore-16' }).where).toEqual(['approval.formalisation.signature']);
  });

  it('rejects: the text goes back to the table, and who gives up then ends it as turned down', () => {
    const story = appraised().on('2026-03-12').does('coreVote.certify', { inFavour: 0, against: 16 });
    expect(story.where).toEqual(['approval.negotiation']);
    expect(story.does('agreement.abandon').state.outcome).toBe('rejected');
  });

  it('has its agreement published within 5 business days of its sitting', () => {
    const story = voted();
    expect(story.deadline('corePublication')).toMatchObject({ started: '2026-03-12', due: '2026-03-19', onExpiry: 'none', certainty: 'secondary' });
    expect(story.on('2026-03-18').does('agreement.publish').deadline('corePublication').status).toBe('met');
  });
});

describe('The concejo of each municipality (LOC 18.695 art. 65 j)', () => {
  const towns = [ñuble, chillan, bulnes];
  const asked = (endsOn?: string): Story => voted(towns, endsOn);

  it('votes whatever the amount; with one missing the text is not signed', () => {
    const story = asked().on('2026-03-16').does('councilVote.present', {}, { institution: 'muni-16101' }).does('councilVote.certify', {}, { institution: 'muni-16101' });
    expect(story.where).toEqual(['approval.formalisation.councilVote']);
    expect(story.does('councilVote.certify', {}, { institution: 'muni-16102' }).where).toEqual(['approval.formalisation.signature']);
  });

  it('20 calendar days from the account given in session, each its own; then the mayor\'s proposal stands (art. 82)', () => {
    const story = asked().on('2026-03-16').does('councilVote.present', {}, { institution: 'muni-16101' }).does('councilVote.certify', {}, { institution: 'muni-16101' });
    story.on('2026-03-18').does('councilVote.present', {}, { institution: 'muni-16102' });
    expect(story.deadline('councilVote', 'muni-16102')).toMatchObject({ due: '2026-04-07', institution: 'muni-16102', onExpiry: 'proposalStands', certainty: 'official' });
    expect(story.on('2026-04-08').where).toEqual(['approval.formalisation.signature']);
    expect(story.context['councilVotes']).toEqual({ 'muni-16101': 'approved', 'muni-16102': 'silence' });
  });

  it('needs two thirds beyond the mayor\'s term: 4 of 7 do for 2027, not for 2029', () => {
    const four = { inFavour: 4, against: 3 };
    expect(asked('2027-12-31').does('councilVote.certify', four, { institution: 'muni-16101' }).where).toEqual(['approval.formalisation.councilVote']);
    expect(asked('2029-12-31').does('councilVote.certify', four, { institution: 'muni-16101' }).where).toEqual(['approval.negotiation']);
  });

  it('rejects: nobody may sign that text', () => {
    const story = asked().does('councilVote.certify', { inFavour: 0, against: 7 }, { institution: 'muni-16102' });
    expect(story.where).toEqual(['approval.negotiation']);
    expect(story.why('signature.sign')).not.toEqual([]);
  });
});

describe('The signatures', () => {
  it('are of every party, on the text that was voted; no source sets a limit', () => {
    const story = voted().on('2026-03-20').does('signature.sign', {}, { institution: 'gore-16' });
    expect(story.where).toEqual(['approval.formalisation.signature']);
    expect(story.why('signature.sign', { textSha256: 'd'.repeat(64) }, { institution: 'min-mop' })).toEqual(['signature-of-another-text']);
    expect(story.on('2027-11-20').where).toEqual(['approval.formalisation.signature']);
    expect(story.does('signature.sign', {}, { institution: 'min-mop' }).where).toEqual(['approval.formalisation.sending']);
  });

  it('one party refuses: back to the table', () => {
    expect(voted().does('signature.refuse', {}, { institution: 'min-mop' }).where).toEqual(['approval.negotiation']);
  });
});

describe('The supreme decree with Hacienda (LOC 18.695 art. 8 bis, last paragraph)', () => {
  it('has no limit in the law: an alarm of our own rings after 60 business days, and nothing moves', () => {
    const story = atHacienda();
    expect(story.deadline('decreeTarget')).toMatchObject({ due: '2026-06-18', onExpiry: 'none', certainty: 'assumption' });
    story.on('2026-06-19');
    expect(story.told.map(({ message }) => message)).toContain('decreeDelayed');
    expect(story.on('2030-01-02').where).toEqual(['approval.formalisation.hacienda']);
    expect(story.tasks).toContain('issueDecree');
  });

  it('six months for the whole procedure are noted and are not fatal (Ley 19.880 art. 27)', () => {
    const story = atHacienda();
    expect(story.deadline('wholeProcedure')).toMatchObject({ started: '2026-03-02', due: '2026-09-02', onExpiry: 'none' });
    expect(story.on('2026-09-05').deadline('wholeProcedure').status).toBe('expired');
    expect(story.does('decree.issue').where).toEqual(['approval.formalisation.control.entry']);
  });

  it('may be refused: the agreement comes back with remarks, is sent again, negotiated again, or given up unsanctioned', () => {
    const story = atHacienda().does('decree.return');
    expect(story.where).toEqual(['approval.formalisation.returned']);
    expect(story.does('decree.request').where).toEqual(['approval.formalisation.hacienda']);
    expect(atHacienda().does('text.reopen').where).toEqual(['approval.negotiation']);
    expect(atHacienda().does('agreement.abandon').state.outcome).toBe('notSanctioned');
  });
});

describe('Control of the decree (CPR arts 98, 99)', () => {
  it('15 business days from receipt, and no approval by silence', () => {
    const story = reviewing();
    expect(story.deadline('legalityReview')).toMatchObject({ due: '2026-05-07', onExpiry: 'waits' });
    expect(story.on('2026-07-01').where).toEqual(['approval.formalisation.control.reviewing']);
    expect(story.does('review.clear').where).toEqual(['performing.running.inForce']);
  });

  it('represented: corrected and submitted again, or insisted with all ministers, and then it must pass', () => {
    const story = reviewing().does('review.object', { ground: 'illegality' });
    expect(story.where).toEqual(['approval.formalisation.control.objected']);
    expect(story.does('review.insist').where).toEqual(['approval.formalisation.control.givingCourse']);
    expect(story.does('review.clear').where).toEqual(['performing.running.inForce']);
  });

  it('there is no insistence for spending over the limit', () => {
    expect(reviewing().does('review.object', { ground: 'spending-limit' }).why('review.insist')).toEqual(['mayBeInsisted']);
  });

  it('as unconstitutional: no insistence either; ten days to the Constitutional Court, whose ruling decides', () => {
    const story = reviewing().does('review.object', { ground: 'unconstitutional' });
    expect(story.deadline('courtReferral')).toMatchObject({ started: '2026-04-15', due: '2026-04-25', alternative: '2026-04-29', certainty: 'assumption' });
    expect(story.why('review.insist')).toEqual(['event-not-in-this-state']);
    story.does('review.sendToCourt');
    expect(story.does('review.ruling', { ruling: 'against-the-decree' }).state.outcome).toBe('represented');
  });
});
