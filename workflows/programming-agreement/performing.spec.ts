import { clauses, inForce, negotiated, party, proposed, transcribed, ñuble } from '../../test/engine/core/programming.js';
import type { Story } from '../../test/engine/core/story.js';

const gore = { institution: 'gore-16' } as const;
const mop = { institution: 'min-mop' } as const;

const amended = (): Story => inForce().does('amendment.propose');

/** Neither project has a result when the agreement is made. */
const deferred = (): Story => {
  const story = negotiated().does('text.close', { endsOn: '2027-12-31' });
  for (const project of ['40000001', '40000002']) story.does('appraisal.setAside', { project, manner: 'deferred' });
  story.does('appraisal.conclude').on('2026-03-12').does('coreVote.certify').does('signature.sign', {}, gore).does('signature.sign', {}, mop);
  return story.does('decree.request').does('decree.issue').does('review.enter').does('review.clear').does('execution.budget', {}, gore);
};

/** Every share of 2026 and 2027 in its party's budget. */
function budgeted(story = inForce()): Story {
  for (const year of [2026, 2027]) for (const body of [gore, mop]) story.does('execution.budget', { party: body.institution, year, amount: 250_000_000 }, body);
  return story;
}

describe('Each party\'s share, in its own budget, year by year (LOC 18.695 art. 8 bis; CPR art. 113)', () => {
  it('is put there by the party itself: nobody budgets for another', () => {
    const story = inForce();
    expect(story.tasks.filter((task) => task === 'execution.budget')).toHaveLength(2);
    expect(story.why('execution.budget', { party: 'min-mop', year: 2026, amount: 1 }, gore)).toEqual(['share-of-another-party']);
    story.does('execution.budget', {}, gore);
    expect(story.step('execution')['budgets']).toEqual([{ party: 'gore-16', year: 2026, amount: 250_000_000, on: '2026-04-30' }]);
  });

  it('may fail, but is then said, with its reason', () => {
    const story = inForce().does('execution.leaveUnbudgeted', { party: 'min-mop', year: 2026, reason: 'No lo consultó la ley de presupuestos' }, mop);
    expect(story.step('execution')['unbudgeted']).toHaveLength(1);
  });

  it('is spent within the year\'s budget and what the project has', () => {
    const story = budgeted().does('execution.execute', { party: 'gore-16', year: 2026, project: '40000001', amount: 200_000_000 }, gore);
    expect(story.why('execution.execute', { party: 'gore-16', year: 2026, project: '40000001', amount: 60_000_000 }, gore)).toEqual(['execution-over-budget']);
    expect(story.why('execution.execute', { party: 'gore-16', year: 2026, project: '49999999', amount: 1 }, gore)).toEqual(['project-not-in-agreement']);
  });
});

describe('A project that was to be recommended later', () => {
  it('is not executed before the national investment system recommends it', () => {
    const story = deferred();
    const spend = { party: 'gore-16', year: 2026, project: '40000001', amount: 1_000 };
    expect(story.why('execution.execute', spend, gore)).toEqual(['project-not-recommended']);
    story.does('execution.recommend', { project: '40000001' }).does('execution.execute', spend, gore);
    expect(story.step('execution')['executed']).toHaveLength(1);
  });
});

describe('Money between projects', () => {
  const move = { from: '40000001', to: '40000002', amount: 100_000_000 };

  it('moves only with the clause', () => {
    expect(inForce({ ...clauses, reallocation: 'not-apt' }).why('execution.reallocate', move)).toEqual(['reallocation-without-clause']);
    expect(inForce().does('execution.reallocate', move).step('execution')['moved']).toHaveLength(1);
  });

  it('and never more than the project has', () => {
    expect(inForce().does('execution.reallocate', move).why('execution.reallocate', { ...move, amount: 400_000_001 })).toEqual(['reallocation-over-project']);
  });
});

describe('The follow-up committee: a clock of our own, for no law sets one and real agreements failed by it', () => {
  it('rings when ninety days pass without minutes, and again after ninety more', () => {
    const story = inForce();
    expect(story.deadline('committee')).toMatchObject({ started: '2026-04-30', due: '2026-07-29', certainty: 'assumption', onExpiry: 'none' });
    expect(story.tasks).not.toContain('execution.recordMinutes');
    story.on('2026-07-30');
    expect(story.step('execution')['silence']).toBe(1);
    expect(story.tasks).toContain('execution.recordMinutes');
    expect(story.on('2026-11-05').step('execution')['silence']).toBe(2);
  });

  it('is not silenced by a meeting without minutes', () => {
    expect(inForce().on('2026-07-30').why('execution.recordMinutes', { document: null })).toEqual(['minutes-without-document']);
  });

  it('begins anew with each minutes', () => {
    const story = inForce().on('2026-06-15').does('execution.recordMinutes', { agreements: 'Se reprograma el camino a Quillón' });
    expect(story.deadline('committee')).toMatchObject({ started: '2026-06-15', due: '2026-09-14', status: 'running' });
    expect(story.on('2026-08-01').step('execution')).toMatchObject({ silence: 0, minutes: [{ on: '2026-06-15' }] });
  });
});

describe('The quarterly report (Ley 21.796 art. 57, in force until 31 December 2026)', () => {
  it('is due 30 days after each quarter, one after the other', () => {
    const story = inForce();
    expect(story.deadline('quarterlyReport')).toMatchObject({ started: '2026-06-30', due: '2026-07-30', certainty: 'assumption', onExpiry: 'none' });
    expect(story.why('execution.report', { quarter: '2026-Q2' })).toEqual(['report-quarter-not-ended']);
    story.on('2026-07-10').does('execution.report', { quarter: '2026-Q2' });
    expect(story.deadline('quarterlyReport')).toMatchObject({ started: '2026-09-30', due: '2026-10-30', status: 'running' });
    expect(story.why('execution.report', { quarter: '2026-Q2' })).toEqual(['report-already-given']);
  });

  it('late, it is owed still; with its law it lapses', () => {
    const story = inForce().on('2027-03-15');
    expect(story.step('execution')).toMatchObject({ missed: ['2026-Q2', '2026-Q3', '2026-Q4'], awaited: null });
    expect(story.open.map(({ name }) => name)).not.toContain('quarterlyReport');
    expect(story.does('execution.report').step('execution')['missed']).toEqual(['2026-Q3', '2026-Q4']);
  });
});

describe('An amendment', () => {
  it('needs what the agreement needed, and the agreement rules meanwhile', () => {
    const story = amended().does('project.put', { code: '40000003' });
    expect(story.context).toMatchObject({ endsOn: '2027-12-31', inForce: { projects: [{ code: '40000001' }, { code: '40000002' }] } });
    expect(story.why('execution.settle')).toEqual(['amendment-under-way']);
    story.does('text.close', { endsOn: '2030-12-31' }).does('appraisal.setAside', { project: '40000003', manner: 'deferred' }).does('appraisal.conclude').does('coreVote.certify');
    story.does('signature.sign', {}, gore).does('signature.sign', {}, mop).does('decree.request').does('decree.issue').does('review.enter').does('review.clear');
    expect(story.where).toEqual(['performing.running.inForce']);
    expect(story.deadline('term').due).toBe('2030-12-31');
    expect(story.context['inForce']).toMatchObject({ projects: [{}, {}, { code: '40000003' }] });
  });

  it('turned down or dropped, leaves the agreement as it was', () => {
    const story = amended().does('project.put', { code: '40000003' }).does('amendment.drop');
    expect(story.where).toEqual(['performing.running.inForce']);
    expect(story.context['draft']).toEqual(story.context['inForce']);
  });

  it('does not outlive the term', () => {
    expect(amended().on('2028-01-01').where).toEqual(['performing.windingUp']);
  });
});

describe('A dispute', () => {
  it('goes from the parties to the last instance the agreement names, while the agreement is carried out', () => {
    const story = inForce().does('dispute.raise');
    expect(story.why('execution.settle')).toEqual(['dispute-open']);
    expect(story.does('execution.budget', {}, gore).does('dispute.escalate').where).toEqual(['performing.running.dispute.lastInstance']);
    expect(story.does('dispute.decide').where).toEqual(['performing.running.inForce']);
  });

  it('has no last instance where the agreement names none', () => {
    const { lastInstance: _none, ...without } = clauses;
    const story = inForce({ ...without, lastInstance: undefined }).does('dispute.raise');
    expect(story.why('dispute.escalate')).toEqual(['namesLastInstance']);
    expect(story.does('dispute.settle').where).toEqual(['performing.running.inForce']);
  });
});

describe('How it ends', () => {
  it('is settled when no share, report or balance is outstanding: the refusal says which', () => {
    const story = inForce().on('2026-09-01');
    expect(story.why('execution.settle')).toEqual(['settle-shares-unbudgeted', 'settle-reports-missing']);
    story.does('execution.report', { quarter: '2026-Q2' }).does('execution.budget', {}, gore).does('execution.leaveUnbudgeted', {}, mop);
    expect(story.why('execution.settle')).toEqual(['settle-shares-unbudgeted', 'settle-unspent-not-returned']);
    for (const body of [gore, mop]) story.does('execution.leaveUnbudgeted', { party: body.institution, year: 2027, reason: 'La cartera terminó antes' }, body);
    expect(story.why('execution.settle')).toEqual(['settle-unspent-not-returned']);
    expect(story.why('execution.returnBalance', { party: 'gore-16', amount: 250_000_001 }, gore)).toEqual(['return-over-unspent']);
    expect(story.does('execution.returnBalance', {}, gore).does('execution.settle').where).toEqual(['evaluation']);
    expect(story.does('evaluation.record', { result: 'met' }).does('closing.resolve').state.outcome).toBe('closed');
  });

  it('in force, not while a share of a later year is neither budgeted nor said to be left out: its fulfilment is obligatory (CPR art. 115)', () => {
    const story = inForce().does('execution.leaveUnbudgeted', {}, gore).does('execution.leaveUnbudgeted', {}, mop);
    expect(story.why('execution.settle')).toEqual(['settle-shares-unbudgeted']);
    expect(story.does('agreement.revoke').does('execution.settle').where).toEqual(['evaluation']);
  });

  it('by the end of its term, or revoked under its own rules: nothing new is budgeted or moved', () => {
    const expired = inForce().on('2028-01-01');
    expect(expired.where).toEqual(['performing.windingUp']);
    expect(expired.why('execution.budget', {}, gore)).toEqual(['agreement-ended']);
    const revoked = inForce().does('agreement.revoke').does('execution.leaveUnbudgeted', {}, gore).does('execution.leaveUnbudgeted', {}, mop).does('execution.settle');
    expect(revoked.does('evaluation.record').does('closing.resolve').state.outcome).toBe('revoked');
  });
});

describe('Registers of the past say less, and their lines are kept as they are', () => {
  const minsal = party('ministry', 'min-minsal');

  it('Ñuble and Salud: 420 days from the CORE\'s vote of 26 October 2023 to the signature of 19 December 2024', () => {
    const story = proposed([ñuble, minsal], '2023-10-26', { object: 'Salud', from: 2023, until: 2028, amount: 837_731_000_000, projects: null });
    transcribed(story, 'share.put', { party: 'gore-16', year: null, amount: 88_147_000_000 }, '2023-10-26');
    transcribed(story, 'text.close', { text: null, endsOn: null }, '2023-10-26');
    transcribed(story, 'appraisal.conclude', {}, '2023-10-26');
    transcribed(story, 'coreVote.certify', { sitting: '2023-10-26', result: 'approved' }, '2023-10-26');
    for (const institution of ['gore-16', 'min-minsal']) transcribed(story, 'signature.sign', { textSha256: null, document: null }, '2024-12-19', institution);
    expect(story.context).toMatchObject({ votedOn: '2023-10-26', signedOn: '2024-12-19', daysFromVoteToSignature: 420, endsOn: null });
  });

  it('Aysén and Salud 2019: still waiting for Hacienda\'s decree', () => {
    const aysen = party('regionalGovernment', 'gore-11');
    const story = proposed([aysen, minsal], '2019-01-01', { object: 'Salud', from: 2019, until: 2024, amount: 61_341_422_000, projects: 29 });
    transcribed(story, 'text.close', { text: null, endsOn: null }, '2019-01-01', 'gore-11');
    transcribed(story, 'appraisal.conclude', {}, '2019-01-01', 'gore-11');
    transcribed(story, 'coreVote.certify', { sitting: '2019-01-01', result: 'approved' }, '2019-01-01', 'gore-11');
    for (const institution of ['gore-11', 'min-minsal']) transcribed(story, 'signature.sign', { textSha256: null, document: null }, '2019-01-31', institution);
    transcribed(story, 'decree.request', {}, '2019-01-31', 'gore-11');
    expect(story.on('2026-11-22').where).toEqual(['approval.formalisation.hacienda']);
    expect(story.state.since).toBe('2019-01-31');
    expect(story.does('text.reopen', {}, { institution: 'gore-11' }).where).toEqual(['approval.negotiation']);
  });

  it('an agreement in force without known shares, projects, term or minutes raises no alarm about what nobody knows', () => {
    const story = proposed([ñuble, minsal], '2015-01-01', { object: 'Más vivienda y mejores barrios', amount: null });
    for (const [type, data] of [['text.close', { text: null, endsOn: null }], ['appraisal.conclude', {}], ['coreVote.certify', { sitting: '2015-01-01', result: 'approved' }]] as const) transcribed(story, type, data, '2015-01-01');
    for (const institution of ['gore-16', 'min-minsal']) transcribed(story, 'signature.sign', { textSha256: null, document: null }, '2015-01-01', institution);
    for (const type of ['decree.request', 'decree.issue', 'review.enter', 'review.clear']) transcribed(story, type, {}, '2015-01-01');
    expect(story.deadline('committee')).toMatchObject({ status: 'pending', due: null });
    expect(story.deadline('quarterlyReport')).toMatchObject({ started: '2026-03-31', due: '2026-04-30' });
    transcribed(story, 'execution.returnBalance', { party: 'min-minsal', amount: 5_886_000_000 }, '2024-06-01', 'min-minsal');
    expect(transcribed(story, 'execution.settle', {}, '2024-06-01').where).toEqual(['evaluation']);
  });
});
