import { randomUUID } from 'node:crypto';
import { EngineRig, governor } from '../support/engine-rig.js';
import { invariants } from './invariants.js';
import type { Acknowledged } from './load.js';
import { AFTER_CORE, START } from './story.js';

/** The judge of the other tests is judged first: what it would not see, they would not either. */
const rig = new EngineRig(START);

interface Told {
  readonly caseId: string;
  readonly acknowledged: Acknowledged;
}

/** A case before the CORE; everything it was told was told under a key. */
async function presented(): Promise<Told> {
  const caseId = await rig.open();
  const key = randomUUID();
  const openKey = `INSERT INTO idempotency (scope, key, body_hash, case_id, seq, at) VALUES ('open:test', $1::text, '', $1::uuid, 1, now())`;
  await rig.db.query(openKey, [caseId]);
  await rig.send(caseId, 'proposal.present', {}, governor, { idempotency: { key, bodyHash: 'body' } });
  return { caseId, acknowledged: { caseId, type: 'proposal.present', scope: `send:legal.gore-16:${caseId}`, key } };
}

async function faults(acknowledged: readonly Acknowledged[] = [], now = START): Promise<string> {
  return (await invariants(rig.db.dataSource, acknowledged, now)).faults.join('; ');
}

afterEach(async () => {
  await rig.db.asMigrator('TRUNCATE cases, participant, identifier, journal, deadline, step, task, dispatch, idempotency, case_counter CASCADE');
});

it('finds no fault where there is none, also after an expiry', async () => {
  const { acknowledged } = await presented();
  expect(await faults([acknowledged])).toBe('');
  rig.clock.stop(AFTER_CORE);
  await rig.clockwork.sweep();
  expect(await faults([acknowledged], AFTER_CORE)).toBe('');
});

it.each([
  ['a deadline left running', 'SELECT', AFTER_CORE, 'runs on'],
  ['an altered line', `UPDATE journal SET text = replace(text, 'governor', 'mayor') WHERE seq = 2`, START, 'line 2 is broken: hash'],
  ['a lost line', `DELETE FROM journal WHERE seq = 2`, START, 'not where its journal ends'],
  ['a lost acknowledgement', `DELETE FROM journal WHERE seq = 2`, START, 'was acknowledged and is there 0 times'],
  ['a command applied twice', `DELETE FROM idempotency WHERE seq = 2`, START, 'were sent under the keys of'],
  ['a lost task', `DELETE FROM task`, START, 'tasks []'],
  ['a lost deadline', `DELETE FROM deadline`, START, 'not what its journal makes of it'],
  ['an untold expiry', `UPDATE deadline SET status = 'expired', row = jsonb_set(row, '{status}', '"expired"')`, START, 'expired coreVote//2, told'],
  ['a torn snapshot', `UPDATE cases SET envelope = jsonb_set(envelope, '{value}', '"closing"')`, START, 'not what its journal makes of it'],
  ['a number drawn for nobody', `UPDATE case_counter SET last = last + 1`, START, '2 numbers drawn, 1 cases'],
])('finds %s', async (_fault, tamper, now, found) => {
  const { acknowledged } = await presented();
  await rig.db.asMigrator(tamper);
  expect(await faults([acknowledged], now)).toContain(found);
});
