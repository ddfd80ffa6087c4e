import { signed } from '../../test/engine/core/fndr.js';
import type { Story } from '../../test/engine/core/story.js';

const received = { kind: 'oficio', number: '123', date: '2026-03-30', receivedAt: '2026-04-01' } as const;

function atContraloria(): Story {
  return signed().on('2026-03-30').does('resolution.issue', { nature: 'afecta' }).does('review.enter', {}, { instrument: received, on: '2026-04-01' }).on('2026-04-01');
}

describe('Toma de razón', () => {
  it('has fifteen business days from receipt, and silence clears nothing', () => {
    const story = atContraloria();
    expect(story.deadline('legalityReview')).toMatchObject({ started: '2026-04-01', due: '2026-04-23', certainty: 'secondary', onExpiry: 'waits' });
    story.on('2026-05-30');
    expect(story.where).toEqual(['approval.review.reviewing']);
    expect(story.deadline('legalityReview')).toMatchObject({ status: 'expired', endedOn: '2026-04-24' });
    expect(story.tasks).toEqual(['review']);
    expect(story.does('review.clear').where).toEqual(['approval.sending']);
  });

  it('entered without the day of receipt: counted from the entry, as an assumption', () => {
    const story = signed().on('2026-04-01').does('resolution.issue', { nature: 'afecta' }).does('review.enter');
    expect(story.deadline('legalityReview')).toMatchObject({ started: '2026-04-01', certainty: 'assumption' });
  });

  it('is extended once by Contraloría’s own rule, by fifteen days', () => {
    const extension = { deadline: 'legalityReview', amount: 15, reason: 'Estudio de antecedentes', basis: 'Ley 10.336 art. 10' };
    const story = atContraloria().on('2026-04-20').does('deadline.extended', extension);
    // 1 and 21 May 2026 are holidays.
    expect(story.deadline('legalityReview')).toMatchObject({ status: 'running', due: '2026-05-15', extended: 15 });
    expect(story.why('deadline.extended', { ...extension, amount: 1 })).toEqual(['extension-over-own']);
    expect(story.on('2026-05-16').why('deadline.extended', extension)).toEqual(['deadline-expired']);
  });

  it('clears with remarks, which are told', () => {
    const story = atContraloria().on('2026-04-15');
    story.does('review.clearWithRemarks', { remarks: 'La rendición se hará en SISREC', fullyProcessedOn: '2026-04-15' });
    expect(story.where).toEqual(['approval.sending']);
    expect(story.deadline('legalityReview')).toMatchObject({ status: 'met', endedOn: '2026-04-15' });
    expect(story.deadline('notification')).toMatchObject({ started: '2026-04-15', due: '2026-04-22', certainty: 'official' });
  });

  it('objected: the region is told, corrects, and enters it again with a new limit', () => {
    const story = atContraloria().on('2026-04-10').does('review.object');
    expect(story.told.at(-1)).toMatchObject({ message: 'resolutionObjected' });
    expect(story.tasks).toEqual(['answerObjection']);
    story.on('2026-04-20').does('review.reenter');
    expect(story.state.deadlines.filter((row) => row.name === 'legalityReview').map(({ status, started }) => [status, started])).toEqual([['met', '2026-04-01'], ['running', '2026-04-20']]);
    expect(story.does('review.clear').context).toMatchObject({ objections: 1 });
  });

  it('objected: the text is redone, voted and signed anew', () => {
    const story = atContraloria().on('2026-04-10').does('review.object').does('draft.reopen');
    expect(story.where).toEqual(['approval.drafting']);
    story.does('draft.finish').does('councilVote.certify').does('signature.sign', {}, { office: 'governor' }).does('signature.sign', {}, { office: 'mayor' });
    expect(story.where).toEqual(['approval.resolution']);
  });

  it('objected and given up: the case ends objected', () => {
    expect(atContraloria().does('review.object').does('agreement.abandon').state.outcome).toBe('objected');
  });

  it('withdrawn before it decides, entered again or given up', () => {
    const withdrawn = atContraloria().does('review.withdraw');
    expect(withdrawn.where).toEqual(['approval.review.withdrawn']);
    expect(withdrawn.deadline('legalityReview').status).toBe('met');
    expect(withdrawn.on('2026-04-06').does('review.reenter').where).toEqual(['approval.review.reviewing']);
    expect(atContraloria().does('review.withdraw').does('agreement.abandon').state.outcome).toBe('abandoned');
  });

  it('is not left by giving up while Contraloría studies it: it is withdrawn first', () => {
    expect(atContraloria().why('agreement.abandon')).toEqual(['event-not-in-this-state']);
  });
});
