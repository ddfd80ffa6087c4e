import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { intercommunalInvestmentPlan } from './workflow.js';

const three = ['muni-16101', 'muni-16103', 'muni-16102'] as const;

function opened(municipalities: readonly string[] = three): Story {
  return new Story({
    definition: { ...intercommunalInvestmentPlan, hash: 'draft' }, on: '2026-01-05', data: { name: 'Plan intercomunal de inversiones de Chillán', area: 'intercommunal-plan' },
    participants: [
      { role: 'housing', institution: 'seremi-minvu-16', party: false }, { role: 'transport', institution: 'seremi-mtt-16', party: false },
      { role: 'regionalGovernment', institution: 'gore-16', party: true }, ...municipalities.map((institution) => ({ role: 'municipality', institution, party: true })),
    ],
  });
}
const seremi = (role: string): JsonObject => ({ role, office: 'seremi' });

function consulted(municipalities: readonly string[] = three): Story {
  const story = opened(municipalities).does('draft.finish');
  for (const institution of municipalities) story.does('consultation.ask', { institution, receivedOn: '2026-01-05' });
  for (const institution of municipalities) story.on('2026-02-02').does('consultation.give', { position: 'favourable' }, { institution });
  return story.does('consultation.conclude');
}

function toMayors(municipalities: readonly string[] = three): Story {
  return consulted(municipalities).does('authorship.endorse', {}, seremi('housing')).does('authorship.endorse', {}, seremi('transport')).on('2026-02-10').does('plan.submit');
}
const toCore = (): Story => toMayors().does('mayors.endorse', {}, { institution: three[0] }).does('mayors.endorse', {}, { institution: three[2] }).on('2026-03-02').does('plan.present');
const refused = (): Story => toMayors().does('mayors.refuse', {}, { institution: three[0] }).does('mayors.refuse', {}, { institution: three[1] });
const rejected = (): Story => toCore().does('coreVote.certify', { inFavour: 2, against: 14 });
const inForce = (): Story => toCore().does('coreVote.certify').does('plan.promulgate').on('2026-03-16').does('plan.publish');

describe('The draft (LGUC art. 177)', () => {
  it('is of projects, works and measures within the area', () => {
    const outside = [{ name: 'Ciclovía', kind: 'work', municipality: 'muni-08101' }];
    expect(opened().why('draft.finish', { investments: outside })).toEqual(['withinArea']);
    expect(intercommunalInvestmentPlan.opening.refuse?.({}, [{ role: 'municipality', institution: three[0], party: true }])).toEqual([{ path: 'participants', code: 'two-communes' }]);
  });

  it('is put to every municipality: no limit, and no going on without the one that does not answer', () => {
    const story = opened().does('draft.finish');
    expect(story.why('consultation.conclude')).toEqual(['opinion-not-asked']);
    for (const institution of three) story.does('consultation.ask', { institution, receivedOn: '2026-01-05' });
    expect(story.open).toEqual([]);
    story.on('2026-02-02').does('consultation.give', { position: 'unfavourable', text: 'Falta la ciclovía' }, { institution: three[0] }).does('consultation.give', {}, { institution: three[1] });
    expect(story.on('2027-02-02').why('consultation.conclude')).toEqual(['opinion-still-running', 'opinion-unanswered']);
    story.does('consultation.give', { position: 'favourable' }, { institution: three[2] }).does('consultation.answer', { institution: three[0], reason: 'Se incorpora la ciclovía' });
    expect(story.does('consultation.conclude').where).toEqual(['approval.authorship']);
  });

  it('is of both SEREMIs: one that does not agree sends it back', () => {
    const story = consulted().does('authorship.endorse', {}, seremi('housing'));
    expect(story.where).toEqual(['approval.authorship']);
    expect(story.does('authorship.refuse', {}, seremi('transport')).where).toEqual(['approval.drafting']);
  });
});

describe('The mayors', () => {
  it('approve by the absolute majority of those of the communes included: two of three, three of four', () => {
    const story = toMayors().does('mayors.endorse', {}, { institution: three[0] });
    expect(story.where).toEqual(['approval.mayors']);
    expect(story.does('mayors.endorse', {}, { institution: three[1] }).where).toEqual(['approval.presentation']);
    const four = [...three, 'muni-16105'];
    const ofFour = toMayors(four).does('mayors.endorse', {}, { institution: three[0] }).does('mayors.endorse', {}, { institution: three[1] });
    expect(ofFour.where).toEqual(['approval.mayors']);
    expect(ofFour.does('mayors.endorse', {}, { institution: 'muni-16105' }).where).toEqual(['approval.presentation']);
  });

  it('each for its own commune, and once', () => {
    const story = toMayors().does('mayors.endorse', {}, { institution: three[0] });
    expect(story.why('mayors.endorse', {}, { institution: three[0] })).not.toEqual([]);
  });

  it('refuse it when a majority is no longer possible; then it is made anew or withdrawn', () => {
    expect(refused().where).toEqual(['approval.notConformed']);
    expect(refused().does('draft.reopen').where).toEqual(['approval.drafting']);
    expect(refused().does('plan.abandon').state.outcome).toBe('notApproved');
  });

  it('silent: the case waits', () => {
    expect(toMayors().on('2028-02-10').where).toEqual(['approval.mayors']);
  });
});

describe('The CORE and the governor', () => {
  it('the CORE has no limit that was verified: its silence does not approve', () => {
    const story = toCore();
    expect(story.open).toEqual([]);
    expect(story.on('2026-12-31').where).toEqual(['approval.coreVote']);
    expect(story.why('coreVote.certify', { modifications: 'Se quita una obra' })).toEqual(['vote-may-not-modify']);
  });

  it('rejects: the plan is made anew, with the municipalities and the mayors again, or ends rejected', () => {
    expect(rejected().does('draft.reopen').does('draft.finish').where).toEqual(['approval.consultation']);
    expect(rejected().does('plan.abandon').state.outcome).toBe('rejected');
    expect(toCore().does('plan.abandon').state.outcome).toBe('abandoned');
  });

  it('approved, it is promulgated, sent to the municipalities and published', () => {
    const story = toCore().does('coreVote.certify');
    expect(story.tasks).toEqual(['promulgate']);
    expect(story.does('plan.promulgate').tasks).toEqual(['publish']);
    expect(story.why('plan.publish', { publishedOn: '2026-03-03' })).toEqual(['dayHasCome']);
    expect(story.why('plan.publish', { copiesSentOn: '2026-03-03' })).toEqual(['dayHasCome']);
    expect(story.why('plan.publish', { publishedOn: '2026-03-01' })).toEqual(['afterPromulgation']);
    expect(story.does('plan.publish').where).toEqual(['inForce.current']);
  });
});

describe('The update (LGUC art. 178)', () => {
  it('is due within ten years of publication, on a reading of ours; late, it is owed still and the plan stands', () => {
    const story = inForce();
    // 16 March 2036 is a Sunday: the last day moves.
    expect(story.deadline('update')).toMatchObject({ started: '2026-03-16', due: '2036-03-17', certainty: 'assumption', onExpiry: 'none' });
    story.on('2036-03-20');
    expect(story.where).toEqual(['inForce.current']);
    expect(story.told.at(-1)).toMatchObject({ message: 'updateOverdue' });
    expect(story.does('update.begin').where).toEqual(['inForce.updating.drafting']);
  });

  it('goes the same way while the plan stays in force, and starts ten new years', () => {
    const story = inForce().on('2030-05-06').does('update.begin').does('draft.finish');
    for (const institution of three) story.does('consultation.ask', { institution, receivedOn: '2030-05-06' }).does('consultation.give', { position: 'favourable' }, { institution });
    story.does('consultation.conclude').does('authorship.endorse', {}, seremi('housing')).does('authorship.endorse', {}, seremi('transport')).does('plan.submit');
    story.does('mayors.endorse', {}, { institution: three[0] }).does('mayors.endorse', {}, { institution: three[1] }).does('plan.present').does('coreVote.certify').does('plan.promulgate');
    expect(story.deadline('update')).toMatchObject({ status: 'running', started: '2026-03-16' });
    story.on('2030-09-02').does('plan.publish');
    expect(story.state.deadlines.map(({ status, started }) => [status, started])).toEqual([['met', '2026-03-16'], ['running', '2030-09-02']]);
    expect(story.context).toMatchObject({ updates: 1, draft: null, publishedOn: '2030-09-02' });
  });

  it('dropped or refused, leaves the plan as it was; another plan may replace it', () => {
    const story = inForce().does('update.begin').does('draft.finish').does('update.drop');
    expect(story.where).toEqual(['inForce.current']);
    expect(story.context).toMatchObject({ draft: null, inForce: { textSha256: 'a'.repeat(64) } });
    expect(story.does('plan.replace').state.outcome).toBe('replaced');
  });
});
