import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await testDatabase();
  await database.owner.query('delete from onbehalf_migration');
  directory = await mkdtemp(path.join(tmpdir(), 'onbehalf-migrations-'));
});
afterEach(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(path.join(directory, name), sql);
const run = () => migrate({ owner: database.ownerConfig, directory });

describe('migrations', () => {
  test('are applied in order, once', async () => {
    await write('002-b.sql', 'alter table a add column b int;');
    await write('001-a.sql', 'create table a (id int); insert into a values (1);');
    expect(await run()).toEqual({ applied: ['001-a.sql', '002-b.sql'], newer: [] });
    expect(await run()).toEqual({ applied: [], newer: [] });
  });

  test('are applied by one of several processes that start at once', async () => {
    await write('001-a.sql', 'create table a (id int);');
    const results = await Promise.all([run(), run(), run()]);
    expect(results.flatMap(({ applied }) => applied)).toEqual(['001-a.sql']);
  });

  test('leave nothing behind when they fail, and name the file', async () => {
    await write('001-a.sql', 'create table a (id int); select no_such_column;');
    await expect(run()).rejects.toMatchObject({ code: 'migration-failed', message: expect.stringContaining('001-a.sql') as string });
    const { rows } = await database.owner.query(`select to_regclass('a') as a`);
    expect(rows).toEqual([{ a: null }]);
    await write('001-a.sql', 'create table a (id int);');
    expect((await run()).applied).toEqual(['001-a.sql']);
  });

  test('that were applied may not change', async () => {
    await write('001-a.sql', 'create table a (id int);');
    await run();
    await write('001-a.sql', 'create table a (id int, more int);');
    await expect(run()).rejects.toMatchObject({ code: 'migration-changed' });
  });

  test('may change their line ends, which a checkout may do', async () => {
    await write('001-a.sql', 'create table a\n(id int);\n');
    await run();
    await write('001-a.sql', 'create table a\r\n(id int);\r\n');
    expect((await run()).applied).toEqual([]);
  });

  test('may not be put in before one that was applied', async () => {
    await write('002-b.sql', 'create table b (id int);');
    await run();
    await write('001-a.sql', 'create table a (id int);');
    await expect(run()).rejects.toMatchObject({ code: 'migration-out-of-order' });
  });

  test('of a newer version, running beside this one, are reported and left alone', async () => {
    await write('001-a.sql', 'create table a (id int);');
    await write('002-b.sql', 'create table b (id int);');
    await run();
    await rm(path.join(directory, '002-b.sql'));
    expect(await run()).toEqual({ applied: [], newer: ['002-b.sql'] });
  });

  test('give up on a table that somebody holds locked, instead of queueing in front of everybody', async () => {
    await write('001-a.sql', "set local lock_timeout = '100ms'; alter table held add column more int;");
    await database.owner.query('create table held (id int)');
    const holder = await database.owner.connect();
    await holder.query('begin; lock table held in access share mode');
    await expect(run()).rejects.toMatchObject({ cause: { code: '55P03' } });
    await holder.query('rollback');
    holder.release();
  });
});
