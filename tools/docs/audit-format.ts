import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AUDIT_ACTIONS, AUDIT_GROUPS, actorId, assistSessionId, auditBodyText, canonicalEntry, storeId, subjectId, type AuditBody } from '@onbehalf/core';
import { code, page, table } from './markdown.ts';

const MIGRATION = 'packages/database/src/migrations/004-record.sql';

const FIELDS: Readonly<Record<keyof AuditBody, string>> = {
  v: 'version of the body: 1',
  at: 'UTC with microseconds, ISO 8601',
  action_group: 'action group',
  action: 'action',
  result: '`done`, `refused` or `failed`',
  codes: 'every refusal code; empty when done',
  actor: 'id, role and group of the member of staff as they were then; null without one',
  subject: 'id of the customer; null without one',
  assistSession: 'id of the assist session; null outside one',
  store: 'id of the store view; null without one',
  object: 'type and id of what it was done to; null without one',
  detail: 'facts without personal data; anything named like a secret is dropped',
  sealed: 'personal facts, AES-256-GCM, base64 of IV (12 bytes), tag (16 bytes) and text; null without any',
  requestId: 'the request or the job’s run that caused it',
};

const BODY: AuditBody = {
  v: 1,
  at: '2026-03-01T09:30:00.000000Z',
  action_group: 'cart',
  action: 'set-price',
  result: 'done',
  codes: [],
  actor: { id: actorId('1'), roleId: '2', groupId: '1' },
  subject: subjectId('1001'),
  assistSession: assistSessionId('0198c2de-0000-7000-8000-000000000001'),
  store: storeId(1),
  object: { type: 'cart-line', id: '0198c2de-0000-7000-8000-000000000002' },
  detail: { after: 8000n, before: 9500n },
  sealed: null,
  requestId: '0198c2de-0000-7000-8000-000000000003',
};

export function auditFormatPage(): string {
  const sql = readFileSync(path.join(import.meta.dirname, '../..', MIGRATION), 'utf8');
  const first = canonicalEntry({ stream: BODY.assistSession ?? '', seq: 1, prev: null, body: auditBodyText(BODY) });
  return page(
    'The record’s row format, version 1',
    `The format is fixed by \`${MIGRATION}\`. Hashes rest on it, so it does not change; another format would carry another first line.`,
    '## Canonical bytes',
    'Five lines, joined by a line feed, in UTF-8. The body is one line, whatever a person typed.',
    fenced('text', ['onbehalf/audit/v1', '{stream}', '{seq}', '{hash of the entry before in lower-case hex, or -}', '{body}'].join('\n')),
    [
      '- **stream**: the id of the assist session. An entry outside a session has a random id of its own.',
      '- **seq**: 1, 2, 3 … without a gap within the stream.',
      '- **body**: canonical JSON. Keys are sorted by UTF-16 code unit as in RFC 8785, there is no white space, and amounts are decimal strings.',
    ].join('\n'),
    '## Hash and chain',
    'The leaf is SHA-256 over one zero byte and the canonical bytes. An entry of an assist session names the leaf before it as `prev`, so a row that is changed, taken out or moved breaks the chain at that place. The database computes all of it:',
    fenced('sql', `${functionText(sql, 'audit_canonical')}\n\n${functionText(sql, 'audit_leaf')}`),
    'For example, the first entry of a stream:',
    fenced('text', first),
    `has the leaf \`${leafOf(first)}\`.`,
    '## Check it',
    'Each query gives the rows that are wrong; a record in order gives none.',
    fenced('sql', LEAVES),
    fenced('sql', CHAIN),
    '## Body',
    table(['field', 'what it holds'], Object.entries(FIELDS).map(([name, text]) => [code(name), text])),
    'Personal facts (names, addresses, search words, IP addresses, user agents) stand in `sealed` only, under the key of the customer or, without one, of the member of staff. Without that key the facts can’t be read, and every hash still holds.',
    '## Row',
    'The remaining columns of `audit_entry` are copies of body fields to search by. Rows are partitioned by the month in which the stream began.',
    '## Actions',
    'Words are added, never renamed. A word in this list is not a promise that this release has a use for it.',
    table(['group', 'actions'], AUDIT_GROUPS.map((group) => [code(group), AUDIT_ACTIONS[group].map(code).join(', ')])),
  );
}

const LEAVES = `select month, stream, seq from audit_entry
 where leaf <> audit_leaf(canonical)
    or canonical <> audit_canonical(stream, seq, prev_hash,
         regexp_replace(convert_from(canonical, 'UTF8'), '^([^\\n]*\\n){4}', ''));`;

const CHAIN = `select month, stream, seq from (
  select month, stream, seq, prev_hash,
    lag(leaf) over chain as before, row_number() over chain as place
  from audit_entry window chain as (partition by stream order by seq)) entries
 where seq <> place or prev_hash is distinct from before;`;

function functionText(sql: string, name: string): string {
  const found = new RegExp(`create function ${name}\\(.*?\\$\\$;`, 's').exec(sql);
  if (found === null) throw new Error(`${MIGRATION} has no function ${name}`);
  return found[0];
}

const leafOf = (canonical: string): string => createHash('sha256').update('\0').update(canonical, 'utf8').digest('hex');

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
