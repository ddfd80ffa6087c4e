import { cpus, totalmem } from 'node:os';
import { QueueBell } from '../../src/engine/bell.js';
import { Clockwork } from '../../src/engine/clockwork.js';
import { Engine } from '../../src/engine/engine.service.js';
import { Performer, Sender } from '../../src/engine/performer.js';
import { Bell } from '../../src/engine/ports.js';
import { Relay } from '../../src/engine/relay.js';
import { createLog } from '../../src/platform/log.js';
import { query } from '../../src/platform/database.js';
import { openQueues } from '../../src/platform/queue.js';
import { startWorkers } from '../../src/workers.js';
import { replay } from './baseline.js';
import { openHouse, type House } from './house.js';
import { anyone, byPowers, givenUp, intoForce, plan, walkOf, type Journey } from './journey.js';
import { alternate, load, median, percentile, perSecond, type Schedule, type Stretch, type Walk } from './load.js';
import { importRegister, Server } from './over-http.js';
import { rungWalk } from './rungs.js';

export interface SuiteOptions {
  readonly schedule: Schedule;
  /** A register to import; not imported when left out. */
  readonly register?: string | undefined;
  readonly tell: (line: string) => void;
}

const CONCURRENCIES = [1, 8, 16, 32];
const LADDER_AT = 16;

/** The engine's price: against the same rows written by hand, rung by rung, and through the whole server. */
export async function engineSuite(options: SuiteOptions): Promise<object> {
  const house = await openHouse();
  try {
    const measured = await measure(house, options);
    const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
    const { http, ...server } = await throughServer(measured.journey, options);
    const ladder = http ? [...measured.ladder, rungOf('+ HTTP', http, measured.ladder[0].perSecond)] : measured.ladder;
    return {
      suite: 'engine', machine: await machineOf(house), journey: ['case.opened', ...givenUp], schedule: options.schedule,
      results: measured.results, intoForce: measured.intoForce, ladder, memory: { benchRssMb: rssMb, ...server.memory },
      warmStartSeconds: server.warmStartSeconds, importSeconds: server.importSeconds,
    };
  } finally {
    await house.close();
  }
}

interface Measured {
  readonly journey: Journey;
  readonly results: readonly object[];
  readonly intoForce: object;
  readonly ladder: readonly LadderRung[];
}

async function measure(house: House, { schedule, tell }: SuiteOptions): Promise<Measured> {
  const rung = await ringing(house);
  const { bell, engine } = rung;
  try {
    const journey = await plan(house, engine, givenUp);
    const toForce = await plan(house, engine, intoForce);
    const walks = [walkOf(engine, journey, { judge: anyone, newId: house.tools.newId }), replay(house.dataSource, journey.script, house.tools.newId)];
    tell('warming up');
    for (const walk of walks) await load(walk, LADDER_AT, schedule.seconds * 2);
    const results = [];
    for (const concurrency of CONCURRENCIES) {
      tell(`${concurrency} at once`);
      results.push(resultOf(concurrency, await alternate(walks, concurrency, schedule)));
    }
    tell('into force');
    const longer = [walkOf(engine, toForce, { judge: anyone, newId: house.tools.newId }), replay(house.dataSource, toForce.script, house.tools.newId)];
    const intoForceResult = resultOf(LADDER_AT, await alternate(longer, LADDER_AT, schedule));
    tell('the ladder');
    return { journey, results, intoForce: intoForceResult, ladder: await climb(house, engine, { bell, journey, schedule }) };
  } finally {
    await rung.close();
  }
}

/** An engine whose bell rings real workers in this process, as a server with ROLE=all does; the bell can be held. */
async function ringing(house: House): Promise<{ readonly engine: Engine; readonly bell: HeldBell; close(): Promise<void> }> {
  const log = createLog('silent');
  const { dataSource, catalogue, surroundings, tools } = house;
  const queues = await openQueues({ databaseUrl: house.appUrl }, log);
  const bell = new HeldBell(new QueueBell(queues.clockwork, log));
  startWorkers({
    queues, log, relay: new Relay(dataSource, queues, tools), clockwork: new Clockwork(dataSource, catalogue, surroundings, bell, tools),
    performer: new Performer(dataSource, new NoSender(), tools),
  });
  return { bell, engine: new Engine(dataSource, catalogue, surroundings, bell, tools), close: () => queues.close() };
}

class HeldBell extends Bell {
  held = false;

  constructor(private readonly bell: Bell) {
    super();
  }

  override ring(): void {
    if (!this.held) this.bell.ring();
  }
}

class NoSender extends Sender {
  override send(): Promise<null> {
    return Promise.resolve(null);
  }
}

interface LadderRung {
  readonly rung: string;
  readonly perSecond: number;
  /** Part of the bare transactions' rate that is left. */
  readonly ofBare: number;
  readonly p50Ms: number;
}

async function climb(house: House, engine: Engine, { bell, journey, schedule }: { readonly bell: HeldBell; readonly journey: Journey; readonly schedule: Schedule }): Promise<readonly LadderRung[]> {
  const { newId } = house.tools;
  const held = (walk: Walk): Walk => async (timed) => {
    bell.held = true;
    await walk(timed);
  };
  const rung: Walk = async (timed) => {
    bell.held = false;
    await walkOf(engine, journey, { judge: byPowers(house, journey), newId })(timed);
  };
  const walks = {
    bare: rungWalk(house, journey, 'bare'), '+ outbox': rungWalk(house, journey, 'outbox'), '+ journal chain': rungWalk(house, journey, 'journal'),
    '+ deadlines, steps, tasks (the engine)': held(walkOf(engine, journey, { judge: anyone, newId })),
    '+ powers': held(walkOf(engine, journey, { judge: byPowers(house, journey), newId })),
    '+ bell and workers': rung,
  };
  const stretches = await alternate(Object.values(walks), LADDER_AT, schedule);
  const bare = median(stretches[0].map(perSecond));
  return Object.keys(walks).map((name, index) => rungOf(name, stretches[index], bare));
}

function rungOf(rung: string, stretches: readonly Stretch[], bare: number): LadderRung {
  const rate = median(stretches.map(perSecond));
  return { rung, perSecond: Math.round(rate), ofBare: rounded(rate / bare), p50Ms: rounded(percentile(stretches.flatMap(({ latencies }) => latencies), 0.5)) };
}

function resultOf(concurrency: number, [engine, baseline]: readonly (readonly Stretch[])[]): object {
  const rates = { engine: median(engine.map(perSecond)), baseline: median(baseline.map(perSecond)) };
  const ms = (stretches: readonly Stretch[], part: number): number => rounded(percentile(stretches.flatMap(({ latencies }) => latencies), part));
  return {
    concurrency, eventsPerSecond: Math.round(rates.engine), baselinePerSecond: Math.round(rates.baseline),
    // Of neighbouring stretches, so that a slow minute of the machine is in both.
    ratio: rounded(median(engine.map((stretch, index) => perSecond(stretch) / perSecond(baseline[index])))),
    p50Ms: ms(engine, 0.5), p99Ms: ms(engine, 0.99), baselineP50Ms: ms(baseline, 0.5), baselineP99Ms: ms(baseline, 0.99),
  };
}

interface Served {
  readonly http: readonly Stretch[] | null;
  readonly memory: object;
  readonly warmStartSeconds: number;
  readonly importSeconds: number | null;
}

/** The same journey over HTTP against `npm start`, whose clients share the machine with it; then a warm start of the same folder. */
async function throughServer(journey: Journey, { schedule, register, tell }: SuiteOptions): Promise<Served> {
  const server = new Server();
  try {
    tell('npm start');
    await server.start();
    const [http] = await alternate([await server.walk(journey)], LADDER_AT, schedule);
    const serverRssMb = Math.round(server.rssMb);
    if (register) tell('import');
    const imported = register ? await importRegister(server, register) : null;
    await server.stop();
    tell('npm start, warm');
    const warmStartSeconds = rounded(await server.start());
    const memory = { serverRssMb, serverAfterStartRssMb: Math.round(server.rssMb), importPeakRssMb: imported && Math.round(imported.peakMb) };
    return { http, memory, warmStartSeconds, importSeconds: imported && rounded(imported.seconds) };
  } finally {
    await server.remove();
  }
}

async function machineOf({ dataSource }: House): Promise<object> {
  const [{ version }] = await query<{ version: string }>(dataSource, `SELECT current_setting('server_version') AS version`);
  const [{ fsync }] = await query<{ fsync: string }>(dataSource, `SELECT current_setting('fsync') AS fsync`);
  return { cores: cpus().length, cpu: cpus()[0]?.model ?? '', memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, postgres: version, fsync };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
