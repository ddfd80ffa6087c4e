import { milestonesOf } from './milestones.js';

let seq = 0;
function line(type: string, occurredOn: string, more: { readonly data?: Record<string, unknown>; readonly flags?: readonly string[] } = {}): Parameters<typeof milestonesOf>[0][number] {
  seq += 1;
  return { seq, type, occurredOn, data: more.data ?? {}, flags: more.flags ?? [] };
}
beforeEach(() => {
  seq = 0;
});

describe('the milestones of an agreement', () => {
  it('are its vote, the signature that completed it, its resolution and the toma de razón', () => {
    const journal = [
      line('coreVote.certify', '2024-03-19'), line('draft.finish', '2024-04-01'), line('signature.sign', '2024-05-02'), line('signature.sign', '2024-05-06'),
      line('resolution.issue', '2024-05-16', { data: { nature: 'afecta' } }), line('review.clear', '2024-06-06'),
    ];
    expect(milestonesOf(journal)).toEqual({ vote: '2024-03-19', signature: '2024-05-06', resolution: '2024-05-16', tomaDeRazon: '2024-06-06', nature: 'afecta' });
  });

  it('count a signature before any resolution once both parties have signed, and by a date of its own', () => {
    const governor = line('signature.sign', '2024-05-02');
    expect(milestonesOf([line('draft.finish', '2024-04-01'), governor]).signature).toBeNull();
    expect(milestonesOf([governor, line('signature.sign', '2024-05-16', { flags: ['dateImplied'] })]).signature).toBe('2024-05-02');
  });

  it('leave out signatures under a text that was drafted anew', () => {
    const journal = [line('draft.finish', '2024-04-01'), line('signature.sign', '2024-04-02'), line('draft.finish', '2024-04-20'), line('signature.sign', '2024-04-25')];
    expect(milestonesOf(journal).signature).toBeNull();
  });

  it('are not those of the amendments of an agreement that was only recorded as in force', () => {
    const journal = [
      line('agreement.record', '2024-07-01'), line('draft.finish', '2024-07-01'), line('signature.sign', '2024-07-02'), line('signature.sign', '2024-07-03'),
      line('resolution.issue', '2024-07-10', { data: { nature: 'exenta' } }),
    ];
    expect(milestonesOf(journal)).toEqual({ vote: null, signature: null, resolution: null, tomaDeRazon: null, nature: null });
  });

  it('are read as rectified', () => {
    const vote = line('coreVote.certify', '2023-03-19');
    const rectification = line('rectification', '2024-06-01', { data: { correction: { corrects: vote.seq, on: '2024-03-19' } } });
    expect(milestonesOf([vote, rectification]).vote).toBe('2024-03-19');
  });
});
