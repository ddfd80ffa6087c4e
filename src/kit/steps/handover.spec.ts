import { eventOf, exploreStep } from '../../../test/kit/explore-step.js';
import type { CaseEvent } from '../case-event.js';
import { handoverLogic } from './handover.js';
import type { HandedOver, HandoverInput, HandoverState } from './handover-state.js';
import { isRefusal, type StepChange } from './step.js';

const input: HandoverInput = {
  giver: { ministry: ['head'] }, receiver: { region: ['governor'] }, funding: 'required',
  items: [{ id: 'budget', needs: 'line' }, { id: 'goods', needs: 'value' }, { id: 'staff' }],
};
const free: HandoverInput = { ...input, funding: 'free' };
const presented = {
  budget: { item: 'budget', detail: 'Presupuesto del año', line: '24-03-100' },
  goods: { item: 'goods', detail: 'Según inventario', value: 120_000_000 },
  staff: { item: 'staff', detail: 'Doce funcionarios' },
} as const;
const councils = { reason: 'El consejo lo asume por un año', councilAgreement: 'Acuerdo 45' };

type Item = keyof typeof presented;
type Said = readonly [act: string, what?: Item | object];

function dataOf(act: string, what: Item | object): object {
  if (typeof what === 'object') return what;
  if (act === 'present') return presented[what];
  const why = act === 'refuse' ? { reasons: 'Faltan vehículos' } : act === 'dispense' ? { reason: 'Nunca los hubo' } : {};
  return { item: what, ...why };
}

const started = (terms = input): HandoverState => handoverLogic.start(terms, eventOf('start', {}, '2026-03-02')).state;

/** What happened in turn: the last change, or the refusal's codes. */
function after(terms: HandoverInput, ...said: readonly Said[]): StepChange<HandoverState> | string {
  let change: StepChange<HandoverState> = { state: started(terms) };
  for (const [act, what = act === 'override' ? councils : {}] of said) {
    const next = handoverLogic.apply({ state: change.state, act, event: eventOf(`handover.${act}`, dataOf(act, what) as CaseEvent['data'], '2026-03-20'), input: terms });
    if (isRefusal(next)) return next.refused.map((one) => one.code).join(', ');
    change = next;
  }
  return change;
}

function told(terms: HandoverInput, ...said: readonly Said[]): string {
  const change = after(terms, ...said);
  return typeof change === 'string' ? change : (change.done?.outcome ?? 'open');
}

function seen(item: Item, ...said: readonly Said[]): HandedOver | undefined {
  const change = after(input, ...said);
  return typeof change === 'string' ? undefined : change.state.items.find(({ id }) => id === item);
}

function completedAfter(...said: readonly Said[]): unknown {
  const change = after(input, ...said);
  return typeof change === 'string' ? change : handoverLogic.apply({ state: change.state, act: 'complete', event: eventOf('complete', {}, '2026-03-20'), input });
}

function expectedAfter(...said: readonly Said[]): readonly string[] {
  const change = after(input, ...said);
  const state = typeof change === 'string' ? started() : change.state;
  return handoverLogic.open(state, { today: '2026-03-20', input, law: {} }).filter(({ expected }) => expected).map(({ act }) => act);
}

const handed = (...items: readonly Item[]): readonly Said[] => items.flatMap((item): readonly Said[] => [['present', item], ['accept', item]]);

describe('A hand-over', () => {
  it('is complete when every item was presented and accepted', () => {
    expect(told(input, ...handed('budget', 'goods'), ['complete'])).toBe('handover-items-open');
    expect(told(input, ...handed('budget', 'goods'), ['present', 'staff'], ['complete'])).toBe('handover-items-open');
    expect(after(input, ...handed('budget', 'goods', 'staff'), ['complete'])).toMatchObject({ done: { outcome: 'complete', result: { items: 3, dispensed: 0, funding: 'line' } } });
  });

  it('names what is missing and whose turn it is', () => {
    expect(completedAfter(...handed('budget', 'goods'))).toEqual({ refused: [{ code: 'handover-items-open', params: { items: 'staff' }, unblockedBy: { ministry: ['head'] } }] });
    expect(completedAfter(...handed('budget', 'goods'), ['present', 'staff'])).toMatchObject({ refused: [{ unblockedBy: { region: ['governor'] } }] });
  });

  it('says what each item is worth, or which line pays for it, where that is asked', () => {
    expect(told(input, ['present', { item: 'goods', detail: 'Según inventario' }])).toBe('handover-item-without-value');
    expect(told(input, ['present', { item: 'budget', detail: 'Presupuesto' }])).toBe('handover-item-without-line');
    expect(told(input, ['present', { item: 'debts', detail: 'Ninguna' }])).toBe('handover-item-unknown');
  });

  it('is refused item by item, with reasons, and presented again', () => {
    expect(seen('goods', ['present', 'goods'], ['refuse', 'goods'])).toMatchObject({ status: 'refused', reasons: 'Faltan vehículos' });
    expect(seen('goods', ['present', 'goods'], ['refuse', 'goods'], ['present', 'goods'])).toMatchObject({ status: 'presented', reasons: null });
    expect(told(input, ['accept', 'goods'])).toBe('handover-item-not-presented');
    expect(told(input, ['refuse', 'goods'])).toBe('handover-item-not-presented');
    expect(told(input, ['present', 'goods'], ['refuse', 'goods'], ['accept', 'goods'])).toBe('handover-item-not-presented');
    expect(told(input, ['present', 'goods'], ['refuse', 'goods'], ['refuse', 'goods'])).toBe('handover-item-not-presented');
  });

  it('is not changed behind the receiver’s back: what was accepted has to be refused first', () => {
    expect(told(input, ...handed('goods'), ['present', 'goods'])).toBe('handover-item-already-accepted');
    expect(told(input, ...handed('goods'), ['dispense', 'goods'])).toBe('handover-item-already-accepted');
    expect(seen('goods', ...handed('goods'), ['refuse', 'goods'], ['present', { ...presented.goods, value: 90_000_000 }], ['accept', 'goods'])).toMatchObject({ status: 'accepted', value: 90_000_000 });
  });

  it('may leave out what does not apply, if the receiver accepts that too', () => {
    expect(told(input, ...handed('budget', 'goods'), ['dispense', 'staff'], ['complete'])).toBe('handover-items-open');
    expect(after(input, ...handed('budget', 'goods'), ['dispense', 'staff'], ['accept', 'staff'], ['complete'])).toMatchObject({ done: { result: { dispensed: 1 } } });
  });
});

describe('A function without funds (LOC 18.695 art. 5)', () => {
  const unfunded: readonly Said[] = [['dispense', 'budget'], ['accept', 'budget'], ...handed('goods', 'staff')];

  it('is not handed over', () => {
    expect(told(input, ...unfunded, ['complete'])).toBe('handover-unfunded');
    expect(told(input, ['complete'])).toBe('handover-items-open, handover-unfunded');
    expect(told({ ...input, items: [{ id: 'staff' }] }, ...handed('staff'), ['complete'])).toBe('handover-unfunded');
  });

  it('by the line of another item neither', () => {
    const elsewhere: readonly Said[] = [['dispense', 'budget'], ['accept', 'budget'], ['present', { ...presented.goods, line: '29-03' }], ['accept', 'goods'], ...handed('staff')];
    expect(told(input, ...elsewhere, ['complete'])).toBe('handover-unfunded');
    expect(told(input, ['present', 'budget'], ...unfunded, ['complete'])).toBe('handover-unfunded');
  });

  it('is put to the receiver when nothing else is missing', () => {
    expect(expectedAfter()).toEqual(['present']);
    expect(expectedAfter(...unfunded)).toEqual(['override']);
    expect(expectedAfter(...unfunded, ['override'])).toEqual(['complete']);
    expect(expectedAfter(...handed('budget', 'goods', 'staff'))).toEqual(['complete']);
  });

  it('unless the receiver takes it expressly, by agreement of its council', () => {
    expect(after(input, ...unfunded, ['override'], ['complete'])).toMatchObject({ done: { outcome: 'complete', result: { funding: 'override' } } });
    expect(handoverLogic.acts['override']?.safeParse({ reason: 'El consejo lo asume' }).success).toBe(false);
  });

  it('is nobody’s question where the law asks no funds', () => {
    expect(after(free, ...unfunded, ['complete'])).toMatchObject({ done: { result: { funding: 'free' } } });
    expect(told(free, ['override'])).toBe('handover-funding-not-required');
  });
});

describe('Hand-overs, explored', () => {
  it.each([['with funds required', input], ['without', free]] as const)('%s: whoever is expected can act, somebody always is, and it always ends', (_name, terms) => {
    const walked = exploreStep({ logic: handoverLogic, inputs: [terms], abstract: itemsAlike });
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], outcomes: ['complete'] });
    expect(walked.acts).toEqual(['accept', 'complete', 'dispense', ...(terms === input ? ['override'] : []), 'present', 'refuse']);
    expect(walked.refused).toEqual({ complete: terms === input ? ['handover-items-open', 'handover-unfunded'] : ['handover-items-open'] });
  });

  it('may be completed by either side', () => {
    const complete = handoverLogic.open(started(), { today: '2026-03-20', input, law: {} }).find(({ act }) => act === 'complete');
    expect(complete?.by).toEqual({ ministry: ['head'], region: ['governor'] });
  });
});

/** Not what is handed over, nor when, but whether it says anything and whether a line pays for it. */
function itemsAlike({ items, override }: HandoverState): unknown {
  return [items.map(({ status, detail, line }) => [status, detail === null, line === null]), override !== null];
}
