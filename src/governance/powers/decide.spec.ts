import * as fc from 'fast-check';
import { type Act, type Appointment, type Delegation, type InstitutionPowers, attributes, inExercise, powersFor, powersOfOffice } from './decide.js';

const resolve: Act = { workflow: 'fndr-transfer', event: 'agreement.resolve', offices: ['governor'] };
const day = '2026-05-15';

const appointment = (official: string, more: Partial<Appointment> = {}): Appointment => ({
  official, institution: 'gore-16', office: 'governor', capacity: 'holder', order: 0, from: '2025-01-06', to: null, act: 'Acta de proclamación', ...more,
});
const delegation = (more: Partial<Delegation> = {}): Delegation => ({
  id: 'd1', institution: 'gore-16', office: 'governor', delegateOfficial: null, delegateOffice: 'administrator', attribution: 'fndr-transfer:agreement.*',
  kind: 'delegate', from: '2026-01-01', to: '2026-12-31', revokedOn: null, instrument: { kind: 'resolución', number: '12', date: '2025-12-20' }, ...more,
});
const ana = appointment('ana');
const beto = appointment('beto', { office: 'administrator' });
const gore = (more: readonly Appointment[] = [], delegations: readonly Delegation[] = []): InstitutionPowers => ({ appointments: [ana, beto, ...more], delegations });

/** Who may resolve, as `official:kind`, on the day. */
const who = (institution: InstitutionPowers, on = day, act: Act = resolve) =>
  powersOfOffice(institution, 'governor', act, on).map(({ official, kind }) => `${official}:${kind}`);

describe('who may act in the right of an office', () => {
  const absence = { from: '2026-05-11', to: '2026-05-22' };
  const suplente = appointment('carla', { capacity: 'suplente', ...absence });
  const second = appointment('dina', { capacity: 'subrogante', order: 2, ...absence });
  const first = appointment('elio', { capacity: 'subrogante', order: 1, ...absence });
  it.each<[string, InstitutionPowers, string, string[]]>([
    ['the holder, from the first day', gore(), '2025-01-06', ['ana:holder']],
    ['nobody before the appointment', gore(), '2025-01-05', []],
    ['the holder on the last day', { appointments: [appointment('ana', { to: day })], delegations: [] }, day, ['ana:holder']],
    ['nobody after it', { appointments: [appointment('ana', { to: '2026-05-14' })], delegations: [] }, day, []],
    ['of two titulars the later', gore([appointment('zoe', { from: '2026-05-01' })]), day, ['zoe:holder']],
    ['the suplente while the titular does not serve', gore([suplente]), day, ['carla:suplente']],
    ['the titular again afterwards', gore([suplente]), '2026-05-23', ['ana:holder']],
    ['the subrogante by law alone: Ley 18.834 art. 80', gore([first]), day, ['elio:subrogante']],
    ['the first in the order of subrogation', gore([second, first]), day, ['elio:subrogante']],
    ['no subrogante beside a suplente: Ley 18.834 art. 79', gore([suplente, first]), day, ['carla:suplente']],
    ['a subrogante where there is no titular at all', { appointments: [first], delegations: [] }, day, ['elio:subrogante']],
    ['the delegate alone: Ley 18.575 art. 41', gore([], [delegation()]), day, ['beto:delegate']],
    ['the delegator again after revoking', gore([], [delegation({ revokedOn: day })]), day, ['ana:holder']],
    ['the delegate until the eve of the revocation', gore([], [delegation({ revokedOn: '2026-05-16' })]), day, ['beto:delegate']],
    ['the delegator when the term is over', gore([], [delegation({ to: '2026-05-14' })]), day, ['ana:holder']],
    ['the delegator for what was not delegated', gore([], [delegation({ attribution: 'fndr-transfer:account.*' })]), day, ['ana:holder']],
    ['not the substitute either: the office delegated it', gore([suplente], [delegation()]), day, ['beto:delegate']],
    ['the delegate, also while subrogating the delegator', gore([appointment('beto', { capacity: 'subrogante', order: 1 })], [delegation()]), day, ['beto:delegate']],
    ['both when signing by order: it moves no responsibility', gore([], [delegation({ kind: 'by-order' })]), day, ['ana:holder', 'beto:by-order']],
    ['nobody by order of an office nobody exercises', { appointments: [beto], delegations: [delegation({ kind: 'by-order' })] }, day, []],
    ['nobody by order of who delegated it', gore([appointment('fito', { office: 'legal' })], [delegation(), delegation({ kind: 'by-order', delegateOffice: 'legal' })]), day, ['beto:delegate']],
    ['nobody when the delegate left the institution: art. 41 b', gore([], [delegation({ delegateOffice: null, delegateOfficial: 'gil' })]), day, []],
    ['whoever exercises the delegate office', gore([appointment('hugo', { office: 'administrator', capacity: 'suplente', ...absence })], [delegation()]), day, ['hugo:delegate']],
  ])('%s', (_name, institution, on, expected) => {
    expect(who(institution, on)).toEqual(expected);
  });

  it('a mayor’s delegate may be no official at all: LOC 18.695 arts 63 j, 68', () => {
    const mayors = { appointments: [appointment('ana', { office: 'mayor' })], delegations: [delegation({ office: 'mayor', delegateOffice: null, delegateOfficial: 'vecina' })] };
    expect(powersOfOffice(mayors, 'mayor', resolve, day)).toMatchObject([{ official: 'vecina', kind: 'delegate', basis: expect.stringContaining('arts 63 j, 68') }]);
  });

  it('says in whose right, by which act and since when', () => {
    expect(powersFor(gore([], [delegation()]), 'beto', resolve, day)).toEqual([{
      kind: 'delegate', office: 'governor', institution: 'gore-16', official: 'beto',
      onBehalfOf: { office: 'governor', institution: 'gore-16', official: 'ana' }, basis: 'Ley 18.575 art. 41',
      instrument: { kind: 'resolución', number: '12', date: '2025-12-20' }, from: '2026-01-01', to: '2026-12-31',
    }]);
  });

  it('finds one power per office of the act, the strongest', () => {
    const act = { ...resolve, offices: ['governor', 'administrator'] };
    const orders = [delegation({ kind: 'by-order' }), delegation({ id: 'd2', kind: 'by-order' })];
    expect(powersFor(gore([], orders), 'beto', act, day).map(({ office, kind }) => [office, kind])).toEqual([['governor', 'by-order'], ['administrator', 'holder']]);
  });
});

describe('what an attribution covers', () => {
  it.each([
    ['fndr-transfer:agreement.resolve', true],
    ['fndr-transfer:agreement.*', true],
    ['fndr-transfer:*', true],
    ['*:agreement.resolve', true],
    ['fndr-transfer:agree.*', false],
    ['fndr-transfer:agreement', false],
    ['plan-regulador:*', false],
  ])('%s → %s', (pattern, covered) => {
    expect(attributes(pattern, resolve)).toBe(covered);
  });
});

/** The statute's words, told once more and otherwise than the code under test. */
function inForce({ kind, from, to, revokedOn }: Delegation, on: string): boolean {
  return kind === 'delegate' && from <= on && (to === null || on <= to) && (revokedOn === null || on < revokedOn);
}

describe('for any appointments and delegations', () => {
  const dayOfMay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`);
  const person = fc.constantFrom('ana', 'beto', 'carla', 'dina');
  const period = fc.record({ from: dayOfMay, to: fc.option(dayOfMay, { nil: null }) });
  const anyAppointment = fc.tuple(person, fc.constantFrom('governor', 'administrator'), fc.constantFrom('holder' as const, 'suplente' as const, 'subrogante' as const), fc.integer({ min: 0, max: 3 }), period)
    .map(([official, office, capacity, order, dates]) => appointment(official, { office, capacity, order, ...dates }));
  const anyDelegation = fc.tuple(fc.constantFrom('delegate' as const, 'by-order' as const), fc.option(person, { nil: null }), fc.option(dayOfMay, { nil: null }), period)
    .map(([kind, delegateOfficial, revokedOn, dates]) => delegation({ kind, delegateOfficial, delegateOffice: delegateOfficial ? null : 'administrator', revokedOn, ...dates }));
  const anything = fc.record({ appointments: fc.array(anyAppointment, { maxLength: 6 }), delegations: fc.array(anyDelegation, { maxLength: 3 }) });

  it('the delegator is blocked exactly while a delegation is in force', () => {
    fc.assert(fc.property(anything, dayOfMay, (institution, on) => {
      const acting = inExercise(institution.appointments, 'governor', on);
      const own = powersOfOffice(institution, 'governor', resolve, on).some(({ kind, official }) => official === acting?.official && !['delegate', 'by-order'].includes(kind));
      const blocked = institution.delegations.some((each) => inForce(each, on));
      expect(own).toBe(acting !== undefined && !blocked);
    }));
  });

  it('at most one person acts by the office itself, and nobody in two capacities', () => {
    fc.assert(fc.property(anything, dayOfMay, (institution, on) => {
      const powers = powersOfOffice(institution, 'governor', resolve, on);
      expect(powers.filter(({ kind }) => kind !== 'delegate' && kind !== 'by-order').length).toBeLessThanOrEqual(1);
      for (const official of ['ana', 'beto', 'carla', 'dina']) expect(powersFor(institution, official, resolve, on).length).toBeLessThanOrEqual(1);
    }));
  });

  it('every power is in force on the day it is used', () => {
    fc.assert(fc.property(anything, dayOfMay, (institution, on) => {
      for (const power of powersOfOffice(institution, 'governor', resolve, on)) {
        expect(power.from <= on && (power.to === null || on <= power.to)).toBe(true);
      }
    }));
  });
});
