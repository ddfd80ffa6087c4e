import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { develop } from './develop.mjs';
import { installMissing } from './install.mjs';
import { plain, root } from './project.mjs';
import { runTool } from './tool.mjs';

const COMMANDS = {
  start: (args) => {
    leaveWithParent();
    return become('dist/src/main.js', args);
  },
  convenio: (args) => become('dist/src/cli.js', args),
  bench: (args) => become('dist/test/bench/main.js', args),
  dev: async () => {
    await build();
    return develop();
  },
  build: async () => void (await build()),
  test,
  lint: (args) => runTool('oxlint', ['--deny-warnings', ...args]),
  types: (args) => runTool('typescript', ['-p', '.', ...args], { bin: 'tsc' }),
  imports: () => runTool('dependency-cruiser', ['--config', '.dependency-cruiser.cjs', 'src', 'workflows', 'migrations', 'test'], { bin: 'depcruise' }),
  check,
};

/** Installs what is missing, then runs the command; its exit code becomes ours. */
export async function run(name, args) {
  const command = COMMANDS[name];
  if (!command) throw plain(`usage: node bin/run.mjs ${Object.keys(COMMANDS).join('|')}`, 2);
  await installMissing();
  const code = await command(args);
  if (code) process.exitCode = code;
}

/** The program goes on in this process: nothing stands between it and a signal, or its exit code. */
async function become(program, args) {
  await build();
  const file = join(root, program);
  process.argv.splice(1, process.argv.length, file, ...args);
  await import(pathToFileURL(file).href);
}

/** npm hands on SIGTERM but not its own sudden death; the server must not stay behind then, unseen, on its data folder. */
function leaveWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/** The build comes first for the tests that start the application as a process. */
async function test(args) {
  await build();
  const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  return runTool('jest', args, { env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim() } });
}

/** What CI runs, in its order; all of it, so that one run shows every fault. */
async function check() {
  const failed = [];
  for (const name of ['test', 'lint', 'types', 'imports']) {
    process.stderr.write(`check: ${name}\n`);
    if (await COMMANDS[name]([])) failed.push(name);
  }
  process.stderr.write(failed.length === 0 ? 'check: all good\n' : `check: failed: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
}
