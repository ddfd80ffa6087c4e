import type { DeadlineRule } from '../../kit/index.js';
import { limit, Play, toy, waiting } from '../../../test/engine/core/toy.js';
import { world } from '../../../test/engine/core/story.js';
import type { JournalLine } from './journal-line.js';
import { dayUncertain, datingOf } from './occurrence.js';
import { isInTheWay, replay } from './replay.js';

const chart = { initial: 'here', states: { here: { after: { first: 'there' }, on: { hear: { actions: 'keepUntil' }, leave: 'there' } }, there: { meta: waiting } } } as const;

function opened(rule: Partial<DeadlineRule>, more: ConstructorParameters<typeof Play>[2]): Play {
  return new Play(toy(chart, { deadlines: { first: limit(rule) } }), '2019-01-31', more);
}
const uncertain = { source: 'imported', dated: 'uncertain' } as const;
const row = (play: Play): Play['state']['deadlines'][number] | undefined => play.state.deadlines[0];

describe('A line of the past whose day no source gives', () => {
  it('starts no clock: it waits, and nothing expires of it', () => {
    const play = opened({}, uncertain);
    expect(row(play)).toMatchObject({ status: 'pending', started: null, due: null, endsAt: null });
    expect(play.until('2026-11-22')).toEqual([]);
  });

  it('nor as the trigger of one that waits; a later one of known day does', () => {
    const play = opened({ trigger: { on: ['hear'], field: 'sitting' } }, {}).send('hear', '2019-02-28', uncertain);
    expect(row(play)).toMatchObject({ status: 'pending' });
    expect(row(play.send('hear', '2019-03-04', { source: 'imported' }))).toMatchObject({ status: 'running', started: '2019-03-04' });
  });

  it('but a date that stands in the act is known whatever the day of the act', () => {
    const play = opened({ unit: 'date-in-the-act', untilField: 'until' }, uncertain).send('hear', '2019-01-31', { ...uncertain, data: { until: '2019-12-31' } });
    expect(row(play)).toMatchObject({ status: 'running', due: '2019-12-31' });
  });

  it('is told by a flag of the line, and of no other line than one of the past', () => {
    expect([datingOf('imported', [dayUncertain]), datingOf('imported', []), datingOf('own', [dayUncertain]), datingOf('attested', [dayUncertain])])
      .toEqual([{ dated: 'uncertain' }, {}, {}, {}]);
  });

  it('once rectified to a day that is known starts its clock from there', () => {
    const play = opened({}, uncertain);
    const until = { on: '2019-02-01', at: '2019-02-01T15:00:00.000Z', seq: 2 };
    const dueAfter = (correction: object): unknown => {
      const state = replay(play.definition, [opening], [{ corrects: 1, ...correction }], world, until);
      return isInTheWay(state) ? state : state.deadlines[0]?.started;
    };
    expect(dueAfter({})).toBeNull();
    expect(dueAfter({ on: '2019-01-28', at: '2019-01-28T15:00:00.000Z' })).toBe('2019-01-28');
    expect(dueAfter({ on: '2019-01-28', at: '2019-01-28T15:00:00.000Z', flags: [dayUncertain] })).toBeNull();
    expect(dueAfter({ flags: [] })).toBe('2019-01-31');
  });
});

describe('A rule of law', () => {
  it.each([['2018-12-31', null], ['2019-01-01', '2019-01-01'], ['2019-12-31', '2019-12-31'], ['2020-01-01', null]])('whose clock would start on %s, in force in 2019 alone', (on, started) => {
    const play = new Play(toy(chart, { deadlines: { first: limit({ validFrom: '2019-01-01', validTo: '2019-12-31' }) } }), on);
    expect(row(play)?.started ?? null).toBe(started);
  });

  it('that came later than an act of uncertain day is not even waited for', () => {
    expect(opened({ validFrom: '2026-01-01' }, uncertain).rows()).toEqual([]);
    expect(opened({ validFrom: '2019-01-31' }, uncertain).rows()).toEqual(['first pending - -']);
  });
});

describe('A fact that is no act', () => {
  const fact = { data: { fact: 'La prensa dice que falta la firma de Hacienda' } };

  it('is kept of the past and moves nothing', () => {
    const play = opened({}, {});
    const { envelope, deadlines, seq } = play.state;
    expect(play.send('fact.noted', '2019-09-12', { ...fact, source: 'imported' }).state).toMatchObject({ envelope, deadlines, seq: seq + 1 });
  });

  it.each(['own', 'attested'] as const)('is nothing that may be sent today: %s', (source) => {
    expect(opened({}, {}).why('fact.noted', '2019-09-12', { ...fact, source })).toEqual(['event-unknown']);
  });
});

const opening: JournalLine = {
  case: 'toy', seq: 1, type: 'case.opened', law: {}, instrument: null, actor: null, power: null, recordedBy: 'register', attested: true, source: 'imported', flags: [dayUncertain],
  data: { title: '', territory: null, identifiers: [], data: {}, participants: [{ role: 'town', institution: 'muni-16206', party: true }] },
  occurredOn: '2019-01-31', occurredAt: '2019-01-31T15:00:00.000Z', recordedAt: '2026-11-22T15:00:00.000Z', definitionHash: 'toy',
};
