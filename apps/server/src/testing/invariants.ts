import type { DemoShop } from './demo-shop.ts';
import { brokenIn } from './invariants/broken.ts';
import { changedSince, type CustomersSeen } from './invariants/customers-own.ts';
import { evidenceOf, type Rows } from './invariants/evidence.ts';

export { snapshotCustomers, type CustomersSeen } from './invariants/customers-own.ts';

export interface AfterCase {
  /** What the customers had before: nothing of it has changed (I7). */
  before?: CustomersSeen;
  /** Customers who did something themselves meanwhile. */
  but?: readonly string[];
  /** Tokens of sessions that are over: none of them opens anything, in whatever place it is presented (I4). */
  over?: readonly string[];
}

/** I1 to I7 (docs/reference/attack-cases.md), after a case: `afterEach(() => expectInvariants(shop))`. */
export async function expectInvariants(shop: DemoShop, { before, but = [], over = [] }: AfterCase = {}): Promise<void> {
  const broken = await brokenInvariants(shop);
  if (before !== undefined) broken.push(...(await changedSince(shop, before, but)));
  for (const token of over) broken.push(...(await openedBy(shop.server.origin, token)));
  if (broken.length > 0) throw new Error(broken.join('\n'));
}

export const brokenInvariants = async (at: Rows): Promise<string[]> => brokenIn(await evidenceOf(at));

const PLACES: readonly [path: string, header: string, before: string][] = [
  ['/account', 'cookie', '__Host-assist='],
  ['/account', 'cookie', '__Host-shop='],
  ['/staff', 'cookie', '__Host-staff='],
  ['/admin', 'cookie', '__Host-staff='],
  ['/V1/me', 'authorization', 'Bearer '],
];

/** The places where a token still opens something. */
async function openedBy(origin: string, token: string): Promise<string[]> {
  const opened: string[] = [];
  for (const [path, header, before] of PLACES) {
    const answer = await fetch(origin + path, { headers: { 'accept-language': 'en', [header]: before + token }, redirect: 'manual' });
    const text = await answer.text();
    // A context that is over is told why on a page of its own, which opens nothing (B9).
    const isRefused = answer.status >= 300 || (text.includes('Assist session ended') && !text.includes('You are logged in as'));
    if (!isRefused) opened.push(`I4 a credential that is over opens nothing: ${token.slice(0, 4)}… at ${path} as ${before}`);
  }
  return opened;
}

const END_ENTRIES = `
select record_audit(s.id, jsonb_build_object('v', 1, 'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'action_group', 'login-as-customer', 'action', 'end', 'result', 'done', 'codes', '[]'::jsonb,
    'actor', jsonb_build_object('id', s.actor_id::text, 'groupId', s.staff_group_id::text, 'roleId', a.role_id::text), 'subject', s.subject_id::text, 'assistSession', s.id, 'store', s.store_id,
    'object', jsonb_build_object('type', 'customer', 'id', s.subject_id::text), 'detail', jsonb_build_object('reason', 'exit'), 'sealed', null, 'requestId', gen_random_uuid())::text)
from assist_session s join staff a on a.id = s.actor_id where s.ended_at is null`;

/** Everybody leaves, each with an end on record: between cases, so that one does not stand in another's way. */
export async function endEverySession({ rows }: Rows): Promise<void> {
  await rows(END_ENTRIES);
  for (const table of ['assist_session', 'staff_session']) await rows(`update ${table} set ended_at = clock_timestamp(), end_reason = 'exit' where ended_at is null`);
}
