import { signOff, expired, noteExpiry } from '../../kit/index.js';
import { limit, Play, toy, waiting } from '../../../test/engine/core/toy.js';

describe('The deadlines of one event, folded in order', () => {
  it('a state entered and left at once leaves no clock behind', () => {
    const play = new Play(toy({ initial: 'here', states: {
      here: { on: { go: 'through' }, meta: waiting },
      through: { after: { first: 'here' }, always: { target: 'there' } },
      there: { after: { second: 'here' } },
    } }), '2026-03-02').send('go', '2026-03-03');
    expect(play.rows()).toEqual(['second running 2026-03-03 2026-03-31']);
  });

  it('a state entered again has a new run; the old one is cancelled and cannot expire', () => {
    const play = new Play(toy({ initial: 'here', states: { here: { on: { again: { target: 'here', reenter: true } }, after: { first: 'there' } }, there: { meta: waiting } } }), '2026-03-02');
    play.send('again', '2026-03-09');
    expect(play.rows()).toEqual(['first cancelled 2026-03-02 2026-03-16', 'first running 2026-03-09 2026-03-23']);
    expect(play.state.deadlines.map(({ startedSeq }) => startedSeq)).toEqual([1, 2]);
    expect(play.until('2026-03-20')).toEqual([]);
    expect(play.until('2026-03-31')).toEqual([['first', '2026-03-24']]);
  });

  it('a clock on the parent survives a detour among its children', () => {
    const play = new Play(toy({ initial: 'whole', states: {
      whole: { after: { first: 'over' }, initial: 'one', states: { one: { on: { go: 'two' } }, two: { on: { back: 'one' } } } }, over: { meta: waiting },
    } }), '2026-03-02').send('go', '2026-03-04').send('back', '2026-03-05');
    expect(play.rows()).toEqual(['first running 2026-03-02 2026-03-16']);
    expect(play.until('2026-03-17')).toEqual([['first', '2026-03-17']]);
    expect(play.state.envelope.value).toBe('over');
  });

  it('an event that meets a deadline ends it as met, one that merely leaves cancels it', () => {
    const deadlines = { first: limit({ metBy: ['answer'] }) };
    const chart = { initial: 'here', states: { here: { on: { answer: 'there', leave: 'there' }, after: { first: 'there' } }, there: { meta: waiting } } };
    expect(new Play(toy(chart, { deadlines }), '2026-03-02').send('answer', '2026-03-03').rows()).toEqual(['first met 2026-03-02 2026-03-16']);
    expect(new Play(toy(chart, { deadlines }), '2026-03-02').send('leave', '2026-03-03').rows()).toEqual(['first cancelled 2026-03-02 2026-03-16']);
  });

  it('a closed case has no clock and no step left', () => {
    const play = new Play(toy({ initial: 'here', states: {
      here: { after: { first: 'end' }, on: { stop: 'end' }, invoke: { id: 'sign', src: 'sign', onDone: 'end' } }, end: { type: 'final' },
    } }, { steps: { sign: signOff(() => ({ manner: 'endorsement', order: 'parallel', textSha256: null, signers: [{ role: 'town', offices: ['mayor'] }] })) } }), '2026-03-02').send('stop', '2026-03-03');
    expect(play.state).toMatchObject({ status: 'closed', outcome: 'end' });
    expect(play.rows()).toEqual(['first cancelled 2026-03-02 2026-03-16']);
    expect(play.state.steps).toEqual([expect.objectContaining({ id: 'sign', status: 'cancelled' })]);
    expect(play.why('stop', '2026-03-03')).toEqual(['case-closed']);
    expect(play.until('2027-01-01')).toEqual([]);
  });

  it('a line of the past out of order keeps its date and starts no clock', () => {
    const chart = { initial: 'here', states: { here: { on: { go: 'there' }, meta: waiting }, there: { after: { first: 'here' } } } };
    const play = new Play(toy(chart), '2026-03-02').send('go', '2025-01-01', { source: 'imported', order: 'out-of-order' });
    expect(play.rows()).toEqual([]);
    expect(play.state).toMatchObject({ since: '2026-03-02', lastOn: '2026-03-02' });
  });
});

describe('An expiry that moves nothing', () => {
  it('is noted, and a guard may ask for it: a permission to go on', () => {
    const play = new Play(toy({ initial: 'here', states: {
      here: { after: { first: { actions: noteExpiry } }, on: { proceed: { guard: expired('first'), target: 'there' } } }, there: { meta: waiting },
    } }), '2026-03-02');
    expect(play.why('proceed', '2026-03-10')).toEqual(['expired']);
    expect(play.until('2026-03-17')).toEqual([['first', '2026-03-17']]);
    expect(play.state.envelope.value).toBe('here');
    expect(play.send('proceed', '2026-03-18', { expired: ['first'] }).state.envelope.value).toBe('there');
  });
});

describe('A step', () => {
  const chart = { initial: 'here', states: { here: { after: { first: 'late' }, invoke: { id: 'sign', src: 'sign', onDone: 'done' } }, done: { on: { back: 'here' }, meta: waiting }, late: { meta: waiting } } };
  const sign = signOff(() => ({ manner: 'endorsement', order: 'parallel', textSha256: null, signers: [{ role: 'town', offices: ['mayor'] }] }));
  const mayor = { actor: { role: 'town', office: 'mayor', institution: 'muni-16206', official: 'ana' }, data: { textSha256: null } };
  const define = () => toy(chart, { steps: { sign }, deadlines: { first: limit({ metBy: ['sign.endorse'] }) } });

  it('that ends moves the machine in the same event, and meets its deadline', () => {
    const play = new Play(define(), '2026-03-02').send('sign.endorse', '2026-03-03', mayor);
    expect(play.state).toMatchObject({ seq: 2, envelope: { value: 'done' }, since: '2026-03-03' });
    expect(play.rows()).toEqual(['first met 2026-03-02 2026-03-16']);
    expect(play.state.steps).toEqual([expect.objectContaining({ status: 'ended', output: expect.objectContaining({ outcome: 'signed' }) })]);
  });

  it('left by the expiry of its state is cancelled; entered again it begins anew', () => {
    const late = new Play(define(), '2026-03-02');
    late.until('2026-03-20');
    expect(late.state.steps).toEqual([expect.objectContaining({ status: 'cancelled' })]);
    expect(late.why('sign.endorse', '2026-03-20', mayor)).toEqual(['event-not-in-this-state']);
    const again = new Play(define(), '2026-03-02').send('sign.endorse', '2026-03-03', mayor).send('back', '2026-03-04');
    expect(again.state.steps.map(({ status, startedSeq }) => [status, startedSeq])).toEqual([['ended', 1], ['open', 3]]);
  });
});

describe('A type that is no event of the workflow', () => {
  it.each(['xstate.after.first.toy.here', 'xstate.done.actor.sign', 'constructor', '__proto__', 'constructor.sign', 'toString', '*', ''])('%j is refused as unknown', (type) => {
    const play = new Play(toy({ initial: 'here', states: { here: { after: { first: 'there' } }, there: { meta: waiting } } }), '2026-03-02');
    expect(play.why(type, '2026-03-03')).toEqual(['event-unknown']);
  });
});

describe('The order of time', () => {
  it('takes no act before the present state began, nor before the last expiry', () => {
    const play = new Play(toy({ initial: 'here', states: { here: { after: { first: { actions: noteExpiry } }, on: { go: 'there' } }, there: { on: { back: 'here' }, meta: waiting } } }), '2026-03-02');
    expect(play.why('go', '2026-03-01')).toEqual(['occurred-before-state']);
    play.until('2026-03-20');
    expect(play.why('go', '2026-03-16')).toEqual(['occurred-before-expiry']);
    expect(play.why('go', '2026-03-17')).toEqual([]);
    expect(play.why('go', '2026-03-16', { source: 'imported' })).toEqual([]);
  });
});
