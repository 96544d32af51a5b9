import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePool, openPool } from './pool.ts';
import { type TestDatabase, testDatabase, testServer } from './testing.ts';
import { type QueryObservation, type Unit, unitOfWork } from './unit.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query('create table note (id int8 primary key, text text)');
  await database.owner.query('grant select, insert on note to onbehalf_app');
});
beforeEach(async () => {
  await database.owner.query('truncate note');
});
afterAll(() => database.drop());

const insert = (unit: Unit, id: number) => unit.query('insert into note (id, text) values ($1, $2)', [id, 'x']);

async function countNotes(): Promise<bigint> {
  const { rows } = await database.app.query<{ count: bigint }>('select count(*) from note');
  return rows[0]?.count ?? -1n;
}

describe('a transaction', () => {
  test('is committed when the use case returns, and hands on its result', async () => {
    const result = await unitOfWork(database.app).transaction(async (unit) => {
      await insert(unit, 1);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await countNotes()).toBe(1n);
  });

  test('is rolled back when the use case throws, and the error is the one thrown', async () => {
    const refused = unitOfWork(database.app).transaction(async (unit) => {
      await insert(unit, 1);
      throw new Error('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    expect(await countNotes()).toBe(0n);
  });

  test('is not said to be saved when a caught error had already undone it', async () => {
    const swallowed = unitOfWork(database.app).transaction(async (unit) => {
      await insert(unit, 1);
      await unit.query('select no_such_column').catch(() => []);
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'commit-failed' });
    expect(await countNotes()).toBe(0n);
  });

  test('fails when its commit fails', async () => {
    await database.owner.query('create table pair (id int8 primary key, other int8 references pair deferrable initially deferred)');
    await database.owner.query('grant select, insert on pair to onbehalf_app');
    const broken = unitOfWork(database.app).transaction((unit) => unit.query('insert into pair values (1, 2)'));
    await expect(broken).rejects.toMatchObject({ code: '23503' });
    expect(database.app.idleCount).toBe(database.app.totalCount);
  });

  test('whose connection is ended by the server fails, and the next one works', async () => {
    const cut = unitOfWork(database.app).transaction(async (unit) => {
      const [backend] = await unit.query<{ pid: number }>('select pg_backend_pid() as pid');
      await endBackend(backend?.pid ?? 0);
      await insert(unit, 1);
    });
    await expect(cut).rejects.toThrow(/terminat|closed|ended|not queryable/iu);
    await unitOfWork(database.app).transaction((unit) => insert(unit, 2));
    expect(await countNotes()).toBe(1n);
  });

  test('gives its connection back whatever happened', async () => {
    const work = unitOfWork(database.app);
    for (let round = 0; round < 20; round += 1) {
      await work.transaction((unit) => unit.query('select no_such_column')).catch(() => {});
    }
    expect(database.app.waitingCount).toBe(0);
    expect(database.app.idleCount).toBe(database.app.totalCount);
  });
});

describe('a unit', () => {
  test('refuses statements after its use case is over', async () => {
    let kept: Unit | undefined;
    await unitOfWork(database.app).transaction(async (unit) => {
      kept = unit;
      await unit.query('select 1');
    });
    await expect(kept?.query('select 1')).rejects.toMatchObject({ code: 'unit-over' });
  });

  test('reads int8 as bigint, a day as text, an instant as Date, and json parsed', async () => {
    const [row] = await unitOfWork(database.app).read((unit) =>
      unit.query<Record<string, unknown>>(`select 9007199254740993 as money, array[1,2]::int8[] as moneys,
        date '2026-03-29' as day, array[date '2026-03-29'] as days, timestamptz '2026-01-02 03:04:05Z' as at,
        '{"a":1}'::jsonb as json, 1.10::numeric(5,2) as rate, null::int8 as nothing`),
    );
    expect(row).toEqual({
      money: 9_007_199_254_740_993n,
      moneys: [1n, 2n],
      day: '2026-03-29',
      days: ['2026-03-29'],
      at: new Date('2026-01-02T03:04:05Z'),
      json: { a: 1 },
      rate: '1.10',
      nothing: null,
    });
  });

  test('takes bigint parameters and prepares named statements', async () => {
    const read = unitOfWork(database.app).read;
    const rows = await read((unit) => unit.named<{ next: bigint }>('next', 'select $1::int8 + 1 as next', [9_007_199_254_740_993n]));
    expect(rows).toEqual([{ next: 9_007_199_254_740_994n }]);
  });
});

test('reads that run transactions of their own keep no connection from them', async () => {
  const work = unitOfWork(database.app);
  const most = database.app.options.max ?? 10;
  const all = Array.from({ length: most * 2 }, () => work.read(async (outer) => {
    await outer.query('select 1');
    return work.transaction((unit) => unit.query('select 1'));
  }));
  await expect(Promise.all(all)).resolves.toHaveLength(most * 2);
});

test('every round trip is counted, begin and commit too, and a read has neither', async () => {
  const seen: QueryObservation[] = [];
  const work = unitOfWork(database.app, { onQuery: (observation) => seen.push(observation) });
  await work.transaction((unit) => unit.named('one', 'select 1'));
  expect(seen.map(({ name, text }) => name ?? text)).toEqual(['begin', 'one', 'commit']);
  seen.length = 0;
  await work.read((unit) => unit.query('select 1'));
  expect(seen.map(({ text }) => text)).toEqual(['select 1']);
});

/** Ends a backend and waits until it is gone; only the superuser may. */
async function endBackend(pid: number): Promise<void> {
  const server = await testServer();
  const admin = openPool(server.adminConfig);
  await admin.query('select pg_terminate_backend($1, 5000)', [pid]);
  await closePool(admin);
  await server.stop();
}
