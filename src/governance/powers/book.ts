import type { DataSource } from 'typeorm';
import { query } from '../../platform/database.js';
import { covers, type Appointment, type Delegation, type InstitutionPowers, isInForce } from './decide.js';

/** All officials and what empowers them, as read at one moment. */
export interface PowersBook {
  /** Username to name. */
  readonly officials: ReadonlyMap<string, string>;
  readonly byInstitution: ReadonlyMap<string, InstitutionPowers>;
  /** The institutions an official ever had something to do with. */
  readonly institutionsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

const none: InstitutionPowers = { appointments: [], delegations: [] };

export function powersIn(book: PowersBook, institution: string): InstitutionPowers {
  return book.byInstitution.get(institution) ?? none;
}

/** The appointments an official has on a day, in exercise or not. */
export function appointmentsOf(book: PowersBook, official: string, on: string): readonly Appointment[] {
  return [...(book.institutionsOf.get(official) ?? [])].flatMap((institution) =>
    powersIn(book, institution).appointments.filter((each) => each.official === official && covers(each, on)));
}

/** The institutions for which an official may act or be asked on a day: own ones, and those that delegated something to him by name. */
export function institutionsOn(book: PowersBook, official: string, on: string): readonly string[] {
  return [...(book.institutionsOf.get(official) ?? [])].filter((institution) => {
    const { appointments, delegations } = powersIn(book, institution);
    return appointments.some((each) => each.official === official && covers(each, on))
      || delegations.some((each) => each.delegateOfficial === official && isInForce(each, on));
  });
}

export async function loadBook(dataSource: DataSource): Promise<PowersBook> {
  const officials = await query<{ username: string; name: string }>(dataSource, 'SELECT username, name FROM official');
  const appointments = await query<Appointment & Row>(dataSource, appointmentsSql);
  const delegations = await query<Delegation & Row>(dataSource, delegationsSql);
  const byInstitution = new Map<string, { appointments: Appointment[]; delegations: Delegation[] }>();
  const institutionsOf = new Map<string, Set<string>>();
  for (const appointment of appointments) {
    entry(byInstitution, appointment.institution, emptyPowers).appointments.push(appointment);
    entry(institutionsOf, appointment.official, emptySet).add(appointment.institution);
  }
  for (const delegation of delegations) {
    entry(byInstitution, delegation.institution, emptyPowers).delegations.push(delegation);
    if (delegation.delegateOfficial !== null) entry(institutionsOf, delegation.delegateOfficial, emptySet).add(delegation.institution);
  }
  return { officials: new Map(officials.map(({ username, name }) => [username, name])), byInstitution, institutionsOf };
}

const appointmentsSql = /* sql */ `
  SELECT official, institution, office, capacity, rank AS "order", from_day AS "from", to_day AS "to", act FROM appointment ORDER BY official`;

const delegationsSql = /* sql */ `
  SELECT id, institution, office, delegate_official AS "delegateOfficial", delegate_office AS "delegateOffice", attribution, kind,
         from_day AS "from", to_day AS "to", revoked_on AS "revokedOn", instrument
  FROM delegation ORDER BY from_day, id`;

type Row = Record<string, unknown>;

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function emptyPowers(): { appointments: Appointment[]; delegations: Delegation[] } {
  return { appointments: [], delegations: [] };
}

function emptySet(): Set<string> {
  return new Set();
}
