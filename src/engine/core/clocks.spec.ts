import type { DeadlineRule, JsonObject } from '../../kit/index.js';
import { placeOf } from '../../calendar/place.js';
import { expiryDay, expireEnded } from './expiries.js';
import { recount } from './deadline-rows.js';
import { limit, Play, toy, waiting } from '../../../test/engine/core/toy.js';
import { world } from '../../../test/engine/core/story.js';

const grounds = { reason: 'Antecedentes pendientes', basis: 'Ley 19.880 art. 9' };

/** A case whose only state runs `first` under a rule, from its opening on that day. */
function running(rule: Partial<DeadlineRule>, on: string, more: Parameters<Play['send']>[2] = {}): Play {
  return new Play(toy({ initial: 'here', states: { here: { after: { first: 'there' }, on: { hear: { actions: 'keepUntil' } } }, there: { meta: waiting } } }, { deadlines: { first: limit(rule) } }), on, more);
}
const row = (play: Play): Play['state']['deadlines'][number] => play.state.deadlines[0];

const by = (amount: number, more: Readonly<Record<string, string>> = {}): { readonly data: JsonObject } => ({ data: { deadline: 'first', amount, ...grounds, ...more } });

describe('A deadline’s start', () => {
  it('from receipt is the day the act was received; unknown, the day of the event, as an assumption', () => {
    const instrument = { kind: 'oficio', date: '2026-03-02', receivedAt: '2026-03-05' } as const;
    expect(row(running({ startsFrom: 'receipt' }, '2026-03-02', { instrument }))).toMatchObject({ started: '2026-03-05', due: '2026-03-19', certainty: 'official' });
    expect(row(running({ startsFrom: 'receipt' }, '2026-03-02'))).toMatchObject({ started: '2026-03-02', due: '2026-03-16', certainty: 'assumption' });
  });

  it('from a later trigger: pending without a date until it comes, and no expiry', () => {
    const play = running({ startsFrom: 'session', trigger: { on: ['hear'], field: 'sitting' } }, '2026-03-02');
    expect(row(play)).toMatchObject({ status: 'pending', started: null, due: null, endsAt: null });
    expect(play.until('2027-03-02')).toEqual([]);
    play.send('hear', '2027-03-03', { data: { sitting: '2027-03-01' } });
    expect(row(play)).toMatchObject({ status: 'running', started: '2027-03-01', due: '2027-03-15', certainty: 'official' });
    play.send('hear', '2027-03-09', { data: { sitting: '2027-03-09' } });
    expect(row(play)).toMatchObject({ started: '2027-03-01' });
  });

  it('from a trigger that names no day: the day of the event, as an assumption', () => {
    const play = running({ startsFrom: 'session', trigger: { on: ['hear'], field: 'sitting' } }, '2026-03-02').send('hear', '2026-03-09');
    expect(row(play)).toMatchObject({ started: '2026-03-09', certainty: 'assumption' });
  });

  it('a trigger out of order starts nothing', () => {
    const play = running({ startsFrom: 'session', trigger: { on: ['hear'], field: 'sitting' } }, '2026-03-02');
    play.send('hear', '2025-03-09', { source: 'imported', order: 'out-of-order', data: { sitting: '2025-03-09' } });
    expect(row(play)).toMatchObject({ status: 'pending' });
  });

  it('whose date stands in the act follows the act', () => {
    const play = running({ unit: 'date-in-the-act', untilField: 'until', startsFrom: 'act' }, '2026-03-02');
    expect(row(play)).toMatchObject({ status: 'pending', due: null });
    play.send('hear', '2026-03-03', { data: { until: '2026-12-31' } });
    expect(row(play)).toMatchObject({ status: 'running', due: '2026-12-31', alternative: null, certainty: 'official' });
    play.send('hear', '2026-03-04', { data: { until: '2027-06-30' } });
    expect(play.until('2027-06-30')).toEqual([]);
    expect(play.until('2027-07-01')).toEqual([['first', '2027-07-01']]);
  });
});

describe('A date read in two ways', () => {
  it('is due on the prudent one, expires after the later, and is an assumption only where they differ', () => {
    const rule = { amount: 20, unit: 'calendar', rollover: 'none', assumptions: ['rollover'] } as const;
    const sunday = running(rule, '2026-03-02');
    expect(row(sunday)).toMatchObject({ due: '2026-03-22', alternative: '2026-03-23', certainty: 'assumption' });
    expect(sunday.until('2026-03-23')).toEqual([]);
    expect(sunday.until('2026-03-24')).toEqual([['first', '2026-03-24']]);
    expect(row(running(rule, '2026-03-03'))).toMatchObject({ due: '2026-03-23', alternative: null, certainty: 'official' });
  });

  it('counted anew, an extension or a holiday may make it one; an assumption stays one', () => {
    const holiday = { ...world, placeOf: () => placeOf('16206', [{ date: '2026-03-23', name: 'Elección', territory: null }]) };
    const play = running({ amount: 20, unit: 'calendar', rollover: 'none', assumptions: ['rollover'] }, '2026-03-03');
    expect(row(play)).toMatchObject({ alternative: null, certainty: 'official' });
    expect(recount(play.definition, row(play), holiday)).toMatchObject({ due: '2026-03-23', alternative: '2026-03-24', certainty: 'assumption' });
  });

  it('expires on the day of the body that had to act, wherever the case is', () => {
    const island = running({ actor: 'island' }, '2026-03-02');
    expect(row(island)).toMatchObject({ institution: 'muni-05201', due: '2026-03-16', endsAt: '2026-03-17T05:00:00.000Z' });
    expect(row(running({}, '2026-03-02')).endsAt).toBe('2026-03-17T03:00:00.000Z');
    expect(expiryDay(row(island), world)).toBe('2026-03-17');
    const early = { on: '2026-03-16', at: '2026-03-17T04:59:59.999Z' };
    expect(expireEnded(island.definition, island.state, early, world)).toEqual([]);
    expect(expireEnded(island.definition, island.state, { ...early, at: '2026-03-17T05:00:00.000Z' }, world)).toHaveLength(1);
  });
});

describe('Several deadlines ended meanwhile', () => {
  it('expire in order of date, each as its own event, and one may start the next', () => {
    const play = new Play(toy({ initial: 'a', states: { a: { after: { first: 'b' } }, b: { after: { second: 'c' } }, c: { meta: waiting } } }), '2026-03-02');
    expect(play.until('2026-12-31')).toEqual([['first', '2026-03-17'], ['second', '2026-04-16']]);
    expect(play.state).toMatchObject({ seq: 3, lastExpiryOn: '2026-04-16', envelope: { value: 'c' } });
  });
});

describe('Counting anew', () => {
  it('is the clockwork\'s alone: nobody else sends it', () => {
    expect(running({}, '2026-03-02').why('deadline.recomputed', '2026-03-03', { data: { deadline: 'first', reason: 'Feriado' } })).toEqual(['event-unknown']);
  });
});

describe('Extending', () => {
  it('adds to the amount, at most half in all, asked and decided before the end', () => {
    const play = running({}, '2026-03-02').send('deadline.extended', '2026-03-10', by(3));
    expect(row(play)).toMatchObject({ due: '2026-03-19', extended: 3 });
    expect(play.why('deadline.extended', '2026-03-10', by(3))).toEqual(['extension-over-half']);
    expect(row(play.send('deadline.extended', '2026-03-19', by(2)))).toMatchObject({ due: '2026-03-23', extended: 5 });
    expect(play.why('deadline.extended', '2026-03-24', by(1, { requestedOn: '2026-03-23' }))).toEqual(['extension-decided-late']);
    expect(play.until('2026-03-24')).toEqual([['first', '2026-03-24']]);
    expect(play.why('deadline.extended', '2026-03-24', by(1))).toEqual(['deadline-expired']);
  });

  it('is refused where no rule read allows it, and of a date the law or the act names', () => {
    expect(running({ extension: 'unknown' }, '2026-03-02').why('deadline.extended', '2026-03-03', by(1))).toEqual(['extension-unknown']);
    expect(running({ unit: 'nth-business-day-of-next-month', amount: 15 }, '2026-03-02').why('deadline.extended', '2026-03-03', by(1))).toEqual(['deadline-not-extendable']);
    expect(running({}, '2026-03-02').why('deadline.extended', '2026-03-03', { data: { deadline: 'second', amount: 1, ...grounds } })).toEqual(['deadline-not-open']);
  });
});

describe('Suspending', () => {
  const suspension = { data: { deadline: 'first', ...grounds } };
  const resumption = { data: { deadline: 'first' } };

  it('over the year’s end: the days between are not counted, both ends included', () => {
    const play = running({}, '2026-12-21');
    expect(row(play).due).toBe('2027-01-06');
    play.send('deadline.suspended', '2026-12-28', suspension);
    expect(row(play)).toMatchObject({ status: 'suspended', endsAt: null });
    expect(play.until('2027-06-01')).toEqual([]);
    play.send('deadline.resumed', '2027-01-11', resumption);
    // Counted: 22, 23, 24 December; 12, 13, 14, 15, 18, 19, 20 January.
    expect(row(play)).toMatchObject({ status: 'running', due: '2027-01-20', suspensions: [{ from: '2026-12-28', to: '2027-01-11' }] });
    expect(play.until('2027-01-21')).toEqual([['first', '2027-01-21']]);
  });

  it('twice adds up; an extension meanwhile counts too', () => {
    const play = running({}, '2026-12-21').send('deadline.suspended', '2026-12-28', suspension).send('deadline.resumed', '2027-01-11', resumption);
    play.send('deadline.suspended', '2027-01-18', suspension).send('deadline.extended', '2027-01-19', { data: { deadline: 'first', amount: 1, ...grounds } });
    expect(row(play)).toMatchObject({ status: 'suspended', endsAt: null });
    expect(row(play.send('deadline.resumed', '2027-01-18', resumption)).due).toBe('2027-01-22');
  });

  it('is of a running deadline, resumed after it began', () => {
    const play = running({}, '2026-03-02');
    expect(play.why('deadline.resumed', '2026-03-03', resumption)).toEqual(['deadline-not-suspended']);
    expect(play.why('deadline.suspended', '2026-03-17', suspension)).toEqual(['deadline-expired']);
    play.send('deadline.suspended', '2026-03-05', suspension);
    expect(play.why('deadline.suspended', '2026-03-06', suspension)).toEqual(['deadline-not-running']);
    expect(play.why('deadline.resumed', '2026-03-04', resumption)).toEqual(['deadline-resumed-before-suspension']);
  });

  it('is refused of a date the act names: only another act moves it', () => {
    const play = running({ unit: 'date-in-the-act', untilField: 'until' }, '2026-03-02').send('hear', '2026-03-03', { data: { until: '2026-12-31' } });
    expect(play.why('deadline.suspended', '2026-03-05', suspension)).toEqual(['deadline-not-suspendable']);
  });
});
