import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { unitOfWork } from '@onbehalf/database';
import type { Candidate } from '../frame/figure.ts';
import type { Stage } from '../stage/open-stage.ts';
import { VERSION_AT, type PriceStatements } from './statement-log.ts';

const PLACE = path.resolve(import.meta.dirname, '../../.cache/bench');
const run = promisify(execFile);

/** PostgreSQL's own load generator with the same two statements, prepared; null where it isn't installed. */
export async function pgbench(stage: Stage, statements: readonly PriceStatements[]): Promise<Candidate | null> {
  const program = onPath('pgbench');
  const [first] = statements;
  if (program === null || first === undefined) return null;
  const table = await storeParameters(stage, statements);
  const script = path.join(PLACE, `${table}.sql`);
  mkdirSync(PLACE, { recursive: true });
  writeFileSync(script, scriptOf(table, first));
  const clients = statements.length;
  const { host, port, user, database } = stage.appConfig;
  const parameters = ['-n', '-M', 'prepared', '-D', 'ready=0', '-c', `${clients}`, '-j', `${Math.min(clients, 2)}`, '-h', host, '-p', `${port}`, '-U', user, '-f', script];
  return {
    name: 'pgbench',
    turn: async (seconds) => {
      const { stdout } = await run(program, [...parameters, '-T', `${Math.max(1, Math.round(seconds))}`, database]);
      return sampleOf(stdout);
    },
  };
}

/** Throws where not every transaction was made: half of the work is no baseline. */
export function sampleOf(report: string): { operations: number; seconds: number; cpuSeconds: null } {
  const operations = Number(/transactions actually processed: (\d+)/u.exec(report)?.[1]);
  const rate = Number(/^tps = ([\d.]+)/mu.exec(report)?.[1]);
  const failed = Number(/failed transactions: (\d+)/u.exec(report)?.[1] ?? 0);
  if (!(operations > 0) || !(rate > 0) || failed > 0) throw new Error(`pgbench did not do its work:\n${report}`);
  return { operations, seconds: operations / rate, cpuSeconds: null };
}

// Every client fetches its own parameters once; they stay in its variables, and a missing one is null.
function scriptOf(table: string, { load, write }: PriceStatements): string {
  return `\\if :ready = 0
select * from ${table} where client = :client_id \\gset
\\set ready 1
\\endif
${withVariables(load.text, (at) => `:l${at}`)}
\\gset cart_
${withVariables(write.text, (at) => (at === VERSION_AT ? ':cart_version' : `:w${at}`))};
`;
}

const withVariables = (text: string, variable: (at: number) => string): string => text.replaceAll(/\$(\d+)/gu, (_, number: string) => variable(Number(number) - 1));

async function storeParameters(stage: Stage, statements: readonly PriceStatements[]): Promise<string> {
  const table = `pgbench_parameters_${statements.length}`;
  await stage.asOwner(async (owner) => {
    const unit = { query: (text: string, values: unknown[] = []) => unitOfWork(owner).read((one) => one.query(text, values)) };
    const rows = statements.map((one, client): Record<string, string | number> => Object.fromEntries<string | number>([['client', client], ...named('l', one.load.values), ...named('w', one.write.values)]));
    const columns = Object.keys(rows[0] ?? {}).map((name) => `${name} ${name === 'client' ? 'integer' : 'text'}`).join(', ');
    await unit.query(`create table ${table} (${columns})`);
    await unit.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
    await unit.query(`grant select on ${table} to ${stage.appConfig.user}`);
  });
  return table;
}

const named = (prefix: string, values: readonly unknown[]): [string, string][] =>
  values.flatMap((value, at) => (value === null ? [] : [[`${prefix}${at}`, textOf(value)]]));

/** A parameter as PostgreSQL reads it. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  throw new TypeError('A parameter that pgbench has no text for');
}

function onPath(program: string): string | null {
  const places = (process.env['PATH'] ?? '').split(path.delimiter).map((place) => path.join(place, program));
  return places.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
