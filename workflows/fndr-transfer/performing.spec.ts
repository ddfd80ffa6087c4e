import { agreement, inForce } from '../../test/engine/core/fndr.js';
import type { Story } from '../../test/engine/core/story.js';
import { variants } from './v1/variants.js';

const accounts = (story: Story): unknown => (story.step('execution')['money'] as { accounts: unknown }).accounts;
const rows = (story: Story, name: string): readonly unknown[] => story.state.deadlines.filter((row) => row.name === name).map(({ subject, status, due }) => [subject, status, due]);

const sign = (story: Story): Story => story.does('councilVote.certify').does('signature.sign', {}, { office: 'governor' }).does('signature.sign', {}, { office: 'mayor' });

describe('Instalments and accounts', () => {
  it('a new instalment is blocked while an account is pending, and says who can unblock it', () => {
    const story = inForce().does('execution.payInstalment', { amount: 20_000_000 });
    expect(story.why('execution.payInstalment', { amount: 10_000_000 })).toEqual([]);
    story.on('2026-04-02');
    expect(story.attempt('execution.payInstalment', { amount: 10_000_000 })).toMatchObject({
      refused: [{ code: 'instalment-accounts-pending', params: { months: '2026-03' }, unblockedBy: { technicalUnit: expect.arrayContaining(['finance', 'mayor']) } }],
    });
    story.does('execution.submitAccount', { month: '2026-03', amount: 20_000_000 });
    expect(story.why('execution.payInstalment')).toEqual(['instalment-accounts-pending']);
    story.does('execution.approveAccount');
    expect(story.why('execution.payInstalment', { amount: 40_000_000 })).toEqual([]);
    expect(story.why('execution.payInstalment', { amount: 40_000_001 })).toEqual(['payment-over-commitment']);
  });

  it('monthly accounts roll from month to month while money is not accounted for, late or not', () => {
    const story = inForce().does('execution.payInstalment', { amount: 30_000_000 });
    expect(rows(story, 'monthlyAccount')).toEqual([['2026-03', 'running', '2026-04-22']]);
    expect(story.deadline('monthlyAccount')).toMatchObject({ alternative: '2026-04-15', certainty: 'assumption', institution: 'muni-16206' });
    story.on('2026-07-01');
    expect(rows(story, 'monthlyAccount')).toEqual([
      ['2026-03', 'expired', '2026-04-22'], ['2026-04', 'expired', '2026-05-25'], ['2026-05', 'expired', '2026-06-19'], ['2026-06', 'running', '2026-07-22'],
    ]);
    expect(accounts(story)).toEqual([
      ...['2026-03', '2026-04', '2026-05'].map((month) => expect.objectContaining({ month, status: 'overdue' })), expect.objectContaining({ month: '2026-06', status: 'owed' }),
    ]);
  });

  it('an account accepted in part leaves the rest owed with the next month', () => {
    const story = inForce().does('execution.payInstalment', { amount: 30_000_000 }).on('2026-04-08').does('execution.submitAccount', { amount: 30_000_000 });
    expect(story.deadline('accountReview', '2026-03')).toMatchObject({ status: 'running', started: '2026-04-08', certainty: 'assumption' });
    expect(story.deadline('monthlyAccount', '2026-03').status).toBe('met');
    story.on('2026-04-14').does('execution.approveAccount', { amount: 25_000_000 });
    expect(story.deadline('accountReview', '2026-03').status).toBe('met');
    expect(story.deadline('monthlyAccount')).toMatchObject({ subject: '2026-04', status: 'running' });
  });

  it('an observed account is handed in again', () => {
    const story = inForce().does('execution.payInstalment', { amount: 30_000_000 }).on('2026-04-08').does('execution.submitAccount').does('execution.observeAccount');
    expect(story.tasks).toContain('execution.submitAccount');
    expect(story.does('execution.submitAccount').does('execution.approveAccount').why('execution.settle')).toEqual([]);
  });

  it('a second instalment in a month whose account is accepted is accounted for with the next month', () => {
    const story = inForce().does('execution.payInstalment', { amount: 10_000_000 }).does('execution.submitAccount').does('execution.approveAccount');
    story.does('execution.payInstalment', { amount: 10_000_000 });
    expect(story.deadline('monthlyAccount')).toMatchObject({ subject: '2026-04', status: 'running', due: '2026-05-25' });
  });

  it('is settled when the balance is returned, and its last account accepted', () => {
    const story = inForce().does('execution.payInstalment', { amount: 60_000_000 }).on('2026-04-08').does('execution.submitAccount', { amount: 50_000_000 }).does('execution.approveAccount');
    expect(story.why('execution.settle')).toEqual(['settle-balance-not-returned']);
    expect(story.why('execution.returnBalance', { amount: 10_000_001 })).toEqual(['return-over-balance']);
    story.on('2026-05-04').does('execution.returnBalance', { amount: 10_000_000 });
    expect(story.why('execution.settle')).toEqual(['settle-accounts-pending']);
    story.does('execution.submitAccount', { amount: 0 }).does('execution.approveAccount').does('execution.settle');
    expect(story.does('closing.resolve').state.outcome).toBe('closed');
  });
});

describe('A mandate', () => {
  it('is never exenta', () => {
    const story = inForce({ kind: 'mandate' });
    expect(story.context).toMatchObject({ kind: 'mandate', resolution: 'afecta' });
  });

  it('hands no money to the municipality: the region pays the contractor, without accounts', () => {
    const story = inForce({ kind: 'mandate' });
    expect(story.why('execution.payInstalment', { amount: 1 })).toEqual(['act-not-open-now']);
    story.does('execution.payContractor', { amount: 40_000_000, progressPercent: 60 });
    expect(story.why('execution.payContractor', { amount: 20_000_001 })).toEqual(['payment-over-commitment']);
    story.does('execution.payContractor', { amount: 20_000_000, progressPercent: 100 });
    expect(rows(story, 'monthlyAccount')).toEqual([]);
    expect(story.does('execution.settle').does('closing.resolve').state.outcome).toBe('closed');
  });
});

describe('An amendment', () => {
  it('of more than a tenth goes to the CORE again; the version in force stays in force meanwhile', () => {
    const story = inForce({ endsOn: '2026-12-31' }).does('execution.payInstalment', { amount: 60_000_000 }).on('2026-03-30').does('amendment.propose', { amount: 66_000_001 });
    expect(story.where).toEqual(['performing.amending.coreVote']);
    expect(story.context).toMatchObject({ amount: 60_000_000, endsOn: '2026-12-31', amendments: 1 });
    expect(story.allowed).toEqual(expect.arrayContaining(['coreVote.certify', 'execution.submitAccount']));
    expect(story.why('execution.settle')).toEqual(['amendment-under-way']);
    expect(story.why('execution.payInstalment', { amount: 1 })).toEqual(['payment-over-commitment']);

    sign(story.does('coreVote.certify').does('draft.finish', { amount: 66_000_001, endsOn: '2027-06-30' })).does('resolution.issue', { nature: 'exenta' });
    expect(story.deadline('term').due).toBe('2026-12-31');
    story.does('agreement.send');
    expect(story.where).toEqual(['performing.inForce']);
    expect(story.context).toMatchObject({ amount: 66_000_001, endsOn: '2027-06-30', votedAmount: 66_000_001, draft: null });
    expect(story.deadline('term')).toMatchObject({ status: 'running', due: '2027-06-30' });
    expect(story.on('2026-04-01').where).toEqual(['performing.inForce']);
  });

  it('of a tenth or less goes straight to drafting, but several of them do not add up to more', () => {
    const story = inForce().does('amendment.propose', { amount: 66_000_000 });
    expect(story.where).toEqual(['performing.amending.drafting']);
    expect(story.why('draft.finish', { amount: 70_000_000 })).toEqual(['withinVotedAmount']);
    sign(story.does('draft.finish', { amount: 66_000_000 })).does('resolution.issue', { nature: 'exenta' }).does('agreement.send');
    expect(story.does('amendment.propose', { amount: 70_000_000 }).where).toEqual(['performing.amending.coreVote']);
  });

  it('that the CORE rejects, or that is dropped, leaves the agreement as it was', () => {
    const rejected = inForce().does('amendment.propose', { amount: 90_000_000 }).does('coreVote.certify', { inFavour: 0, against: 16 });
    expect(rejected.where).toEqual(['performing.inForce']);
    expect(rejected.context).toMatchObject({ amount: 60_000_000, votedAmount: 60_000_000 });
    const dropped = inForce().does('amendment.propose').does('draft.finish').does('amendment.drop');
    expect(dropped.where).toEqual(['performing.inForce']);
    expect(dropped.context).toMatchObject({ draft: null });
  });

  it('under way when the term ends lapses with it', () => {
    const story = inForce({ endsOn: '2026-12-31' }).does('amendment.propose').on('2026-12-15').does('draft.finish', { endsOn: '2027-12-31' }).on('2027-01-01');
    expect(story.where).toEqual(['performing.windingUp']);
    expect(story.context).toMatchObject({ ending: 'expired', draft: null });
    expect(story.state.steps.filter((step) => step.status === 'open').map((step) => step.id)).toEqual(['execution']);
  });
});

describe('An agreement approved before there was a file here', () => {
  const imported = { source: 'imported' } as const;
  const record = { kind: 'transfer', endsOn: '2026-12-31', basis: 'Aprobado en 2024', resolution: { number: '45', date: '2024-05-23' } };

  it('is recorded with the resolution that approved it, and goes on from there', () => {
    expect(agreement().why('agreement.record', { ...record, resolution: null })).toEqual(['namesItsResolution']);
    expect(agreement().why('agreement.record', { ...record, kind: null })).toEqual(['namesItsResolution']);
    expect(agreement().why('agreement.record', { ...record, resolution: { number: '45', date: '2026-03-02' } })).toEqual(['namesItsResolution']);
    const story = agreement().does('agreement.record', record);
    expect(story.where).toEqual(['performing.inForce']);
    expect(story.context).toMatchObject({ kind: 'transfer', amount: 60_000_000, endsOn: '2026-12-31', coreVote: 'pending', signedOn: null, resolution: null });
    expect(story.deadline('term').due).toBe('2026-12-31');
    expect(story.does('execution.payInstalment', { amount: 60_000_000 }).where).toEqual(['performing.inForce']);
  });

  it('that a register shows only by its amendment: what the amendment does not say stays as it was, and nothing is made up', () => {
    const story = agreement({ unit: 'sernatur', head: 'director' }).does('agreement.record', { kind: null, endsOn: null, basis: 'El registro no lo muestra', resolution: null }, imported);
    expect(story.context).toMatchObject({ kind: null, endsOn: null });
    story.does('amendment.propose').does('draft.finish', { kind: 'transfer', text: null, amount: null, endsOn: null }, imported);
    const unseen = { textSha256: null, document: null };
    story.does('signature.sign', unseen, { ...imported, office: 'governor' }).does('signature.sign', unseen, { ...imported, office: 'director' });
    story.does('resolution.issue', { nature: 'exenta' }, imported).does('agreement.send', {}, imported);
    expect(story.where).toEqual(['performing.inForce']);
    expect(story.context).toMatchObject({ kind: 'transfer', amount: 60_000_000, endsOn: null, amendments: 1, resolution: 'exenta' });
  });
});

describe('How regions begin and end it', () => {
  it('is told once for each region that says so', () => {
    const regions = variants.map(({ region }) => region);
    expect(regions).toEqual([...new Set(regions)].toSorted());
    expect(variants.find(({ region }) => region === '16')).toMatchObject({ start: { act: 'Solicitud de Elaboración de Convenio' }, certainty: 'secondary' });
  });
});

describe('The end', () => {
  it('by its term: no more money, accounts and balance, then expired', () => {
    const story = inForce({ endsOn: '2026-12-31' }).does('execution.payInstalment', { amount: 60_000_000 });
    expect(story.deadline('term')).toMatchObject({ due: '2026-12-31', certainty: 'secondary', onExpiry: 'powerLapses' });
    expect(story.on('2026-12-31').where).toEqual(['performing.inForce']);
    story.on('2027-01-01');
    expect(story.where).toEqual(['performing.windingUp']);
    expect(story.told.at(-1)).toMatchObject({ message: 'agreementExpired' });
    expect(story.why('execution.payInstalment', { amount: 1 })).toEqual(['agreement-ended']);
    expect(story.why('execution.settle')).toEqual(['settle-accounts-pending']);

    story.does('execution.returnBalance', { amount: 60_000_000 });
    for (let months = 0; months < 12 && story.why('execution.settle').length > 0; months += 1) story.does('execution.submitAccount').does('execution.approveAccount');
    story.does('execution.settle').does('closing.resolve');
    expect(story.state).toMatchObject({ status: 'closed', outcome: 'expired' });
  });

  it('by termination before the term', () => {
    const story = inForce().does('agreement.terminate', { cause: 'breach', reason: 'No inicia las obras' });
    expect(story.told.at(-1)).toMatchObject({ message: 'agreementTerminated' });
    expect(story.deadline('term').status).toBe('cancelled');
    expect(story.on('2028-01-01').context).toMatchObject({ ending: 'terminated' });
    expect(story.does('execution.settle').does('closing.resolve').state.outcome).toBe('terminated');
  });
});
