import { Story } from '../../test/engine/core/story.js';
import { affectedBodiesOpinion } from './workflow.js';

const definition = { ...affectedBodiesOpinion, hash: 'draft' };
const from = (institution: string): { role: string; office: string; institution: string } => ({ role: 'affected', office: 'legal', institution });

/** The regional government of Ñuble prepares a regulation that touches a municipality, a SEREMI and a ministry. */
const opened = (): Story => new Story({
  definition, on: '2026-03-02', data: { act: 'Reglamento regional de uso de caletas' },
  participants: [{ role: 'issuer', institution: 'gore-16', party: true }, ...['muni-16206', 'seremi-mop-16', 'min-mma'].map((institution) => ({ role: 'affected', institution, party: false }))],
});

function asked(kind: 'general' | 'report'): Story {
  const story = opened().does('act.classify', kind === 'general' ? { kind } : { kind, effects: undefined, precept: 'Art. 12 del reglamento' });
  for (const institution of ['muni-16206', 'seremi-mop-16', 'min-mma']) story.does('reports.ask', { institution, receivedOn: '2026-03-02' });
  return story;
}

const silent = (): Story => asked('general').on('2026-04-02').does('reports.conclude');

describe('An act of general effect (art. 37 bis)', () => {
  it('says what effects it has on the others', () => {
    expect(opened().why('act.classify', { kind: 'general', effects: undefined })).toEqual(['statesEffects']);
  });

  it('gives each body thirty calendar days from its receipt, rolled over to a business day', () => {
    const story = asked('general');
    expect(story.deadline('generalActReport', 'muni-16206')).toMatchObject({ started: '2026-03-02', due: '2026-04-01', certainty: 'official', onExpiry: 'mayProceed' });
    // From 5 March the thirtieth day is Saturday 4 April.
    const later = opened().on('2026-03-05').does('act.classify', { kind: 'general' }).does('reports.ask', { institution: 'min-mma', receivedOn: '2026-03-05' });
    expect(later.deadline('generalActReport', 'min-mma')).toMatchObject({ due: '2026-04-06' });
  });

  it('may be extended by half, before it ends', () => {
    const extension = { deadline: 'generalActReport', subject: 'min-mma', amount: 15, reason: 'Antecedentes voluminosos', basis: 'Ley 19.880 art. 26' };
    const story = asked('general');
    expect(story.why('deadline.extended', { ...extension, amount: 16 })).toEqual(['extension-over-half']);
    expect(story.does('deadline.extended', extension).deadline('generalActReport', 'min-mma').due).toBe('2026-04-16');
  });

  it('waits for a body whose limit runs; when it ends one may go on, and nothing moves by itself', () => {
    const story = asked('general');
    expect(story.why('reports.conclude')).toEqual(['opinion-still-running']);
    story.on('2026-04-02');
    expect(story.where).toEqual(['consulting']);
    expect(story.does('reports.conclude').where).toEqual(['deciding']);
  });

  it('receives a late report, before the consultation is closed and after', () => {
    const story = asked('general').on('2026-04-10').does('reports.give', { position: 'unfavourable', text: 'Es materia municipal' }, from('muni-16206'));
    expect(story.why('reports.conclude')).toEqual(['opinion-unanswered']);
    story.does('reports.answer', { institution: 'muni-16206' }).does('reports.conclude').on('2026-04-15').does('report.receiveLate', {}, from('min-mma'));
    expect(story.context['laterReports']).toEqual([{ institution: 'min-mma', position: 'favourable-with-remarks', on: '2026-04-15' }]);
  });

  it('values in its reasons what each body said', () => {
    const story = asked('general').does('reports.give', { position: 'favourable' }, from('min-mma')).on('2026-04-02').does('reports.conclude');
    expect(story.why('act.issue', { valuation: undefined })).toEqual(['valuesReports']);
    expect(story.does('act.issue').state.outcome).toBe('issued');
  });
});

describe('An act of general effect on which nobody reported (arts 37 bis, 38)', () => {
  it('is issued all the same: there is nothing to value', () => {
    expect(silent().does('act.issue', { valuation: undefined }).state.outcome).toBe('issued');
  });

  it('but values the report that came late', () => {
    expect(silent().does('report.receiveLate', {}, from('min-mma')).why('act.issue', { valuation: undefined })).toEqual(['valuesReports']);
  });
});

describe('Any other report (arts 24, 37, 38)', () => {
  it('cites the precept that requires it, or is justified', () => {
    const story = opened();
    expect(story.why('act.classify', { kind: 'report', effects: undefined })).toEqual(['citesOrJustifies']);
    expect(story.why('act.classify', { kind: 'report', effects: undefined, justification: 'Falta el dato de tránsito' })).toEqual([]);
  });

  it('is due in ten business days, by the calendar of whoever gives it, and does not bind', () => {
    const story = asked('report');
    expect(story.deadline('report', 'seremi-mop-16')).toMatchObject({ due: '2026-03-16', institution: 'seremi-mop-16' });
    story.on('2026-03-17').does('reports.conclude');
    expect(story.does('act.issue', { valuation: undefined }).state.outcome).toBe('issued');
  });

  it('counts its ten days from the request, not from its receipt (art. 24, third paragraph)', () => {
    const story = opened().does('act.classify', { kind: 'report', effects: undefined, precept: 'Art. 12 del reglamento' }).on('2026-03-06');
    story.does('reports.ask', { institution: 'min-mma', askedOn: '2026-03-03', receivedOn: '2026-03-06' });
    expect(story.deadline('report', 'min-mma')).toMatchObject({ started: '2026-03-03', due: '2026-03-17' });
    const general = opened().does('act.classify', { kind: 'general' }).on('2026-03-06').does('reports.ask', { institution: 'min-mma', askedOn: '2026-03-03', receivedOn: '2026-03-06' });
    expect(general.deadline('generalActReport', 'min-mma')).toMatchObject({ started: '2026-03-06', due: '2026-04-06' });
  });
});

describe('An urgent act (art. 37 bis, fourth and fifth paragraphs)', () => {
  it('is issued without asking, and the others are asked afterwards, without limit', () => {
    const story = opened().does('act.issueUrgently', { urgency: 'Marea roja' });
    expect(story.told.map(({ message }) => message)).toEqual(['issuedUrgently']);
    story.does('file.send').does('report.giveAfterwards', {}, from('seremi-mop-16')).on('2027-03-02');
    expect(story.open).toEqual([]);
    expect(story.where).toEqual(['applying.hearing']);
    expect(story.does('application.close').state.outcome).toBe('issuedUrgently');
  });
});

it('What becomes urgent while the reports are awaited is issued without them, unless another precept asks for them', () => {
  const story = asked('general').does('act.issueUrgently', { urgency: 'Marea roja' });
  expect(story.where).toEqual(['applying.sending']);
  expect(story.open).toEqual([]);
  expect(asked('report').why('act.issueUrgently', { urgency: 'Marea roja' })).toEqual(['isGeneralAct']);
});

it('The act may be given up once the others have spoken', () => {
  expect(asked('general').does('act.drop').state.outcome).toBe('dropped');
});
