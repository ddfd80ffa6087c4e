import { catalogue } from '../../../workflows/catalogue.js';
import { exampleParticipants } from '../../cases/outline/example.js';
import { demonstrationWorld } from './demonstration-world.js';
import { Session, type Answer } from './session.js';
import { typed } from './typed.js';
import { WalkFault } from './walk-fault.js';
import { begin, type Country, type Stand } from './walking.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

type View = Readonly<Record<string, unknown>> & {
  readonly on: string; readonly seq: number; readonly state: readonly string[]; readonly status: string; readonly outcome: string | null;
  readonly next: readonly { readonly n: number; readonly event: string; readonly allowed: boolean; readonly leadsTo: readonly string[]; readonly offices: readonly string[] }[];
  readonly deadlines: readonly (Readonly<Record<string, unknown>> & { readonly ifSilent: { readonly on: string; readonly state: readonly string[] } | null })[];
};

function walking(name = 'fndr-transfer', on = '2026-03-02', language: 'es' | 'en' = 'en'): Session {
  const definition = catalogue.find((one) => one.name === name)!;
  const participants = exampleParticipants(definition);
  const country: Country = { definition, language, ...demonstrationWorld(definition, participants, definition.opening.example.territory) };
  return new Session(country, begin(country, definition.opening.example, participants, on) as Stand);
}
const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
const view = ({ json }: Answer): View => json as View;
const after = (session: Session, ...lines: readonly string[]): View => lines.map((line) => view(session.answer(line))).at(-1)!;

describe('A walk', () => {
  it('goes from event to event by number, by type, or by office', () => {
    const session = walking();
    expect(after(session, '1')).toMatchObject({ state: ['approval.coreVote'], seq: 2, did: { event: 'proposal.present', by: 'governor.gore-16' } });
    expect(after(session, 'coreVote.except @legal {"reason":"other","basis":"Marco aprobado"}')).toMatchObject({ did: { by: 'legal.gore-16', data: { reason: 'other', basis: 'Marco aprobado' } } });
    expect(after(session, 'allocation.resolve @budget.gore-16 {"nature":"afecta"}')).toMatchObject({ state: ['approval.allocation.entry'] });
  });

  it('tells of each open deadline what silence does, and does it when its day is past', () => {
    const session = walking();
    const [deadline] = after(session, 'proposal.present').deadlines;
    expect(deadline).toMatchObject({ name: 'coreVote', due: '2026-04-01', alternative: '2026-04-14', ifSilent: { on: '2026-04-15', state: ['approval.allocation.resolving'], moves: 'state', ends: null } });
    expect(after(session, '2026-04-14')).toMatchObject({ state: ['approval.coreVote'], seq: 2, expired: [] });
    expect(after(session, '+1')).toMatchObject({ on: '2026-04-15', state: ['approval.allocation.resolving'], seq: 3, expired: [{ deadline: 'coreVote', on: '2026-04-15', effect: 'the proposal stands' }] });
  });

  it('counts by the seat of the body that must act, with the dated values of the demonstration', () => {
    const session = walking();
    after(session, 'proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish {"amount":20000000}');
    expect(view(session.show()).state).toEqual(['approval.signature']);
    expect(after(session, 'u', 'draft.finish {"amount":60000000}').state).toEqual(['approval.councilVote']);
  });

  it('goes back as far as it came', () => {
    const session = walking();
    const first = view(session.show());
    after(session, '1', '+40', 'u', 'u');
    expect(view(session.show())).toEqual(first);
    expect(session.answer('u')).toMatchObject({ result: 'refused', text: 'There is nothing to undo.' });
  });

  it.each([
    ['9', /no event 9/], ['1 @mayor', /cannot do this. Those who can: governor\.gore-16/], ['1 {"x"', /JSON is not understood/], ['2026-02-30', /not a day/], ['2026-01-01', /only goes forward/],
    ['dance', /not understood/], ['coreVote.certify', /Not taken:\n  .*Certify the vote of the CORE/], ['proposal.present {"remarks":5}', /remarks: /], ['nothing.at-all', /./], ['case.opened', /./], ['deadline.expired', /./], ['xstate.done', /./],
  ])('answers %j with a sentence and stays where it is', (line, sentence) => {
    const session = walking();
    const before = session.show();
    const { result, text, json } = session.answer(line);
    expect(result).toBe('refused');
    expect(text).toMatch(sentence);
    expect(json).toMatchObject({ refused: [{ code: expect.any(String), message: expect.any(String) }] });
    expect(session.show()).toEqual(before);
  });

  it('says what may happen, what may not and why, and explains an event', () => {
    const session = walking();
    after(session, 'proposal.present', 'coreVote.except', 'allocation.resolve');
    expect(session.answer('? 1').text).toMatch(/^Finish the text \(draft\.finish\)[\s\S]*Example: \{"kind"[\s\S]*Fields:\n {2}kind: /);
    expect(session.show().text).toMatch(/May happen\n {3}1 {2}Finish the text: legal\.gore-16, investment\.gore-16 {2}→ leads to Agreement of the municipal council {2}\{"kind":"transfer"\}/);
    expect(session.answer('h').text).toContain('moves the clock forward');
    expect(session.answer('q').result).toBe('quit');
  });

  it('extends a running deadline, and refuses what its rule forbids', () => {
    const session = walking();
    after(session, 'proposal.present', 'coreVote.except', 'allocation.resolve {"nature":"afecta"}', 'allocation.enter');
    const extension = 'deadline.extended {"deadline":"allocationReview","amount":5,"reason":"Complejidad","basis":"Ley 10.336 art. 10"}';
    expect(after(session, extension).deadlines[0]).toMatchObject({ name: 'allocationReview', due: '2026-03-30' });
    expect(session.answer(extension.replace('5', '50'))).toMatchObject({ result: 'refused' });
  });
});

describe.each(catalogue.map(({ name }) => name))('A walk through %s', (name) => {
  it('reaches an end with what it offers alone, in both languages', () => {
    const [session, spanish] = [walking(name), walking(name, '2026-03-02', 'es')];
    const times = new Map<string, number>();
    for (let step = 0; step < 600 && view(session.show()).status === 'open'; step += 1) {
      const { next, state } = view(session.show());
      const ways = next.filter(({ allowed, offices }) => allowed && offices.length > 0).map(({ n, event, offices, leadsTo }) => ({ line: String(n), key: `${state.join()} ${event} ${leadsTo.join()} ${JSON.stringify(offices)}` }));
      // What was done least often comes next, so that no loop holds it for ever.
      const [{ line, key }] = [...ways, { line: '+20', key: `${state.join()} wait` }].toSorted((one, other) => (times.get(one.key) ?? 0) - (times.get(other.key) ?? 0));
      times.set(key, (times.get(key) ?? 0) + 1);
      expect([line, session.answer(line).result]).toEqual([line, 'done']);
      expect(spanish.answer(line).text).not.toMatch(/undefined|\[object|\{\w+\}/);
    }
    expect(view(session.show())).toMatchObject({ status: 'closed', outcome: expect.any(String), next: [], tasks: [], deadlines: [] });
  });
});

it('says everything in both languages, with the same holes', () => {
  expect(Object.keys(en)).toEqual(Object.keys(es));
  for (const key of Object.keys(es) as (keyof typeof es)[]) expect([key, holes(en[key])]).toEqual([key, holes(es[key])]);
});

it('understands what is typed', () => {
  expect(typed(' 3 @mayor.muni-16101 {"a":1} ', '2026-03-02')).toEqual({ does: 'event', which: 3, office: 'mayor.muni-16101', data: { a: 1 } });
  expect(typed('+10', '2026-02-25')).toEqual({ does: 'wait', until: '2026-03-07' });
  expect(typed('?2', '2026-02-25')).toEqual({ does: 'explain', which: 2 });
  expect(typed('', '2026-02-25')).toEqual({ does: 'show' });
  expect(() => typed('+99999999', '2026-02-25')).toThrow(WalkFault);
});
