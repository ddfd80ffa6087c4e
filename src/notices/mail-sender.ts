import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { DataSource } from 'typeorm';
import type { Catalogue } from '../engine/catalogue.js';
import { Sender, type Outgoing } from '../engine/performer.js';
import type { Powers } from '../governance/powers/powers.js';
import { query } from '../platform/database.js';
import type { Clock } from '../platform/clock.js';
import { localDate } from '../calendar/place.js';

/** Where mail goes: an SMTP server, or a folder of `.eml` files that any mail program opens. */
export interface MailSettings {
  readonly smtpUrl?: string | undefined;
  readonly folder: string;
  readonly from: string;
}

interface Told extends Record<string, unknown> {
  readonly workflow: string;
  readonly version: number;
  readonly title: string;
  readonly number: string;
  readonly participants: readonly { readonly role: string; readonly institution: string }[];
}

/** Seconds after which a mail server that does not answer has failed; the dispatch's row is locked meanwhile. */
const PATIENCE_MS = 15_000;

/** Writes to the officials who hold, on that day, the offices a workflow wants told. */
export class MailSender extends Sender {
  private readonly transport: Transporter;

  constructor(
    private readonly parts: { readonly dataSource: DataSource; readonly catalogue: Catalogue; readonly powers: Powers; readonly clock: Clock },
    private readonly settings: MailSettings,
  ) {
    super();
    this.transport = settings.smtpUrl
      ? createTransport({ url: settings.smtpUrl, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS })
      : createTransport({ streamTransport: true, buffer: true });
  }

  override async send(outgoing: Outgoing): Promise<string | null> {
    const told = await this.told(outgoing.caseId);
    const to = await this.addresses(outgoing, told.participants);
    if (to.length === 0) return 'nobody with an address holds these offices';
    const { subject, text } = this.words(outgoing, told);
    // The same id whenever it is sent again: a mail program shows it once.
    const messageId = `<${outgoing.id}@convenio>`;
    const sent = await this.transport.sendMail({ from: this.settings.from, to: [...to], subject, text, messageId, date: new Date(this.parts.clock.now()) });
    if (!this.settings.smtpUrl) await this.keep(outgoing.id, sent.message as Buffer);
    return null;
  }

  private async told(caseId: string): Promise<Told> {
    const [told] = await query<Told>(this.parts.dataSource, 'SELECT workflow, version, title, number, participants FROM cases WHERE id = $1', [caseId]);
    if (!told) throw new Error(`no case ${caseId}`);
    return told;
  }

  private async addresses({ dispatch }: Outgoing, participants: Told['participants']): Promise<readonly string[]> {
    const on = localDate(this.parts.clock.now(), 'America/Santiago');
    const held = await Promise.all(participants.map(({ role, institution }) => this.parts.powers.officesHolding(institution, dispatch.to[role] ?? [], on)));
    const officials = held.flat().flatMap((office) => office.officials);
    const rows = await query<{ email: string }>(this.parts.dataSource, 'SELECT DISTINCT email FROM official WHERE username = ANY ($1) AND email IS NOT NULL ORDER BY email', [officials]);
    return rows.map(({ email }) => email);
  }

  /** In Spanish, the language of the file, and below in English. */
  private words({ dispatch }: Outgoing, { workflow, version, title, number }: Told): { readonly subject: string; readonly text: string } {
    const { words } = this.parts.catalogue.of(workflow, version);
    const fill = (text: string): string => text.replaceAll('{title}', title).replaceAll('{number}', number);
    const [es, en] = [words.es.messages[dispatch.message], words.en.messages[dispatch.message]];
    if (!es || !en) throw new Error(`${workflow} has no words for the message ${dispatch.message}`);
    return { subject: fill(es.subject), text: `${fill(es.text)}\n\n--\n${fill(en.text)}\n` };
  }

  private async keep(id: string, message: Buffer): Promise<void> {
    await mkdir(this.settings.folder, { recursive: true, mode: 0o700 });
    const path = join(this.settings.folder, `${id}.eml`);
    await writeFile(`${path}.part`, message, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}
