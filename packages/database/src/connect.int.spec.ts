import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, refuseOldVersion } from './connect.ts';
import type { EmbeddedPostgres } from './embedded/start-embedded.ts';
import { migrate } from './migrate.ts';
import { closePool, openPool } from './pool.ts';
import { type TestDatabase, testDatabase, testServer } from './testing.ts';

let database: TestDatabase;
let server: EmbeddedPostgres;

beforeAll(async () => {
  server = await testServer();
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
  await server.stop();
});

const urlFor = (role: string) =>
  `postgresql://${role}@/${String(database.ownerConfig.database)}?host=${encodeURIComponent(server.host)}&port=${server.port}`;

describe('connecting by URL', () => {
  test('with one URL, the application takes on the app role, and may do as little', async () => {
    const { owner, app, embedded } = await connectDatabase({ DATABASE_URL: urlFor('postgres') });
    expect(embedded).toBeUndefined();
    await migrate({ owner, app });
    const pool = openPool(app);
    expect((await pool.query('select current_user::text, session_user::text')).rows).toEqual([
      { current_user: 'onbehalf_app', session_user: 'postgres' },
    ]);
    await expect(pool.query('create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await closePool(pool);
  });

  test('with two URLs, migrations and application use one each', async () => {
    const { owner, app } = await connectDatabase({
      DATABASE_URL: urlFor('onbehalf_app'),
      DATABASE_OWNER_URL: urlFor('onbehalf_owner'),
    });
    await migrate({ owner, app });
    const pool = openPool(app);
    expect((await pool.query('select session_user::text')).rows).toEqual([{ session_user: 'onbehalf_app' }]);
    await closePool(pool);
  });

  test('makes an ordinary login a member of the app role, or says what to ask for', async () => {
    const login = `plain_${process.pid}`;
    const admin = openPool(server.adminConfig);
    await admin.query(`create role ${login} login`);
    const migrating = migrate({ owner: database.ownerConfig, app: { connectionString: urlFor(login) } });
    await expect(migrating).rejects.toMatchObject({
      code: 'role-missing',
      message: expect.stringContaining(`GRANT onbehalf_app TO "${login}";`) as string,
    });
    await migrate({
      owner: { ...server.adminConfig, database: String(database.ownerConfig.database) },
      app: { connectionString: urlFor(login) },
    });
    const { rows } = await admin.query(`select pg_has_role('${login}', 'onbehalf_app', 'member') as is`);
    expect(rows).toEqual([{ is: true }]);
    await admin.query(`drop role ${login}`);
    await closePool(admin);
  });

  test('refuses an old server by name', () => {
    expect(() => refuseOldVersion('14.2 (Debian 14.2-1)', 'db.example')).toThrow(/15 or newer.*db\.example.*14\.2/u);
    expect(() => refuseOldVersion('15.0', 'db.example')).not.toThrow();
    expect(() => refuseOldVersion('18beta1', 'db.example')).not.toThrow();
  });
});

describe('a pool', () => {
  test('survives the server ending its idle connections, and opens new ones', async () => {
    const errors: Error[] = [];
    const pool = openPool(database.appConfig, (error) => errors.push(error));
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    await asAdmin((admin) => admin.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]));
    await expect.poll(() => errors[0]).toMatchObject({ code: '57P01' });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await closePool(pool);
  });

  test('is closed only when its backends are gone', async () => {
    const application = `closing-${process.pid}`;
    const pool = openPool({ ...database.appConfig, application_name: application });
    await Promise.all(Array.from({ length: 10 }, () => pool.query('select pg_sleep(0.05)')));
    await closePool(pool);
    const left = await asAdmin((admin) => admin.query('select from pg_stat_activity where application_name = $1', [application]));
    expect(left.rowCount).toBe(0);
  });
});

async function asAdmin<T>(act: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(server.adminConfig);
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}
