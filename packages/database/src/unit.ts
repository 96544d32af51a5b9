import type { Pool, PoolClient } from 'pg';
import { DatabaseProblem } from './problem.ts';

/** Where a use case sends its statements. Rows arrive as the pool's types say: int8 as bigint, timestamptz as Date. */
export interface Unit {
  readonly query: <Row>(text: string, params?: readonly unknown[]) => Promise<Row[]>;
  /** A prepared statement: parsed and planned once per connection. One text per name. */
  readonly named: <Row>(name: string, text: string, params?: readonly unknown[]) => Promise<Row[]>;
}

export interface UnitOfWork {
  /** Everything or nothing: commits when `act` returns, rolls back when it throws. */
  readonly transaction: <T>(act: (unit: Unit) => Promise<T>) => Promise<T>;
  /**
   * No transaction around: each statement sees what is committed when it begins, on any connection. For pages, and for
   * hot writes that load, decide, and record in one conditional statement: that is two round trips less.
   */
  readonly read: <T>(act: (unit: Unit) => Promise<T>) => Promise<T>;
}

/** One round trip to the database. */
export interface QueryObservation {
  readonly text: string;
  readonly name?: string;
  readonly milliseconds: number;
  readonly failed: boolean;
}

export interface UnitOfWorkOptions {
  /** Told about every round trip, begin and commit included. */
  readonly onQuery?: (observation: QueryObservation) => void;
}

interface Statement {
  readonly text: string;
  readonly name?: string;
  readonly values?: unknown[];
}

type Send = (statement: Statement) => Promise<{ command: string; rows: unknown[] }>;

export function unitOfWork(pool: Pool, { onQuery }: UnitOfWorkOptions = {}): UnitOfWork {
  return {
    transaction: (act) => withConnection(pool, (client) => transact(observed(client, onQuery), act)),
    read: (act) => readOn(pool, onQuery, act),
  };
}

// A connection for each statement and none between them: a use case that reads and then runs a transaction of its own
// would hold one while it waits for another, and as many of those as the pool is large would wait for ever.
function readOn<T>(pool: Pool, onQuery: UnitOfWorkOptions['onQuery'], act: (unit: Unit) => Promise<T>): Promise<T> {
  return lend((statement) => withConnection(pool, (client) => observed(client, onQuery)(statement)), act);
}

async function withConnection<T>(pool: Pool, act: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    return await act(client);
  } catch (error) {
    isBroken = error instanceof BrokenConnection;
    throw isBroken && error instanceof Error ? error.cause : error;
  } finally {
    client.release(isBroken);
  }
}

/** The connection is in an unknown state and must not go back to the pool; `cause` is what the caller sees. */
class BrokenConnection extends Error {}

async function transact<T>(send: Send, act: (unit: Unit) => Promise<T>): Promise<T> {
  await send({ text: 'begin' });
  try {
    const result = await lend(send, act);
    await commit(send);
    return result;
  } catch (error) {
    await send({ text: 'rollback' }).catch(() => {
      throw new BrokenConnection('rollback failed', { cause: error });
    });
    throw error;
  }
}

async function commit(send: Send): Promise<void> {
  const { command } = await send({ text: 'commit' });
  if (command === 'COMMIT') return;
  // PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error.
  throw new DatabaseProblem('commit-failed', 'Nothing was saved: a statement had failed and its error was caught.');
}

/** The unit ends with its use case: a statement that nobody waited for can't slip into somebody else's transaction. */
async function lend<T>(send: Send, act: (unit: Unit) => Promise<T>): Promise<T> {
  let isOver = false;
  const rowsOf = async <Row>(statement: Statement): Promise<Row[]> => {
    if (isOver) throw new DatabaseProblem('unit-over', `The unit of work is over: ${statement.text.slice(0, 80)}`);
    const { rows } = await send(statement);
    return rows as Row[]; // what the statement returns is known to the one who wrote it
  };
  try {
    return await act({
      query: (text, params = []) => rowsOf({ text, values: [...params] }),
      named: (name, text, params = []) => rowsOf({ name, text, values: [...params] }),
    });
  } finally {
    isOver = true;
  }
}

function observed(client: PoolClient, onQuery: UnitOfWorkOptions['onQuery']): Send {
  if (onQuery === undefined) return (statement) => client.query(statement);
  return async (statement) => {
    const started = performance.now();
    let failed = true;
    try {
      const result = await client.query(statement);
      failed = false;
      return result;
    } finally {
      const { text, name } = statement;
      onQuery({ text, ...(name === undefined ? {} : { name }), milliseconds: performance.now() - started, failed });
    }
  };
}
