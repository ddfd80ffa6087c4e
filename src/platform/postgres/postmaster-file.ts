import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/** What a PostgreSQL server writes about itself in `postmaster.pid` of its cluster folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** False while it recovers from a crash, and while it stops. */
  readonly ready: boolean;
}

/** Above every pid that Linux or macOS gives out, so surely nobody's. */
const NOBODY = 2_147_483_646;

export function readPostmaster(clusterDir: string): Postmaster | null {
  try {
    const lines = readFileSync(fileIn(clusterDir), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * A machine or container that restarted gives the dead server's pid to another process, and PostgreSQL then takes its own
 * old lock for a live one. Only the pid is taken out: the line of the shared memory stays, so that PostgreSQL still refuses
 * while any old backend works on the files.
 */
export function disownPostmasterFile(clusterDir: string): void {
  const lines = readFileSync(fileIn(clusterDir), 'utf8').split('\n');
  lines[0] = String(NOBODY);
  writeFileSync(fileIn(clusterDir), lines.join('\n'));
}

const fileIn = (clusterDir: string): string => join(clusterDir, 'postmaster.pid');
