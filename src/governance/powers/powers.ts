import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Directory } from '../directory.js';
import { dutiesOf, type Duty } from '../offices.js';
import { GovernanceRefusal, type OfficeHeld } from '../refusal.js';
import { Remembered } from '../remembered.js';
import { regionOf } from '../territory.js';
import { appointmentsOf, institutionsOn, loadBook, powersIn, type PowersBook } from './book.js';
import { type Act, type Appointment, type Attribution, inExercise, type InstitutionPowers, ofAppointment, type Power, powersFor } from './decide.js';
import { heldBy, refusalOf } from './held.js';
import { nothingToRead, type ReadingScope } from './reading.js';

/** Who may do what, and who may read what, on a day. Answers come from memory: no query on the way of an event. */
@Injectable()
export class Powers {
  readonly #book: Remembered<PowersBook>;

  constructor(@Inject(DataSource) dataSource: DataSource, @Inject(Directory) private readonly directory: Directory) {
    this.#book = new Remembered(dataSource, 'powers', () => loadBook(dataSource));
  }

  /**
   * The power with which an official does an act for an institution.
   * @param office which of the official's powers to use; needed only when several fit.
   * @throws GovernanceRefusal `not-empowered` with the offices that could, `ambiguous-office` with those to choose from
   */
  async require(official: string, act: Act, institution: string, on: string, office?: string): Promise<Power> {
    const powers = powersIn(await this.#book.get(), institution);
    const fitting = powersFor(powers, official, act, on).filter((power) => office === undefined || power.office === office);
    if (fitting.length === 1) return fitting[0];
    if (fitting.length === 0) throw refusalOf(powers, official, act, institution, on);
    const choices = fitting.map((power) => ({ office: power.office, institution, officials: [official] }));
    throw new GovernanceRefusal('ambiguous-office', 'several-offices', { institution }, choices);
  }

  /** Of some offices of an institution, those in whose right somebody may act that day, and who. Without `act`: who exercises them. */
  async officesHolding(institution: string, offices: readonly string[], on: string, act: Attribution = anyAct): Promise<readonly OfficeHeld[]> {
    return heldBy(powersIn(await this.#book.get(), institution), institution, offices, on, act);
  }

  /** Whether somebody exercises an office of an institution on a day: for whoever asks it of many. */
  async exercised(on: string): Promise<(of: { readonly office: string; readonly institution: string }) => boolean> {
    const book = await this.#book.get();
    return ({ office, institution }) => heldBy(powersIn(book, institution), institution, [office], on, anyAct).length > 0;
  }

  /**
   * Whether an official may attest an act of `attested`, a body that does not act here itself: in an office that keeps the
   * file in another institution of the case, or as administrator.
   * @returns the power with which it is recorded. @throws GovernanceRefusal `not-empowered`
   */
  async requireAttest(official: string, attested: string, participants: readonly string[], on: string): Promise<Power> {
    const serving = await this.#servingWith(official, on, ['keeps-file', 'administers']);
    const fitting = serving.find(({ appointment, duties }) =>
      appointment.institution !== attested && (duties.includes('administers') || participants.includes(appointment.institution)));
    if (fitting) return ofAppointment(fitting.appointment);
    const own = serving.some(({ appointment }) => appointment.institution === attested);
    throw new GovernanceRefusal('not-empowered', own ? 'attest-own' : 'attest-office', { institution: attested });
  }

  /**
   * Whether an official may import a register: an office that keeps the file, or the administrator. Rows of the own
   * institution are attested too, since a register is its document. @throws GovernanceRefusal `not-empowered`
   */
  async requireImport(official: string, on: string): Promise<Power> {
    const [serving] = await this.#servingWith(official, on, ['keeps-file', 'administers']);
    if (!serving) throw new GovernanceRefusal('not-empowered', 'not-importer');
    return ofAppointment(serving.appointment);
  }

  async mayAdminister(official: string, on: string): Promise<boolean> {
    return (await this.#servingWith(official, on, ['administers'])).length > 0;
  }

  /** @returns the power to administer. @throws GovernanceRefusal `not-empowered` */
  async requireAdminister(official: string, on: string): Promise<Power> {
    const [serving] = await this.#servingWith(official, on, ['administers']);
    if (!serving) throw new GovernanceRefusal('not-empowered', 'not-administrator');
    return ofAppointment(serving.appointment);
  }

  /** An absent titular still reads: reading is no act of the office. Unknown officials read nothing. */
  async readingScope(official: string, on: string): Promise<ReadingScope> {
    const book = await this.#book.get();
    const institutions = institutionsOn(book, official, on);
    if (institutions.length === 0) return nothingToRead;
    const held = await this.#withDuties(appointmentsOf(book, official, on));
    const regions = held.filter(({ duties }) => duties.includes('reads-region')).map(({ region }) => region).filter((region) => region !== null);
    return { all: held.some(({ duties }) => duties.includes('reads-country')) ? 'all' : 'some', institutions, regions };
  }

  /** The offices an official holds or stands in for on a day: who I am. */
  async appointmentsOf(official: string, on: string): Promise<readonly Appointment[]> {
    return appointmentsOf(await this.#book.get(), official, on);
  }

  async isOfficial(username: string): Promise<boolean> {
    return (await this.#book.get()).officials.has(username);
  }

  async nameOfOfficial(username: string): Promise<string | undefined> {
    return (await this.#book.get()).officials.get(username);
  }

  /** The appointments and delegations of an institution, past and future: for its administration page. */
  async ofInstitution(institution: string): Promise<InstitutionPowers> {
    return powersIn(await this.#book.get(), institution);
  }

  /** After a write to officials, appointments or delegations in this process. */
  changed(): void {
    this.#book.changed();
  }

  /** What an official exercises that day with one of these duties. */
  async #servingWith(official: string, on: string, wanted: readonly Duty[]): Promise<readonly Held[]> {
    const book = await this.#book.get();
    const serving = appointmentsOf(book, official, on).filter((each) => inExercise(powersIn(book, each.institution).appointments, each.office, on) === each);
    return (await this.#withDuties(serving)).filter(({ duties }) => duties.some((duty) => wanted.includes(duty)));
  }

  async #withDuties(appointments: readonly Appointment[]): Promise<readonly Held[]> {
    return Promise.all(appointments.map(async (appointment) => {
      const institution = await this.directory.institution(appointment.institution);
      const duties = institution ? dutiesOf(institution.kind, appointment.office, institution.code) : [];
      return { appointment, duties, region: regionOf(institution?.territory ?? null) };
    }));
  }
}

/** Matches no delegation: asks only who exercises the office. */
const anyAct: Attribution = { workflow: '', event: '' };

interface Held {
  readonly appointment: Appointment;
  readonly duties: readonly Duty[];
  readonly region: string | null;
}
