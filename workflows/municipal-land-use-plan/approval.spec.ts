import { approved, inCouncil, reported, withSeremi } from '../../test/engine/core/plan.js';
import type { Story } from '../../test/engine/core/story.js';
import { municipalLandUsePlan } from './workflow.js';

const plan = { definition: { ...municipalLandUsePlan, hash: 'draft' } };
const changing = { ...plan, urbanLimit: 'changes' } as const;
const point = 'Zona ZU-5: uso industrial contrario al plan intercomunal';
const negative = { result: 'unfavourable', intercommunalPlan: 'covers', objectedPoints: [point] } as const;
const alone = { result: 'favourable', intercommunalPlan: 'none', objectedPoints: [] } as const;

describe('The file that goes to the SEREMI', () => {
  it('is sent complete: what is missing is named', () => {
    const story = approved(plan);
    expect(story.why('project.send', { memory: null, councilCertificate: null })).toEqual(['hasMemory', 'hasCouncilCertificate']);
    expect(story.why('project.send', { ordinance: null, plans: null })).toEqual(['hasOrdinance', 'hasPlans']);
    expect(story.why('project.send')).toEqual([]);
  });

  it('of a history read from a register names the proofs the register lacks', () => {
    const past = { source: 'imported' } as const;
    const story = approved(plan);
    story.does('project.send').does('project.receive').does('seremi.report', alone).does('core.present').does('coreVote.certify')
      .does('resolution.issue').does('review.enter').does('review.object').does('plan.redo', { from: 'image' });
    story.does('image.publish', { notices: [], letters: null }, past).on('2026-02-16').does('imageReport.deliver', {}, past).does('imageObservations.conclude');
    story.does('terms.propose').does('termsVote.certify').does('draft.finish').does('environment.send').does('environment.observe');
    story.does('participation.open', { conformity: 'declared' }).does('draftHearings.certify').does('exposure.open').on('2026-04-01').on('2026-05-01').on('2026-05-29');
    story.does('plan.submit').does('draftObservations.conclude').does('councilVote.certify');
    expect(story.why('project.send')).toEqual(['hasImageNotices', 'hasImageLetters', 'hasImageHearings', 'hasImageCosoc']);
  });

  it('altering the agreed change of the urban limit: MINVU and SII are told within five days', () => {
    const story = approved(changing).on('2025-10-20').does('project.send', { urbanLimit: 'altered' });
    expect(story.tasks).toEqual(['informLimitChange']);
    // Monday 20 October and five days: Saturday 25, so Monday 27.
    expect(story.deadline('limitNotice')).toMatchObject({ started: '2025-10-20', due: '2025-10-27', alternative: '2025-10-25', onExpiry: 'none' });
    expect(story.on('2025-10-22').does('limitChange.inform').where).toEqual(['seremi.receipt']);
    expect(story.context).toMatchObject({ limitTold: 'told' });
  });
});

describe('The SEREMI’s technical report (LGUC art. 43 sixth paragraph)', () => {
  it('has sixty days from receipt, and its silence is nothing: the case waits', () => {
    const story = withSeremi(plan);
    // Wednesday 22 October and sixty days: Sunday 21 December, so Monday 22.
    expect(story.deadline('seremiReport')).toMatchObject({ started: '2025-10-22', due: '2025-12-22', onExpiry: 'waits' });
    story.on('2026-03-02');
    expect(story.where).toEqual(['seremi.report']);
    expect(story.deadline('seremiReport')).toMatchObject({ status: 'expired', endedOn: '2025-12-23' });
    expect(story.does('seremi.report').where).toEqual(['decree.issuing']);
  });

  it('counts from receipt, not from the day it was sent, and not from before', () => {
    const story = approved(plan).on('2025-10-20').does('project.send').on('2025-10-30');
    expect(story.deadline('councilDecision').status).toBe('met');
    expect(story.why('project.receive', { receivedOn: '2025-10-17' })).toEqual(['inOrder']);
    expect(story.does('project.receive', { receivedOn: '2025-10-29' }).deadline('seremiReport').started).toBe('2025-10-29');
  });

  it('unfavourable, names the points it objects to', () => {
    expect(withSeremi(plan).why('seremi.report', { ...negative, objectedPoints: [] })).toEqual(['pointsStated']);
  });
});

describe('Branch (a): an intercommunal plan covers the commune and the report is favourable (seventh paragraph)', () => {
  it('the mayor promulgates by decree, without regional council or Contraloría', () => {
    const story = reported(plan, { result: 'favourable', intercommunalPlan: 'covers' });
    expect(story.tasks).toEqual(['issueDecree']);
    story.does('decree.issue').on('2025-12-18').does('decree.publish');
    // Thursday 18 December and five days: Tuesday 23.
    expect(story.deadline('decreeNotice')).toMatchObject({ started: '2025-12-18', due: '2025-12-23', institution: 'muni-16201' });
    expect(story.why('decree.inform', { urbanLimit: 'changes', zones: ' ' })).toEqual(['zonesNamed']);
    story.does('decree.inform');
    expect(story.why('decree.archive', { publishedOn: '2025-12-17' })).toEqual(['sameDayAsPublished']);
    story.does('decree.archive');
    expect(story.where).toEqual(['inForce']);
    expect(story.context).toMatchObject({ publishedOn: '2025-12-18' });
  });

  it('a new plan is brought up to date within ten years of its publication; then nothing happens to it', () => {
    const story = reported(plan, {}).does('decree.issue').on('2025-12-18').does('decree.publish').on('2025-12-29').does('decree.inform').does('decree.archive');
    // 18 December 2035 is a Tuesday.
    expect(story.deadline('update')).toMatchObject({ started: '2025-12-18', due: '2035-12-18', alternative: '2035-12-19', onExpiry: 'none' });
    expect(story.on('2036-01-07').where).toEqual(['inForce']);
    expect(story.does('plan.update').state.outcome).toBe('updated');
  });

  it('a modification becomes part of the plan', () => {
    const story = reported({ ...plan, kind: 'modification' }, {}).does('decree.issue').does('decree.publish').does('decree.inform').does('decree.archive');
    expect(story.state.outcome).toBe('incorporated');
  });
});

describe('Branch (b): it covers the commune and the report is unfavourable (eighth paragraph)', () => {
  it('the municipality adapts: back to the concejo, by our reading, and to the SEREMI again', () => {
    const story = reported(plan, negative);
    expect(story.where).toEqual(['seremi.choice']);
    expect(story.told.at(-1)).toMatchObject({ message: 'reportUnfavourable' });
    story.on('2026-01-05').does('project.adapt');
    expect(story.deadline('councilDecision')).toMatchObject({ status: 'running', started: '2026-01-05', due: '2026-03-06', certainty: 'assumption' });
    expect(story.on('2026-01-20').does('councilVote.certify').where).toEqual(['seremi.sending']);
    story.does('project.send').does('project.receive').does('seremi.report', { result: 'favourable', intercommunalPlan: 'covers', objectedPoints: [] });
    expect(story.where).toEqual(['decree.issuing']);
  });

  it('the concejo does not take the adapted project: the choice is open again', () => {
    const story = reported(plan, negative).on('2026-01-05').does('project.adapt').does('councilVote.certify', { inFavour: 1, against: 6 });
    expect(story.where).toEqual(['seremi.choice']);
  });

  it('the municipality insists: the regional council decides the objected points, and those only', () => {
    const story = reported(plan, negative).on('2026-01-05').does('project.insist');
    expect(story.where).toEqual(['core.entry']);
    expect(story.why('core.present', { points: [] })).toEqual(['onlyObjectedPoints']);
    expect(story.why('core.present', { points: [point, 'Otra zona'] })).toEqual(['onlyObjectedPoints']);
    story.does('core.present');
    expect(story.why('coreVote.certify', { modifications: 'Otro uso' })).toEqual(['vote-may-not-modify']);
    // The report is unfavourable: even on insistence only by a reasoned agreement.
    story.does('coreVote.certify');
    expect(story.tasks).toEqual(['certifyGrounds']);
    expect(story.does('agreement.certifyGrounds').where).toEqual(['resolution.issuing']);
  });

  it('insisted in vain, it may still adapt, by our reading, but not insist again', () => {
    const story = reported(plan, negative).does('project.insist').does('core.present').does('coreVote.certify', { inFavour: 0, against: 16 });
    expect(story.where).toEqual(['seremi.choice']);
    expect(story.why('project.insist')).toEqual(['mayInsist']);
    expect(story.why('project.adapt')).toEqual([]);
  });

  it('against a negative report on the adapted project it may insist again: that report leaves the same choice', () => {
    const story = reported(plan, negative).does('project.insist').does('core.present').does('coreVote.certify', { inFavour: 0, against: 16 }).does('project.adapt')
      .does('councilVote.certify').does('project.send').does('project.receive').does('seremi.report', negative);
    expect(story.why('project.insist')).toEqual([]);
    expect(story.does('project.insist').does('core.present').does('coreVote.certify').tasks).toEqual(['certifyGrounds']);
  });

  it('what was tabled for the first vote is not tabled for the adapted project', () => {
    const story = inCouncil(plan).on('2025-10-14').does('draftObservations.conclude').does('changes.table').does('councilVote.certify', { modifications: 'Tres pisos en ZU-3' })
      .does('project.send').does('project.receive').does('seremi.report', negative).does('project.adapt');
    expect(story.why('councilVote.certify', { modifications: 'Otro uso' })).toEqual(['vote-may-not-modify']);
  });
});

describe('Branch (c): no intercommunal plan covers the commune (ninth and tenth paragraphs)', () => {
  it('the regional council decides, and after thirty days nothing of the governor’s stands: it waits', () => {
    const story = reported(plan, alone).on('2026-01-12').does('core.present');
    // Thirty days from Monday 12 January; thirty business days as the other reading of "días".
    expect(story.deadline('coreDecision')).toMatchObject({ started: '2026-01-12', due: '2026-02-11', alternative: '2026-02-23', certainty: 'assumption', onExpiry: 'waits' });
    story.on('2026-06-01');
    expect(story.where).toEqual(['core.deciding.voting']);
    expect(story.deadline('coreDecision').status).toBe('expired');
    expect(story.does('coreVote.certify').where).toEqual(['resolution.issuing']);
  });

  it('against an unfavourable report only by a reasoned agreement; one without grounds is voted again', () => {
    const story = reported(plan, { ...negative, intercommunalPlan: 'none' }).does('core.present').does('coreVote.certify');
    expect(story.where).toEqual(['core.deciding.grounds']);
    expect(story.does('agreement.retake').where).toEqual(['core.deciding.voting']);
    expect(story.does('coreVote.certify').does('agreement.certifyGrounds').where).toEqual(['resolution.issuing']);
  });

  it('rejected, it ends', () => {
    expect(reported(plan, alone).does('core.present').does('coreVote.certify', { inFavour: 0, against: 16 }).state.outcome).toBe('rejectedByRegion');
  });

  it('a change of the urban limit rejected or altered is told to all who observed it, MINVU and SII (art. 28 octies number 6)', () => {
    const rejected = reported(changing, alone).does('core.present').does('coreVote.certify', { inFavour: 0, against: 16 });
    expect(rejected.tasks).toEqual(['informLimitOutcome']);
    expect(rejected.does('limitOutcome.inform').state.outcome).toBe('rejectedByRegion');
    const altered = reported(changing, alone).does('core.present').does('coreVote.certify', { modifications: 'Límite oriente sin el sector del río' });
    expect(altered.does('limitOutcome.inform').where).toEqual(['resolution.issuing']);
  });
});

describe('The governor’s resolution and its control', () => {
  it('fifteen business days in toma de razón, and silence clears nothing', () => {
    const story = entered();
    expect(story.deadline('legalityReview')).toMatchObject({ started: '2026-01-20', due: '2026-02-10', certainty: 'secondary', onExpiry: 'waits' });
    expect(story.on('2026-04-01').where).toEqual(['resolution.review.reviewing']);
  });

  it('cleared, is published by the region, which tells SII within five days and deposits it', () => {
    const story = entered().on('2026-02-02').does('review.clear').on('2026-02-05').does('resolution.publish');
    // Thursday 5 February and five days: Tuesday 10.
    expect(story.deadline('resolutionNotice')).toMatchObject({ started: '2026-02-05', due: '2026-02-10', institution: 'gore-16' });
    story.does('resolution.inform').does('resolution.archive');
    expect(story.where).toEqual(['inForce']);
  });

  it('objected, the region corrects it and enters it again', () => {
    const story = entered().on('2026-02-02').does('review.object');
    expect(story.told.at(-1)).toMatchObject({ message: 'resolutionObjected' });
    expect(story.tasks).toEqual(['answerObjection', 'redoPlan']);
    expect(story.does('review.reenter').does('review.clear').where).toEqual(['resolution.publishing']);
  });

  it('objected for a defect of the procedure, the municipality takes it back to where the defect was', () => {
    const story = entered().does('review.object').does('plan.redo', { from: 'draft' });
    expect(story.where).toEqual(['draft.participation.opening']);
    expect(story.context).toMatchObject({ council: 'pending', report: 'pending', objections: 1 });
    expect(entered().does('review.object').does('plan.redo', { from: 'image' }).where).toEqual(['image.publication']);
  });
});

/** Issued on 19 January 2026, received by the Contraloría on Tuesday 20. */
function entered(): Story {
  return reported(plan, alone).does('core.present').does('coreVote.certify').on('2026-01-19').does('resolution.issue')
    .does('review.enter', {}, { instrument: { kind: 'oficio', date: '2026-01-19', receivedAt: '2026-01-20' } });
}
