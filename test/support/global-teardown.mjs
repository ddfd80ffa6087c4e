import { once } from 'node:events';

/** Lets go of the watcher and waits until it has cleaned up. */
// Jest asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default async function teardown() {
  const watcher = globalThis.convenioTestWatcher;
  const gone = once(watcher, 'exit');
  watcher.stdin.end();
  await gone;
}
