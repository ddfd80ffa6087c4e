import { randomUUID } from 'node:crypto';
import type { Engine } from '../../src/engine/engine.service.js';
import { possibleEvents } from '../../src/engine/core/next.js';
import { splitType, type Definition } from '../../src/engine/core/definition.js';
import { lawOf } from '../../src/engine/core/next.js';
import type { Judge, Judgement } from '../../src/engine/ports.js';
import { readCase } from '../../src/engine/store/case-row.js';
import type { JsonObject, Participant } from '../../src/kit/index.js';
import { withTransaction } from '../../src/platform/database.js';
import type { NewId } from '../../src/platform/ids.js';
import { scriptOf, snapshot, type Script, type Way } from './baseline.js';
import type { House } from './house.js';
import type { Walk } from './load.js';

/** One act of a journey: who does it, and with which data. */
export interface Act {
  readonly type: string;
  readonly office: string;
  readonly institution: string;
  readonly role: string;
  readonly data: JsonObject;
}

/** A way through a procedure that every case of a run takes: its opening, then its acts. */
export interface Journey {
  readonly definition: Definition;
  readonly participants: readonly Participant[];
  readonly opening: JsonObject;
  readonly acts: readonly Act[];
  /** A snapshot of such a case on its way, as stored. */
  readonly envelope: string;
  /** The rows it writes, as they are written without an engine. */
  readonly scripts: Readonly<Record<Way, Script>>;
}

/**
 * Opened and five events, and it is closed: put to the CORE (its 30 days begin), voted, allocated, drafted below 500 UTM so
 * that no concejo is asked (the signatures open), and given up before anybody signed. The shortest way of `fndr-transfer`
 * that starts and meets a deadline, opens and ends steps, and closes.
 */
export const givenUp = ['proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish', 'agreement.abandon'] as const;

/** The way it should go, until the agreement is in force and its parties are told: eight events, the last with a dispatch. */
export const intoForce = ['proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish', 'signature.sign', 'signature.sign', 'resolution.issue', 'agreement.send'] as const;

const participants: readonly Participant[] = [
  { role: 'regionalGovernment', institution: 'gore-16', party: true },
  { role: 'technicalUnit', institution: 'muni-16206', party: true },
  { role: 'comptroller', institution: 'cgr-16', party: false },
];

/** Takes a case along the way once, with the examples that the procedure itself offers, and notes what was sent and written. */
export async function plan(house: House, engine: Engine, types: readonly string[]): Promise<Journey> {
  const definition = house.catalogue.latest('fndr-transfer')!;
  const opening = { initiative: 'Reposición de furgón escolar', amount: 20_000_000, subtitle: '29' };
  const start = { definition, participants, opening };
  const caseId = await openCase(engine, start, { judge: anyone, newId: house.tools.newId });
  const acts: Act[] = [];
  const snapshots = [await snapshot(house.dataSource, caseId)];
  for (const type of types) {
    const act = await nextAct(house, definition, caseId, type);
    await sendAct(engine, caseId, act, anyone);
    acts.push(act);
    snapshots.push(await snapshot(house.dataSource, caseId));
  }
  return { ...start, acts, envelope: JSON.stringify(snapshots.at(-1)?.['cases']?.[0]?.['envelope']), scripts: { each: scriptOf(caseId, snapshots, 'each'), one: scriptOf(caseId, snapshots, 'one') } };
}

async function nextAct(house: House, definition: Definition, caseId: string, type: string): Promise<Act> {
  const stored = await withTransaction(house.dataSource, (client) => readCase(client, caseId));
  if (!stored) throw new Error(`no case ${caseId}`);
  const now = house.tools.clock.now();
  const on = now.slice(0, 10);
  const world = await house.surroundings.world(participants, '16206');
  const law = await house.surroundings.law([...lawOf(definition, type), ...(definition.steps[splitType(type).stepId]?.law ?? [])], on, participants);
  const found = possibleEvents(definition, stored.state, { on, at: now, law }, world).find((one) => one.event === type && one.why.length === 0);
  if (!found) throw new Error(`${type} is not possible`);
  const [role, offices] = Object.entries(found.by)[0];
  return { type, role, office: offices[0], institution: participants.find((one) => one.role === role)!.institution, data: found.example };
}

/** How an act is judged in a run: by nobody, or by the powers. */
export type JudgeOf = (act: Pick<Act, 'role' | 'office' | 'institution'>, official: string) => Judge;

/** Asks nobody: the price of the engine without powers. */
export const anyone: JudgeOf = (act, official) => {
  const judgement = judgementOf(act, official, 'Demo: nombramiento');
  return () => Promise.resolve(judgement);
};

/** Asks the powers, as every act from outside is asked. */
export function byPowers({ powers }: House, { definition }: Journey): JudgeOf {
  return (act, official) => async (_definition, _state, _territory, { on }) => {
    const power = await powers.require(official, { workflow: definition.name, event: 'any', offices: [act.office] }, act.institution, on);
    return judgementOf(act, official, power.basis);
  };
}

function judgementOf({ role, office, institution }: Pick<Act, 'role' | 'office' | 'institution'>, official: string, basis: string): Judgement {
  return { actor: { role, office, institution, official }, power: { kind: 'holder', office, institution, official, basis }, source: 'own' };
}

export async function openCase(engine: Engine, { definition, opening }: Pick<Journey, 'definition' | 'opening'>, { judge, newId }: { readonly judge: JudgeOf; readonly newId: NewId }): Promise<string> {
  const id = newId();
  const act = { role: 'regionalGovernment', office: 'investment', institution: 'gore-16' };
  await engine.open({
    id, definition, title: 'Reposición de furgón escolar, comuna de Ránquil', territory: '16206', region: '16', participants, data: opening,
    identifiers: [{ scheme: 'BIP', value: '40044134' }], recordedBy: 'investment.gore-16', judge: judge(act, 'investment.gore-16'),
    idempotency: { key: id, bodyHash: 'b'.repeat(64) },
  });
  return id;
}

export async function sendAct(engine: Engine, caseId: string, act: Act, judge: JudgeOf): Promise<void> {
  const { type, data } = act;
  const official = `${act.office}.${act.institution}`;
  await engine.send({ caseId, type, data, recordedBy: official, judge: judge(act, official), idempotency: { key: randomUUID(), bodyHash: 'b'.repeat(64) } });
}

/** One case after another along the journey, through the engine. */
export function walkOf(engine: Engine, journey: Journey, { judge, newId }: { readonly judge: JudgeOf; readonly newId: NewId }): Walk {
  return async (timed) => {
    const id = await timed(() => openCase(engine, journey, { judge, newId }));
    for (const act of journey.acts) await timed(() => sendAct(engine, id, act, judge));
  };
}
