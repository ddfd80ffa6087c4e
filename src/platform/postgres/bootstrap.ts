import { Client } from 'pg';
import { type Cluster, LOGIN_NAMES } from './cluster.js';

/** The role that every application session takes; what it may do is granted by the migrations. */
export const APP_ROLE = 'convenio_app_role';

/** Makes the logins and the database `convenio` of a new cluster; does nothing on one that has them. */
export async function prepareDatabase(administratorUrl: string, passwords: Cluster['passwords']): Promise<void> {
  const client = new Client({ connectionString: administratorUrl, application_name: 'convenio launcher' });
  await client.connect();
  try {
    if (await exists(client)) return;
    await client.query('SELECT pg_advisory_lock(7301, 1)');
    if (await exists(client)) return;
    const { migrator, app } = LOGIN_NAMES;
    await client.query(`
      CREATE ROLE ${APP_ROLE} NOLOGIN;
      CREATE ROLE ${migrator} LOGIN CREATEDB CREATEROLE PASSWORD '${passwords.migrator}';
      CREATE ROLE ${app} LOGIN PASSWORD '${passwords.app}';
      GRANT ${APP_ROLE} TO ${migrator} WITH ADMIN OPTION;
      GRANT ${APP_ROLE} TO ${app};`);
    await client.query(`CREATE DATABASE convenio OWNER ${migrator}`);
  } finally {
    await client.end();
  }
}

async function exists(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'convenio'`);
  return rowCount === 1;
}
