import type { DataSource } from 'typeorm';
import type { Config } from './config.js';
import type { Identity } from './identity/identity.js';
import type { Clock } from './platform/clock.js';
import type { NewId } from './platform/ids.js';
import type { Log } from './platform/log.js';
import type { Queues } from './platform/queue.js';

/** What the application is given by whoever starts it: the server, or a test. */
export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Open. */
  readonly dataSource: DataSource;
  readonly queues: Queues;
  readonly identity: Identity;
}
