/** What an order waits to be paid with, the links to it, and the tries at a provider (D8). */
import { paymentStateOf, type AttemptFacts, type PaymentState } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';

/** An order's payment for pages and answers; null where it isn't paid by a link. */
export interface OrderPayment {
  state: PaymentState;
  amountMinor: bigint;
  paidAt: Date | null;
  refundedMinor: bigint;
  provider: string | null;
  reference: string | null;
  /** Refunds that the provider hasn't confirmed yet. */
  refundWaiting: boolean;
  /** Whom the newest link goes to, and until when it works; null until its mail was sent. */
  link: { recipient: string; expiresAt: Date | null } | null;
}

/** For a statement that has an order `p`. Only what was taken counts as refunded. */
export const PAYMENT_JSON = `(
  select jsonb_build_object('state', y.state, 'amountMinor', y.amount::text, 'paidAt', y.paid_at, 'refundedMinor', coalesce(t.refunded, 0)::text,
           'provider', t.provider, 'reference', t.reference,
           'refundWaiting', exists (select 1 from payment_refund f join payment_attempt a on a.id = f.attempt_id where a.payment_id = y.id and f.done_at is null),
           'link', (select jsonb_build_object('recipient', k.recipient, 'expiresAt', k.expires_at) from payment_link k where k.payment_id = y.id and k.replaced_at is null))
    from order_payment y left join payment_attempt t on t.payment_id = y.id and t.state = 'paid' where y.purchase_id = p.id)`;

export interface PaymentJson {
  state: 'awaiting' | 'paid' | 'cancelled';
  amountMinor: string;
  paidAt: string | null;
  refundedMinor: string;
  provider: string | null;
  reference: string | null;
  refundWaiting: boolean;
  link: { recipient: string; expiresAt: string | null } | null;
}

export function toOrderPayment(json: PaymentJson | null): OrderPayment | null {
  if (json === null) return null;
  const [amountMinor, refundedMinor] = [BigInt(json.amountMinor), BigInt(json.refundedMinor)];
  return {
    ...json, amountMinor, refundedMinor, state: paymentStateOf({ state: json.state, amountMinor, refundedMinor }), paidAt: dateOf(json.paidAt),
    link: json.link === null ? null : { recipient: json.link.recipient, expiresAt: dateOf(json.link.expiresAt) },
  };
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export interface PaymentStandingJson {
  state: 'awaiting' | 'paid' | 'cancelled';
  amountMinor: string;
  refundedMinor: string;
}

/** How it stands only, for a list. */
export const PAYMENT_STANDING = `(
  select jsonb_build_object('state', y.state, 'amountMinor', y.amount::text, 'refundedMinor', coalesce((select t.refunded from payment_attempt t where t.payment_id = y.id and t.state = 'paid'), 0)::text)
    from order_payment y where y.purchase_id = p.id)`;

export const paymentStanding = (json: PaymentStandingJson | null): PaymentState | null =>
  json === null ? null : paymentStateOf({ state: json.state, amountMinor: BigInt(json.amountMinor), refundedMinor: BigInt(json.refundedMinor) });

/** Asks for an order's payment, with a first link to the customer's address; both without anything secret. Gives the link's id. */
export async function askForPayment(unit: Unit, { number, paymentId, linkId, madeBy, now }: { number: string; paymentId: string; linkId: string; madeBy: string | null; now: Date }): Promise<string> {
  const [made] = await unit.named<{ id: string }>(
    'shop-ask-for-payment',
    `with p as (select p.id, p.total, p.currency, c.email from purchase p join customer c on c.id = p.customer_id where p.number = $1),
          y as (insert into order_payment (id, purchase_id, amount, currency) select $2::uuid, p.id, p.total, p.currency from p returning id)
     insert into payment_link (id, payment_id, recipient, made_by, created_at) select $3::uuid, y.id, p.email, $4::bigint, $5 from y, p returning id`,
    [number, paymentId, linkId, madeBy, now],
  );
  if (made === undefined) throw new Error(`Order ${number}: its payment was not asked for`);
  return made.id;
}

export interface LinkMade {
  recipient: string;
  customerId: string;
  storeCode: string;
  locale: string;
}

/** A new link for an order that waits to be paid, to the customer's address of now. The one before stops working. Null: nothing is due. */
export async function renewPaymentLink(unit: Unit, { number, linkId, madeBy, now }: { number: string; linkId: string; madeBy: string | null; now: Date }): Promise<LinkMade | null> {
  await unit.query(
    `update payment_link k set replaced_at = $2 from order_payment y join purchase p on p.id = y.purchase_id
      where k.payment_id = y.id and p.number = $1 and y.state = 'awaiting' and k.replaced_at is null`, [number, now]);
  const [made] = await unit.query<LinkMade>(
    `with p as (select p.id, c.id as customer_id, c.email, s.code, s.locale from purchase p join customer c on c.id = p.customer_id join store s on s.id = p.store_id where p.number = $1),
          k as (insert into payment_link (id, payment_id, recipient, made_by, created_at)
                select $2::uuid, y.id, p.email, $3::bigint, $4 from order_payment y join p on p.id = y.purchase_id where y.state = 'awaiting' returning recipient)
     select k.recipient, p.customer_id::text as "customerId", p.code as "storeCode", p.locale from k, p`,
    [number, linkId, madeBy, now],
  );
  return made ?? null;
}

/** Gives a link its token and its time, when its mail is sent; sent again, it carries a new one. Null: a newer link took its place, or nothing is due. */
export async function issuePaymentToken(unit: Unit, { linkId, hash, seconds }: { linkId: string; hash: Buffer; seconds: number }): Promise<{ number: string; recipient: string } | null> {
  const [row] = await unit.query<{ number: string; recipient: string }>(
    `update payment_link k set token_hash = $2, expires_at = clock_timestamp() + make_interval(secs => $3)
       from order_payment y join purchase p on p.id = y.purchase_id
      where k.id = $1 and k.payment_id = y.id and y.state = 'awaiting' and k.replaced_at is null returning p.number, k.recipient`,
    [linkId, hash, seconds],
  );
  return row ?? null;
}

/** What is behind a link: the order's number, whose it is, and whether it still pays. By the database's clock. */
export interface LinkedPayment {
  number: string;
  customerId: string;
  websiteId: number;
  state: 'awaiting' | 'paid' | 'cancelled';
  isOver: boolean;
}

export async function paymentByToken(unit: Unit, tokenHash: Buffer | null): Promise<LinkedPayment | null> {
  if (tokenHash === null) return null;
  const [row] = await unit.named<LinkedPayment>(
    'shop-payment-by-token',
    `select p.number, p.customer_id::text as "customerId", p.website_id::int as "websiteId", y.state, (k.replaced_at is not null or k.expires_at <= clock_timestamp()) as "isOver"
       from payment_link k join order_payment y on y.id = k.payment_id join purchase p on p.id = y.purchase_id where k.token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}

export interface Attempt extends AttemptFacts {
  paymentId: string;
  provider: string;
  due: 'awaiting' | 'paid' | 'cancelled';
  customerId: string;
  storeId: number;
  startedAt: Date;
}

const ATTEMPT = `
select a.id, a.payment_id as "paymentId", a.provider, a.reference, a.amount::text as amount, a.currency::text as currency, a.state, y.state as due,
       p.number as "orderNumber", p.customer_id::text as "customerId", p.store_id::int as "storeId", a.started_at as "startedAt"
  from payment_attempt a join order_payment y on y.id = a.payment_id join purchase p on p.id = y.purchase_id`;

type AttemptRow = Omit<Attempt, 'amountMinor'> & { amount: string };

const toAttempt = ({ amount, ...row }: AttemptRow): Attempt => ({ ...row, amountMinor: BigInt(amount) });

export async function attemptById(unit: Unit, id: string): Promise<Attempt | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await unit.query<AttemptRow>(`${ATTEMPT} where a.id = $1::uuid`, [id]);
  return row === undefined ? null : toAttempt(row);
}

/** Tries that nobody has told us about in time, the longest waiting first; each is looked at again after a while, less and less often. */
export async function attemptsToLookAt(unit: Unit, { now, most }: { now: Date; most: number }): Promise<Attempt[]> {
  const rows = await unit.query<AttemptRow>(
    `with due as (select a.id from payment_attempt a where a.state = 'open' and a.look_at <= $1 order by a.look_at limit $2 for update skip locked),
          seen as (update payment_attempt a set look_at = $1 + least(greatest($1 - a.started_at, interval '1 minute'), interval '6 hours') from due where a.id = due.id returning a.id)
     ${ATTEMPT} where a.id in (select id from seen)`,
    [now, most],
  );
  return rows.map(toAttempt);
}

/** The open try of an order that waits, or a new one. The order is held: two who ask together get the same. Null: nothing is due. */
export async function openAttempt(unit: Unit, { number, id, provider, now, lookAt }: { number: string; id: string; provider: string; now: Date; lookAt: Date }): Promise<(Attempt & { isNew: boolean }) | null> {
  const [made] = await unit.query<{ id: string }>(
    `insert into payment_attempt (id, payment_id, provider, amount, currency, started_at, look_at)
     select $2::uuid, y.id, $3, y.amount, y.currency, $4, $5 from order_payment y join purchase p on p.id = y.purchase_id where p.number = $1 and y.state = 'awaiting'
     on conflict (payment_id) where state = 'open' do nothing returning id`,
    [number, id, provider, now, lookAt],
  );
  const [row] = await unit.query<AttemptRow>(`${ATTEMPT} where p.number = $1 and a.state = 'open' and y.state = 'awaiting'`, [number]);
  return row === undefined ? null : { ...toAttempt(row), isNew: made !== undefined };
}

/** What the provider calls a try. */
export async function nameAttempt(unit: Unit, { id, reference }: { id: string; reference: string }): Promise<void> {
  await unit.query('update payment_attempt set reference = $2 where id = $1::uuid and reference is null', [id, reference]);
}

interface Closing {
  id: string;
  reference: string;
  state: 'paid' | 'declined' | 'cancelled' | 'returned';
  now: Date;
}

export async function closeAttempt(unit: Unit, { id, reference, state, now }: Closing): Promise<void> {
  await unit.query('update payment_attempt set state = $3, settled_at = $4, reference = coalesce(reference, $2) where id = $1::uuid', [id, reference, state, now]);
}

/** The order is paid; the database takes no second payment of it, whoever writes it. */
export async function markOrderPaid(unit: Unit, { paymentId, now }: { paymentId: string; now: Date }): Promise<void> {
  await unit.query(`update order_payment set state = 'paid', paid_at = $2 where id = $1::uuid`, [paymentId, now]);
}

/** Nothing is due any more of a cancelled order, and its links lead to a page that says so. */
export async function cancelPayment(unit: Unit, orderId: string): Promise<void> {
  await unit.query(`update order_payment set state = 'cancelled' where purchase_id = $1::bigint and state = 'awaiting'`, [orderId]);
}

/** True the first time a callback is heard. */
export async function isFirstHeard(unit: Unit, { provider, id, now }: { provider: string; id: string; now: Date }): Promise<boolean> {
  const rows = await unit.query('insert into payment_notice (provider, notice_id, heard_at) values ($1, $2, $3) on conflict do nothing returning notice_id', [provider, id, now]);
  return rows.length === 1;
}

/** A callback from long ago is refused by its time: its name need not be kept. */
export async function forgetNotices(unit: Unit, before: Date): Promise<void> {
  await unit.query('delete from payment_notice where heard_at < $1', [before]);
}
