import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { municipalDevelopmentPlan } from './workflow.js';

const period = { startsOn: '2027-01-01', endsOn: '2030-12-31' };

function opened(on = '2026-06-01'): Story {
  return new Story({
    definition: { ...municipalDevelopmentPlan, hash: 'draft' }, on, data: { name: 'PLADECO de Ránquil' },
    participants: [{ role: 'municipality', institution: 'muni-16206', party: true }, { role: 'regionalGovernment', institution: 'gore-16', party: false }],
  });
}
const drafted = (text: JsonObject = period): Story => opened().does('participation.record').on('2026-08-03').does('plan.finish', text);
const consulted = (): Story => drafted().does('cosoc.inform').on('2026-08-10').does('cosoc.observe');
/** Handed in on Monday 5 October 2026. */
const submitted = (): Story => consulted().on('2026-10-05').does('plan.submit');
const decreed = (): Story => submitted().on('2026-11-10').does('councilVote.certify').does('plan.decree');
const inForce = (): Story => decreed().on('2026-11-16').does('plan.send');
const rejected = (): Story => submitted().does('councilVote.certify', { inFavour: 0, against: 7 });
const over = (): Story => inForce().does('modification.propose').on('2031-01-01');
const concejo = (story: Story): readonly string[] => story.where.filter((path) => path.includes('.concejo.'));

describe('The text (LOC 18.695 art. 7)', () => {
  it('is drafted with participation and lasts four years at least', () => {
    expect(opened().why('plan.finish', period)).toEqual(['participationHeld']);
    const story = opened().does('participation.record');
    expect(story.why('plan.finish', { ...period, endsOn: '2030-12-30' })).toEqual(['fourYearsAtLeast']);
    expect(story.why('plan.finish', period)).toEqual([]);
  });
});

describe('The COSOC (art. 94)', () => {
  it('has fifteen business days from the mayor’s information; then its time is over and the concejo may vote', () => {
    const story = drafted().on('2026-09-01').does('cosoc.inform');
    // 18 September 2026 is a holiday.
    expect(story.deadline('cosocOpinion')).toMatchObject({ started: '2026-09-01', due: '2026-09-23', onExpiry: 'windowCloses' });
    story.on('2026-09-24');
    expect(story.context).toMatchObject({ cosoc: 'silent' });
    expect(story.why('cosoc.observe')).toEqual(['event-not-in-this-state']);
  });

  it('is informed of a text there is: its fifteen days do not run on one that was not finished', () => {
    const story = drafted().on('2026-09-01');
    expect(story.why('cosoc.inform', { informedOn: '2026-07-31' })).toEqual(['textWasFinished']);
    expect(story.why('cosoc.inform', { informedOn: '2026-08-03' })).toEqual([]);
  });

  it('comes before the vote, though not before the hand-in (art. 82 a)', () => {
    const story = drafted().on('2026-10-05').does('plan.submit');
    expect(concejo(story)).toEqual(['preparing.deliberation.concejo.inSeason.hearing']);
    expect(story.why('councilVote.certify')).toEqual(['event-not-in-this-state']);
    story.does('cosoc.inform').on('2026-10-12').does('cosoc.observe');
    expect(concejo(story)).toEqual(['preparing.deliberation.concejo.inSeason.voting']);
  });

  it('is left out only with a ground on record', () => {
    expect(drafted().does('cosoc.except').context).toMatchObject({ cosoc: 'notApplicable' });
  });
});

describe('The concejo (arts 65 a, 82 a)', () => {
  it('has until 14 December for what is handed in during the first week of October', () => {
    const story = submitted();
    expect(story.deadline('council')).toMatchObject({ started: '2026-10-05', due: '2026-12-14', alternative: null, certainty: 'official', onExpiry: 'proposalStands' });
    expect(story.on('2026-12-14').allowed).toContain('councilVote.certify');
  });

  it('silent: from 15 December what the mayor proposed stands', () => {
    const story = submitted().on('2026-12-15');
    expect(story.where).toEqual(['preparing.decree']);
    expect(story.context).toMatchObject({ council: 'proposalStands' });
    expect(story.told.at(-1)).toMatchObject({ message: 'proposalStands' });
    expect(story.why('councilVote.certify')).toEqual(['event-not-in-this-state']);
  });

  it('the last day is never moved: a Saturday stays the last day', () => {
    const story = opened('2030-06-03').does('participation.record').does('plan.finish', { startsOn: '2031-01-01', endsOn: '2034-12-31' }).does('cosoc.except').on('2030-10-04').does('plan.submit');
    expect(story.deadline('council')).toMatchObject({ due: '2030-12-14' });
    expect(story.on('2030-12-15').where).toEqual(['preparing.decree']);
  });

  it('the first week is 1 to 7 October, each year anew', () => {
    const story = consulted();
    expect(story.deadline('october')).toMatchObject({ due: '2026-09-30' });
    expect(story.deadline('firstWeek')).toMatchObject({ due: '2026-10-07', certainty: 'assumption', onExpiry: 'none' });
    expect(story.on('2026-10-08').open.map(({ name, due }) => [name, due])).toEqual([['october', '2027-09-30'], ['firstWeek', '2027-10-07']]);
    expect(concejo(story.on('2027-10-01').does('plan.submit'))).toEqual(['preparing.deliberation.concejo.inSeason.voting']);
  });

  it('a text finished within the week may be handed in at once', () => {
    const story = opened().does('participation.record').on('2026-10-06').does('plan.finish', period).does('plan.submit');
    expect(story.deadline('council')).toMatchObject({ due: '2026-12-14' });
  });

  it('handed in otherwise: no limit and no silence', () => {
    const story = consulted().on('2026-10-20').does('plan.submit');
    expect(concejo(story.on('2027-12-20'))).toEqual(['preparing.deliberation.concejo.outOfSeason.voting']);
    expect(story.open).toEqual([]);
    expect(story.does('councilVote.certify').where).toEqual(['preparing.decree']);
  });

  it('adopts with the absolute majority of those who attend, the mayor included (art. 86)', () => {
    const four = { present: 4, inFavour: 3, against: 2 };
    expect(submitted().does('councilVote.certify', four).where).toEqual(['preparing.decree']);
    expect(submitted().why('councilVote.certify', { present: 3, inFavour: 4 })).toEqual(['vote-without-quorum']);
  });

  it('rejects: the plan is made anew or given up', () => {
    expect(rejected().where).toEqual(['preparing.rejected']);
    expect(rejected().does('plan.revise').why('plan.finish', period)).toEqual(['participationHeld']);
    expect(rejected().does('plan.abandon').state.outcome).toBe('notApproved');
    expect(consulted().does('plan.abandon').state.outcome).toBe('abandoned');
  });
});

describe('A plan in force', () => {
  it('is so by decree, and is sent to the regional government without a known limit', () => {
    const story = decreed();
    expect(story.where).toEqual(['inForce.sending']);
    expect(story.context).toMatchObject({ endsOn: '2030-12-31', draft: null });
    expect(story.does('plan.send').does('plan.receive').told.at(-1)).toMatchObject({ message: 'planSent', to: { regionalGovernment: ['planning', 'governor'] } });
  });

  it('is evaluated, and modified by the same procedure while it stays in force', () => {
    const story = inForce().on('2028-03-01').does('evaluation.record').does('modification.propose').does('participation.record').does('plan.finish', { endsOn: '2032-12-31', startsOn: '2027-01-01' });
    expect(story.context).toMatchObject({ evaluations: 1, endsOn: '2030-12-31', inForce: { endsOn: '2030-12-31' } });
    story.does('cosoc.except').on('2028-10-02').does('plan.submit').on('2028-12-15').does('plan.decree');
    expect(story.context).toMatchObject({ endsOn: '2032-12-31' });
    expect(story.deadline('period')).toMatchObject({ status: 'running', due: '2032-12-31' });
  });

  it('whose modification is dropped or rejected stays as it was', () => {
    expect(inForce().does('modification.propose').does('modification.drop').where).toEqual(['inForce.current']);
    const modifying = inForce().does('modification.propose').does('participation.record').does('plan.finish', period).does('cosoc.except').does('plan.submit');
    modifying.does('councilVote.certify', { inFavour: 0, against: 7 }).does('modification.drop');
    expect(modifying.where).toEqual(['inForce.current']);
    expect(modifying.context).toMatchObject({ endsOn: '2030-12-31', draft: null });
  });

  it('whose period ends is replaced, or closed without renewal; a modification under way lapses', () => {
    expect(over().where).toEqual(['periodOver']);
    expect(over().does('plan.replace').state.outcome).toBe('replaced');
    expect(over().does('plan.close').state.outcome).toBe('ended');
  });
});
