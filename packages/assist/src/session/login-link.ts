/** A link in a mail, for one member of staff into one customer (B18). It points the way; who may go it, the session says. */
import { RESOURCE, type Refusal, type RefusalCode, type Result, type SettingsReader } from '@onbehalf/core';
import { holds, type Actor } from '../caller.ts';
import type { Random, Store, Unit } from '../ports.ts';
import { record, type Origin } from '../record/record.ts';
import { startSituation, type StartSituation } from './situation.ts';
import { newToken } from './tokens.ts';

export interface LinkCommand {
  maker: Actor;
  customerId: string;
  /** Mailed to whoever makes it, or to the customer's own member of staff. */
  to: 'me' | 'assigned';
}

export interface LinkContext {
  settings: SettingsReader;
  now: Date;
  origin: Origin;
  random: Random;
}

export interface LinkMade {
  id: string;
  recipient: Actor;
  store: Store;
}

/** Who else a link may go to: the customer's primary member of staff, unless that is the maker. */
export async function assignedColleague(unit: Unit, { customerId, makerId }: { customerId: string; makerId: string }): Promise<{ id: string; name: string; email: string } | null> {
  const [row] = await unit.named<{ id: string; name: string; email: string }>(
    'link-colleague',
    `select a.id::text, a.first_name || ' ' || a.last_name as name, a.email from customer_staff cs join staff a on a.id = cs.staff_id
      where cs.customer_id = $1 and cs.is_primary and a.active and a.id <> $2`,
    [customerId, makerId],
  );
  return row ?? null;
}

/** What the maker must not be told about, or may not do, whoever the link is for (A7). */
const MAKER: ReadonlySet<RefusalCode> = new Set(['customer-not-found', 'customer-not-assigned', 'customer-in-other-website', 'actor-not-in-store', 'actor-not-permitted', 'actor-inactive', 'assist-disabled']);
const RECIPIENT: ReadonlySet<RefusalCode> = new Set(['actor-inactive', 'actor-not-permitted', 'actor-not-in-store', 'customer-not-assigned', 'customer-is-self', 'customer-in-other-website']);

/** Keeps a link without a token: that is made when the mail is sent. One that could not work is not made. */
export async function makeLoginLink(unit: Unit, command: LinkCommand, context: LinkContext): Promise<Result<LinkMade, Refusal[]>> {
  const { maker, customerId } = command;
  const asked = { customerId, storeId: null, settings: context.settings, now: context.now };
  const own = await startSituation(unit, { ...asked, actorId: maker.id });
  const barred = command.to === 'me' ? own.refusals : own.refusals.filter(({ code }) => MAKER.has(code));
  if (barred.length > 0 || !holds(maker, RESOURCE.loginAsCustomer)) return { ok: false, error: barred.length > 0 ? barred : [{ code: 'actor-not-permitted' }] };
  if (command.to === 'me') return keep(unit, { command, context, situation: own });
  const colleague = await assignedColleague(unit, { customerId, makerId: maker.id });
  if (colleague === null) return { ok: false, error: [{ code: 'link-no-recipient', field: 'to' }] };
  const theirs = await startSituation(unit, { ...asked, actorId: colleague.id });
  if (theirs.refusals.length > 0) return { ok: false, error: dedupe(theirs.refusals) };
  return keep(unit, { command, context, situation: theirs });
}

// Sentences of B1 speak to whoever enters: what bars a colleague is said as that.
function dedupe(refusals: readonly Refusal[]): Refusal[] {
  const aboutCustomer = refusals.filter(({ code }) => !RECIPIENT.has(code));
  return aboutCustomer.length === refusals.length ? aboutCustomer : [{ code: 'link-recipient-barred', field: 'to' }, ...aboutCustomer];
}

const KEEP_SQL = 'insert into login_link (id, actor_id, customer_id, made_by, recipient, created_at) values ($1, $2, $3, $4, $5, $6)';

async function keep(unit: Unit, { command, context, situation }: { command: LinkCommand; context: LinkContext; situation: StartSituation }): Promise<Result<LinkMade, Refusal[]>> {
  const { actor: recipient, subject, store } = situation;
  if (subject === null || store === null) throw new Error('A link without refusals has a customer and a store');
  const id = context.random.uuid();
  await unit.named('link-keep', KEEP_SQL, [id, recipient.id, subject.id, command.maker.id, recipient.email, context.now]);
  const people = { actor: command.maker, subject, assistSessionId: null, storeId: store.id, chained: false };
  await record(unit, { people, origin: context.origin, now: context.now }, {
    group: 'login-as-customer', action: 'make-link', object: { type: 'customer', id: subject.id }, detail: { link: id, recipient: recipient.id },
  });
  return { ok: true, value: { id, recipient, store } };
}

/** Gives a link its token and its time, when its mail is sent; a mail sent again carries a new one. Null: there is no such link. */
export async function issueLinkToken(unit: Unit, { id, settings, random }: { id: string; settings: SettingsReader; random: Random }): Promise<{ token: string; seconds: number } | null> {
  const token = newToken('link', random);
  const seconds = settings.get('assist/link/lifetime');
  const rows = await unit.named(
    'link-issue',
    'update login_link set token_hash = $2, expires_at = clock_timestamp() + make_interval(secs => $3) where id = $1 and used_at is null returning id',
    [id, token.hash, seconds],
  );
  return rows.length === 0 ? null : { token: token.text, seconds };
}

export interface LinkQuestion {
  /** Null: what was sent can't be a link's token. */
  tokenHash: Buffer | null;
  actorId: string;
}

// The address it went to has to be the account's still (E07).
const OPEN = `l.used_at is null and l.expires_at > clock_timestamp()
  and exists (select 1 from staff a where a.id = l.actor_id and a.email = l.recipient)`;

/** Whom a link leads to, for its own reader; looking changes nothing. */
export async function readLoginLink(unit: Unit, { tokenHash, actorId }: LinkQuestion): Promise<Result<{ customerId: string }, Refusal>> {
  const [row] = tokenHash === null ? [] : await unit.named<{ customer_id: string; is_mine: boolean; is_open: boolean }>(
    'link-read', `select l.customer_id::text, l.actor_id = $2 as is_mine, (${OPEN}) as is_open from login_link l where l.token_hash = $1`, [tokenHash, actorId]);
  if (row === undefined) return { ok: false, error: { code: 'link-over' } };
  if (!row.is_mine) return { ok: false, error: { code: 'link-not-yours' } };
  return row.is_open ? { ok: true, value: { customerId: row.customer_id } } : { ok: false, error: { code: 'link-over' } };
}

/** Uses it, once, in the transaction of the start: one that is refused leaves it as it was. */
export async function useLoginLink(unit: Unit, question: LinkQuestion & { customerId: string }): Promise<Refusal | null> {
  const { tokenHash, actorId, customerId } = question;
  const used = tokenHash === null ? [] : await unit.named(
    'link-use', `update login_link l set used_at = clock_timestamp() where l.token_hash = $1 and l.actor_id = $2 and l.customer_id = $3 and ${OPEN} returning l.id`, [tokenHash, actorId, customerId]);
  if (used.length > 0) return null;
  const read = await readLoginLink(unit, question);
  return read.ok ? { code: 'link-over' } : read.error;
}

export interface LinkView {
  id: string;
  customerId: string;
  customerName: string;
  actorId: string;
  recipientName: string;
  recipient: string;
  /** Null until the mail is sent. */
  expiresAt: Date | null;
  state: 'waiting' | 'open' | 'used' | 'over';
}

/** A link as its maker and its reader may see it, never its token. */
export async function linkView(unit: Unit, { id, viewerId }: { id: string; viewerId: string }): Promise<LinkView | null> {
  const [row] = await unit.named<LinkView>(
    'link-view',
    `select l.id, l.customer_id::text as "customerId", c.first_name || ' ' || c.last_name as "customerName", l.actor_id::text as "actorId",
       a.first_name || ' ' || a.last_name as "recipientName", l.recipient, l.expires_at as "expiresAt",
       case when l.used_at is not null then 'used' when l.token_hash is null then 'waiting' when ${OPEN} then 'open' else 'over' end as state
     from login_link l join shop_port.customer c on c.id = l.customer_id join staff a on a.id = l.actor_id
     where l.id = $1 and $2::bigint in (l.made_by, l.actor_id)`,
    [id, viewerId],
  );
  return row ?? null;
}
