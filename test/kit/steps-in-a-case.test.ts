import { possibleEvents } from '../../src/engine/core/next.js';
import { tasksOf } from '../../src/engine/core/tasks.js';
import {
  councilVoteInput, observations, opinion, outcome, votes, type Actor, type DeadlineRule, type JsonObject, type StateConfig, type StepDefinition,
} from '../../src/kit/index.js';
import { limit, Play, toy, waiting } from '../engine/core/toy.js';
import { world } from '../engine/core/story.js';

const town = 'muni-16206';
const island = 'muni-05201';
const bodies = [{ role: 'town', institution: town, offices: ['mayor'] }, { role: 'island', institution: island, offices: ['mayor'] }];
const days: DeadlineRule = limit({ unit: 'calendar', amount: 20, startsFrom: 'session', onExpiry: 'none', rollover: 'none' });
const chart: StateConfig = {
  initial: 'open',
  states: {
    open: { invoke: { id: 'step', src: 'step', onDone: [{ target: 'no', guard: outcome('rejected') }, { target: 'yes' }] }, after: { window: { actions: 'noteExpiry' } }, meta: waiting },
    yes: { type: 'final' }, no: { type: 'final' },
  },
};

/** A case with one step, opened on 2 March 2026. */
function play(step: StepDefinition, names: readonly string[]): Play {
  const deadlines = Object.fromEntries([...names, 'window'].map((name) => [name, days]));
  return new Play(toy(chart, { steps: { step }, deadlines }), '2026-03-02');
}

function by(institution: string, office: string): { readonly actor: Actor } {
  return { actor: { role: institution === town ? 'town' : 'island', office, institution, official: `${office}.${institution}` } };
}

const said = (institution: string, data: JsonObject, office = 'mayor'): { readonly data: JsonObject; readonly actor: Actor } => ({ data, ...by(institution, office) });

/** Deadlines of the step, by body. */
function clocks({ state }: Play): readonly string[] {
  return state.deadlines.filter(({ name }) => name !== 'window').map(({ subject, institution, status, due }) => `${subject} ${institution} ${status} ${due ?? '-'}`);
}

function tasks({ definition, state }: Play, on: string): readonly string[] {
  return tasksOf(definition, state, on).map(({ name, institution }) => `${name} ${institution}`);
}

describe('Two concejos that vote in one case', () => {
  const both = votes((_context, event) => ({
    bodies: bodies.map(({ role, institution }) => ({ role, institution, input: councilVoteInput(event, { role, institution }) })), deadline: 'councilTerm', onSilence: 'approved',
  }));
  const certificate = { sitting: '2026-03-05', call: 'first', inOffice: 10, present: 10, presidedBy: 'head', inFavour: 11, against: 0, abstentions: [] };

  it('each has its own acts, tasks and clock; the silence of the last one approves', () => {
    const votesOfBoth = play(both, ['councilTerm']);
    votesOfBoth.send('step.present', '2026-03-04', said(town, { sitting: '2026-03-04' })).send('step.present', '2026-03-05', said(island, { sitting: '2026-03-05' }));
    expect(clocks(votesOfBoth)).toEqual([`${town} ${town} running 2026-03-24`, `${island} ${island} running 2026-03-25`]);
    votesOfBoth.send('step.certify', '2026-03-05', said(town, certificate, 'council-secretary'));
    expect(tasks(votesOfBoth, '2026-03-06')).toEqual([`step.certify ${island}`]);
    expect(votesOfBoth.why('step.certify', '2026-03-06', said(town, certificate, 'council-secretary'))).toEqual(['vote-already-decided']);
    expect(votesOfBoth.until('2026-03-26')).toEqual([['window', '2026-03-23'], ['councilTerm', '2026-03-26']]);
    expect(votesOfBoth.state).toMatchObject({ status: 'closed', outcome: 'yes', steps: [{ output: { result: { bodies: { [town]: 'approved', [island]: 'silence' } } } }] });
  });

  it('the rejection of one ends the votes of all, and their clocks', () => {
    const rejected = play(both, ['councilTerm']).send('step.present', '2026-03-04', said(town, { sitting: '2026-03-04' }))
      .send('step.certify', '2026-03-05', said(island, { ...certificate, inFavour: 0, against: 11 }, 'council-secretary'));
    expect(rejected.state).toMatchObject({ status: 'closed', outcome: 'no' });
    expect(clocks(rejected)).toEqual([`${town} ${town} cancelled 2026-03-24`]);
  });
});

describe('The opinions of two bodies in one case', () => {
  const asked = opinion(() => ({ requester: { town: ['planner'] }, bodies, deadline: 'opinionTerm' }));

  it('run from each receipt; the end of one is a permission, and the case goes on', () => {
    const opinions = play(asked, ['opinionTerm']).send('step.ask', '2026-03-03', said(town, { institution: island, receivedOn: '2026-03-02' }, 'planner'))
      .send('step.ask', '2026-03-03', said(town, { institution: town, receivedOn: '2026-03-03' }, 'planner'));
    expect(clocks(opinions)).toEqual([`${island} ${island} running 2026-03-22`, `${town} ${town} running 2026-03-23`]);
    expect(tasks(opinions, '2026-03-04')).toEqual([`step.give ${town}`, `step.give ${island}`]);
    opinions.send('step.give', '2026-03-10', said(town, { position: 'favourable' }));
    expect(opinions.why('step.conclude', '2026-03-20', said(town, {}, 'planner'))).toEqual(['opinion-still-running']);
    opinions.until('2026-03-24');
    expect(opinions.state.status).toBe('open');
    expect(clocks(opinions)).toEqual([`${island} ${island} expired 2026-03-22`, `${town} ${town} met 2026-03-23`]);
    opinions.send('step.give', '2026-03-24', said(island, { position: 'unfavourable', text: 'Fuera de su competencia' }));
    expect(opinions.why('step.conclude', '2026-03-24', said(town, {}, 'planner'))).toEqual(['opinion-unanswered']);
    opinions.send('step.answer', '2026-03-24', said(town, { institution: island, reason: 'La ley lo encarga' }, 'planner')).send('step.conclude', '2026-03-24', said(town, {}, 'planner'));
    expect(opinions.state).toMatchObject({ outcome: 'yes', steps: [{ output: { result: { given: 2, expired: 0, unfavourable: 1 } } }] });
  });

  it('show the requester what could be done now, and what keeps it from concluding', () => {
    const { definition, state } = play(asked, ['opinionTerm']);
    const possible = possibleEvents(definition, state, { on: '2026-03-03', at: '2026-03-03T15:00:00.000Z', law: {} }, world);
    expect(possible.map(({ event, why }) => [event, why.map(({ code }) => code)])).toEqual([['step.ask', []], ['step.conclude', ['opinion-not-asked']]]);
  });
});

describe('The observations of a consultation whose window is a deadline of the case', () => {
  const consulted = observations((_context, event) =>
    ({ filedBy: { town: ['clerk'] }, answeredBy: { town: ['mayor'] }, window: event.expired.includes('window') ? 'closed' : 'open' }));
  const filing = { author: 'Junta de vecinos', point: 'ZU-3', text: 'Cuatro pisos dejan la plaza sin sol' };

  it('come in until it ends, and are answered after', () => {
    const consultation = play(consulted, []).send('step.file', '2026-03-10', said(town, filing, 'clerk'));
    expect(consultation.why('step.conclude', '2026-03-10', said(town, {}))).toEqual(['observations-window-open', 'observations-unanswered']);
    consultation.until('2026-03-24');
    const expired = { expired: ['window'] };
    expect(consultation.why('step.file', '2026-03-24', { ...said(town, filing, 'clerk'), ...expired })).toEqual(['observations-window-closed']);
    consultation.send('step.answer', '2026-03-24', { ...said(town, { observation: 1, decision: 'rejected', reason: 'La plaza conserva su sol' }), ...expired });
    consultation.send('step.conclude', '2026-03-24', { ...said(town, {}), ...expired });
    expect(consultation.state).toMatchObject({ outcome: 'yes', steps: [{ output: { result: { filed: 1, accepted: 0, rejected: 1 } } }] });
  });
});
