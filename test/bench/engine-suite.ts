import { cpus, loadavg, totalmem } from 'node:os';
import { QueueBell } from '../../src/engine/bell.js';
import type { Engine } from '../../src/engine/engine.service.js';
import { Performer, Sender } from '../../src/engine/performer.js';
import { Bell } from '../../src/engine/ports.js';
import { Relay } from '../../src/engine/relay.js';
import { systemClock } from '../../src/platform/clock.js';
import { createLog } from '../../src/platform/log.js';
import { query } from '../../src/platform/database.js';
import { openQueues } from '../../src/platform/queue.js';
import { startWorkers } from '../../src/workers.js';
import { replay } from './baseline.js';
import { usedSoFar } from './cpu.js';
import { assemble } from '../../src/engine-assembly.js';
import { catalogue as workflows } from '../../workflows/catalogue.js';
import { openHouse, type House } from './house.js';
import { anyone, byPowers, givenUp, intoForce, plan, walkOf, type Journey } from './journey.js';
import { alternate, load, median, percentile, perSecond, type Schedule, type Stretch, type Walk } from './load.js';
import { importRegister, Server } from './over-http.js';
import { rungWalk } from './rungs.js';

export interface SuiteOptions {
  readonly schedule: Pick<Schedule, 'rounds' | 'seconds'>;
  /** A register to import; not imported when left out. */
  readonly register?: string | undefined;
  readonly tell: (line: string) => void;
}

const CONCURRENCIES = [1, 8, 16, 32];
const LADDER_AT = 16;

/** The engine's price: against the same rows written by hand, rung by rung, and through the whole server. */
export async function engineSuite(options: SuiteOptions): Promise<object> {
  const house = await openHouse();
  const machine = await machineOf(house);
  try {
    const measured = await measure(house, options);
    const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
    const { http, ...server } = await throughServer(measured.journey, options);
    const ladder = http ? [...measured.ladder, rungOf('+ HTTP', http, measured.ladder[0].perSecond)] : measured.ladder;
    return {
      suite: 'engine', date: systemClock.now().slice(0, 10), machine, loadAverageAfter: loadavg().map(rounded), journey: ['case.opened', ...givenUp], schedule: options.schedule,
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

async function measure(house: House, { schedule: { rounds, seconds }, tell }: SuiteOptions): Promise<Measured> {
  const schedule = { rounds, seconds, used: () => usedSoFar(house) };
  const rung = await ringing(house);
  const { bell, engine } = rung;
  try {
    const journey = await plan(house, engine, givenUp);
    const toForce = await plan(house, engine, intoForce);
    const walksOf = (one: Journey): readonly Walk[] => [
      walkOf(engine, one, { judge: anyone, newId: house.tools.newId }), ...[one.scripts.each, one.scripts.one].map((script) => replay(house.dataSource, script, house.tools.newId)),
    ];
    const walks = walksOf(journey);
    tell('warming up');
    for (const walk of walks) await load(walk, LADDER_AT, schedule.seconds * 2, schedule.used);
    const results = [];
    for (const concurrency of CONCURRENCIES) {
      tell(`${concurrency} at once`);
      results.push(resultOf(concurrency, await alternate(walks, concurrency, schedule)));
    }
    tell('into force');
    const intoForceResult = resultOf(LADDER_AT, await alternate(walksOf(toForce), LADDER_AT, schedule));
    tell('the ladder');
    return { journey, results, intoForce: intoForceResult, ladder: await climb(house, engine, { bell, journey, schedule }) };
  } finally {
    await rung.close();
  }
}

/** An engine whose bell rings real workers in this process, as a server with ROLE=all does; the bell can be held. */
async function ringing(house: House): Promise<{ readonly engine: Engine; readonly bell: HeldBell; close(): Promise<void> }> {
  const log = createLog('silent');
  const { dataSource, tools } = house;
  const queues = await openQueues({ databaseUrl: house.appUrl }, log);
  const bell = new HeldBell(new QueueBell(queues.clockwork, log));
  const { engine, clockwork, linked } = assemble(dataSource, workflows, tools, bell);
  startWorkers({
    queues, log, relay: new Relay(dataSource, queues, tools), clockwork,
    performer: new Performer(dataSource, new NoSender(), linked, tools),
  });
  return { bell, engine, close: () => queues.close() };
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
  return { rung, perSecond: rateOf(stretches), ofBare: rounded(rate / bare), p50Ms: ms(stretches, 0.5) };
}

/** `baseline` writes the same rows statement by statement, `floor` in one statement a transaction. */
function resultOf(concurrency: number, [engine, baseline, floor]: readonly (readonly Stretch[])[]): object {
  return {
    concurrency, eventsPerSecond: rateOf(engine), baselinePerSecond: rateOf(baseline), ratio: ratioOf(engine, baseline), p50Ms: ms(engine, 0.5), p99Ms: ms(engine, 0.99),
    baselineP50Ms: ms(baseline, 0.5), baselineP99Ms: ms(baseline, 0.99), floorPerSecond: rateOf(floor), ratioToFloor: ratioOf(engine, floor),
    cpuMs: costOf(engine), baselineCpuMs: costOf(baseline), floorCpuMs: costOf(floor),
  };
}

function ms(stretches: readonly Stretch[], part: number): number {
  return rounded(percentile(stretches.flatMap(({ latencies }) => latencies), part));
}

function rateOf(stretches: readonly Stretch[]): number {
  return Math.round(median(stretches.map(perSecond)));
}

/** Of neighbouring stretches, so that a slow minute of the machine is in both. */
function ratioOf(stretches: readonly Stretch[], to: readonly Stretch[]): number {
  return rounded(median(stretches.map((stretch, index) => perSecond(stretch) / perSecond(to[index]))));
}

/** Processor time of one transaction, in this process and in PostgreSQL's. */
function costOf(stretches: readonly Stretch[]): { readonly node: number; readonly postgres: number } {
  const each = (which: 'node' | 'postgres'): number => rounded(median(stretches.map(({ used, transactions }) => used[which] / transactions)));
  return { node: each('node'), postgres: each('postgres') };
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
    const [http] = await alternate([await server.walk(journey)], LADDER_AT, { ...schedule, used: () => ({ node: 0, postgres: 0 }) });
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
  return { cores: cpus().length, cpu: cpus()[0]?.model ?? '', memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, postgres: version, fsync, loadAverage: loadavg().map(rounded) };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
