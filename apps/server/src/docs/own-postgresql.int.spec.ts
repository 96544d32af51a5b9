import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testServer } from '@onbehalf/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer } from '../start-server.ts';
import { blocksOf } from './markdown-blocks.ts';

const PAGE = path.join(import.meta.dirname, '../../../../docs/how-to/use-your-own-postgresql.md');
const SECRET = 'a-secret-for-tests-only-0123456789abcdef';
/** The page's names made this run's own, and each part's: roles are the whole server's. */
const named = (part: string, name: string): string => `docs_${process.pid}_${part}_${name}`;

let server: Awaited<ReturnType<typeof testServer>>;
let admin: pg.Client;
beforeAll(async () => {
  server = await testServer();
  admin = new pg.Client(server.adminConfig);
  await admin.connect();
});
afterAll(async () => {
  for (const part of ['two', 'one']) {
    await admin.query(`drop database if exists ${named(part, 'shop')} with (force)`);
    for (const role of ['shop_app', 'shop_owner', 'shop']) await admin.query(`drop role if exists ${named(part, role)}`);
  }
  await admin.end();
  await server.stop();
});

const [TWO, ONE] = blocksOf(readFileSync(PAGE, 'utf8')).filter(({ language }) => language === 'sql');

/** Runs the page's statements; the app role itself is there, since every database of this server shares it. */
async function prepare(part: string, statements: string | undefined): Promise<void> {
  const own = (statements ?? '').replaceAll(/\bshop(?:_owner|_app)?\b/g, (name) => named(part, name));
  for (const statement of own.split(';\n')) if (!statement.startsWith('create role onbehalf_app')) await admin.query(statement);
}

const url = (part: string, login: string): string =>
  `postgresql://${named(part, login)}@localhost/${named(part, 'shop')}?host=${encodeURIComponent(server.host)}&port=${server.port}`;

/** Starts on an empty database, which is filled with the demo shop; gives the status of its first page. */
async function startedStatus(environment: Record<string, string>): Promise<number> {
  const running = await startServer(readConfig({ PORT: '0', ONBEHALF_SECRET: SECRET, ...environment }), { log: () => {} });
  try {
    return (await fetch(`${running.origin}/`)).status;
  } finally {
    await running.stop();
  }
}

describe('“Use your own PostgreSQL”, by the statements of the page', () => {
  it('works with two logins', async () => {
    await prepare('two', TWO?.text);
    expect(await startedStatus({ DATABASE_OWNER_URL: url('two', 'shop_owner'), DATABASE_URL: url('two', 'shop_app') })).toBe(200);
  });

  it('works with one login', async () => {
    await prepare('one', ONE?.text);
    expect(await startedStatus({ DATABASE_URL: url('one', 'shop') })).toBe(200);
  });
});
