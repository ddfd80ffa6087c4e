import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { municipalAssociation } from './workflow.js';

const three = ['muni-16202', 'muni-16206', 'muni-16207'] as const;
const certified = { present: 6, inFavour: 7, against: 0, abstentions: [] };

function proposed(municipalities: readonly string[] = three): Story {
  return new Story({
    definition: { ...municipalAssociation, hash: 'draft' }, on: '2026-03-02',
    participants: [...municipalities.map((institution) => ({ role: 'municipality', institution, party: true })), { role: 'registry', institution: 'subdere', party: false }],
    data: { name: 'Asociación de Municipalidades del Valle del Itata', purposes: ['services'] },
  });
}
const agrees = (story: Story, institution: string, votes: JsonObject = certified): Story => story.does('councils.certify', votes, { institution });

function agreed(): Story {
  const story = proposed().on('2026-03-16');
  for (const institution of three) agrees(story, institution);
  return story;
}
const constituted = (): Story => agreed().on('2026-03-20').does('assembly.hold');
const filed = (): Story => constituted().on('2026-04-10').does('request.file');
const inscribed = (): Story => filed().on('2026-05-04').does('request.clear').on('2026-07-20').does('registry.inscribe');
const governed = (): Story => inscribed().on('2026-08-03').does('assembly.convene').on('2026-09-01').does('board.elect');
/** Objected on 7 May; the post office had the letter on Friday the 8th; notified on Wednesday the 13th. */
const notified = (): Story => filed().on('2026-05-07').does('request.object').on('2026-05-08').does('objection.post').on('2026-05-14');

describe('Each concejo agrees before anything else (LOC 18.695 arts 79 f, 141)', () => {
  it('without limit and without silence: the case waits, and says so', () => {
    const story = proposed();
    expect(story.open).toEqual([]);
    agrees(agrees(story.on('2026-03-16'), three[0]), three[1]);
    expect(story.on('2029-03-16').where).toEqual(['councils']);
    expect(agrees(story, three[2]).where).toEqual(['assembly']);
  });

  it('by the absolute majority of those who attend, the mayor included (art. 86), not of the whole concejo', () => {
    const story = proposed();
    expect(agrees(story, three[0], { present: 4, inFavour: 3, against: 2 }).step('councils')['bodies']).toMatchObject({ [three[0]]: { result: 'approved' } });
    expect(story.why('councils.certify', { present: 3, inFavour: 4 }, { institution: three[1] })).toEqual(['vote-without-quorum']);
  });

  it('each for itself: no secretary certifies for another concejo, and no concejo votes twice', () => {
    const story = agrees(proposed(), three[0]);
    expect(story.why('councils.certify', certified, { institution: three[0] })).not.toEqual([]);
    expect(new Set(story.possible.filter(({ event }) => event === 'councils.certify').flatMap(({ institutions = [] }) => institutions))).toEqual(new Set(three.slice(1)));
  });

  it('one rejects: the others may go on without it, and need not vote again', () => {
    const story = agrees(agrees(proposed().on('2026-03-16'), three[0]), three[1], { inFavour: 0, against: 7 });
    expect(story.where).toEqual(['refusedByCouncil']);
    story.does('parties.goOn');
    expect(story.context).toMatchObject({ parties: [three[0], three[2]], agreed: [three[0]] });
    expect(agrees(story, three[2]).where).toEqual(['assembly']);
  });

  it('one rejects and two do not remain: it is asked again, or the association is given up', () => {
    const story = agrees(agrees(proposed(three.slice(0, 2)), three[0]), three[1], { inFavour: 0, against: 7 });
    expect(story.why('parties.goOn')).toEqual(['twoRemain']);
    expect(agrees(story.does('council.askAgain'), three[1]).where).toEqual(['assembly']);
    expect(proposed().does('association.abandon').state.outcome).toBe('notConstituted');
  });

  it('is not opened by one municipality alone (art. 137)', () => {
    const { refuse } = municipalAssociation.opening;
    expect(refuse?.({}, [{ role: 'municipality', institution: three[0], party: true }])).toEqual([{ path: 'participants', code: 'twoAttend' }]);
  });
});

describe('The constitutive assembly (art. 141, first paragraph)', () => {
  it('is of two or more whose concejo agreed, after it agreed, before a secretary or a notary of one of their communes', () => {
    const story = agreed().on('2026-03-20');
    expect(story.why('assembly.hold', { attending: [three[0]] })).toEqual(['twoAttend', 'provisionalBoard']);
    expect(story.why('assembly.hold', { attending: [...three, 'muni-16101'] })).toEqual(['attendingAgreed']);
    expect(story.why('assembly.hold', { officerOf: 'muni-16101' })).toEqual(['officerOfMember']);
    expect(story.why('assembly.hold', { heldOn: '2026-03-13' })).toEqual(['afterAgreements']);
    expect(story.why('assembly.hold', { heldOn: '2026-03-21' })).toEqual(['dayHasCome']);
  });

  it('approves statutes with all that art. 143 asks, or SUBDERE’s type statutes', () => {
    const story = agreed().on('2026-03-20');
    expect(story.why('assembly.hold', { clauses: ['a', 'b'] })).toEqual(['statutesComplete']);
    expect(story.why('assembly.hold', { clauses: [], statutesModel: 'type' })).toEqual([]);
  });
});

describe('Deposit and request at SUBDERE', () => {
  it('within thirty business days of the assembly; later it is filed all the same, no effect being stated', () => {
    const story = constituted();
    // Good Friday 3 April and 1 May are holidays.
    expect(story.deadline('deposit')).toMatchObject({ started: '2026-03-20', due: '2026-05-05', alternative: '2026-04-27', certainty: 'assumption', onExpiry: 'none' });
    story.on('2026-05-06');
    expect(story.deadline('deposit').status).toBe('expired');
    expect(story.does('request.file').where).toEqual(['review']);
  });

  it('SUBDERE silent for sixty business days of receipt: the request is approved, and still not inscribed', () => {
    const story = filed();
    // 1 and 21 May and 29 June are holidays.
    expect(story.deadline('objection')).toMatchObject({ started: '2026-04-10', due: '2026-07-08', onExpiry: 'deemedApproved', institution: 'subdere' });
    expect(story.on('2026-07-08').where).toEqual(['review']);
    story.on('2026-07-09');
    expect(story.where).toEqual(['registering']);
    expect(story.context).toMatchObject({ request: 'approvedBySilence', registration: null });
    expect(story.told.at(-1)).toMatchObject({ message: 'requestApprovedBySilence' });
    expect(story.why('request.object')).toEqual(['event-not-in-this-state']);
    expect(story.on('2027-07-09').where).toEqual(['registering']);
  });

  it('counts from no receipt before the assembly, nor from one to come: silence would approve before SUBDERE could object', () => {
    const story = constituted().on('2026-04-10');
    expect(story.why('request.file', { receivedAt: '2026-01-05' })).toEqual(['inOrder']);
    expect(story.why('request.file', { receivedAt: '2026-04-13' })).toEqual(['dayHasCome']);
    expect(story.why('request.file', { receivedAt: '2026-03-20' })).toEqual([]);
  });

  it('receipt unknown: counted from the filing', () => {
    expect(constituted().on('2026-04-10').does('request.file', { receivedAt: undefined }).deadline('objection')).toMatchObject({ started: '2026-04-10', certainty: 'assumption' });
  });
});

describe('Objections (art. 141, third and fourth paragraphs)', () => {
  it('by certified letter: notified on the third business day, thirty business days to cure from then', () => {
    const story = notified();
    expect(story.deadline('letterNotified')).toMatchObject({ started: '2026-05-08', due: '2026-05-13', status: 'expired', onExpiry: 'deemedNotified' });
    // From 13 May; 21 May is a holiday, 29 June not reached.
    expect(story.deadline('cure')).toMatchObject({ started: '2026-05-13', due: '2026-06-25', onExpiry: 'deemedWithdrawn' });
    expect(story.where).toEqual(['objected.notified.curing']);
  });

  it('acted on before they were notified (Ley 19.880 art. 47): what is still missing is notified, and has its own thirty days', () => {
    const story = filed().on('2026-05-07').does('request.object');
    expect(story.deadline('objectionNotice')).toMatchObject({ started: '2026-05-07', due: '2026-05-14', onExpiry: 'none' });
    story.does('objection.post').on('2026-05-08').does('request.cure');
    expect(story.deadline('letterNotified').status).toBe('met');
    expect(story.does('cure.reject').where).toEqual(['objected.letter']);
    expect(story.does('request.cure').does('request.clear').where).toEqual(['registering']);
  });

  it('counts from no letter before the objections: the request would lapse before they were known', () => {
    const story = filed().on('2026-05-07').does('request.object');
    expect(story.why('objection.post', { postReceivedOn: '2026-03-16' })).toEqual(['inOrder']);
    expect(story.why('objection.post', { postReceivedOn: '2026-05-07' })).toEqual([]);
    expect(notified().on('2026-06-26').why('request.file', { receivedAt: '2026-04-10' })).toEqual(['inOrder']);
  });

  it('not cured: the request counts as not filed, and the provisional board is jointly liable', () => {
    const story = notified().on('2026-06-26');
    expect(story.where).toEqual(['notFiled']);
    expect(story.context).toMatchObject({ request: 'deemedNotFiled', boardLiableFrom: '2026-06-26' });
    expect(story.told.at(-1)).toMatchObject({ message: 'requestDeemedNotFiled' });
    expect(story.why('request.cure')).toEqual(['event-not-in-this-state']);
    expect(story.does('request.file').deadline('objection')).toMatchObject({ status: 'running', started: '2026-06-26' });
  });

  it('cured in time and judged later, for which there is no limit', () => {
    const story = notified().on('2026-06-25').does('request.cure').on('2026-08-03');
    expect(story.deadline('cure').status).toBe('expired');
    expect(story.where).toEqual(['objected.notified.verifying']);
    expect(story.does('request.clear').where).toEqual(['registering']);
  });

  it('cured badly: completed while the limit runs; afterwards the request counts as not filed', () => {
    const story = notified().on('2026-05-20').does('request.cure').on('2026-05-25').does('cure.reject');
    expect(story.where).toEqual(['objected.notified.curing']);
    expect(story.deadline('cure')).toMatchObject({ status: 'running', due: '2026-06-25' });
    story.on('2026-06-22').does('request.cure').on('2026-07-01').does('cure.reject');
    expect(story.where).toEqual(['notFiled']);
  });

  it('given up: constituted and never inscribed', () => {
    expect(notified().does('association.abandon').state.outcome).toBe('notRegistered');
  });
});

describe('An association with personality', () => {
  it('has it by deposit and inscription; from then ninety business days to convene, none to elect', () => {
    const story = inscribed();
    expect(story.context).toMatchObject({ registration: { number: '123', on: '2026-07-20' } });
    expect(filed().on('2026-05-04').does('request.clear').why('registry.inscribe', { inscribedOn: '2026-05-03' })).toEqual(['inOrder']);
    expect(story.where.toSorted()).toEqual(['active.board.convening', 'active.membership.settled', 'active.reports.upToDate']);
    expect(story.deadline('electoralAssembly')).toMatchObject({ started: '2026-07-20', due: '2026-11-25', onExpiry: 'none' });
    story.on('2026-11-26');
    expect(story.deadline('electoralAssembly').status).toBe('expired');
    expect(story.why('board.elect')).toEqual(['assemblyConvened']);
    expect(story.does('assembly.convene').why('board.elect')).toEqual([]);
  });

  it('elects five or more of its members, a mayor at the head, and tells SUBDERE within thirty business days', () => {
    const story = inscribed().on('2026-08-03').does('assembly.convene').on('2026-09-01');
    const [president, ...others] = story.possible.find(({ event }) => event === 'board.elect')!.example['board'] as readonly JsonObject[];
    expect(story.why('board.elect', { board: [president, ...others.slice(1)] })).toEqual(['boardComposed']);
    expect(story.why('board.elect', { board: [{ ...president, capacity: 'councillor' }, ...others] })).toEqual(['boardComposed']);
    story.does('board.elect');
    expect(story.context).toMatchObject({ boardIs: 'definitive', unreported: ['board'] });
    // 18 September and 12 October 2026 are holidays.
    expect(story.deadline('changeReport')).toMatchObject({ started: '2026-09-01', due: '2026-10-15', onExpiry: 'none' });
  });

  it('reports late what it did not report in time; a second change meanwhile is reported with the first', () => {
    const story = governed().on('2026-10-01').does('change.record').on('2026-11-02');
    expect(story.deadline('changeReport')).toMatchObject({ status: 'expired', due: '2026-10-15' });
    expect(story.context).toMatchObject({ unreported: ['board', 'address'] });
    expect(story.does('change.report').context).toMatchObject({ unreported: [] });
  });
});

describe('Members', () => {
  it('one leaves with the agreement of its concejo, without limit and without silence', () => {
    const story = governed().does('membership.propose', { kind: 'leave', institution: three[2] });
    expect(story.possible.find(({ event }) => event === 'membership.certify')).toMatchObject({ institutions: [three[2]] });
    expect(story.on('2028-09-01').where).toContain('active.membership.moving');
    story.does('membership.certify', certified, { institution: three[2] });
    expect(story.context).toMatchObject({ members: three.slice(0, 2), movement: null });
  });

  it('one whose concejo rejects stays; one that left may join again', () => {
    const leaving = (): Story => governed().does('membership.propose', { kind: 'leave', institution: three[2] });
    expect(leaving().does('membership.certify', { inFavour: 0, against: 7 }, { institution: three[2] }).context).toMatchObject({ members: three });
    const left = leaving().does('membership.certify', certified, { institution: three[2] });
    expect(left.does('membership.propose', { kind: 'join', institution: three[2] }).does('membership.certify', certified, { institution: three[2] }).context).toMatchObject({ members: three });
    expect(governed().why('membership.propose', { kind: 'join', institution: three[2] })).toEqual(['movementFits']);
  });

  it('one that takes no part in this case joins with the certificate of its concejo', () => {
    expect(governed().does('member.record', { kind: 'join', institution: 'muni-16109' }).context).toMatchObject({ members: [...three, 'muni-16109'] });
    expect(governed().why('member.record', { kind: 'leave', institution: three[0] })).toEqual(['recordFits']);
  });
});

describe('Dissolution (art. 146)', () => {
  it('by the absolute majority of the members; SUBDERE is told within thirty business days of signing the deed', () => {
    const story = governed().on('2027-03-01');
    expect(story.why('dissolution.agree', { inFavour: 1, against: 0 })).toEqual(['absoluteMajority']);
    story.does('dissolution.agree', { inFavour: 2, against: 1 }).on('2027-03-08').does('dissolution.deed');
    // 26 March 2027 is Good Friday; 1 May is a Saturday.
    expect(story.deadline('dissolutionNotice')).toMatchObject({ started: '2027-03-08', due: '2027-04-20', onExpiry: 'none' });
    expect(story.on('2027-05-03').does('dissolution.notify').where).toEqual(['dissolving.liquidation']);
    expect(story.why('liquidation.close', { remainder: 5_000_000 })).toEqual(['remainderToMembers']);
    expect(story.does('liquidation.close').state).toMatchObject({ status: 'closed', outcome: 'dissolved' });
  });
});
