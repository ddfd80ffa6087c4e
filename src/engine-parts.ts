import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { catalogue } from '../workflows/catalogue.js';
import { QueueBell } from './engine/bell.js';
import { CaseReader } from './engine/case-reader.js';
import { Catalogue } from './engine/catalogue.js';
import { Clockwork } from './engine/clockwork.js';
import { Engine } from './engine/engine.service.js';
import { LinkedCases } from './engine/linked-cases.js';
import { Migrator } from './engine/migrator.js';
import { Performer, Sender } from './engine/performer.js';
import { Bell } from './engine/ports.js';
import { Recount } from './engine/recount.js';
import { Rectifier } from './engine/rectifier.js';
import { Relay } from './engine/relay.js';
import { Tools } from './engine/tools.js';
import { TrainingClock } from './engine/training-clock.js';
import { Verifier } from './engine/verifier.js';
import { Workbench } from './engine/workbench.js';
import { Powers } from './governance/powers/powers.js';
import type { Parts } from './parts.js';
import { MailSender } from './notices/mail-sender.js';
import { MovableClock } from './platform/clock.js';
import { Gate } from './platform/gate.js';
import { verificationFacts } from './verification-facts.js';

/** Connections left free for what is asked from inside a transaction: powers, holidays, dated values. */
const KEPT_FREE = 4;

/** The engine, with everything it works with. */
export function engineParts({ clock, newId, dataSource, queues, log, config }: Parts): Provider[] {
  const connections = (dataSource.options as { readonly poolSize?: number }).poolSize ?? 10;
  return [
    { provide: Tools, useValue: new Tools(clock, newId, new Gate(Math.max(1, connections - KEPT_FREE))) },
    { provide: Catalogue, useFactory: () => new Catalogue(catalogue) },
    { provide: Verifier, useValue: new Verifier(verificationFacts) },
    { provide: Bell, useValue: new QueueBell(queues.clockwork, log) },
    Workbench, Engine, Clockwork, Relay, Recount, Rectifier, Migrator, CaseReader, LinkedCases, Performer,
    {
      provide: Sender, inject: [Catalogue, Powers],
      useFactory: (definitions: Catalogue, powers: Powers) => {
        const settings = { smtpUrl: config.smtpUrl, folder: join(config.dataDir, 'mail'), from: 'Convenio <convenio@localhost>' };
        return new MailSender({ dataSource, catalogue: definitions, powers, clock }, settings);
      },
    },
    {
      provide: TrainingClock, inject: [DataSource, Clockwork, Relay],
      useFactory: (source: DataSource, clockwork: Clockwork, relay: Relay) =>
        (config.sandbox && clock instanceof MovableClock ? new TrainingClock(source, clock, clockwork, relay) : null),
    },
  ];
}
