import { fndrTransfer, allocated, signed, toSign } from '../../../test/engine/core/fndr.js';
import { lawOf2026, type Story } from '../../../test/engine/core/story.js';
import { tasksOf, type Task } from './tasks.js';

const tasks = (story: Story, on = '2026-06-01'): readonly Task[] => tasksOf(fndrTransfer, story.state, on, lawOf2026);

describe('Tasks', () => {
  it('are put to one office of the institution in the role, with all that may do them', () => {
    expect(tasks(allocated())).toEqual([
      { name: 'draft', role: 'regionalGovernment', office: 'legal', offices: ['legal', 'investment'], institution: 'gore-16', events: ['draft.finish'], due: null, key: 'draft@gore-16#2026-03-12' },
    ]);
  });

  it('follow the turn of an ordered sign-off', () => {
    const story = toSign();
    expect(tasks(story).map(({ institution, office }) => [institution, office])).toEqual([['gore-16', 'governor']]);
    expect(tasks(story.does('signature.sign')).map(({ institution, office }) => [institution, office])).toEqual([['muni-16206', 'mayor']]);
  });

  it('are due when the deadline they meet is', () => {
    const story = allocated().on('2026-03-16').does('draft.finish');
    expect(tasks(story).map(({ name, due }) => [name, due])).toEqual([['councilVote.present', null], ['councilVote.certify', null]]);
    expect(tasks(story.does('councilVote.present')).map(({ name, due }) => [name, due])).toEqual([['councilVote.certify', '2026-04-05']]);
  });

  it('stay due on their day when it passed without effect: late, not undated', () => {
    const story = signed().on('2026-03-23').does('resolution.issue', { nature: 'afecta' }).does('review.enter').on('2026-06-01');
    expect(story.deadline('legalityReview').status).toBe('expired');
    expect(tasks(story)).toEqual([expect.objectContaining({ name: 'review', due: '2026-04-14' })]);
    story.does('review.object').does('review.reenter');
    expect(tasks(story)).toEqual([expect.objectContaining({ name: 'review', due: '2026-06-22' })]);
  });

  it('of a closed case are none', () => {
    expect(tasks(signed().does('agreement.abandon'))).toEqual([]);
  });
});
