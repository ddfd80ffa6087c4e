import { draftHeard, draftObserved, inCouncil, minutes, opened, termsAgreed } from '../../test/engine/core/plan.js';
import type { Story } from '../../test/engine/core/story.js';
import { municipalLandUsePlan } from './workflow.js';

const plan = { definition: { ...municipalLandUsePlan, hash: 'draft' } };

describe('The draft and its environmental report (LGUC art. 43 second paragraph, Ley 19.300 art. 7 bis)', () => {
  it('goes to the Ministry of the Environment, whose limit was not verified: the case waits', () => {
    const story = termsAgreed(plan).does('draft.finish').does('environment.send').on('2026-01-05');
    expect(story.where).toEqual(['design.environment']);
    expect(story.open).toEqual([]);
    expect(story.tasks).toEqual(['observeEnvironment']);
    expect(story.does('environment.observe').where).toEqual(['draft.participation.opening']);
  });
});

describe('Participation before the exposure (numbers 1 to 3, third paragraph)', () => {
  it('brings the environmental report along; only it can declare conformity', () => {
    const story = toOpen();
    expect(story.why('participation.open', { environmentalReport: null })).toEqual(['reportAccompanies']);
    expect(story.why('participation.open', { environmentalReport: null, conformity: 'declared' })).toEqual(['reportAccompanies', 'conformityByReport']);
  });

  it('announces the hearings by two notices in different weeks, before the first of them', () => {
    const story = toOpen().does('participation.open', { notices: [notice('2025-06-02'), notice('2025-06-12')].slice(0, 1) }).on('2025-06-25');
    expect(story.why('draftHearings.certify')).toEqual(['noticesBeforeHearings']);
    // Missed, it is announced again, and the hearings are held then.
    story.does('participation.open', { notices: [notice('2025-06-16'), notice('2025-06-24')] });
    expect(story.why('draftHearings.certify')).toEqual([]);
  });

  it('begins with the documents on the web site, after the Ministry: no hearing or session of before counts', () => {
    const story = toOpen();
    expect(story.why('participation.open', { onlineOn: '2025-06-05' })).toEqual(['inOrder']);
    expect(story.why('participation.open', { neighboursInformedOn: '2025-06-05' })).toEqual(['inOrder']);
    story.does('participation.open').on('2025-06-25');
    const heard = { hearings: [{ heldOn: '2025-06-12', sector: 'Barrio Estación', minutes }], cosoc: { sessionOn: '2025-06-13', minutes } };
    expect(story.why('draftHearings.certify', { ...heard, hearings: [{ heldOn: '2025-06-06', sector: 'Barrio Estación', minutes }] })).toEqual(['heardSinceOnline']);
    expect(story.why('draftHearings.certify', { ...heard, cosoc: { sessionOn: '2025-06-06', minutes } })).toEqual(['heardSinceOnline']);
    expect(story.why('participation.open', { onlineOn: '2025-06-06' })).toEqual(['inOrder']);
    expect(story.why('draftHearings.certify', heard)).toEqual([]);
  });

  it('is exposed only after the hearings and the COSOC', () => {
    const story = toOpen().does('participation.open').on('2025-06-25');
    expect(story.why('exposure.open')).toEqual(['hasDraftHearings', 'hasDraftCosoc']);
    story.does('draftHearings.certify');
    expect(story.why('exposure.open', { startsOn: '2025-06-24' })).toEqual(['inOrder']);
    expect(story.does('exposure.open').where).toEqual(['draft.exposure']);
  });
});

describe('Exposure and observations (numbers 4 to 6)', () => {
  it('thirty days of exposure, a new hearing, and thirty days from it', () => {
    const story = draftHeard(plan).on('2025-07-01').does('exposure.open');
    expect(story.deadline('draftExposure')).toMatchObject({ started: '2025-07-01', due: '2025-07-31', onExpiry: 'windowCloses' });
    expect(story.on('2025-07-31').where).toEqual(['draft.exposure']);
    story.on('2025-08-01');
    expect(story.tasks).toEqual(['certifySecondHearing']);
    // The exposure's last day is too early for the hearing that follows it.
    expect(story.why('secondHearing.certify', { heldOn: '2025-07-31' })).toEqual(['inOrder']);
    story.on('2025-08-05').does('secondHearing.certify');
    expect(story.deadline('observationsAfterHearing')).toMatchObject({ started: '2025-08-05', due: '2025-09-04' });
    expect(story.on('2025-09-05').where).toEqual(['draft.submission']);
    expect(story.context).toMatchObject({ closedOn: '2025-09-04' });
  });

  it('conformity declared by the environmental report: no new hearing, and thirty days from the last day of the exposure', () => {
    const story = draftObserved({ ...plan, conformity: 'declared' });
    expect(story.where).toEqual(['draft.observationsAfterExposure']);
    // 31 July and thirty days: Saturday 30 August, so Monday 1 September.
    expect(story.deadline('observationsAfterExposure')).toMatchObject({ started: '2025-07-31', due: '2025-09-01', alternative: '2025-08-30' });
  });

  it('takes observations from the first day of the exposure to the end of the window', () => {
    const story = draftHeard(plan);
    expect(story.why('draftObservations.file')).toEqual(['observations-window-closed']);
    story.on('2025-07-01').does('exposure.open').does('draftObservations.file').on('2025-08-03').does('draftObservations.file').on('2025-08-05').does('secondHearing.certify');
    story.on('2025-09-04').does('draftObservations.file').on('2025-09-05');
    expect(story.why('draftObservations.conclude')).toEqual(['matters-before-council']);
    expect(story.why('draftObservations.file')).toEqual(['observations-window-closed']);
    expect(story.step('draftObservations')['observations']).toHaveLength(3);
  });
});

describe('The COSOC on a modification (LOC 18.695 art. 94)', () => {
  const modification = { ...plan, kind: 'modification' } as const;

  it('has fifteen business days from being informed', () => {
    const story = draftHeard(modification).on('2025-07-07').does('cosoc.inform');
    // 16 July 2025 is a holiday.
    expect(story.deadline('cosocOpinion')).toMatchObject({ started: '2025-07-07', due: '2025-07-29', onExpiry: 'windowCloses' });
    expect(story.why('cosoc.inform')).toEqual(['not-cosocInformed']);
    expect(story.on('2025-07-30').why('cosoc.observe')).toEqual(['cosocMayObserve']);
  });

  it('and the draft is not submitted before it has had them', () => {
    const story = draftHeard(modification).on('2025-07-01').does('exposure.open').on('2025-08-05').does('secondHearing.certify').on('2025-09-24');
    expect(story.why('plan.submit')).toEqual(['cosocHeard']);
    story.does('cosoc.inform');
    expect(story.why('plan.submit')).toEqual(['cosocHeard']);
    expect(story.does('cosoc.observe').why('plan.submit')).toEqual([]);
  });

  it('of a modified draft that is exposed again is informed anew, not from before it', () => {
    const story = inCouncil(modification).on('2025-10-14').does('draft.reexpose').on('2025-10-20').does('participation.open');
    expect(story.why('cosoc.inform', { informedOn: '2025-10-13' })).toEqual(['inOrder']);
    expect(story.why('cosoc.inform', { informedOn: '2025-10-14' })).toEqual([]);
  });

  it('is not asked of a new plan', () => {
    expect(draftObserved(plan).on('2025-09-24').why('plan.submit')).toEqual([]);
  });
});

describe('The submission to the concejo (fourth paragraph)', () => {
  it('not before day fifteen and not after day thirty, from the last day of the window', () => {
    const story = draftObserved({ ...plan, conformity: 'declared' }).on('2025-09-15');
    expect(story.where).toEqual(['draft.submission']);
    // From Monday 1 September: day 15 is Tuesday 16, day 30 Wednesday 1 October.
    expect(story.deadline('submitEarliest')).toMatchObject({ started: '2025-09-01', due: '2025-09-16' });
    expect(story.deadline('submitLatest')).toMatchObject({ started: '2025-09-01', due: '2025-10-01', onExpiry: 'waits' });
    expect(story.why('plan.submit')).toEqual(['notBeforeDayFifteen']);
    expect(story.on('2025-09-16').why('plan.submit')).toEqual([]);
    story.on('2025-10-01').does('plan.submit');
    expect(story.context).toMatchObject({ submitted: 'in-time' });
    expect(story.deadline('submitLatest').status).toBe('met');
  });

  it('a fifteenth day that is a holiday moves on', () => {
    // From 4 September: day 15 is Friday 19, a holiday, so Monday 22.
    const story = draftObserved(plan).on('2025-09-22');
    expect(story.deadline('submitEarliest')).toMatchObject({ due: '2025-09-22' });
    expect(story.why('plan.submit')).toEqual([]);
    story.on('2025-09-23');
    expect(story.why('plan.submit', { submittedOn: '2025-09-21' })).toEqual(['notBeforeDayFifteen']);
    expect(story.why('plan.submit', { submittedOn: '2025-09-22' })).toEqual([]);
  });

  it('late, it is still owed, and shown as late', () => {
    const story = draftObserved(plan).on('2025-11-03');
    // Day 30 is Saturday 4 October, so Monday 6.
    expect(story.deadline('submitLatest')).toMatchObject({ due: '2025-10-06', status: 'expired', endedOn: '2025-10-07' });
    expect(story.where).toEqual(['draft.submission']);
    expect(story.does('plan.submit').context).toMatchObject({ submitted: 'late' });
    const inTime = draftObserved(plan).on('2025-10-08').does('plan.submit', { submittedOn: '2025-10-06' });
    expect(inTime.context).toMatchObject({ submitted: 'in-time' });
  });
});

describe('The concejo on the draft (fifth paragraph, LOC 18.695 art. 65)', () => {
  it('silent for sixty days: the project counts as approved, even with matters undecided', () => {
    const story = contested();
    // Tuesday 30 September and sixty days: Saturday 29 November, so Monday 1 December.
    expect(story.deadline('councilDecision')).toMatchObject({ started: '2025-09-30', due: '2025-12-01', certainty: 'assumption', onExpiry: 'deemedApproved' });
    expect(story.on('2025-12-01').where).toEqual(['draft.council.matters']);
    story.on('2025-12-02');
    expect(story.where).toEqual(['seremi.sending']);
    expect(story.context).toMatchObject({ council: 'silence' });
    expect(story.told.at(-1)).toMatchObject({ message: 'planApprovedBySilence' });
  });

  it('decides each contested matter, with its votes, before it votes the draft', () => {
    const story = contested().on('2025-10-14');
    expect(story.why('councilVote.certify')).toEqual(['matters-undecided']);
    story.does('draftObservations.answer', { observation: 1 });
    expect(story.attempt('draftObservations.conclude')).toMatchObject({ refused: [{ code: 'observations-unanswered', params: { numbers: '2' } }] });
    story.does('draftObservations.answer', { observation: 2, decision: 'rejected', reason: 'La vía es de la red comunal', inFavour: 6, against: 1 }).does('draftObservations.conclude');
    expect(story.where).toEqual(['draft.council.voting']);
    expect(story.deadline('councilDecision')).toMatchObject({ status: 'running', started: '2025-09-30' });
    story.does('councilVote.certify');
    expect(story.where).toEqual(['seremi.sending']);
    expect(story.deadline('councilDecision').status).toBe('met');
  });

  it.each([[6, 4], [8, 5], [10, 6]])('of %i councillors adopts with %i votes', (seats, needed) => {
    expect(voting(seats).does('councilVote.certify', { inFavour: needed, against: seats + 1 - needed }).where).toEqual(['seremi.sending']);
    expect(voting(seats).does('councilVote.certify', { inFavour: needed - 1, against: seats + 2 - needed }).state.outcome).toBe('rejectedByCouncil');
  });

  it('counts them by the seats of the commune, not by who is left in office', () => {
    const three = { inOffice: 4, present: 3, inFavour: 3, against: 1 };
    expect(voting().does('councilVote.certify', three).state.outcome).toBe('rejectedByCouncil');
    expect(voting().does('councilVote.certify', { ...three, inFavour: 4, against: 0 }).where).toEqual(['seremi.sending']);
  });

  it('reached only with the mayor’s vote, it is approved by LOC 18.695 art. 86 and the case says so', () => {
    expect(voting().does('councilVote.certify', { inFavour: 4, against: 3 }).context).toMatchObject({ mayorsVote: 'decisive' });
    expect(voting().does('councilVote.certify', { inFavour: 5, against: 2 }).context).toMatchObject({ mayorsVote: 'not-needed' });
    expect(voting().does('councilVote.certify', { presidedBy: 'member', present: 6, inFavour: 4, against: 2 }).context).toMatchObject({ mayorsVote: 'not-needed' });
  });

  it('a casting vote settles a tie, and makes no fourth councillor', () => {
    const tie = { presidedBy: 'member', present: 6, inFavour: 3, against: 3 } as const;
    const story = voting().does('councilVote.certify', tie).does('councilVote.certify', tie).on('2025-10-16');
    expect(story.where).toEqual(['draft.council.voting']);
    // Second tie on Tuesday 14 October: the new sitting by Friday 17.
    expect(story.state.deadlines.find(({ name }) => name === 'councilNewSitting')).toMatchObject({ started: '2025-10-14', due: '2025-10-17' });
    expect(story.does('councilVote.certify', { ...tie, castingVote: 'in-favour' }).state.outcome).toBe('rejectedByCouncil');
  });

  it('changes it only after they were tabled, without unknown burdens and within the draft', () => {
    const story = voting();
    expect(story.why('councilVote.certify', { modifications: 'Tres pisos en ZU-3' })).toEqual(['vote-may-not-modify']);
    expect(story.why('changes.table', { burdens: 'new' })).toEqual(['noNewBurdens']);
    expect(story.why('changes.table', { matters: 'outside-draft' })).toEqual(['withinDraft']);
    story.does('changes.table').does('councilVote.certify', { modifications: 'Tres pisos en ZU-3' });
    expect(story.context).toMatchObject({ council: 'modified' });
  });

  it('takes up what the draft did not contain only after exposing it again, from the beginning', () => {
    const story = inCouncil(plan).on('2025-10-14').does('draft.reexpose');
    expect(story.where).toEqual(['draft.participation.opening']);
    expect(story.deadline('councilDecision').status).toBe('cancelled');
    expect(story.on('2026-01-05').where).toEqual(['draft.participation.opening']);
    story.does('participation.open').on('2026-01-20');
    expect(story.why('exposure.open')).toEqual(['hasDraftHearings', 'hasDraftCosoc']);
  });

  it('rejects it', () => {
    const story = voting().does('councilVote.certify', { inFavour: 2, against: 5 });
    expect(story.state).toMatchObject({ status: 'closed', outcome: 'rejectedByCouncil' });
  });
});

describe('An enmienda (LGUC art. 45)', () => {
  const enmienda = { ...plan, kind: 'enmienda', on: '2025-06-02' } as const;

  it('has no target image and no environmental report: participation, concejo, decree', () => {
    expect(opened(enmienda).why('image.formulate')).toEqual(['not-isEnmienda']);
    const story = draftObserved(enmienda);
    expect(story.where).toEqual(['draft.observationsAfterHearing']);
    story.on('2025-09-30').does('plan.submit').on('2025-10-14').does('draftObservations.conclude').does('councilVote.certify');
    expect(story.where).toEqual(['decree.issuing']);
    story.does('decree.issue').on('2025-10-20').does('decree.publish').does('decree.inform').does('decree.archive');
    expect(story.state).toMatchObject({ status: 'closed', outcome: 'incorporated' });
  });

  it('cannot declare conformity with terms it never had', () => {
    const story = opened(enmienda).does('enmienda.formulate').on('2025-06-09');
    expect(story.why('participation.open', { conformity: 'declared' })).toEqual(['conformityByReport']);
  });

  it('approved by the concejo’s silence is promulgated too', () => {
    expect(inCouncil(enmienda).on('2025-12-02').where).toEqual(['decree.issuing']);
  });

  it('of streets needs the favourable report of the planning authority', () => {
    const story = opened(enmienda).does('enmienda.formulate', { matter: 'local-streets' }).on('2025-06-09').does('participation.open').on('2025-06-25').does('draftHearings.certify')
      .does('cosoc.inform').on('2025-07-01').does('exposure.open').on('2025-08-05').does('secondHearing.certify').on('2025-09-30').does('plan.submit').on('2025-12-02');
    expect(story.why('decree.issue', { streetReport: null })).toEqual(['hasStreetReport']);
    expect(story.why('decree.issue')).toEqual([]);
  });
});

/** The draft is ready, participation to be opened on Monday 9 June. */
function toOpen(): Story {
  return termsAgreed(plan).does('draft.finish').does('environment.send').on('2025-06-06').does('environment.observe').on('2025-06-09');
}

/** Two matters contested, submitted to the concejo on Tuesday 30 September. */
function contested(): Story {
  return draftHeard(plan).on('2025-07-01').does('exposure.open').does('draftObservations.file').does('draftObservations.file', { point: 'Vía colectora' })
    .on('2025-08-05').does('secondHearing.certify').on('2025-09-30').does('plan.submit');
}

/** Nothing contested, about to be voted by a concejo of so many seats. */
function voting(seats = 6): Story {
  return inCouncil({ ...plan, seats }).on('2025-10-14').does('draftObservations.conclude');
}

function notice(publishedOn: string): object {
  return { publishedOn, medium: 'La Discusión', document: minutes };
}
