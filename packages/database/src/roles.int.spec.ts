import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query('create table kept (id int primary key)');
  await database.owner.query('grant select, insert on kept to onbehalf_app');
});
afterAll(() => database.drop());

describe('the app role', () => {
  test.each([
    'create table mine (id int)',
    'create temp table mine (id int)',
    'create schema mine',
    'create extension citext',
    'create database mine',
    'create role mine',
    'alter table kept add column more int',
    'alter table kept disable trigger all',
    'truncate kept',
    'drop table kept',
    'delete from kept',
    'set role onbehalf_owner',
    "set session_replication_role = 'replica'",
    'select * from onbehalf_migration for update',
  ])('may not: %s', async (statement) => {
    await expect(database.app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('owns nothing and has no attribute beyond logging in', async () => {
    const owned = await database.app.query(
      `select 1 from pg_class where relowner = 'onbehalf_app'::regrole
       union all select 1 from pg_namespace where nspowner = 'onbehalf_app'::regrole
       union all select 1 from pg_proc where proowner = 'onbehalf_app'::regrole
       union all select 1 from pg_database where datdba = 'onbehalf_app'::regrole`,
    );
    expect(owned.rowCount).toBe(0);
    const { rows } = await database.app.query(
      'select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, rolreplication: false }]);
  });
});
