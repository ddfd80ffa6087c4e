import { fromEpochDay, toEpochDay } from '../calendar/epoch-day.js';
import { localDate, startOfDay } from '../calendar/place.js';
import type { CompetenceChange } from '../kit/index.js';
import type { SqlClient } from '../platform/database.js';
import type { CaseWork } from './case-work.js';
import type { Catalogue } from './catalogue.js';
import type { Definition } from './core/definition.js';
import type { CompetenceMove, Competences } from './ports.js';
import { openCasesWith } from './store/open-cases-with.js';

/** Where cases are taken up and put back, and who is in charge of what: the workbench, as succession needs it. */
export interface Desk {
  readonly catalogue: Catalogue;
  readonly competences: Competences;
  take(client: SqlClient, caseId: string): Promise<CaseWork | null>;
  put(client: SqlClient, work: CaseWork): Promise<void>;
}

/**
 * After competences changed hands: in every open case of the place, whoever took a part as the institution in charge gives
 * it to the one that is in charge now. Locks cases in the order of their ids. Changes of a later day move nothing yet.
 */
export async function handOver(client: SqlClient, desk: Desk, { on }: CompetenceMove, changes: readonly CompetenceChange[]): Promise<void> {
  const inForce = changes.filter(({ from }) => from <= on);
  const roles = desk.catalogue.definitions.flatMap((definition) => rolesInCharge(definition)
    .filter(({ competence }) => inForce.some((change) => change.competence === competence))
    .map(({ role }) => ({ workflow: definition.name, version: definition.version, role })));
  if (roles.length === 0) return;
  for (const caseId of await openCasesWith(client, roles, inForce.map(({ territory }) => territory))) {
    const work = await desk.take(client, caseId);
    if (!work) continue;
    // What ended before that day ended in the hands of whoever had to act then.
    work.expireUntil(firstInstant(work, on));
    for (const change of inForce) await succeedIn(client, desk.competences, work, { ...change, on });
    await desk.put(client, work);
  }
}

/** A case opened for a day gone by, or while a competence changed hands: its parts go to whoever is in charge today. */
export async function catchUp(client: SqlClient, competences: Competences, work: CaseWork): Promise<void> {
  const roles = rolesInCharge(work.definition);
  if (roles.length === 0) return;
  await competences.hold(client, roles.map(({ competence }) => competence));
  const on = localDate(work.stamp.now, work.world.zone);
  for (const { role, competence } of roles) {
    const before = await Promise.all([work.openedOn, dayBefore(on)].map((day) => competences.inCharge(client, competence, work.stored.territory, day)));
    const to = await competences.inCharge(client, competence, work.stored.territory, on);
    replace(work, { role, from: before.filter((one) => one !== null), to, on, basis: competence });
  }
}

/** The roles that whoever is in charge of a competence takes. */
function rolesInCharge({ roles }: Definition): readonly { readonly role: string; readonly competence: string }[] {
  return Object.entries(roles).flatMap(([role, { attribution: competence }]) => (competence === undefined ? [] : [{ role, competence }]));
}

async function succeedIn(client: SqlClient, competences: Competences, work: CaseWork, change: CompetenceChange & { readonly on: string }): Promise<void> {
  const { competence, territory, origin, from, on, basis, act } = change;
  const place = work.stored.territory;
  if (place === null || !place.startsWith(territory)) return;
  const to = await competences.inCharge(client, competence, place, on);
  const before = await competences.inCharge(client, competence, place, dayBefore(from));
  for (const { role } of rolesInCharge(work.definition).filter((one) => one.competence === competence)) {
    replace(work, { role, from: [origin, ...(before === null ? [] : [before])], to, on, basis, act });
  }
}

interface Replacement {
  readonly role: string;
  readonly from: readonly string[];
  /** Null: several are in charge in the case's territory, and none takes its part. */
  readonly to: string | null;
  readonly on: string;
  readonly basis: string;
  readonly act?: CompetenceChange['act'];
}

function replace(work: CaseWork, { role, from, to, on, basis, act }: Replacement): void {
  const leaving = work.state.participants.filter((one) => one.role === role && one.institution !== to && from.includes(one.institution));
  if (to === null || work.state.status === 'closed') return;
  for (const { institution } of leaving) {
    work.take('participant.replaced', { role, from: institution, to, basis, ...(act && { act }) }, firstInstant(work, on));
  }
}

function firstInstant({ world }: CaseWork, on: string): { readonly on: string; readonly at: string } {
  return { on, at: startOfDay(on, world.zone) };
}

function dayBefore(day: string): string {
  return fromEpochDay(toEpochDay(day) - 1);
}
