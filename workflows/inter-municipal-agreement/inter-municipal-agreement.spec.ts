import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { interMunicipalAgreement } from './workflow.js';

const three = ['muni-16202', 'muni-16206', 'muni-16207'] as const;
const unanimous = { present: 6, inFavour: 7, against: 0, abstentions: [] };

function proposed(): Story {
  return new Story({
    definition: { ...interMunicipalAgreement, hash: 'draft' }, on: '2026-03-02',
    participants: three.map((institution) => ({ role: 'municipality', institution, party: true })), data: { purpose: 'Recolección conjunta de residuos' },
  });
}

const member = (institution: string, amount: number): JsonObject => ({ institution, obligation: 'Recolecta en su comuna', amount, inKind: 'Un camión', staff: 1 });
const textOf = (amount: number, institutions: readonly string[] = three): JsonObject => ({ members: institutions.map((institution) => member(institution, amount)) });
/** 30 million each: 90 million, 1,385 UTM of the stories. */
const large = textOf(30_000_000);
/** 10 million each: 30 million, 462 UTM. */
const small = textOf(10_000_000);

function all(story: Story, act: string, data: JsonObject = {}): Story {
  for (const institution of three) story.does(act, data, { institution });
  return story;
}
const drafted = (data: JsonObject): Story => proposed().on('2026-03-12').does('draft.finish', data);
const agreed = (data: JsonObject = large): Story => all(drafted(data).on('2026-03-16'), 'councils.certify', unanimous);
const inForce = (data: JsonObject = large): Story => all(all(agreed(data).on('2026-03-20'), 'signature.sign').on('2026-03-30'), 'decrees.sign');

describe('The text has what LOC 18.695 art. 138 asks', () => {
  it('obligations, contributions and staff of each, and one municipality in charge', () => {
    const story = proposed();
    expect(story.why('draft.finish', { lead: 'muni-16101' })).toEqual(['leadIsParty']);
    expect(story.why('draft.finish', { members: [member(three[0], 1)] })).toContain('partiesTakePart');
    expect(story.why('draft.finish', textOf(1, [...three, 'muni-16101']))).toContain('partiesTakePart');
    expect(story.why('draft.finish', { members: [member(three[0], 50_000_000), { ...member(three[1], 0), inKind: null, staff: 0 }] })).toContain('everyoneContributes');
    expect(story.why('draft.finish', { endsOn: '2026-03-02' })).toContain('endsAfterToday');
  });

  it('is of two municipalities or more', () => {
    expect(interMunicipalAgreement.opening.refuse?.({}, [])).toEqual([{ path: 'participants', code: 'partiesTakePart' }]);
  });
});

describe('The concejos, from 500 UTM on (art. 65 j)', () => {
  it('each has twenty calendar days from its own sitting; silent, its mayor’s proposal stands, and only its', () => {
    const story = drafted(large);
    expect(story.where).toEqual(['approval.councilsWithLimit']);
    story.on('2026-03-16').does('councils.present', { sitting: '2026-03-16' }, { institution: three[0] });
    story.on('2026-03-18').does('councils.present', { sitting: '2026-03-18' }, { institution: three[1] }).does('councils.certify', unanimous, { institution: three[1] });
    // 5 April 2026 is a Sunday: whether it moves is not said, and silence waits for the later reading.
    expect(story.deadline('councilVote', three[0])).toMatchObject({ started: '2026-03-16', due: '2026-04-05', alternative: '2026-04-06', certainty: 'assumption', institution: three[0] });
    expect(story.deadline('councilVote', three[1])).toMatchObject({ status: 'met', due: '2026-04-07', alternative: null, certainty: 'official' });
    story.on('2026-04-07');
    expect(story.step('councils')['bodies']).toMatchObject({ [three[0]]: { result: 'silence' }, [three[1]]: { result: 'approved' }, [three[2]]: { result: null } });
    expect(story.on('2026-12-01').where).toEqual(['approval.councilsWithLimit']);
    expect(story.does('councils.certify', unanimous, { institution: three[2] }).where).toEqual(['approval.signature']);
  });

  it('adopt with the absolute majority of the concejo; with two thirds beyond the mayor’s term, or without a term', () => {
    const four = { present: 6, inFavour: 4, against: 3 };
    const results = (endsOn: string | null): unknown => drafted({ ...large, endsOn }).does('councils.certify', four, { institution: three[0] }).where;
    expect(results('2028-12-06')).toEqual(['approval.councilsWithLimit']);
    expect(results('2028-12-07')).toEqual(['approval.drafting']);
    expect(results(null)).toEqual(['approval.drafting']);
  });

  it('one rejects: the text goes back, perhaps to be made without that municipality', () => {
    const story = drafted(large).does('councils.certify', unanimous, { institution: three[0] }).does('councils.certify', { inFavour: 0, against: 7 }, { institution: three[1] });
    expect(story.where).toEqual(['approval.drafting']);
    story.does('draft.finish', { ...textOf(30_000_000, [three[0], three[2]]) });
    expect(new Set(story.possible.filter(({ event }) => event === 'councils.certify').flatMap(({ institutions = [] }) => institutions))).toEqual(new Set([three[0], three[2]]));
  });
});

describe('The concejos, below 500 UTM (art. 138, last paragraph)', () => {
  it('without limit and without silence, by the absolute majority of those who attend', () => {
    const story = drafted(small);
    expect(story.where).toEqual(['approval.councilsWithoutLimit']);
    expect(story.allowed).not.toContain('councils.present');
    story.does('councils.certify', { present: 4, inFavour: 3, against: 2 }, { institution: three[0] });
    expect(story.on('2028-03-12').where).toEqual(['approval.councilsWithoutLimit']);
    expect(story.open).toEqual([]);
  });

  it('the UTM not known: no silence either, and the greater majority', () => {
    const unknown = new Story({
      definition: { ...interMunicipalAgreement, hash: 'draft' }, on: '2026-03-02', law: {},
      participants: three.map((institution) => ({ role: 'municipality', institution, party: true })), data: { purpose: 'Recolección' },
    }).does('draft.finish', large);
    expect(unknown.where).toEqual(['approval.councilsWithoutLimit']);
    expect(unknown.does('councils.certify', { inOffice: 6, present: 4, inFavour: 3, against: 2 }, { institution: three[0] }).where).toEqual(['approval.drafting']);
  });
});

describe('Signatures and decrees', () => {
  it('of every mayor, in any order; in force with the last decree', () => {
    const story = agreed().on('2026-03-20').does('signature.sign', {}, { institution: three[2] }).does('signature.sign', {}, { institution: three[0] });
    expect(story.why('signature.sign', {}, { institution: three[0] })).not.toEqual([]);
    story.does('signature.sign', {}, { institution: three[1] });
    expect(all(story, 'decrees.sign').where).toEqual(['performing.inForce']);
    expect(story.context).toMatchObject({ inForceOn: '2026-03-20', terms: { lead: three[0] }, draft: null });
  });

  it('refused by one: back to drafting; given up, never signed or abandoned', () => {
    expect(agreed().does('signature.refuse', {}, { institution: three[1] }).where).toEqual(['approval.drafting']);
    expect(agreed().does('agreement.abandon').state.outcome).toBe('notConcluded');
    expect(all(agreed(), 'signature.sign').does('agreement.abandon').state.outcome).toBe('abandoned');
  });
});

describe('In force', () => {
  it('each hands over what it pledged, and no more', () => {
    const story = inForce().does('contribution.record', { institution: three[0], amount: 20_000_000 });
    expect(story.why('contribution.record', { institution: three[0], amount: 10_000_001 })).toEqual(['withinPledge']);
    expect(story.does('contribution.record', { institution: three[0], amount: 10_000_000 }).context).toMatchObject({ contributed: { [three[0]]: 30_000_000 } });
    expect(story.why('obligation.fulfil', { institution: 'muni-16101' })).toEqual(['isParty']);
    expect(story.does('obligation.fulfil', { institution: three[1] }).does('account.render').context).toMatchObject({ spent: 30_000_000 });
  });

  it('the municipality in charge accounts for it, no other (art. 138 d)', () => {
    const story = inForce();
    expect(story.why('account.render', {}, { institution: three[1] })).toEqual(['byTheLead']);
    expect(story.why('account.render', {}, { institution: three[0] })).toEqual([]);
    expect(story.does('agreement.terminate').why('agreement.settle', { balance: 0, shares: [] }, { institution: three[2] })).toEqual(['byTheLead']);
  });

  it('a municipality leaves by a new text that every concejo agrees on; the old one stays in force meanwhile', () => {
    const story = inForce().does('amendment.propose').does('draft.finish', textOf(30_000_000, three.slice(0, 2)));
    expect(story.where).toEqual(['performing.amending.councilsWithLimit']);
    expect(story.why('contribution.record', { institution: three[2], amount: 1 })).toEqual([]);
    expect(story.does('amendment.drop').context).toMatchObject({ draft: null, terms: { members: three.map((institution) => expect.objectContaining({ institution })) } });
  });

  it('ends by its term; the balance is shared, and every party agrees to the account', () => {
    const story = inForce({ ...large, endsOn: '2026-12-31' });
    expect(story.deadline('term')).toMatchObject({ due: '2026-12-31', onExpiry: 'powerLapses' });
    story.on('2027-01-01');
    expect(story.where).toEqual(['performing.windingUp.accounts']);
    expect(story.told.at(-1)).toMatchObject({ message: 'agreementExpired' });
    expect(story.why('agreement.settle', { balance: 9 })).toEqual(['balanceShared']);
    story.does('agreement.settle').does('settlement.endorse', {}, { institution: three[0] }).does('settlement.refuse', {}, { institution: three[1] });
    expect(story.where).toEqual(['performing.windingUp.accounts']);
    expect(all(story.does('agreement.settle'), 'settlement.endorse').state).toMatchObject({ status: 'closed', outcome: 'expired' });
  });

  it('ends before its term, by the decree of a mayor', () => {
    expect(inForce().possible.find(({ event }) => event === 'agreement.terminate')).toMatchObject({ by: { municipality: ['mayor'] } });
    expect(all(inForce().does('agreement.terminate').does('agreement.settle'), 'settlement.endorse').state.outcome).toBe('terminated');
  });
});
