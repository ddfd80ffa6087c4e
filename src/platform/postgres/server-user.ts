import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Binaries } from './binaries.js';
import { StartupFault } from './startup-fault.js';

/** Under which system user the PostgreSQL programs run; empty when they run as ourselves. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root: then it runs as the owner of the cluster when there is one, else as user `postgres`,
 * which is created when missing.
 */
export function serverUser(clusterDir: string): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

/** @throws StartupFault naming every folder on the way that is closed to the user, and the command that opens them. */
export function requireWayFor(user: ServerUser, binaries: Binaries, dataDir: string): void {
  if (user.uid === undefined) return;
  const closed = [...new Set([binaries.postgres, dataDir].flatMap((path) => closedOnTheWay(path, user)))];
  if (closed.length === 0) return;
  const folders = closed.join(', ');
  const remedy = `chmod o+x ${closed.join(' ')}`;
  throw new StartupFault(
    `Como root, PostgreSQL funciona con el usuario "${NAME}", que no puede pasar por ${folders}: abra el paso con "${remedy}", o use otra carpeta (CONVENIO_DATA_DIR para los datos, otra ubicación para el programa).`,
    `As root, PostgreSQL runs as user "${NAME}", which may not pass through ${folders}: open the way with "${remedy}", or use another folder (CONVENIO_DATA_DIR for the data, another place for the program).`,
  );
}

function closedOnTheWay(path: string, user: ServerUser): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return [...folders, path].filter((folder) => !mayPass(folder, user));
}

function mayPass(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function lookUp(): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function create(): ServerUser {
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    ['adduser', '--system', '--group', '--no-create-home', NAME],
    ['adduser', '-S', '-D', '-H', NAME],
  ] as const;
  for (const [command, ...args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      // Another process may have created it meanwhile, or this system knows another of the commands.
    }
    const user = lookUp();
    if (user) return user;
  }
  throw new StartupFault(
    `PostgreSQL no funciona como root y no se pudo crear el usuario "${NAME}": créelo ("useradd --system ${NAME}") o use otro usuario.`,
    `PostgreSQL does not run as root and user "${NAME}" could not be created: create it ("useradd --system ${NAME}") or start as another user.`,
  );
}
