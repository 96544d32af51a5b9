// Assist knows a shop by the port alone (H3): no statement of its names a table of the shop's.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, RELATIONS } from '../port-tests/relations.ts';

/** What is assist's own, in the same database as the shop. */
const OWN: ReadonlySet<string> = new Set([
  'assist_session', 'audit_entry', 'audit_view_mark', 'consent', 'consent_request', 'customer_note', 'customer_staff', 'handoff', 'login_link', 'login_place', 'password_reset',
  'rate_limit', 'role', 'role_resource', 'setting_epoch', 'setting_value', 'staff', 'staff_deputy', 'staff_group', 'staff_recovery_code', 'staff_second_factor',
  'staff_second_factor_draft', 'staff_session', 'staff_sign_in', 'staff_store', 'suspicion',
]);

const MIGRATIONS = path.resolve(import.meta.dirname, '../../database/src/migrations');
const filesIn = (directory: string, ending: RegExp): string[] => readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => ending.test(file)).map((file) => path.join(directory, file));

const tables = filesIn(MIGRATIONS, /\.sql$/).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^create table (?:if not exists )?([a-z_]+)/gm)].map(([, table]) => table ?? ''));
const statements = filesIn(import.meta.dirname, /(?<!\.spec|\.fixture)\.ts$/).map((file) => ({ file: path.basename(file), text: readFileSync(file, 'utf8') }));
const named = /\b(?:from|join|update|into|delete from|table) (?:only )?([a-z_]+(?:\.[a-z_]+)?)/g;

describe('H3: assist and the shop’s tables', () => {
  it('has every table of its own in the database', () => {
    expect([...OWN].filter((table) => !tables.includes(table))).toEqual([]);
    expect(tables.length).toBeGreaterThan(OWN.size);
  });

  it('reads and writes none of the shop’s', () => {
    const shops = new Set(tables.filter((table) => !OWN.has(table)));
    const found = statements.flatMap(({ file, text }) => [...text.matchAll(named)].map(([, table]) => table ?? '').filter((table) => shops.has(table)).map((table) => `${file}: ${table}`));
    expect(found).toEqual([]);
  });

  it('asks the port for nothing that the battery doesn’t know', () => {
    const known = new Set([...Object.keys(RELATIONS), ...Object.keys(FUNCTIONS)].map((name) => `shop_port.${name}`));
    const asked = new Set(statements.flatMap(({ text }) => [...text.matchAll(/\bshop_port\.[a-z_]+/g)].map(([name]) => name)));
    expect([...asked].filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !asked.has(name))).toEqual([]);
  });
});
