import { createHash } from 'node:crypto';
import type { EntryRow, Evidence, OrderRow, SessionRow } from './evidence.ts';

/** What must hold after every case, as far as database and record can say it. Each gives the places where it doesn't. */
export const INVARIANTS = {
  'I1 an assist session has one start on record, its first entry': ({ sessions, chains }) =>
    sessions.filter(({ id }) => !isOnly(steps(chains.get(id), 'start'), 1)).map(({ id }) => id),

  'I1 an assist session that is over has one end on record, its last entry, with the reason of its row, and one that lives has none': ({ sessions, chains }) =>
    sessions.filter((session) => !endsOnRecord(session, chains.get(session.id))).map(({ id, end_reason }) => `${id} ${end_reason ?? 'lives'}`),

  'I1 an entry of an assist session names its actor and its subject': ({ entries, sessions }) => {
    const byId = new Map(sessions.map((session) => [session.id, session]));
    return entries.filter((entry) => !namesBoth(entry, byId.get(entry.assist_session_id ?? entry.stream))).map(placeOf);
  },

  'I1 an order has one entry that places it and names actor, subject and assist session': ({ orders, entries, sessions }) => {
    const placed = Map.groupBy(entries.filter(({ action_group, action, result }) => action_group === 'order' && action === 'place' && result === 'done'), ({ object_id }) => object_id);
    const byId = new Map(sessions.map((session) => [session.id, session]));
    return orders.filter((order) => !isPlacedOnce(order, placed.get(order.number) ?? [], byId)).map(({ number }) => number);
  },

  'I3 an actor has one live assist session at most': ({ sessions }) =>
    [...Map.groupBy(sessions.filter(({ ended }) => !ended), ({ actor_id }) => actor_id)].filter(([, live]) => live.length > 1).map(([actor]) => actor),

  'I4 no assist session lives longer than the staff session it began from': ({ sessions }) => sessions.filter(({ ended, staff_session_ended }) => !ended && staff_session_ended).map(({ id }) => id),

  'I5 an entry’s leaf is the hash of its canonical bytes, and these begin with its place in the chain': ({ entries }) => entries.filter((entry) => !isHashed(entry)).map(placeOf),

  'I5 the columns to search by say what the hashed text says': ({ entries }) => entries.filter(({ copies }) => !copies).map(placeOf),

  'I5 a chain has no gap, and each entry names the leaf before it': ({ chains }) =>
    [...chains.values()].flatMap((chain) => chain.filter((entry, at) => entry.seq !== at + 1 || !same(entry.prev_hash, chain[at - 1]?.leaf ?? null))).map(placeOf),

  'I5 the row of an assist session knows the last entry of its chain, and an entry outside of one stands alone': ({ sessions, chains }) => {
    const cut = sessions.filter(({ id, last_seq, last_hash }) => (chains.get(id)?.length ?? 0) !== last_seq || !same(last_hash, chains.get(id)?.at(-1)?.leaf ?? null)).map(({ id }) => id);
    const known = new Set(sessions.map(({ id }) => id));
    return [...cut, ...[...chains].filter(([stream, chain]) => !known.has(stream) && chain.length > 1).map(([stream]) => stream)];
  },

  'I6 an order’s total is the sum of its parts and none is negative': ({ orders }) =>
    orders.filter(({ total, sum, goods, lines, add_up, least }) => total !== sum || lines !== goods || !add_up || least === null || least < 0n).map(({ number }) => number),
} satisfies Readonly<Record<string, (evidence: Evidence) => string[]>>;

/** The places where an invariant does not hold; none when all is well. */
export const brokenIn = (evidence: Evidence): string[] => Object.entries(INVARIANTS).flatMap(([says, find]) => find(evidence).map((where) => `${says}: ${where}`));

const placeOf = ({ stream, seq, action }: EntryRow): string => `${stream} ${seq} ${action}`;

const steps = (entries: readonly EntryRow[] = [], action: string): EntryRow[] =>
  entries.filter((entry) => entry.action_group === 'login-as-customer' && entry.action === action && entry.result === 'done');

const isOnly = (found: readonly EntryRow[], seq: number): boolean => found.length === 1 && found[0]?.seq === seq;

function endsOnRecord({ ended, end_reason, last_seq }: SessionRow, chain: readonly EntryRow[] = []): boolean {
  const ends = steps(chain, 'end');
  return ended ? isOnly(ends, last_seq) && ends[0]?.reason === end_reason : ends.length === 0;
}

/** Also where the session was over already and the entry stands beside its chain. An entry that is of no session names what it likes. */
function namesBoth(entry: EntryRow, session: SessionRow | undefined): boolean {
  if (session === undefined) return entry.assist_session_id === null;
  return entry.assist_session_id === session.id && entry.actor_id === session.actor_id && entry.subject_id === session.subject_id;
}

// What was ordered before the shop was opened is in the record only where somebody helped.
function isPlacedOnce(order: OrderRow, entries: readonly EntryRow[], sessions: ReadonlyMap<string, SessionRow>): boolean {
  const [entry] = entries;
  if (entry === undefined) return order.assist_session_id === null;
  if (entries.length > 1 || entry.assist_session_id !== order.assist_session_id) return false;
  const session = sessions.get(order.assist_session_id ?? '');
  if (session === undefined) return order.assist_session_id === null;
  return [entry, session].every(({ actor_id, subject_id }) => actor_id === order.actor_id && subject_id === order.customer_id);
}

function isHashed({ stream, seq, prev_hash, canonical, leaf }: EntryRow): boolean {
  const place = ['onbehalf/audit/v1', stream, String(seq), prev_hash?.toString('hex') ?? '-', ''].join('\n');
  return canonical.subarray(0, place.length).toString() === place && createHash('sha256').update(Buffer.of(0)).update(canonical).digest().equals(leaf);
}

const same = (a: Buffer | null, b: Buffer | null): boolean => (a === null || b === null ? a === b : a.equals(b));
