import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { competenceTransfer } from './workflow.js';

const definition = { ...competenceTransfer, hash: 'draft' };
const asMinister = { role: 'interior', office: 'minister' };
const byLaw = ['presidencia', 'min-interior', 'min-hacienda', 'min-segpres', 'subdere', 'dipres', 'cgr'];
const others = ['presidency', 'interior', 'finance', 'segpres', 'secretariat', 'budgetOffice', 'comptroller'].map((role, at) => ({ role, institution: byLaw[at], party: false }));
const between = (receiver: string, origin: string): readonly { role: string; institution: string; party: boolean }[] => [
  { role: 'regionalGovernment', institution: receiver, party: true }, { role: 'origin', institution: origin, party: true },
  { role: 'sectorMinistry', institution: 'min-economia', party: false }, ...others,
];

/** Ñuble wants to focus the instruments of SERNATUR. */
function opened(on = '2026-04-01'): Story {
  return new Story({
    definition, on, participants: between('gore-16', 'sernatur'),
    data: { competence: 'fomento.turismo', name: 'Focalización de instrumentos de turismo', field: 'productive-development' },
  });
}

const requested = (): Story => opened().does('request.begin').does('request.propose').on('2026-05-05').does('requestVote.certify').on('2026-05-11').does('request.file');
const studied = (): Story => requested().does('request.examine').on('2026-05-18').does('study.open');
const reported = (recommendation = 'favourable'): Story => studied().on('2026-06-01').does('commission.form').does('exercise.document').does('exercise.project')
  .does('study.conclude').on('2026-07-01').does('budget.report').on('2026-07-15').does('report.issue', { recommendation });
const recommended = (): Story => reported().on('2026-08-03').does('committee.decide', { decision: 'recommends' });
const terms = { effectiveOn: '2027-01-01', until: '2028-12-31' };

function published(decree: JsonObject = terms): Story {
  const story = recommended().on('2026-08-10').does('decree.finish', decree);
  story.does('decreeSignature.sign', {}, { role: 'sectorMinistry' }).does('decreeSignature.sign', {}, asMinister).does('decreeSignature.sign', {}, { role: 'presidency' });
  return story.on('2026-09-01').does('review.enter').on('2026-09-15').does('review.clear').on('2026-10-01').does('decree.publish', { number: '61', decreedOn: '2026-08-10', publishedOn: '2026-10-01' });
}

function reviewed(): Story {
  const story = recommended().does('decree.finish').does('decreeSignature.sign', {}, { role: 'sectorMinistry' }).does('decreeSignature.sign', {}, asMinister);
  return story.does('decreeSignature.sign', {}, { role: 'presidency' }).does('review.enter');
}

const inForce = (decree: JsonObject = terms): Story => published(decree).on('2027-01-01');
const definitive = (): Story => inForce({ duration: 'definitive', mode: 'exclusive', inCharge: 'receiver', effectiveOn: '2027-01-01', until: null });
const instructed = (): Story => opened().does('instruction.issue');
const ownInitiative = (): Story => opened().does('request.begin').does('request.propose', { proposedBy: 'council' });
const refused = (receiver: string, origin: string): unknown => definition.opening.refuse?.({}, between(receiver, origin)).map(({ code }) => code);
const said = (story: Story): readonly string[] => story.told.map(({ message }) => message);

describe('Opening', () => {
  it('is refused for a municipality: the law that CPR 118 calls for was not found', () => {
    expect(refused('muni-16101', 'sernatur')).toEqual(['receiver-is-a-municipality']);
    expect(definition.words.es.reasons['receiver-is-a-municipality']).toContain('art. 118');
  });

  it('is between a ministry or service and a regional government', () => {
    expect(refused('gore-16', 'min-minvu')).toEqual([]);
    expect(refused('seremi-minvu-16', 'sernatur')).toEqual(['receiver-is-no-regional-government']);
    expect(refused('gore-16', 'gore-08')).toEqual(['origin-is-no-ministry-or-service']);
  });
});

describe('The request of the region', () => {
  it('may be filed within 24 months of the start of the presidential term', () => {
    const story = opened().does('request.begin', { presidentialTermStart: '2026-03-11' });
    expect(story.deadline('requestWindow')).toMatchObject({ started: '2026-03-11', due: '2028-03-11', onExpiry: 'windowCloses' });
    expect(story.on('2028-03-20').state).toMatchObject({ status: 'closed', outcome: 'windowClosed' });
  });

  it('is not begun in a presidential term that is to come', () => {
    expect(opened().why('request.begin', { presidentialTermStart: '2030-03-11' })).toEqual(['termHasBegun']);
  });

  it('carries three studies', () => {
    expect(opened().does('request.begin').why('request.propose', { efficiency: null })).toEqual(['hasStudies']);
  });

  it('needs an absolute majority of the CORE with the governor’s proposal', () => {
    const story = opened().does('request.begin').does('request.propose', { proposedBy: 'governor' });
    expect(story.does('requestVote.certify', { present: 16, inFavour: 9, against: 7 }).where).toEqual(['requesting.filing']);
  });

  it('needs two thirds on the council’s own initiative', () => {
    expect(ownInitiative().does('requestVote.certify', { present: 16, inFavour: 10, against: 6 }).state.outcome).toBe('notRequested');
    expect(ownInitiative().does('requestVote.certify', { present: 16, inFavour: 11, against: 5 }).where).toEqual(['requesting.filing']);
  });

  it('is not held agreed because the CORE keeps silent', () => {
    expect(opened().does('request.begin').does('request.propose').on('2026-09-30').where).toEqual(['requesting.voting']);
  });

  it('outside the three fields is inadmissible outright, by exempt decree of three ministries', () => {
    const story = requested().does('request.examine', { field: 'none' });
    expect(story.where).toContain('underStudy.work.inadmissibility');
    for (const role of ['interior', 'finance', 'segpres']) story.does('inadmissibility.sign', {}, { role });
    expect(story.state.outcome).toBe('inadmissible');
  });

  it('may be withdrawn by the region, not by the President', () => {
    expect(requested().why('instruction.withdraw')).toEqual(['not-isRequest']);
    expect(requested().does('request.withdraw').state.outcome).toBe('withdrawn');
  });
});

describe('The study', () => {
  it('has 90 calendar days from the sitting that opens it; when they end it waits, and those concerned are told', () => {
    const story = studied();
    expect(story.deadline('study')).toMatchObject({ started: '2026-05-18', due: '2026-08-16', onExpiry: 'waits' });
    story.on('2026-08-17');
    expect(story.where).toContain('underStudy.work.study.preparing');
    expect(said(story)).toContain('studyOverdue');
  });

  it('is made by a paritary commission, with both reports', () => {
    const story = studied();
    expect(story.why('commission.form', { ofOrigin: 4, ofRegion: 3 })).toEqual(['isParitary']);
    expect(story.why('exercise.document')).toEqual(['commissionFormed']);
    expect(story.does('commission.form').why('study.conclude')).toEqual(['exerciseDocumented', 'exerciseProjected']);
  });

  it('that ends in other conditions goes to the CORE again', () => {
    const story = reported('other-conditions').does('vote.convene', { proposedBy: 'governor' });
    expect(story.where).toContain('underStudy.work.conditions.voting');
    expect(story.does('conditionsVote.certify', { inFavour: 0, against: 16 }).state.outcome).toBe('conditionsRejected');
  });
});

describe('The Committee', () => {
  it('must answer expressly at six months: an alarm and a task, and nothing is deemed', () => {
    const story = studied();
    expect(story.deadline('wholeProcedure')).toMatchObject({ started: '2026-05-11', due: '2026-11-11', onExpiry: 'mustAnswerExpressly' });
    story.on('2026-11-13');
    expect(story.where).toEqual(['underStudy.work.study.preparing', 'underStudy.limit.overdue']);
    expect(said(story)).toContain('mustAnswer');
    expect(story.tasks).toContain('answerExpressly');
    expect(story.why('committee.decide', { decision: 'recommends' })).toEqual(['not-recommends']);
    story.does('committee.decide', { decision: 'rejects' }).does('rejection.decree');
    expect(story.state.outcome).toBe('rejected');
  });

  it('late with everything studied may still recommend', () => {
    const story = reported().on('2027-01-10');
    expect(story.tasks).toEqual(expect.arrayContaining(['decide', 'answerExpressly']));
    expect(story.does('committee.decide', { decision: 'recommends' }).where).toEqual(['decreeing.drafting']);
  });

  it('may leave the study unopened', () => {
    expect(requested().does('request.examine').does('study.decline').state.outcome).toBe('notOpened');
  });
});

describe('The President’s path', () => {
  it('begins with an oficio, within the three fields', () => {
    expect(opened().why('instruction.issue', { field: 'none' })).toEqual(['withinFields']);
    expect(instructed().where).toEqual(['underStudy.work.opening', 'underStudy.limit.running']);
  });

  it('needs the CORE to ratify', () => {
    const story = instructed().does('study.open').does('commission.form').does('exercise.document').does('exercise.project').does('study.conclude').does('budget.report');
    story.does('report.issue', { recommendation: 'other-conditions' }).does('committee.decide');
    expect(story.where).toEqual(['ratifying.convening']);
    story.does('vote.convene', { proposedBy: 'council' });
    expect(story.why('ratificationVote.certify', { inFavour: 10, against: 6 })).toEqual([]);
    expect(story.does('ratificationVote.certify', { inFavour: 10, against: 6 }).state.outcome).toBe('notRatified');
  });
});

describe('The decree', () => {
  it('is complete or is not signed', () => {
    const nothing = { text: null, resources: null, gradualSteps: null, conditions: null, followUp: null, indicators: [] };
    expect(recommended().why('decree.finish', nothing)).toEqual(['hasText', 'statesResources', 'statesSteps', 'statesConditions', 'statesFollowUp', 'statesIndicators']);
  });

  it('transfers for a year at least, or for good', () => {
    const story = recommended();
    expect(story.why('decree.finish', { effectiveOn: '2027-01-01', until: '2027-12-30' })).toEqual(['atLeastAYear']);
    expect(story.why('decree.finish', { effectiveOn: '2027-01-01', until: '2027-12-31' })).toEqual([]);
    expect(story.why('decree.finish', { until: null })).toEqual(['statesTerm']);
    expect(story.why('decree.finish', { duration: 'definitive', until: '2027-12-31' })).toEqual(['statesTerm']);
  });

  it('passes toma de razón, in which silence clears nothing; the President may insist, and then it must be let pass (CPR art. 99)', () => {
    const story = reviewed().on('2026-10-30');
    expect(story.where).toEqual(['decreeing.review.reviewing']);
    expect(story.does('review.object', { ground: 'legality' }).does('review.insist').where).toEqual(['decreeing.review.givingCourse']);
    expect(story.does('review.clear').where).toEqual(['decreeing.publication']);
    expect(reviewed().does('review.object', { ground: 'spending-limit' }).why('review.insist')).toEqual(['objectionAdmitsInsistence']);
  });

  it('held unconstitutional is not insisted on: ten days to the Tribunal Constitucional, whose ruling decides (CPR art. 99)', () => {
    const story = reviewed().on('2026-09-15').does('review.object', { ground: 'unconstitutional' });
    expect(story.why('review.insist')).toEqual(['event-not-in-this-state']);
    // Calendar days: Friday 25 September. Business days, 18 September left out: Wednesday the 30th.
    expect(story.deadline('courtReferral')).toMatchObject({ started: '2026-09-15', due: '2026-09-25', alternative: '2026-09-30', onExpiry: 'waits', certainty: 'assumption' });
    expect(story.does('review.sendToCourt').does('review.ruling', { ruling: 'for-the-decree' }).where).toEqual(['decreeing.review.givingCourse']);
    const lost = reviewed().does('review.object', { ground: 'unconstitutional' }).does('review.sendToCourt').does('review.ruling', { ruling: 'against-the-decree' });
    expect(lost.state.outcome).toBe('objected');
  });

  it('without a day of its own is in force from its publication', () => {
    const story = published({ duration: 'definitive', mode: 'exclusive', inCharge: 'receiver', effectiveOn: null, until: null }).on('2026-10-02');
    expect(story.where).toEqual(['transferred.inForce.definitive']);
    expect(story.context['transfer']).toMatchObject({ holder: 'gore-16', mode: 'exclusive', duration: 'definitive', from: '2026-10-01', until: null, certainty: 'official' });
  });
});

describe('The effect', () => {
  it('comes on the day of the act, ready or not; what was not accepted is an alarm', () => {
    const story = published();
    expect(story.deadline('effect')).toMatchObject({ due: '2026-12-31', status: 'running' });
    expect(story.on('2026-12-31').where).toEqual(['transferred.awaitingEffect']);
    story.on('2027-01-01');
    expect(story.where).toEqual(['transferred.inForce.temporary.term.running', 'transferred.inForce.temporary.revocation.none']);
    expect(said(story)).toEqual(expect.arrayContaining(['transferInForce', 'handoverNotReady']));
    expect(story.context['transfer']).toEqual({
      competence: 'fomento.turismo', territory: '16', holder: 'gore-16', mode: 'shared', duration: 'temporary', inCharge: 'gore-16', sharedWith: ['sernatur'],
      from: '2027-01-01', until: '2028-12-31', origin: 'sernatur', act: { kind: 'decreto', number: '61', date: '2026-08-10' },
      basis: 'CPR art. 114; LOC 19.175 arts. 21 bis y ss. (no leída)', certainty: 'official',
    });
    expect(story.allowed).toContain('handover.present');
  });

  it('after a complete hand-over raises no alarm', () => {
    const story = published();
    expect((story.step('handover')['items'] as readonly unknown[]).length).toBe(16);
    while (story.tasks.includes('handover.present')) story.does('handover.present');
    while (story.tasks.includes('handover.accept')) story.does('handover.accept');
    expect(said(story.does('handover.complete').on('2027-01-01'))).not.toContain('handoverNotReady');
  });
});

describe('A temporary transfer', () => {
  it('is announced twelve, six and three months before its end, each with a task', () => {
    const story = inForce();
    expect(story.deadline('expiry')).toMatchObject({ due: '2028-12-31', onExpiry: 'reverts' });
    expect(story.on('2028-01-01').tasks).toContain('decideWithinTwelveMonths');
    expect(story.deadline('noticeOfTwelveMonths')).toMatchObject({ due: '2027-12-31', status: 'expired' });
    expect(story.on('2028-07-01').tasks).toContain('decideWithinSixMonths');
    expect(story.on('2028-10-01').tasks).toContain('decideWithinThreeMonths');
    expect(said(story)).toEqual(expect.arrayContaining(['endsInTwelveMonths', 'endsInSixMonths', 'endsInThreeMonths']));
  });

  it('reverts by itself at its end, and is evaluated', () => {
    const story = inForce().on('2029-01-01');
    expect(story.where).toEqual(['evaluating']);
    expect(said(story)).toContain('reverted');
    expect(story.context['reversion']).toMatchObject({ holder: 'sernatur', inCharge: 'sernatur', mode: 'exclusive', from: '2029-01-01', until: null });
    story.does('evaluation.record');
    // 30 calendar days from 1 January 2029; the other reading is business days.
    expect(story.deadline('evaluationSending')).toMatchObject({ due: '2029-01-31', certainty: 'assumption' });
    expect(story.does('evaluation.send').state.outcome).toBe('reverted');
  });

  it('renewed by a new decree goes on from its end, with new notices', () => {
    const story = inForce().on('2028-08-01');
    expect(story.why('renewal.record', { until: '2029-12-30' })).toEqual(['renewsForAYear']);
    story.does('renewal.record', { until: '2030-12-31' }).on('2029-01-01');
    expect(story.where).toContain('transferred.inForce.temporary.term.running');
    expect(story.context['transfer']).toMatchObject({ from: '2029-01-01', until: '2030-12-31', holder: 'gore-16' });
    expect(story.deadline('expiry')).toMatchObject({ due: '2030-12-31', status: 'running' });
  });

  it('is revoked by a decree until 30 June, in force on 1 January', () => {
    const story = inForce().on('2027-05-03').does('revocation.propose', { cause: 'breach' });
    expect(story.deadline('revocationDecree')).toMatchObject({ due: '2027-06-30', onExpiry: 'none' });
    story.on('2027-06-30').does('revocation.decree');
    expect(story.on('2027-12-31').where).toContain('transferred.inForce.temporary.revocation.revoked');
    story.on('2028-01-01');
    expect(story.context['revocation']).toMatchObject({ holder: 'sernatur', from: '2028-01-01' });
    expect(story.does('evaluation.record').does('evaluation.send').state.outcome).toBe('revoked');
  });

  it('is revoked by the date of the decree, not by the day it is recorded', () => {
    const story = inForce().on('2027-05-03').does('revocation.request').on('2027-07-02');
    expect(story.why('revocation.decree', { decreedOn: '2027-07-03' })).toEqual(['decreeIsIssued']);
    expect(story.does('revocation.decree', { decreedOn: '2027-06-30' }).deadline('revocationEffect')).toMatchObject({ due: '2027-12-31' });
  });

  it('revoked is not renewed any more', () => {
    const story = inForce().on('2027-06-01').does('revocation.request').does('revocation.decree');
    expect(story.why('renewal.record', { until: '2030-12-31' })).toEqual(['not-isRevoked']);
  });

  it('renewed and then revoked is taken back whole where the revocation comes first', () => {
    const story = inForce().on('2027-05-03').does('renewal.record', { until: '2030-12-31' }).does('revocation.request').does('revocation.decree');
    expect(story.context['revocation']).toMatchObject([{ holder: 'sernatur', from: '2028-01-01' }, { holder: 'sernatur', from: '2029-01-01' }]);
    expect(story.on('2028-01-01').where).toEqual(['evaluating']);
  });

  it('renewed goes on to the day of its revocation where the renewal comes first', () => {
    const story = inForce().on('2028-07-03').does('renewal.record', { until: '2031-12-31' }).does('revocation.request').does('revocation.decree').on('2029-06-01');
    expect(story.where).toEqual(['transferred.inForce.temporary.term.running', 'transferred.inForce.temporary.revocation.revoked']);
    expect(story.context['revocation']).toMatchObject({ holder: 'sernatur', from: '2030-01-01' });
    expect(story.on('2030-01-01').where).toEqual(['evaluating']);
  });

  it('revoked after 30 June is in force a year longer: our reading', () => {
    const story = inForce().on('2027-05-03').does('revocation.request').on('2027-07-01').does('revocation.decree');
    expect(story.deadline('revocationEffect')).toMatchObject({ due: '2028-12-31' });
  });

  it('that clashes with a later policy is revocable only after six months to adjust', () => {
    const story = inForce().on('2027-03-01');
    expect(story.why('revocation.propose', { cause: 'policy-clash' })).toEqual(['needsNoWarning']);
    story.does('revocation.warn');
    expect(story.deadline('adjustment')).toMatchObject({ due: '2027-09-01', onExpiry: 'mayProceed' });
    expect(story.why('revocation.propose', { cause: 'policy-clash' })).toEqual(['needsNoWarning', 'expired']);
    story.on('2027-09-03');
    expect(story.where).toContain('transferred.inForce.temporary.revocation.adjusting');
    expect(story.does('revocation.propose', { cause: 'policy-clash' }).where).toContain('transferred.inForce.temporary.revocation.deciding');
  });
});

describe('A definitive transfer', () => {
  it('is evaluated at three years', () => {
    const story = definitive();
    expect(story.deadline('evaluation')).toMatchObject({ started: '2027-01-01', due: '2030-01-01' });
    expect(said(story.on('2030-01-03'))).toContain('evaluationDue');
    expect(story.does('evaluation.record').does('evaluation.send').state.outcome).toBe('definitive');
  });

  it('is taken back by a law alone', () => {
    const story = definitive();
    expect(story.why('revocation.propose')).toEqual(['event-not-in-this-state']);
    expect(story.does('law.revoke', { law: '22.000', from: '2028-03-01' }).state.outcome).toBe('revokedByLaw');
    expect(story.context['revocation']).toMatchObject({ holder: 'sernatur', from: '2028-03-01' });
  });
});

describe('A transfer decreed before', () => {
  it('takes effect on its own days', () => {
    const story = opened('2026-11-02').does('transfer.record', { effectiveOn: '2024-02-01', until: '2026-01-31', number: '251', decreedOn: '2023-09-26' }, { source: 'imported' });
    story.on('2026-11-02');
    expect(story.where).toEqual(['evaluating']);
    expect(said(story)).not.toContain('handoverNotReady');
  });

  it('of an unknown end has no deadline, and is shown as not known until somebody finds it', () => {
    const story = opened('2026-11-02').does('transfer.record', { duration: 'temporary', mode: 'shared', effectiveOn: '2021-04-15', until: null }, { source: 'imported' }).on('2026-11-02');
    expect(story.where).toContain('transferred.inForce.temporary.term.running');
    for (const name of ['expiry', 'noticeOfTwelveMonths']) expect(story.deadline(name)).toMatchObject({ status: 'pending', due: null });
    expect(story.context['transfer']).toMatchObject({ from: '2021-04-15', until: null, certainty: 'secondary' });
    story.on('2099-01-01').on('2099-01-01');
    expect(story.where).toContain('transferred.inForce.temporary.term.running');
    expect(story.does('term.find', { until: '2100-12-31' }).context['transfer']).toMatchObject({ until: '2100-12-31' });
    expect(story.deadline('expiry')).toMatchObject({ status: 'running', due: '2100-12-31' });
  });

  it('of an unknown beginning tells the ledger nothing until it is found', () => {
    const story = opened('2026-11-02').does('transfer.record', { duration: 'temporary', effectiveOn: null, until: null });
    expect(story.context['transfer']).toBeNull();
    expect(story.why('term.find')).toEqual([]);
    expect(story.does('effect.find', { effectiveOn: '2022-02-01' }).context['transfer']).toMatchObject({ from: '2022-02-01', until: null });
    expect(story.why('effect.find')).toEqual(['effectUnknown']);
  });

  it('of a beginning found after its revocation goes back on the day of the revocation', () => {
    const story = opened('2026-11-02').does('transfer.record', { duration: 'temporary', effectiveOn: null, until: null }).does('revocation.request').does('revocation.decree');
    expect(story.context['revocation']).toBeNull();
    expect(story.does('effect.find', { effectiveOn: '2022-02-01' }).context['revocation']).toMatchObject({ holder: 'sernatur', from: '2028-01-01' });
  });

  it('does not end before it begins', () => {
    expect(opened().why('transfer.record', { effectiveOn: '2026-06-01', until: '2026-05-31' })).toContain('endsAfterBeginning');
    const story = opened('2026-11-02').does('transfer.record', { duration: 'temporary', effectiveOn: '2026-01-01', until: null }).on('2026-11-02');
    expect(story.why('term.find', { until: '2025-12-31' })).toEqual(['endsAfterBeginning']);
  });
});
