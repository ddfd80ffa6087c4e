import { articlesOf, type PowerKind } from './capacities.js';

/**
 * Which powers an official has for an act of an institution on a day. At most one per office: the strongest.
 * Pure: the caller hands over the institution's appointments and delegations.
 */
export function powersFor(institution: InstitutionPowers, official: string, act: Act, on: string): readonly Power[] {
  return act.offices.flatMap((office) => powersOfOffice(institution, office, act, on).filter((power) => power.official === official).slice(0, 1));
}

/** Everybody who may do the act in the right of one office that day, strongest power first. */
export function powersOfOffice(institution: InstitutionPowers, office: string, act: Attribution, on: string): readonly Power[] {
  const acting = inExercise(institution.appointments, office, on);
  const delegations = delegationsInForce(institution.delegations, office, act, on);
  if (delegations.some((delegation) => delegation.kind === 'delegate')) {
    // Ley 18.575 art. 41: "El delegante no podrá ejercer la competencia delegada sin que previamente revoque".
    // Who may not do it himself cannot have it signed by his order either.
    return delegations.filter(({ kind }) => kind === 'delegate').flatMap((delegation) => delegated(institution, delegation, acting, on));
  }
  if (!acting) return [];
  return [ofAppointment(acting), ...delegations.flatMap((delegation) => delegated(institution, delegation, acting, on))];
}

/**
 * The one person who exercises an office on a day, whatever the act, or undefined when nobody does.
 *
 * A *suplente* is appointed because the titular does not serve, a *subrogante* takes over by law alone when neither
 * titular nor suplente serves (Ley 18.834 art. 79; mayor: LOC 18.695 art. 62). Their appointments are therefore the
 * periods of the titular's absence: while one runs, the titular is not in exercise. Among subrogantes the first in
 * order acts (art. 80, or the other order of art. 81). Of two titulars the later appointment replaced the earlier.
 */
export function inExercise(appointments: readonly Appointment[], office: string, on: string): Appointment | undefined {
  const serving = appointments.filter((appointment) => appointment.office === office && covers(appointment, on));
  const ranked = (capacity: Appointment['capacity']) => serving.filter((each) => each.capacity === capacity);
  return ranked('suplente').toSorted(latestFirst)[0] ?? ranked('subrogante').toSorted(byOrder)[0] ?? ranked('holder').toSorted(latestFirst)[0];
}

/** Delegations of an office that cover the act and are neither ended nor revoked that day. */
export function delegationsInForce(delegations: readonly Delegation[], office: string, act: Attribution, on: string): readonly Delegation[] {
  return delegations.filter((delegation) => delegation.office === office && isInForce(delegation, on) && attributes(delegation.attribution, act));
}

export function isInForce(delegation: Delegation, on: string): boolean {
  return covers(delegation, on) && (delegation.revokedOn === null || on < delegation.revokedOn);
}

/** `fndr-transfer:agreement.resolve`, `fndr-transfer:agreement.*`, `fndr-transfer:*`, `*:agreement.resolve`. */
export function attributes(pattern: string, act: Attribution): boolean {
  const [workflow, event] = pattern.split(':');
  return (workflow === '*' || workflow === act.workflow) && includesEvent(event, act.event);
}

export function covers(period: { readonly from: string; readonly to: string | null }, on: string): boolean {
  return period.from <= on && (period.to === null || on <= period.to);
}

/** An act of a workflow: `workflow` is its name, `event` the event's type. */
export interface Attribution {
  readonly workflow: string;
  readonly event: string;
}

/** An act and the offices that the definition lets do it. */
export interface Act extends Attribution {
  readonly offices: readonly string[];
}

/** One person in one office, from a day to a day (both included; `to` null: without end). */
export interface Appointment {
  readonly official: string;
  readonly institution: string;
  readonly office: string;
  readonly capacity: 'holder' | 'suplente' | 'subrogante';
  /** Place in the order of subrogation, 1 first; 0 for holders and suplentes. */
  readonly order: number;
  readonly from: string;
  readonly to: string | null;
  /** The appointing act, or what stands for it. */
  readonly act: string;
}

/** An attribution that an office gave to an official, or to whoever exercises another office of the institution. */
export interface Delegation {
  readonly id: string;
  readonly institution: string;
  readonly office: string;
  readonly delegateOfficial: string | null;
  readonly delegateOffice: string | null;
  readonly attribution: string;
  readonly kind: 'delegate' | 'by-order';
  readonly from: string;
  readonly to: string | null;
  /** From this day on the delegator has it back. */
  readonly revokedOn: string | null;
  readonly instrument: DelegationInstrument;
}

export interface DelegationInstrument {
  readonly kind: string;
  readonly number: string;
  readonly date: string;
}

export interface InstitutionPowers {
  readonly appointments: readonly Appointment[];
  readonly delegations: readonly Delegation[];
}

/** The proof that an official may do an act in the right of an office on a day; it travels in the event. */
export interface Power {
  readonly kind: PowerKind;
  /** The office in whose right the act is done: for a delegate, the delegator's. */
  readonly office: string;
  readonly institution: string;
  readonly official: string;
  /** Whose attribution or signature it is, when it is not the official's own office. */
  readonly onBehalfOf?: { readonly office: string; readonly institution: string; readonly official: string | null };
  readonly basis: string;
  readonly instrument?: DelegationInstrument;
  readonly from: string;
  readonly to: string | null;
}

/** The power that comes with exercising an office. */
export function ofAppointment(acting: Appointment): Power {
  const { capacity, office, institution, official, from, to, act } = acting;
  return { kind: capacity, office, institution, official, basis: `${articlesOf(capacity, office)}; ${act}`, from, to };
}

function delegated(institution: InstitutionPowers, delegation: Delegation, acting: Appointment | undefined, on: string): readonly Power[] {
  const official = delegation.delegateOfficial ?? inExercise(institution.appointments, delegation.delegateOffice ?? '', on)?.official;
  if (!official || (delegation.kind === 'by-order' && official === acting?.official)) return [];
  if (!mayBeDelegate(institution, delegation, official, on)) return [];
  const { kind, office, instrument, from, to } = delegation;
  const onBehalfOf = { office, institution: delegation.institution, official: acting?.official ?? null };
  return [{ kind, office, institution: delegation.institution, official, onBehalfOf, basis: articlesOf(kind, office), instrument, from, to }];
}

function includesEvent(wanted: string, event: string): boolean {
  return wanted === '*' || wanted === event || (wanted.endsWith('.*') && event.startsWith(wanted.slice(0, -1)));
}

/** Own staff only (Ley 18.575 art. 41 b), except the delegates a mayor designates (LOC 18.695 arts 63 j, 68). */
function mayBeDelegate(institution: InstitutionPowers, delegation: Delegation, official: string, on: string): boolean {
  if (delegation.office === 'mayor' && delegation.kind === 'delegate') return true;
  return institution.appointments.some((appointment) => appointment.official === official && covers(appointment, on));
}

function latestFirst(a: Appointment, b: Appointment): number {
  return b.from.localeCompare(a.from) || a.official.localeCompare(b.official);
}

function byOrder(a: Appointment, b: Appointment): number {
  return a.order - b.order || latestFirst(a, b);
}
