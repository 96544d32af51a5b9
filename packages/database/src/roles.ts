import pg, { type ClientBase, type ClientConfig } from 'pg';
import { DatabaseProblem } from './problem.ts';

export const DATABASE_NAME = 'onbehalf';
/** Owns the database and every table: migrations run as this role. */
export const OWNER_ROLE = 'onbehalf_owner';
/** What the application may do is granted to this role, in the migrations. It owns nothing. */
export const APP_ROLE = 'onbehalf_app';

/** Makes both roles and the database in a server of our own. Safe to repeat: a first boot may have been cut off. */
export async function ensureRolesAndDatabase(admin: ClientConfig): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    for (const role of [OWNER_ROLE, APP_ROLE]) {
      const found = await client.query('select from pg_roles where rolname = $1', [role]);
      if (found.rowCount === 0) await client.query(`create role ${role} login`);
    }
    const found = await client.query('select from pg_database where datname = $1', [DATABASE_NAME]);
    if (found.rowCount === 0) await createDatabase(client, DATABASE_NAME);
  } finally {
    await client.end();
  }
}

/** Creates a database that the owner role owns and the app role may only connect to, as a copy of a template if named. */
export async function createDatabase(client: ClientBase, name: string, template?: string): Promise<void> {
  const database = client.escapeIdentifier(name);
  const from = template === undefined ? '' : ` template ${client.escapeIdentifier(template)}`;
  await client.query(`create database ${database} owner ${OWNER_ROLE}${from}`);
  // Rights on the database are not copied with a template.
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${APP_ROLE}`);
}

/**
 * Makes sure that the app role is there before migrations grant to it, and that `logins` may act as it.
 * Runs as the role that migrates; where that one may not create roles, the message says what to ask for.
 */
export async function ensureAppRole(client: ClientBase, logins: readonly string[]): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  if (rowCount === 0) await orExplain(client, `create role ${APP_ROLE} nologin`, logins);
  for (const login of logins) {
    if (!(await mayBecome(client, login))) await orExplain(client, `grant ${APP_ROLE} to ${client.escapeIdentifier(login)}`, logins);
  }
}

// From version 16 on whoever creates a role may administer it without being able to take it on: that is a right of its own.
async function mayBecome(client: ClientBase, login: string): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    `select pg_has_role($1, $2, case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) as is`,
    [login, APP_ROLE],
  );
  return rows[0]?.is === true;
}

async function orExplain(client: ClientBase, statement: string, logins: readonly string[]): Promise<void> {
  try {
    await client.query(statement);
  } catch (cause) {
    const grants = logins.map((login) => `GRANT ${APP_ROLE} TO ${client.escapeIdentifier(login)};`);
    const wanted = [`CREATE ROLE ${APP_ROLE} NOLOGIN;`, ...grants].join(' ');
    throw new DatabaseProblem('role-missing', `The database needs a role for the application. Ask its administrator for: ${wanted}`, {
      cause,
    });
  }
}
