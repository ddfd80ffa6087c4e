import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Runs a program of an installed package in the project's folder; answers its exit code. */
export function runTool(packageName, args, { bin = packageName, env = {} } = {}) {
  const folder = join(root, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = join(folder, typeof bins === 'string' ? bins : bins[bin]);
  return waitFor(spawn(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }));
}

/** Hands signals on to the child and outlives it; answers its exit code, or 128 + the signal that ended it. */
export function waitFor(child) {
  const handOn = (signal) => {
    if (!reachesAll(signal)) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, handOn);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Ctrl-C in a terminal reaches every process of the group by itself. */
export function reachesAll(signal) {
  return signal === 'SIGINT' && process.stdin.isTTY === true;
}
