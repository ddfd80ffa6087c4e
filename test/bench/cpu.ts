import { readdirSync, readFileSync } from 'node:fs';
import type { House } from './house.js';

/** Milliseconds of processor used so far: by this process, and by the processes of the house's PostgreSQL that still live. */
export interface Used {
  readonly node: number;
  readonly postgres: number;
}

/** A busy machine makes everything slow; what the work itself took it changes less. */
export function usedSoFar({ server }: House): Used {
  const { user, system } = process.cpuUsage();
  return { node: (user + system) / 1_000, postgres: process.platform === 'linux' ? postgresMs(server.pid) : Number.NaN };
}

function postgresMs(postmaster: number): number {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).reduce((sum, pid) => sum + ofChild(pid, postmaster), 0);
}

/** Field 4 of `stat` is the parent, 14 and 15 the ticks in user and system mode, a hundred a second. */
function ofChild(pid: string, parent: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[1]) === parent ? (Number(fields[11]) + Number(fields[12])) * 10 : 0;
  } catch {
    return 0;
  }
}
