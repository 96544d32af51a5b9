import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { blocksOf, commandsOf, shownAs } from './markdown-blocks.ts';

const DOCS = path.join(import.meta.dirname, '../../../../docs');
const read = (page: string): string => readFileSync(path.join(DOCS, page), 'utf8');

/** Between the outputs of two commands: a record separator, which no answer holds. */
const SEPARATOR = '\u001E';

let shop: DemoShop;
let programs: string;
beforeAll(async () => {
  shop = await openDemoShop();
  programs = mkdtempSync(path.join(tmpdir(), 'onbehalf-docs-'));
  if (spawnSync('curl', ['--version']).status === 0) return;
  // Not everybody's machine has curl, and a fresh clone is tested with nothing installed.
  copyFileSync(path.join(import.meta.dirname, 'curl.mjs'), path.join(programs, 'curl'));
  chmodSync(path.join(programs, 'curl'), 0o755);
});
afterAll(async () => {
  rmSync(programs, { recursive: true, force: true });
  await shop.close();
});

describe('“Place an assisted order over REST”', () => {
  const commands = commandsOf(read('how-to/assisted-order-over-rest.md'));

  it('prints what it shows, command by command', async () => {
    const script = commands.map(({ shell }) => `${shell}\nprintf '${SEPARATOR}'\n`).join('').replaceAll('http://localhost:3000', shop.server.origin);
    const directories = [programs, path.dirname(process.execPath), process.env['PATH'] ?? ''];
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { env: { PATH: directories.join(path.delimiter) } });
    const printed = stdout.split(SEPARATOR);
    expect(commands.length).toBeGreaterThan(10);
    const wrong = commands.flatMap(({ shell, prints }, at) => (shownAs(prints ?? '').test(printed[at]?.trim() ?? '') ? [] : [{ shell, shown: prints, printed: printed[at] }]));
    expect(wrong).toEqual([]);
  }, 120_000);

  it('leaves the entries it speaks of', async () => {
    const entries = await shop.rows<{ did: string }>(
      `select e.action_group || '/' || e.action || case e.result when 'done' then '' else ' ' || e.result end as did
         from audit_entry e join assist_session s on s.id = e.stream where s.kind = 'api' order by e.seq`);
    expect(entries.map(({ did }) => did)).toEqual([
      'login-as-customer/start', 'cart/add-line', 'cart/set-price', 'cart/set-price', 'cart/set-price refused', 'customer/view', 'order/place', 'order/reorder', 'cart/quick-order', 'login-as-customer/end',
    ]);
  });
});

describe('“The record’s row format”', () => {
  it('has queries that find nothing wrong in a record in order', async () => {
    const queries = blocksOf(read('reference/audit-format.md')).filter(({ language, text }) => language === 'sql' && text.startsWith('select'));
    expect(queries).toHaveLength(2);
    for (const { text } of queries) expect(await shop.rows(text)).toEqual([]);
  });

  it('has a query that finds an entry whose place was given to another', async () => {
    const [, chain] = blocksOf(read('reference/audit-format.md')).filter(({ language, text }) => language === 'sql' && text.startsWith('select'));
    const gap = (chain?.text ?? '').replace('from audit_entry window', `from (select * from audit_entry where seq <> 2) audit_entry window`);
    expect(await shop.rows(gap)).not.toEqual([]);
  });
});
