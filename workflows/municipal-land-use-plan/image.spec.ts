import { hearings, imagePublished, imageReported, imageSubmitted, minutes, opened, termsAgreed } from '../../test/engine/core/plan.js';
import type { Story } from '../../test/engine/core/story.js';
import { municipalLandUsePlan } from './workflow.js';

const plan = { definition: { ...municipalLandUsePlan, hash: 'draft' } };
const cosoc = { presentedOn: '2025-04-08', minutes } as const;

describe('The target image before the concejo (LGUC art. 28 octies numbers 1 and 2)', () => {
  it('is formulated by the mayor and approved by the concejo', () => {
    const story = opened(plan);
    expect(story.tasks).toEqual(['formulate']);
    expect(story.why('enmienda.formulate')).toEqual(['isEnmienda']);
    story.does('image.formulate');
    expect(story.tasks).toEqual(['submitImage']);
    story.on('2025-03-05').does('image.submit').on('2025-03-12').does('imageVote.certify');
    expect(story.where).toEqual(['image.publication']);
    expect(story.deadline('imageCouncil')).toMatchObject({ status: 'met', endedOn: '2025-03-12' });
  });

  it('silent for fifteen days from receipt: summary and plans count as approved', () => {
    const story = imageSubmitted(plan);
    expect(story.deadline('imageCouncil')).toMatchObject({ started: '2025-03-05', due: '2025-03-20', alternative: null, onExpiry: 'deemedApproved' });
    expect(story.on('2025-03-20').where).toEqual(['image.council']);
    story.on('2025-03-21');
    expect(story.where).toEqual(['image.publication']);
    expect(story.context).toMatchObject({ image: 'silence' });
    expect(story.told.at(-1)).toMatchObject({ message: 'imageApprovedBySilence' });
    expect(story.why('imageVote.certify')).toEqual(['event-not-in-this-state']);
  });

  it('a last day that is a Saturday moves to Monday (art. 190), and silence waits for the later reading', () => {
    const story = opened(plan).does('image.formulate').on('2025-03-07').does('image.submit');
    expect(story.deadline('imageCouncil')).toMatchObject({ due: '2025-03-24', alternative: '2025-03-22', certainty: 'assumption' });
    expect(story.on('2025-03-24').where).toEqual(['image.council']);
    expect(story.on('2025-03-25').where).toEqual(['image.publication']);
  });

  it('counts from the day the secretariat received it, never from before it was formulated or after today', () => {
    const story = opened(plan).does('image.formulate').on('2025-03-10');
    expect(story.why('image.submit', { receivedOn: '2025-02-03' })).toEqual(['inOrder']);
    expect(story.why('image.submit', { receivedOn: '2025-03-11' })).toEqual(['nothingInFuture']);
    expect(story.does('image.submit', { receivedOn: '2025-03-06' }).deadline('imageCouncil').due).toBe('2025-03-21');
  });

  it('needs no special quorum: the majority of those who sit, the mayor with them', () => {
    const four = { present: 4, inFavour: 3, against: 2 };
    expect(imageSubmitted(plan).does('imageVote.certify', four).where).toEqual(['image.publication']);
  });

  it('rejected, is formulated anew', () => {
    const story = imageSubmitted(plan).does('imageVote.certify', { inFavour: 0, against: 7 });
    expect(story.where).toEqual(['formulation']);
  });

  it('cannot be extended: no rule read allows it', () => {
    const extension = { deadline: 'imageCouncil', amount: 5, reason: 'Mayor estudio', basis: 'Ley 19.880 art. 26' };
    expect(imageSubmitted(plan).why('deadline.extended', extension)).toEqual(['extension-unknown']);
  });
});

describe('Its publication (numbers 2 and 4)', () => {
  it('needs two notices in different weeks, both before it', () => {
    const story = waiting();
    expect(story.why('image.publish', { notices: [] })).toEqual(['twoNotices']);
    expect(story.why('image.publish', { notices: [notice('2025-03-24')] })).toEqual(['twoNotices']);
    // Monday and Friday of one week.
    expect(story.why('image.publish', { notices: [notice('2025-03-24'), notice('2025-03-28')] })).toEqual(['twoNotices']);
    // Sunday and the Monday after lie in two weeks.
    expect(story.why('image.publish', { notices: [notice('2025-03-23'), notice('2025-03-24')] })).toEqual([]);
    expect(story.why('image.publish', { notices: [notice('2025-03-24'), notice('2025-03-31')] })).toEqual(['twoNotices']);
  });

  it('needs certified letters dispatched the same day at the latest', () => {
    const story = waiting();
    expect(story.why('image.publish', { letters: null })).toEqual(['lettersByPublication']);
    expect(story.why('image.publish', { publishedOn: '2025-03-28', letters: { dispatchedOn: '2025-03-31', document: minutes } })).toEqual(['lettersByPublication']);
    expect(story.why('image.publish', { letters: { dispatchedOn: '2025-03-28', document: minutes } })).toEqual([]);
  });

  it('opens thirty days to observe and fifteen for the hearings', () => {
    const story = imagePublished(plan);
    expect(story.deadline('imageWindow')).toMatchObject({ started: '2025-03-31', due: '2025-04-30', onExpiry: 'windowCloses' });
    expect(story.deadline('imageHearings')).toMatchObject({ started: '2025-03-31', due: '2025-04-15', onExpiry: 'none' });
    expect(story.tasks).toEqual(['certifyImageHearings']);
  });

  it('its thirty days may be extended to forty-five, by whoever runs the exposure, before they end', () => {
    const extension = { deadline: 'imageWindow', amount: 15, reason: 'Alta participación', basis: 'LGUC art. 28 octies nº 2' };
    const story = imagePublished(plan).on('2025-04-25');
    expect(story.why('deadline.extended', { ...extension, amount: 16 })).toEqual(['extension-over-cap']);
    story.does('deadline.extended', extension);
    expect(story.deadline('imageWindow')).toMatchObject({ due: '2025-05-15', extended: 15 });
    expect(story.on('2025-05-15').where).toEqual(['image.consultation.exposed']);
    expect(story.on('2025-05-16').where).toEqual(['image.consultation.report']);
    expect(story.context).toMatchObject({ closedOn: '2025-05-15', window: 'closed' });
    expect(imagePublished(plan).on('2025-05-02').why('deadline.extended', extension)).toEqual(['deadline-expired']);
  });
});

describe('The consultation (numbers 3 and 5)', () => {
  it('has two hearings and the COSOC in the first fifteen days', () => {
    const story = imagePublished(plan).on('2025-04-10');
    expect(story.why('imageHearings.certify', { ...hearings('2025-04-07'), cosoc })).toEqual(['twoHearingsInTime']);
    expect(story.why('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc: null })).toEqual(['cosocInTime']);
    expect(story.why('imageHearings.certify', { ...hearings('2025-03-30', '2025-04-09'), cosoc })).toEqual(['twoHearingsInTime']);
    story.does('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc });
    expect(story.deadline('imageHearings').status).toBe('met');
  });

  it('certified late, they still have to have been held in time', () => {
    const story = imagePublished(plan).on('2025-04-22');
    expect(story.deadline('imageHearings')).toMatchObject({ status: 'expired', endedOn: '2025-04-16' });
    expect(story.why('imageHearings.certify', { ...hearings('2025-04-09', '2025-04-16'), cosoc })).toEqual(['twoHearingsInTime']);
    expect(story.why('imageHearings.certify', { ...hearings('2025-04-09', '2025-04-15'), cosoc })).toEqual([]);
  });

  it('of the fifteen days the last moves on with its roll-over: a Monday hearing counts after a Sunday', () => {
    const story = imageSubmitted(plan).on('2025-03-12').does('imageVote.certify').on('2025-04-05').does('image.publish').on('2025-05-02');
    // 5 April and 15 days: Sunday 20 April, so Monday 21.
    expect(story.deadline('imageHearings')).toMatchObject({ due: '2025-04-21' });
    expect(story.why('imageHearings.certify', { ...hearings('2025-04-14', '2025-04-21'), cosoc: { presentedOn: '2025-04-14', minutes } })).toEqual([]);
  });

  it('without them the report is not delivered, what is missing is named, and publishing again begins it anew', () => {
    const story = imagePublished(plan).on('2025-05-05');
    expect(story.where).toEqual(['image.consultation.report']);
    expect(story.why('imageReport.deliver')).toEqual(['hasImageHearings', 'hasImageCosoc']);
    story.does('image.publish');
    expect(story.where).toEqual(['image.consultation.exposed']);
    expect(story.deadline('imageWindow')).toMatchObject({ status: 'running', started: '2025-05-05', due: '2025-06-04' });
    expect(story.why('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc })).toEqual(['twoHearingsInTime', 'cosocInTime']);
  });

  it('takes observations while the window is open, and registers later those that came in time', () => {
    const story = imagePublished(plan).on('2025-04-20').does('imageObservations.file').on('2025-05-02');
    expect(story.why('imageObservations.file', { receivedOn: '2025-05-01' })).toEqual(['observations-window-closed']);
    story.does('imageObservations.file', { receivedOn: '2025-04-30' });
    expect(story.step('imageObservations')['observations']).toHaveLength(2);
  });

  it('is reported on once it is over: not on its last day', () => {
    const story = imagePublished(plan).on('2025-04-10').does('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc }).on('2025-05-05');
    expect(story.why('imageReport.deliver', { receivedOn: '2025-04-30' })).toEqual(['inOrder']);
    // 1 May is a holiday; a paper may still be received.
    expect(story.does('imageReport.deliver', { receivedOn: '2025-05-02' }).deadline('terms')).toMatchObject({ started: '2025-05-02', due: '2025-06-02', alternative: null });
  });

  it('is answered by the concejo once it has the report, not before', () => {
    const story = imagePublished(plan).does('imageObservations.file').on('2025-05-05');
    story.does('imageObservations.answer');
    expect(story.why('imageObservations.conclude')).toEqual(['answers-after-report']);
  });

  it('each observation is answered, then the mayor proposes the terms, then the concejo agrees them', () => {
    const story = imagePublished(plan).does('imageObservations.file').on('2025-04-10')
      .does('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc }).on('2025-05-05').does('imageReport.deliver');
    expect(story.tasks).toEqual(['imageObservations.answer']);
    expect(story.why('imageObservations.conclude')).toEqual(['observations-unanswered']);
    expect(story.why('terms.propose')).toEqual(['event-not-in-this-state']);
    story.does('imageObservations.answer').does('imageObservations.conclude');
    expect(story.tasks).toEqual(['proposeTerms']);
    story.does('terms.propose').does('termsVote.certify');
    expect(story.where).toEqual(['design.drafting']);
  });

  it('thirty days from receipt by the secretariat, and the silence of the concejo agrees nothing', () => {
    const story = imageReported(plan);
    expect(story.deadline('terms')).toMatchObject({ started: '2025-05-05', due: '2025-06-04', onExpiry: 'waits' });
    story.on('2025-08-01');
    expect(story.where).toEqual(['image.consultation.terms.answers']);
    expect(story.deadline('terms')).toMatchObject({ status: 'expired', endedOn: '2025-06-05' });
    story.does('imageObservations.conclude').does('terms.propose').does('termsVote.certify');
    expect(story.where).toEqual(['design.drafting']);
  });

  it('terms not agreed are proposed again', () => {
    const story = imageReported(plan).does('imageObservations.conclude').does('terms.propose').does('termsVote.certify', { inFavour: 0, against: 7 });
    expect(story.where).toEqual(['image.consultation.terms.proposal']);
  });
});

describe('A change of the urban limit', () => {
  it('in the agreed terms is told to SII within five days of the agreement', () => {
    const story = termsAgreed({ ...plan, urbanLimit: 'changes' });
    expect(story.tasks).toEqual(['informSii']);
    // Tuesday 20 May and five days: Sunday 25, so Monday 26.
    expect(story.deadline('siiNotice')).toMatchObject({ started: '2025-05-20', due: '2025-05-26', onExpiry: 'none' });
    story.on('2025-06-02');
    expect(story.deadline('siiNotice').status).toBe('expired');
    expect(story.does('sii.inform').where).toEqual(['design.drafting']);
    expect(story.context).toMatchObject({ siiTold: 'told' });
  });

  it('not agreed, nobody is told', () => {
    const story = termsAgreed(plan);
    expect(story.where).toEqual(['design.drafting']);
    expect(story.context).toMatchObject({ siiTold: 'not-needed', termsOn: '2025-05-20' });
  });
});

/** Approved, to be published on Monday 31 March. */
function waiting(): Story {
  return imageSubmitted(plan).on('2025-03-12').does('imageVote.certify').on('2025-03-31');
}

function notice(publishedOn: string): object {
  return { publishedOn, medium: 'La Discusión', document: minutes };
}
