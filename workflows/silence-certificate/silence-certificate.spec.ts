import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { silenceCertificate } from './workflow.js';

const definition = { ...silenceCertificate, hash: 'draft' };
const municipality = { role: 'applicant', institution: 'muni-16203', party: true };
const opened = (on = '2026-03-02', applicant: readonly (typeof municipality)[] = [municipality], authority = 'seremi-bbnn-16'): Story => new Story({
  definition, on, data: { request: 'Uso de un terreno', interestedParty: 'Municipalidad de Coelemu', filedOn: on },
  participants: [{ role: 'authority', institution: authority, party: true }, ...applicant, { role: 'superior', institution: 'min-bbnn', party: false }],
});
const classified = (data: JsonObject, on?: string): Story => opened(on).does('request.classify', { nature: 'request', limit: 'certificate', ...data });
const ready = (nature = 'request'): Story => classified({ nature }).does('file.certifyReady', { certifiedOn: '2026-03-02' });
const appealable = (authority: string): Story => opened('2026-03-02', [], authority).does('request.classify', { nature: 'right-of-petition', limit: 'certificate' })
  .does('file.certifyReady', { certifiedOn: '2026-03-02' }).on('2026-04-13').does('certificate.request').does('certificate.issue', { issuedOn: '2026-04-13' });
const complained = (): Story => ready().on('2026-04-01').does('delay.complain', { receivedOn: '2026-04-01' });
const accepted = (): Story => complained().on('2026-04-10');

describe('Positive silence (art. 64)', () => {
  it('runs twenty business days from the certificate that the file is ready', () => {
    expect(ready().deadline('decision')).toMatchObject({ started: '2026-03-02', due: '2026-03-30', certainty: 'official', onExpiry: 'deemedApprovedOnComplaint' });
  });

  it('never approves by itself: without a complaint nothing happens, and a late decision is still one', () => {
    const story = ready().on('2027-03-31');
    expect(story.where).toEqual(['overdue']);
    expect(story.does('decision.issue', { decision: 'denied' }).state.outcome).toBe('decided');
  });

  it('begins with a complaint: receipt, a copy to the superior in 24 hours, five business days', () => {
    const story = complained();
    expect(story.told.at(-1)).toMatchObject({ message: 'complaintReceived' });
    // 3 April 2026 is Good Friday.
    expect(story.deadline('positiveSilence')).toMatchObject({ started: '2026-04-01', due: '2026-04-09', certainty: 'official' });
    expect(story.deadline('complaintCopy')).toMatchObject({ started: '2026-04-01', status: 'running' });
    story.does('complaint.copy');
    expect(story.deadline('complaintCopy').status).toBe('met');
    expect(story.told.at(-1)).toMatchObject({ message: 'complaintCopied', to: { superior: expect.any(Array) } });
  });

  it('is not brought about by a complaint dated before the limit ended, or to come', () => {
    const story = ready().on('2026-04-01');
    expect(story.why('delay.complain', { receivedOn: '2026-03-30' })).toEqual(['afterTheLimit']);
    expect(story.why('delay.complain', { receivedOn: '2026-04-02' })).toEqual(['withinTheCase']);
    // The limit ended on Monday 30 March; from the next day one may complain.
    expect(story.why('delay.complain', { receivedOn: '2026-03-31' })).toEqual([]);
  });

  it('filed on a Sunday, counts as filed on Monday: nothing is accepted a day too early (art. 25, last paragraph)', () => {
    const story = ready().on('2026-04-12').does('delay.complain', { receivedOn: '2026-04-12' });
    expect(story.deadline('positiveSilence')).toMatchObject({ started: '2026-04-12', due: '2026-04-20' });
    expect(story.deadline('complaintCopy')).toMatchObject({ due: '2026-04-14' });
    expect(story.on('2026-04-20').does('decision.issue', { decision: 'denied' }).state.outcome).toBe('decided');
  });

  it('the copy sent late changes nothing', () => {
    const story = complained().on('2026-04-07');
    expect(story.deadline('complaintCopy').status).toBe('expired');
    expect(story.does('complaint.copy').where).toEqual(['complained']);
  });

  it('decided within the five days: expressly', () => {
    expect(complained().on('2026-04-09').does('decision.issue', { decision: 'denied' }).state.outcome).toBe('decided');
  });

  it('not decided: accepted, and no decision replaces that', () => {
    const story = accepted();
    expect(story.where).toEqual(['deemedAccepted']);
    expect(story.told.at(-1)).toMatchObject({ message: 'deemedAccepted' });
    expect(story.why('decision.issue', { decision: 'denied' })).toEqual(['event-not-in-this-state']);
  });

  it('has its effects from the certificate, issued on request without more', () => {
    const story = accepted();
    expect(story.why('certificate.issue')).toEqual(['event-not-in-this-state']);
    story.on('2026-04-13').does('certificate.request').does('certificate.issue', { issuedOn: '2026-04-13' });
    expect(story.context).toMatchObject({ certifiedOn: '2026-04-13' });
    expect(story.where).toEqual(['inEffect']);
  });

  it('no certificate is dated before it took effect, or to come', () => {
    const story = accepted().on('2026-04-13').does('certificate.request');
    // Five business days after 1 April, Good Friday left out, end on the 9th.
    expect(story.why('certificate.issue', { issuedOn: '2026-04-09' })).toEqual(['afterTheLimit']);
    expect(story.why('certificate.issue', { issuedOn: '2026-04-14' })).toEqual(['withinTheCase']);
    expect(story.why('certificate.issue', { issuedOn: '2026-04-10' })).toEqual([]);
  });

  it('is undone only by invalidation, within two years of the certificate', () => {
    const story = accepted().on('2026-04-13').does('certificate.request').does('certificate.issue', { issuedOn: '2026-04-13' });
    expect(story.deadline('invalidation')).toMatchObject({ started: '2026-04-13', due: '2028-04-13', onExpiry: 'powerLapses' });
    expect(story.on('2028-04-13').why('act.invalidate')).toEqual([]);
    expect(story.on('2028-04-20').state.outcome).toBe('accepted');
  });
});

describe('Negative silence (art. 65)', () => {
  it.each(['fiscal-patrimony', 'ex-officio', 'appeal-or-review', 'right-of-petition'])('%s: rejected when the limit ends, without complaint', (nature) => {
    const story = ready(nature).on('2026-03-31');
    expect(story.where).toEqual(['deemedRejected']);
    expect(story.why('delay.complain')).toEqual(['event-not-in-this-state']);
  });

  it('the terms to appeal run from the date of the certificate, asked for whenever', () => {
    const story = ready('fiscal-patrimony').on('2026-04-13').does('certificate.request').does('certificate.issue', { issuedOn: '2026-04-13' });
    expect(story.deadline('appeal')).toMatchObject({ started: '2026-04-13', due: '2026-04-20', onExpiry: 'windowCloses' });
    expect(story.does('appeal.file').state.outcome).toBe('appealed');
  });

  it('is not appealed before the superior of a mayor: reposition alone (art. 59)', () => {
    for (const kind of ['hierarchical', 'both']) expect(appealable('muni-16206').why('appeal.file', { kind })).toEqual(['admitsHierarchical']);
    expect(appealable('min-bbnn').why('appeal.file', { kind: 'hierarchical' })).toEqual(['admitsHierarchical']);
    expect(appealable('muni-16206').why('appeal.file', { kind: 'reposition' })).toEqual([]);
    expect(appealable('seremi-bbnn-16').why('appeal.file', { kind: 'both' })).toEqual([]);
  });

  it('not appealed in time: rejected', () => {
    const story = ready('right-of-petition').on('2026-04-13').does('certificate.request').does('certificate.issue', { issuedOn: '2026-04-13' }).on('2026-04-21');
    expect(story.state.outcome).toBe('rejected');
  });

  it('before the certificate an express decision may still come', () => {
    expect(ready('fiscal-patrimony').on('2026-04-13').does('decision.issue').state.outcome).toBe('decided');
  });
});

describe('The limit to decide', () => {
  it('may be that of a special law, whose last day is stated', () => {
    const special = { limit: 'special', specialUntil: '2026-05-04', law: 'Ley especial, art. 3' };
    expect(opened().why('request.classify', { ...special, nature: 'request', specialUntil: undefined })).toContain('namesLastDay');
    expect(classified(special).on('2026-05-05').where).toEqual(['overdue']);
    expect(classified({ ...special, nature: 'fiscal-patrimony' }).on('2026-05-05').where).toEqual(['deemedRejected']);
  });

  it('may be the six months of art. 27: our reading', () => {
    const story = classified({ limit: 'six-months', startedOn: '2026-03-02' });
    expect(story.deadline('sixMonths')).toMatchObject({ due: '2026-09-02', alternative: '2026-09-03' });
    expect(story.on('2026-09-03').where).toEqual(['procedure.ordinary.preparing']);
    expect(story.on('2026-09-04').where).toEqual(['overdue']);
  });

  it('of twenty days does not end with the six months', () => {
    expect(classified({ startedOn: '2026-03-02' }).on('2026-10-01').where).toEqual(['procedure.ordinary.preparing']);
  });

  it('of twenty days may be extended by half, before it ends', () => {
    const extension = { deadline: 'decision', amount: 10, reason: 'Informe pendiente', basis: 'Ley 19.880 art. 26' };
    expect(ready().does('deadline.extended', extension).deadline('decision').due).toBe('2026-04-14');
    expect(ready().why('deadline.extended', { ...extension, amount: 11 })).toEqual(['extension-over-half']);
  });
});

describe('The interested party', () => {
  it('who does not complete the request in five days is deemed to withdraw it (art. 31)', () => {
    const story = classified({}).does('request.requireFix', { notifiedOn: '2026-03-02' });
    expect(story.deadline('fix')).toMatchObject({ due: '2026-03-09', onExpiry: 'deemedWithdrawn' });
    expect(classified({}).does('request.requireFix').does('request.fix').where).toEqual(['procedure.ordinary.preparing']);
    expect(story.on('2026-03-10').state.outcome).toBe('deemedWithdrawn');
  });

  it('who stops the procedure is warned, and abandonment is declared, never by itself (art. 43)', () => {
    const story = classified({}).does('inactivity.record', { since: '2026-03-02' });
    expect(story.why('party.warn')).toEqual(['expired']);
    story.on('2026-04-20').does('party.warn', { notifiedOn: '2026-04-20' });
    expect(story.why('abandonment.declare')).toEqual(['expired']);
    story.on('2026-06-01');
    expect(story.where).toEqual(['procedure.ordinary.warned']);
    expect(story.does('abandonment.declare').state.outcome).toBe('abandoned');
  });

  it('is not warned of an abandonment before the thirty days have ended', () => {
    // Thirty business days from 2 March, Good Friday left out, end on 14 April.
    const story = classified({}).does('inactivity.record', { since: '2026-03-02' }).on('2026-04-20');
    expect(story.deadline('inactivity')).toMatchObject({ due: '2026-04-14', status: 'expired' });
    expect(story.why('party.warn', { notifiedOn: '2026-04-01' })).toEqual(['afterTheLimit']);
    expect(story.why('party.warn', { notifiedOn: '2026-04-15' })).toEqual([]);
  });

  it('does not exist in what began ex officio: nothing to complete, withdraw or abandon', () => {
    const story = classified({ nature: 'ex-officio' });
    for (const act of ['request.requireFix', 'request.withdraw', 'inactivity.record']) expect(story.why(act)).toEqual(['beganOnRequest']);
    const rejected = ready('ex-officio').on('2026-03-31');
    expect(rejected.why('request.withdraw')).toEqual(['beganOnRequest']);
  });

  it('is not bound by days before the request, or to come', () => {
    expect(opened().why('request.classify', { nature: 'request', limit: 'six-months', startedOn: '2025-08-01' })).toEqual(['withinTheCase']);
    expect(classified({}).why('file.certifyReady', { certifiedOn: '2026-02-02' })).toEqual(['withinTheCase']);
    expect(classified({}).why('request.requireFix', { notifiedOn: '2026-02-02' })).toEqual(['withinTheCase']);
    expect(classified({}).why('inactivity.record', { since: '2026-03-03' })).toEqual(['withinTheCase']);
  });

  it('may be a person: the office that received the filing records it', () => {
    const story = opened('2026-03-02', []).does('request.classify', { nature: 'request', limit: 'certificate' }).does('file.certifyReady').on('2026-03-31');
    expect(story.does('delay.complain', {}, { role: 'authority', office: 'legal' }).where).toEqual(['complained']);
    expect(definition.words.es.events['delay.complain']?.help).toContain('la registra la oficina que la recibió');
  });
});
