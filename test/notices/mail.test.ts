import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { EngineRig, governor } from '../support/engine-rig.js';
import { Performer } from '../../src/engine/performer.js';
import { Directory } from '../../src/governance/directory.js';
import { Powers } from '../../src/governance/powers/powers.js';
import { MailSender, type MailSettings } from '../../src/notices/mail-sender.js';

const rig = new EngineRig('2026-03-02T15:00:00.000Z');
const received: { readonly to: readonly string[]; readonly text: string }[] = [];
let smtp: SMTPServer;
let refusing = false;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convenio-mail-'));
  smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => { text += part.toString(); });
      stream.on('end', () => {
        if (refusing) return done(new Error('mailbox full'));
        received.push({ to: session.envelope.rcptTo.map((one) => one.address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => { smtp.listen(0, '127.0.0.1', resolve); });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise<void>((resolve) => { smtp.close(resolve); });
});
beforeEach(() => {
  received.length = 0;
  refusing = false;
});

function performer(settings: Partial<MailSettings>): Performer {
  const { dataSource } = rig.db;
  const powers = new Powers(dataSource, new Directory(dataSource));
  const sender = new MailSender({ dataSource, catalogue: rig.catalogue, powers, clock: rig.clock }, { folder, from: 'convenio@demo.convenio.example', ...settings });
  return new Performer(dataSource, sender, rig.assembly.linked, rig.tools);
}
const bySmtp = (): Performer => performer({ smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}` });

/** An agreement whose resolution Contraloría objects to: the region is told. */
async function objectedCase(): Promise<{ readonly caseId: string; readonly dispatch: string }> {
  const caseId = await rig.open({ initiative: 'Pequeña', amount: 1_000_000 });
  await rig.send(caseId, 'coreVote.except', { reason: 'below-threshold', basis: 'Bajo el umbral' }, governor);
  await rig.send(caseId, 'allocation.resolve', { nature: 'exenta' }, governor);
  await rig.send(caseId, 'draft.finish', { kind: 'transfer', text: { sha256: 'c'.repeat(64), name: 'c.pdf' }, amount: 1_000_000, endsOn: '2027-03-02' }, governor);
  const signed = { textSha256: 'c'.repeat(64), document: { sha256: 'd'.repeat(64), name: 'f.pdf' } };
  await rig.send(caseId, 'signature.sign', signed, governor);
  await rig.send(caseId, 'signature.sign', signed, () => Promise.resolve({
    actor: { role: 'technicalUnit', office: 'mayor', institution: 'muni-16206', official: 'mayor.muni-16206' }, source: 'own',
    power: { kind: 'holder', office: 'mayor', institution: 'muni-16206', official: 'mayor.muni-16206', basis: 'test' },
  }));
  await rig.send(caseId, 'resolution.issue', { nature: 'afecta' }, governor);
  await rig.send(caseId, 'review.enter', {}, governor);
  await rig.send(caseId, 'review.object', { objections: 'Falta el acuerdo' }, governor);
  const [row] = await rig.db.query<{ id: string }>('SELECT id FROM dispatch WHERE case_id = $1', [caseId]);
  if (!row) throw new Error('no dispatch was written');
  return { caseId, dispatch: row.id };
}

async function statusOf(dispatch: string): Promise<unknown> {
  const [row] = await rig.db.query('SELECT status, attempts FROM dispatch WHERE id = $1', [dispatch]);
  return row;
}

describe('a dispatch', () => {
  it('reaches the officials who hold the offices, in both languages, once, however often its job comes', async () => {
    const { dispatch } = await objectedCase();
    await bySmtp().perform(dispatch, { number: 1, last: 8 });
    await bySmtp().perform(dispatch, { number: 1, last: 8 });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['governor.gore-16@demo.convenio.example', 'legal.gore-16@demo.convenio.example']);
    expect(received[0]?.text).toContain(`Message-ID: <${dispatch}@convenio>`);
    expect(await statusOf(dispatch)).toEqual({ status: 'done', attempts: 1 });
  });

  it('is tried again while the server refuses, kept as a dead letter at the end, and sent when retried by hand', async () => {
    const { dispatch } = await objectedCase();
    refusing = true;
    await expect(bySmtp().perform(dispatch, { number: 1, last: 2 })).rejects.toThrow(/mailbox full/);
    expect(await statusOf(dispatch)).toEqual({ status: 'queued', attempts: 1 });
    await expect(bySmtp().perform(dispatch, { number: 2, last: 2 })).rejects.toThrow(/mailbox full/);
    expect(await statusOf(dispatch)).toEqual({ status: 'dead', attempts: 2 });
    refusing = false;
    expect(await bySmtp().retry(dispatch)).toBe(true);
    await bySmtp().perform(dispatch, { number: 1, last: 8 });
    expect(received).toHaveLength(1);
  });

  it('is kept as a message file where no mail server is named', async () => {
    const { dispatch } = await objectedCase();
    await performer({}).perform(dispatch, { number: 1, last: 8 });
    expect(readdirSync(folder)).toContain(`${dispatch}.eml`);
    expect(readFileSync(join(folder, `${dispatch}.eml`), 'utf8')).toContain('Content-Type: text/plain');
    expect(await statusOf(dispatch)).toEqual({ status: 'done', attempts: 1 });
  });
});
