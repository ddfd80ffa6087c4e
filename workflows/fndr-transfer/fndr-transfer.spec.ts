import { agreement, allocated, signed, toSign } from '../../test/engine/core/fndr.js';

const received = { kind: 'oficio', number: '123', date: '2026-03-30', receivedAt: '2026-04-01' } as const;

describe('An ordinary transfer to a municipality, below the threshold', () => {
  it('goes from the initiative to the closing, and every body acts once', () => {
    const story = agreement();
    expect(story.tasks).toEqual(['presentProposal']);

    story.does('proposal.present');
    expect(story.where).toEqual(['approval.coreVote']);
    expect(story.tasks).toEqual(['coreVote.certify']);

    story.on('2026-03-12').does('coreVote.certify');
    expect(story.deadline('coreVote')).toMatchObject({ status: 'met', endedOn: '2026-03-12' });
    expect(story.context).toMatchObject({ coreVote: 'approved', votedAmount: 60_000_000 });

    story.does('allocation.resolve', { nature: 'exenta' }).on('2026-03-16').does('draft.finish', { kind: 'transfer', endsOn: '2026-12-31' });
    expect(story.where).toEqual(['approval.councilVote']);
    story.on('2026-03-18').does('councilVote.present').does('councilVote.certify');
    expect(story.context).toMatchObject({ councilVote: 'approved' });

    expect(story.tasks).toEqual(['signature.sign']);
    story.on('2026-03-20').does('signature.sign', {}, { office: 'governor' }).does('signature.sign', {}, { office: 'mayor' });
    story.does('resolution.issue', { nature: 'exenta' });
    expect(story.where).toEqual(['approval.sending']);

    story.on('2026-03-23').does('agreement.send');
    expect(story.told).toEqual([expect.objectContaining({ message: 'agreementInForce' })]);
    expect(story.context).toMatchObject({ kind: 'transfer', amount: 60_000_000, endsOn: '2026-12-31', draft: null });

    story.does('execution.payInstalment', { amount: 60_000_000 }).on('2026-04-10').does('execution.submitAccount', { amount: 60_000_000 });
    story.on('2026-04-20').does('execution.approveAccount').does('execution.settle').does('closing.resolve');
    expect(story.state).toMatchObject({ status: 'closed', outcome: 'closed' });
    expect(story.open).toEqual([]);
    expect(story.possible).toEqual([]);
  });
});

describe('The CORE', () => {
  it('silent for 30 days: the governor’s proposal stands, on the later reading, and the date is an assumption', () => {
    const story = agreement().does('proposal.present');
    expect(story.deadline('coreVote')).toMatchObject({
      status: 'running', started: '2026-03-02', due: '2026-04-01', alternative: '2026-04-14', certainty: 'assumption', onExpiry: 'proposalStands',
    });
    expect(story.on('2026-04-02').where).toEqual(['approval.coreVote']);
    expect(story.on('2026-04-14').allowed).toContain('coreVote.certify');

    story.on('2026-04-20');
    expect(story.where).toEqual(['approval.allocation.resolving']);
    expect(story.deadline('coreVote')).toMatchObject({ status: 'expired', endedOn: '2026-04-15' });
    expect(story.context).toMatchObject({ coreVote: 'proposalStands', votedAmount: 60_000_000 });
    expect(story.why('coreVote.certify')).toEqual(['event-not-in-this-state']);
    expect(story.why('allocation.resolve', {}, { on: '2026-04-14' })).toEqual(['occurred-before-state']);
  });

  it('rejects: the case ends rejected', () => {
    const story = agreement().does('proposal.present').does('coreVote.certify', { inFavour: 4, against: 12 });
    expect(story.state).toMatchObject({ status: 'closed', outcome: 'rejected' });
  });

  it('adopts with changes, and what it voted is then not known as an amount', () => {
    const story = agreement().does('proposal.present').does('coreVote.certify', { modifications: 'Se reduce el equipamiento' });
    expect(story.context).toMatchObject({ coreVote: 'modified', votedAmount: null });
  });

  it('sits with three fifths in first call, with a majority in second', () => {
    const story = agreement().does('proposal.present');
    const nine = { present: 9, inFavour: 9 };
    expect(story.why('coreVote.certify', { ...nine, call: 'first' })).toEqual(['vote-without-quorum']);
    expect(story.why('coreVote.certify', { ...nine, call: 'second' })).toEqual([]);
  });

  it('need not vote where an exception is recorded; "not in the register" is no exception here', () => {
    const story = agreement();
    expect(story.why('coreVote.except', { reason: 'not-in-register' })).toEqual(['exceptionOfRegister']);
    expect(story.does('coreVote.except').context).toMatchObject({ coreVote: 'excepted' });
    expect(agreement().does('coreVote.except', { reason: 'not-in-register' }, { source: 'imported' }).where).toEqual(['approval.allocation.resolving']);
  });

  it('voted an amount: a text may not state a tenth more', () => {
    const story = allocated();
    expect(story.why('draft.finish', { amount: 66_000_001 })).toEqual(['withinVotedAmount']);
    expect(story.why('draft.finish', { amount: 66_000_000 })).toEqual([]);
  });
});

describe('The allocation', () => {
  it('afecta crosses Contraloría, is objected and resolved again', () => {
    const story = agreement().does('proposal.present').does('coreVote.certify').on('2026-03-30');
    story.does('allocation.resolve', { nature: 'afecta' }).does('allocation.enter', {}, { instrument: received, on: '2026-04-01' });
    expect(story.deadline('allocationReview')).toMatchObject({ started: '2026-04-01', due: '2026-04-23', onExpiry: 'waits' });
    story.on('2026-04-10').does('allocation.object');
    expect(story.where).toEqual(['approval.allocation.resolving']);
    story.does('allocation.resolve', { nature: 'afecta' }).does('allocation.enter').on('2026-04-20').does('allocation.clear');
    expect(story.where).toEqual(['approval.drafting']);
  });
});

describe('The concejo (LOC 18.695 art. 65 j)', () => {
  it('is asked from 500 UTM on, not below, and not where no municipality is a party', () => {
    const amount = 500 * 65_000;
    expect(allocated({ amount }).does('draft.finish').where).toEqual(['approval.councilVote']);
    const below = allocated({ amount: amount - 1 }).does('draft.finish');
    expect(below.where).toEqual(['approval.signature']);
    expect(below.context).toMatchObject({ councilVote: 'notRequired' });
    expect(allocated({ unit: 'seremi-minvu-16', head: 'director' }).does('draft.finish').where).toEqual(['approval.signature']);
  });

  it('is asked when the amount or the UTM is not known', () => {
    expect(allocated({ amount: null }).does('draft.finish', { amount: null }).where).toEqual(['approval.councilVote']);
  });

  it('silent for 20 days from the account given in session: the mayor’s proposal stands', () => {
    const story = allocated().on('2026-03-16').does('draft.finish');
    expect(story.deadline('councilVote')).toMatchObject({ status: 'pending', started: null, due: null });
    expect(story.on('2026-06-01').where).toEqual(['approval.councilVote']);

    story.does('councilVote.present', { sitting: '2026-05-28' });
    expect(story.deadline('councilVote')).toMatchObject({ status: 'running', started: '2026-05-28', due: '2026-06-17', alternative: null, certainty: 'official' });
    expect(story.on('2026-06-17').where).toEqual(['approval.councilVote']);
    expect(story.on('2026-06-18').where).toEqual(['approval.signature']);
    expect(story.context).toMatchObject({ councilVote: 'proposalStands' });
  });

  it('hears of it in a sitting after the text came and not after today: nobody chooses the day its silence begins', () => {
    const story = allocated().on('2026-03-16').does('draft.finish').on('2026-03-18');
    expect(story.why('councilVote.present', { sitting: '2026-01-05' })).toEqual(['vote-sitting-before-the-matter']);
    expect(story.why('councilVote.present', { sitting: '2026-03-19' })).toEqual(['vote-sitting-in-the-future']);
  });

  it('adopts with the absolute majority of the concejo; with two thirds beyond the mayor’s term', () => {
    const four = { inFavour: 4, against: 3 };
    const within = allocated().does('draft.finish', { endsOn: '2028-12-06' });
    expect(within.does('councilVote.certify', four).where).toEqual(['approval.signature']);
    const beyond = allocated().does('draft.finish', { endsOn: '2028-12-07' });
    expect(beyond.does('councilVote.certify', four).where).toEqual(['approval.drafting']);
    expect(allocated().does('draft.finish', { endsOn: '2028-12-07' }).does('councilVote.certify', { inFavour: 5, against: 2 }).where).toEqual(['approval.signature']);
  });

  it('may not change the text', () => {
    expect(allocated().does('draft.finish').why('councilVote.certify', { modifications: 'Otro plazo' })).toEqual(['vote-may-not-modify']);
  });

  it('ties: a second vote in the sitting, a new sitting within three business days, then the casting vote (art. 86)', () => {
    const tie = { inFavour: 3, against: 3, abstentions: [{ cause: 'Parentesco con el proveedor' }] };
    const story = allocated().on('2026-03-16').does('draft.finish').on('2026-03-18').does('councilVote.present').does('councilVote.certify', tie);
    expect(story.where).toEqual(['approval.councilVote']);
    expect(story.why('councilVote.certify', { ...tie, castingVote: 'in-favour' })).toEqual(['vote-casting-vote-too-early']);
    expect(story.on('2026-03-19').why('councilVote.certify', { ...tie, sitting: '2026-03-19' })).toEqual(['vote-second-vote-same-sitting']);

    story.does('councilVote.certify', tie);
    expect(story.deadline('councilNewSitting')).toMatchObject({ status: 'running', started: '2026-03-18', due: '2026-03-23', onExpiry: 'waits' });
    expect(story.why('councilVote.certify', { ...tie, sitting: '2026-03-18' })).toEqual(['vote-third-vote-new-sitting']);
    story.on('2026-03-20');
    expect(story.why('councilVote.certify', { ...tie, sitting: '2026-03-20' })).toEqual(['vote-tie-needs-casting-vote']);
    story.does('councilVote.certify', { ...tie, sitting: '2026-03-20', castingVote: 'in-favour' });
    expect(story.where).toEqual(['approval.signature']);
    expect(story.deadline('councilNewSitting')).toMatchObject({ status: 'met' });
  });

  it('is left out only with a ground on record', () => {
    expect(allocated().does('draft.finish').does('councilVote.except').context).toMatchObject({ councilVote: 'excepted' });
  });
});

describe('The signatures', () => {
  it('come in order, governor first', () => {
    const story = toSign();
    expect(story.why('signature.sign', {}, { role: 'technicalUnit', office: 'mayor' })).toEqual(['signature-not-your-turn']);
    expect(story.does('signature.sign', {}, { office: 'governor' }).why('signature.sign', {}, { role: 'regionalGovernment', office: 'governor' })).toEqual(['signature-not-asked-of-you']);
  });

  it('are of the approved text, by two persons, with the signed document', () => {
    const story = toSign();
    expect(story.why('signature.sign', { textSha256: 'd'.repeat(64) })).toEqual(['signature-of-another-text']);
    expect(story.why('signature.sign', { document: null })).toEqual(['signature-without-document']);
    story.does('signature.sign', {}, { official: 'demo.person' });
    expect(story.why('signature.sign', {}, { official: 'demo.person' })).toEqual(['signature-by-the-same-person']);
    expect(story.does('signature.sign', {}, { official: 'demo.other' }).where).toEqual(['approval.resolution']);
  });

  it('refused: the agreement was never signed', () => {
    expect(toSign().does('signature.refuse', { reason: 'Faltan recursos' }, { office: 'mayor' }).state).toMatchObject({ status: 'closed', outcome: 'neverSigned' });
  });

  it('have no limit: the case waits, and says so, until the governor gives up', () => {
    const story = toSign().on('2027-03-01');
    expect(story.where).toEqual(['approval.signature']);
    expect(story.does('agreement.abandon').state.outcome).toBe('neverSigned');
  });

  it('of a new text are all given again, and the concejo votes again', () => {
    const story = toSign().does('signature.sign').on('2026-03-24').does('draft.reopen').does('draft.finish');
    expect(story.where).toEqual(['approval.councilVote']);
    expect(story.context).toMatchObject({ councilVote: 'pending', signedOn: null });
    story.does('councilVote.certify');
    expect(story.step('signature')['signatures']).toEqual([expect.objectContaining({ status: 'pending' }), expect.objectContaining({ status: 'pending' })]);
  });

  it('given and then given up: not "never signed"', () => {
    expect(signed().does('agreement.abandon').state.outcome).toBe('abandoned');
  });
});

describe('The text', () => {
  it('is finished with a text and a term that ends later', () => {
    const story = allocated();
    expect(story.why('draft.finish', { text: null })).toEqual(['hasText']);
    expect(story.why('draft.finish', { endsOn: null })).toEqual(['endsAfterToday']);
    expect(story.why('draft.finish', { endsOn: '2026-03-12' })).toEqual(['endsAfterToday']);
  });
});

describe('The approving resolution', () => {
  it('is exenta only below the threshold of the day; afecta may always be chosen', () => {
    const story = signed();
    story.under({ utm: 12_000 });
    expect(story.why('resolution.issue', { nature: 'exenta' })).toEqual(['mayBeExenta', 'isAfecta']);
    expect(story.under({ utm: 12_001 }).why('resolution.issue', { nature: 'exenta' })).toEqual([]);
    expect(story.does('resolution.issue', { nature: 'afecta' }).where).toEqual(['approval.review.entry']);
  });

  it('of an unknown amount is never exenta', () => {
    expect(signed({ amount: null }, { amount: null }).why('resolution.issue', { nature: 'exenta' })).toEqual(['mayBeExenta', 'isAfecta']);
  });

  it('is notified within five business days of its full processing', () => {
    const story = signed().on('2026-03-27').does('resolution.issue', { nature: 'exenta', fullyProcessedOn: '2026-03-27' });
    // 3 April 2026 is Good Friday.
    expect(story.deadline('notification')).toMatchObject({ started: '2026-03-27', due: '2026-04-06', certainty: 'official', onExpiry: 'none' });
    expect(story.on('2026-04-10').where).toEqual(['approval.sending']);
    expect(story.deadline('notification').status).toBe('expired');
    expect(story.allowed).toContain('agreement.send');
  });
});
