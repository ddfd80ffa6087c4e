import { approved, draftHeard, hearings, imagePublished, minutes, opened, reported, termsAgreed, withSeremi } from '../../test/engine/core/plan.js';
import { municipalLandUsePlan, municipalLandUsePlanV2 } from './workflow.js';

const plan = { definition: { ...municipalLandUsePlanV2, hash: 'draft' } };
const changing = { ...plan, urbanLimit: 'changes' } as const;
const cosoc = { presentedOn: '2025-04-08', minutes } as const;

describe('Version 2 keeps the law of version 1', () => {
  it('by every deadline: the same rules, amounts and effects, two of them under another name', () => {
    const { siiNotice, limitNotice, ...before } = municipalLandUsePlan.deadlines;
    const { termsNotice, limitChangeNotice, ...after } = municipalLandUsePlanV2.deadlines;
    expect(after).toEqual(before);
    expect([termsNotice, limitChangeNotice]).toEqual([siiNotice, limitNotice]);
  });

  it('by what may be sent, by whom, and by when it may be relied on', () => {
    expect(Object.keys(municipalLandUsePlanV2.events)).toEqual(Object.keys(municipalLandUsePlan.events));
    expect(municipalLandUsePlanV2).toMatchObject({ version: 2, serves: municipalLandUsePlan.serves, roles: municipalLandUsePlan.roles });
  });

  it('from the target image to the plan in force', () => {
    const story = reported(plan, { result: 'favourable', intercommunalPlan: 'covers' }).does('decree.issue').does('decree.publish').does('decree.inform').does('decree.archive');
    expect(story.where).toEqual(['inForce']);
  });

  it('an enmienda as before', () => {
    const story = draftHeard({ ...plan, kind: 'enmienda', on: '2025-06-02' });
    expect(story.where).toEqual(['draft.participation.hearings']);
    expect(opened({ ...plan, kind: 'enmienda' }).why('image.formulate')).toEqual(['not-isEnmienda']);
  });
});

describe('The first fifteen days of the exposure (LGUC art. 28 octies number 3)', () => {
  it('are a state: hearings certified, only the window runs on', () => {
    const story = imagePublished(plan);
    expect(story.where).toEqual(['image.consultation.exposed.hearings']);
    story.on('2025-04-10').does('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc });
    expect(story.where).toEqual(['image.consultation.exposed.heard']);
    expect(story.deadline('imageHearings').status).toBe('met');
    expect(story.deadline('imageWindow')).toMatchObject({ status: 'running', due: '2025-04-30' });
    expect(story.tasks).toEqual([]);
    expect(story.on('2025-05-01').where).toEqual(['image.consultation.report']);
  });

  it('over without them, the municipality is told on the sixteenth, and publishes again without waiting for the window', () => {
    const story = imagePublished(plan).on('2025-04-15');
    expect(story.tasks).toEqual(['certifyImageHearings']);
    story.on('2025-04-16');
    expect(story.where).toEqual(['image.consultation.exposed.unheard']);
    expect(story.tasks).toEqual(['republishImage']);
    story.does('image.publish');
    expect(story.where).toEqual(['image.consultation.exposed.hearings']);
    expect(story.deadline('imageWindow')).toMatchObject({ started: '2025-04-16', due: '2025-05-16' });
  });

  it('held in time and certified late, they count', () => {
    const story = imagePublished(plan).on('2025-04-22');
    expect(story.why('imageHearings.certify', { ...hearings('2025-04-09', '2025-04-16'), cosoc })).toEqual(['twoHearingsInTime']);
    story.does('imageHearings.certify', { ...hearings('2025-04-09', '2025-04-15'), cosoc });
    expect(story.where).toEqual(['image.consultation.exposed.heard']);
    expect(story.deadline('imageWindow').due).toBe('2025-04-30');
  });
});

describe('The notice to SII of the agreed urban limit (number 5)', () => {
  it('is owed for five days beside the design of the draft, which does not wait for it', () => {
    const story = termsAgreed(changing);
    expect(story.where).toEqual(['design.work.drafting', 'design.notice.owed']);
    expect(story.deadline('termsNotice')).toMatchObject({ started: '2025-05-20', due: '2025-05-26', onExpiry: 'none' });
    expect(story.tasks).toEqual(['draft', 'informSiiOfTerms']);
    story.does('draft.finish').on('2025-05-23').does('sii.inform');
    expect(story.where).toEqual(['design.work.sending', 'design.notice.settled']);
    expect(story.deadline('termsNotice').status).toBe('met');
  });

  it('not agreed, is not owed', () => {
    expect(termsAgreed(plan).where).toEqual(['design.work.drafting', 'design.notice.settled']);
  });

  it('forgotten, is named when the file is sent, and given late', () => {
    const story = termsAgreed(changing).does('draft.finish').does('environment.send').on('2025-06-06').does('environment.observe').on('2025-06-09').does('participation.open')
      .on('2025-06-25').does('draftHearings.certify').on('2025-07-01').does('exposure.open').on('2025-08-05').does('secondHearing.certify').on('2025-09-30').does('plan.submit')
      .on('2025-10-14').does('draftObservations.conclude').does('councilVote.certify');
    expect(story.why('project.send')).toEqual(['termsNoticeGiven']);
    expect(story.does('sii.inform').why('project.send')).toEqual([]);
    expect(story.why('sii.inform')).toEqual(['owesTermsNotice']);
  });
});

describe('The notice of an altered urban limit (art. 43 sixth paragraph)', () => {
  const sent = { urbanLimit: 'altered' } as const;

  it('is owed for five days from sending, while the SEREMI receives the project', () => {
    const story = approved(changing).on('2025-10-20').does('project.send', sent);
    expect(story.where).toEqual(['seremi.underway.review.receipt', 'seremi.underway.notice.owed']);
    expect(story.deadline('limitChangeNotice')).toMatchObject({ started: '2025-10-20', due: '2025-10-27' });
    story.on('2025-10-21').does('project.receive');
    expect(story.deadline('seremiReport')).toMatchObject({ started: '2025-10-21', due: '2025-12-22' });
    expect(story.tasks).toEqual(['reportProject', 'informMinvuAndSii']);
    story.on('2025-10-24').does('limitChange.inform');
    expect(story.where).toEqual(['seremi.underway.review.report', 'seremi.underway.notice.settled']);
    expect(story.deadline('seremiReport').status).toBe('running');
  });

  it('not altered, is not owed', () => {
    expect(withSeremi(changing).where).toEqual(['seremi.underway.review.report', 'seremi.underway.notice.settled']);
  });

  it.each([
    ['decree.issue', { result: 'favourable', intercommunalPlan: 'covers', objectedPoints: [] }],
    ['core.present', { result: 'favourable', intercommunalPlan: 'none', objectedPoints: [] }],
  ])('forgotten, stands in the way of %s, and is given late', (next, report) => {
    const story = approved(changing).on('2025-10-20').does('project.send', sent).does('project.receive').on('2025-12-15').does('seremi.report', report);
    expect(story.why(next)).toEqual(['limitNoticeGiven']);
    expect(story.does('limitChange.inform').why(next)).toEqual([]);
  });

  it('owed from one sending, stays owed after the project has been adapted and sent again', () => {
    const story = approved(changing).on('2025-10-20').does('project.send', sent).does('project.receive')
      .on('2025-12-15').does('seremi.report', { result: 'unfavourable', intercommunalPlan: 'covers', objectedPoints: ['Zona ZU-5'] })
      .does('project.adapt').does('councilVote.certify').does('project.send', { urbanLimit: 'as-agreed' });
    expect(story.where).toEqual(['seremi.underway.review.receipt', 'seremi.underway.notice.owed']);
  });
});
