import { roles } from './0001-roles.js';
import { governance } from './0002-governance.js';
import { readableMigrations } from './0003-readable-migrations.js';
import { engine } from './0004-engine.js';
import { importRows } from './0005-import.js';
import { mail } from './0006-mail.js';
import { competences } from './0007-competences.js';
import { links } from './0008-links.js';
import { sessions } from './0009-sessions.js';
import { migrationDecisions } from './0010-migration-decisions.js';
import type { MigrationClass } from './sql-migration.js';

/** Every migration, in order. Listed by hand: a glob finds none under Jest, without a word. */
export const migrations: readonly MigrationClass[] = [roles, governance, readableMigrations, engine, importRows, mail, competences, links, sessions, migrationDecisions];
