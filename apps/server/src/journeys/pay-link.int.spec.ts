import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { openMailServer, type MailServer, type Received } from '../testing/mail-server.ts';
import { asAdmin, assistedOrder, makeDocument, order, ownOrder } from '../testing/orders.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let post: MailServer;
let shop: DemoShop;
let said: { method: string; message: string }[];
beforeAll(async () => {
  said = [];
  post = await openMailServer();
  shop = await openDemoShop({ log: (level, message, facts) => said.push({ method: level, message: `${message} ${JSON.stringify(facts ?? {})}` }) }, { SMTP_URL: post.url });
});
afterAll(async () => {
  try {
    await expectInvariants(shop);
  } finally {
    await shop.close();
    await post.close();
  }
});
afterEach(() => endEverySession(shop));

const ONE = [{ sku: 'SKU-1001', quantity: 1 }];
const TOKEN = /opy_[A-Za-z0-9_-]{43}/;

/** The newest mail about an order whose text has some words in it. */
async function mailAbout(number: string, words: string): Promise<Received> {
  const find = (): Received | undefined => post.mails.findLast(({ text }) => text.includes(number) && text.includes(words));
  await expect.poll(find, { timeout: 15_000 }).toBeDefined();
  const found = find();
  if (found === undefined) throw new Error(`No mail about ${number}`);
  return found;
}

const linkIn = ({ text }: Received): string => /https?:\/\/[^/\s"]+((?:\/[a-z]{2})?\/pay\?token=opy_[A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '';

const linkOf = async (number: string): Promise<string> => linkIn(await mailAbout(number, '/pay?token='));

const standing = async (number: string) =>
  (await shop.rows<{ state: string; status: string; invoices: number; paid: number; taken: number; open: number }>(
    `select y.state, p.status, (select count(*)::int from sales_document d where d.purchase_id = p.id and d.kind = 'invoice') as invoices,
       (select count(*)::int from sales_document d where d.purchase_id = p.id and d.paid_at is not null) as paid,
       (select count(*)::int from payment_attempt a where a.payment_id = y.id and a.state = 'paid') as taken, (select count(*)::int from payment_attempt a where a.payment_id = y.id and a.state = 'open') as open
     from order_payment y join purchase p on p.id = y.purchase_id where p.number = $1`, [number]))[0];

const actionsOn = async (number: string) =>
  (await shop.rows<{ action: string }>(`select action from audit_entry where action_group = 'order' and result = 'done' and object_id = $1 and action <> 'view' order by at, seq`, [number])).map(({ action }) => action);

/** From the link to the provider's page. */
async function begin(link: string, browser = shop.browser()): Promise<{ browser: TestBrowser; page: Visit }> {
  const shown = await browser.get(link);
  return { browser, page: await browser.post(link.split('?')[0] ?? '', { token: hidden(shown.html, 'token') }) };
}

const refusals = async (code: string) =>
  (await shop.rows<{ n: number }>(`select count(*)::int as n from audit_entry where result = 'refused' and split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb->'codes' ? $1`, [code]))[0]?.n ?? 0;

const answer = ({ browser, page }: { browser: TestBrowser; page: Visit }, how: 'paid' | 'declined' | 'cancelled') => browser.post(page.url, { answer: how });

describe('D8, G3: the customer pays an assisted order by a link', () => {
  it('the clerk places, the customer opens the mail without logging in, pays at the provider’s, and the order is invoiced and paid with its commission earned', async () => {
    const { number, placed, sarah } = await assistedOrder(shop, ONE, { payment: 'pay-link' });
    expect(placed.text).toContain('The payment link was sent to j***@customer.example.');
    expect(placed.html).not.toMatch(TOKEN);
    expect(await standing(number)).toMatchObject({ state: 'awaiting', status: 'new', invoices: 0 });
    const link = await linkOf(number);
    const nobody = shop.browser();
    const page = await nobody.get(link);
    expect(page.text).toContain(`Pay order ${number}`);
    expect(page.text).toContain('$104.50');
    for (const personal of ['John', 'Doe', 'john.doe', 'Main Street']) expect(page.text).not.toContain(personal);
    expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual(['no-referrer', 'private, no-store']);

    const at = await begin(link, nobody);
    expect(at.page.url).toMatch(/^\/pay\/test-provider\/test_/);
    expect(at.page.text).toContain('Test provider: no money moves');
    const back = await answer(at, 'paid');
    expect(back.url).toMatch(/^\/pay\/return\/[0-9a-f-]{36}$/);
    expect(back.text).toContain('Payment received');
    expect(await standing(number)).toEqual({ state: 'paid', status: 'processing', invoices: 1, paid: 1, taken: 1, open: 0 });
    expect((await nobody.get(link)).text).toContain(`Order ${number} is paid. Thank you.`);
    expect((await mailAbout(number, 'Payment received')).to).toEqual(['john.doe@customer.example']);
    expect(await actionsOn(number)).toEqual(['place', 'begin-payment', 'pay']);
    const ledger = await shop.rows<{ kind: string; state: string }>('select k.kind, k.state from commission_line k join purchase p on p.id = k.purchase_id where p.number = $1 order by k.id', [number]);
    expect(ledger.some(({ kind, state }) => kind === 'earned' && state === 'earned')).toBe(true);

    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get(`/account/orders/${number}`)).text).toMatch(/Paid on/);
    expect((await john.get('/account/orders')).text).toMatch(new RegExp(`${number}.{0,60}Paid`));
    const own = await sarah.get(`/staff/orders/${number}`);
    expect(own.text).toMatch(/Payment Paid/);
    expect(own.text).not.toContain('Send the payment link again');
    const admin = await (await asAdmin(shop)).get(`/admin/orders/${number}`);
    expect(admin.text).toMatch(/Collected by.{0,20}Test provider.{0,20}Reference.{0,10}test_/i);
  });

  it('a customer alone pays at once from the page after the order, and may decline, stop and try again', async () => {
    const { number, john, placed } = await ownOrder(shop, ONE, { payment: 'pay-link' });
    expect(placed.text).toContain('Pay now');
    const first = await john.post(`/account/orders/${number}/pay`);
    const declined = await john.post(first.url, { answer: 'declined' });
    expect(declined.text).toContain('The payment was declined');
    const second = await john.post(`${declined.url}/again`);
    expect(second.url).not.toBe(first.url);
    const stopped = await john.post(second.url, { answer: 'cancelled' });
    expect(stopped.text).toContain('You stopped the payment');
    expect(await standing(number)).toMatchObject({ state: 'awaiting', taken: 0, open: 0 });
    const third = await john.post(`/account/orders/${number}/pay`);
    expect((await john.post(third.url, { answer: 'paid' })).text).toContain('Payment received');
    expect(await standing(number)).toMatchObject({ state: 'paid', taken: 1 });
  });
});

describe('D8, B16: the link', () => {
  it('is made when its mail is sent, kept as a hash, and shown to nobody else: not in pages, mails as staff read them, record or log', async () => {
    const { number, placed, left } = await assistedOrder(shop, ONE, { payment: 'pay-link' });
    const link = await linkOf(number);
    const token = TOKEN.exec(link)?.[0] ?? '';
    await begin(link);
    const admin = await asAdmin(shop);
    const pages = [placed, left, await admin.get(`/admin/orders/${number}`), await admin.get('/admin/mails'), await admin.get('/admin/action-logs'), await admin.get(`/staff/orders`)];
    for (const { html } of pages) expect(html).not.toContain(token.slice(4, 30));
    const kept = await shop.rows<{ n: number }>(
      `select (select count(*) from audit_entry where convert_from(canonical, 'UTF8') like '%' || $1 || '%')::int + (select count(*) from mail where params::text like '%' || $1 || '%' or subject_line like '%' || $1 || '%')::int
            + (select count(*) from test_payment y where to_jsonb(y)::text like '%' || $1 || '%')::int as n`, [token.slice(4)]);
    expect(kept).toEqual([{ n: 0 }]);
    expect(JSON.stringify(said)).not.toContain(token.slice(4));
    const [row] = await shop.rows<{ same: boolean }>('select token_hash = sha256($1::bytea) as same from payment_link where token_hash is not null order by created_at desc limit 1', [token]);
    expect(row?.same).toBe(true);
  });

  it('changes nothing by being looked at, prefetched or guessed', async () => {
    const { number } = await ownOrder(shop, ONE, { payment: 'pay-link' });
    const link = await linkOf(number);
    const before = await shop.rows('select (select count(*) from payment_attempt)::int as tries, (select count(*) from audit_entry)::int as entries, (select max(xmin::text::bigint) from payment_link) as link');
    const browser = shop.browser();
    for (const headers of [{}, { 'sec-purpose': 'prefetch' }, { 'user-agent': 'LinkScanner' }]) expect((await browser.raw(link, { headers })).status).toBe(200);
    expect((await browser.raw(link, { method: 'HEAD' })).status).toBe(404);
    for (const wrong of [`/pay?token=opy_${'x'.repeat(43)}`, '/pay?token=', '/pay', `/pay?token=${'x'.repeat(4000)}`, `/de${link}`]) expect((await browser.raw(wrong, {})).status).toBe(410);
    expect(await shop.rows('select (select count(*) from payment_attempt)::int as tries, (select count(*) from audit_entry)::int as entries, (select max(xmin::text::bigint) from payment_link) as link')).toEqual(before);
    expect((await browser.raw('/pay', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body: new URLSearchParams({ token: link.slice(11) }) })).status).toBe(403);
  });

  it('payment/link/lifetime: says how long it works, by website, and then it is over', async () => {
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('payment/link/lifetime', 'website', 1, '7200', now())`);
    const lives = async (number: string) =>
      (await shop.rows<{ seconds: number }>('select round(extract(epoch from k.expires_at - k.created_at))::int as seconds from payment_link k join order_payment y on y.id = k.payment_id join purchase p on p.id = y.purchase_id where p.number = $1', [number]))[0]?.seconds ?? 0;
    const short = await ownOrder(shop, ONE, { payment: 'pay-link' });
    const link = await linkOf(short.number);
    expect(Math.abs((await lives(short.number)) - 7200)).toBeLessThan(60);
    await shop.rows(`delete from setting_value where path = 'payment/link/lifetime'`);
    const long = await ownOrder(shop, ONE, { payment: 'pay-link' });
    await linkOf(long.number);
    expect(Math.abs((await lives(long.number)) - 604_800)).toBeLessThan(60);
    await shop.rows(`update payment_link set expires_at = now() - interval '1 second' where token_hash = sha256($1::bytea)`, [TOKEN.exec(link)?.[0] ?? '']);
    const browser = shop.browser();
    const over = await browser.get(link);
    expect([over.status, over.text]).toEqual([410, expect.stringContaining('This payment link is too old')]);
    expect(over.text).not.toContain(short.number);
    await browser.get('/account/login');
    expect((await browser.post('/pay', { token: link.slice(11) })).status).toBe(410);
    expect(await standing(short.number)).toMatchObject({ state: 'awaiting', open: 0 });
  });

  it('sent again, the one before stops working; for staff whose order it is, for administrators and over REST, each on record', async () => {
    const { number, sarah } = await assistedOrder(shop, ONE, { payment: 'pay-link' });
    const first = await linkOf(number);
    const page = await sarah.get(`/staff/orders/${number}`);
    expect(page.text).toContain('Send the payment link again');
    post.mails.length = 0;
    expect((await sarah.post(`/staff/orders/${number}/payment-link`)).text).toContain('The payment link was sent to j***@customer.example.');
    const second = await linkOf(number);
    expect(second).not.toBe(first);
    expect((await shop.browser().get(first)).status).toBe(410);
    expect((await shop.browser().get(second)).status).toBe(200);
    const admin = await asAdmin(shop);
    await admin.get(`/admin/orders/${number}`);
    post.mails.length = 0;
    await admin.post(`/admin/orders/${number}/payment-link`);
    const third = await linkOf(number);
    expect((await shop.browser().get(second)).status).toBe(410);
    const api = new ApiClient(shop.server.origin);
    const staff = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.admin, password: PASSWORD })).body['token']);
    expect(await staff.call('POST', `/V1/sales/orders/${number}/payment-link`)).toMatchObject({ status: 201, body: { sentTo: 'j***@customer.example' } });
    expect((await shop.browser().get(third)).status).toBe(410);
    expect((await actionsOn(number)).filter((action) => action === 'send-payment-link')).toHaveLength(3);
    // A mail that was late, of a link that a newer one replaced: not sent, and not tried again and again.
    const [late] = await shop.rows<{ id: string }>(`update mail m set status = 'waiting', attempts = 0 from payment_link k where m.params->>'link' = k.id::text and k.token_hash = sha256($1::bytea) returning m.id`, [TOKEN.exec(first)?.[0] ?? '']);
    await shop.rows(`select graphile_worker.add_job('send-mail', json_build_object('id', $1::text))`, [late?.id]);
    const stateOf = async () => (await shop.rows('select status, attempts, last_error from mail where id = $1', [late?.id]))[0];
    await expect.poll(stateOf, { timeout: 15_000 }).toEqual({ status: 'failed', attempts: 1, last_error: 'A newer payment link took its place, or nothing is due any more' });

    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    await max.get('/staff');
    expect((await max.post(`/staff/orders/${number}/payment-link`)).status).toBe(404);
    const other = await assistedOrder(shop, ONE);
    await other.sarah.get(`/staff/orders/${other.number}`);
    const refused = await other.sarah.post(`/staff/orders/${other.number}/payment-link`);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('This order is not paid by a link.')]);
  });

  it('B16: from inside an account staff can’t pay, not by the link, not from the order, not at the provider’s; over REST the order says how it stands', async () => {
    const { number } = await assistedOrder(shop, ONE, { payment: 'pay-link' });
    const link = await linkOf(number);
    const { page } = await begin(link);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    const own = await sarah.get(`/account/orders/${number}`);
    expect(own.text).toContain('This order waits for the customer’s payment');
    expect(own.text).not.toContain('Pay now');
    const attempt = (await shop.rows<{ id: string }>('select a.id from payment_attempt a join order_payment y on y.id = a.payment_id join purchase p on p.id = y.purchase_id where p.number = $1', [number]))[0]?.id ?? '';
    for (const path of [link, page.url, `/pay/return/${attempt}`]) expect((await sarah.get(path)).text).toContain('not available');
    for (const [path, fields] of [['/pay', { token: link.slice(11) }], [`/account/orders/${number}/pay`, {}], [page.url, { answer: 'paid' }], [`/pay/return/${attempt}/again`, {}], [`/pay/return/${attempt}/check`, {}]] as const) {
      await sarah.get('/account');
      expect((await sarah.post(path, { ...fields })).url).toBe('/account');
    }
    await sarah.post('/assist/exit');
    const api = new ApiClient(shop.server.origin);
    const staff = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).body['token']);
    const inside = api.with((await staff.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true })).body['token']);
    expect((await inside.call('GET', `/V1/orders/${number}`)).body).toMatchObject({ payment: { state: 'awaiting', amount: { amount: '104.50', currency: 'USD' }, paidAt: null } });
    expect(await standing(number)).toMatchObject({ state: 'awaiting', open: 1 });
    const uma = shop.browser();
    await logInAsCustomer(uma, 'uma.unassigned@customer.example');
    await uma.get('/account');
    expect((await uma.post(`/account/orders/${number}/pay`)).status).toBe(404);
  });
});

/** As the provider signs it, written down a second time. */
async function tell(fields: Record<string, string>, { id = randomUUID(), ago = 0, secret = SECRET }: { id?: string; ago?: number; secret?: string } = {}) {
  const [body, seconds] = [JSON.stringify(fields), Math.floor(shop.clock.now().getTime() / 1000) - ago];
  const key = createHmac('sha256', secret).update('test-provider').digest();
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return new ApiClient(shop.server.origin).call('POST', '/V1/payments/test/callback', body, { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature });
}

const SECRET = 'a-secret-for-tests-only-0123456789abcdef';

/** Logged in once: a login takes longer than an order. */
let buyer: TestBrowser | undefined;

/** A payment that is begun and not answered, with what a callback about it says. */
async function begun(): Promise<{ number: string; link: string; at: { browser: TestBrowser; page: Visit }; word: Record<string, string> }> {
  buyer ??= (await ownOrder(shop, ONE)).john;
  const { number } = await order(buyer, ONE, { payment: 'pay-link' });
  const link = await linkOf(number);
  const at = await begin(link);
  const [row] = await shop.rows<Record<string, string>>(`select key, reference, order_number as "orderNumber", amount::text as amount, currency::text as currency, 'paid' as state from test_payment where order_number = $1`, [number]);
  return { number, link, at, word: { ...row } };
}

describe('D8: one payment, whatever comes twice', () => {
  it('many who begin, pay and are told at once make one try, one payment, one invoice and one mail', async () => {
    const { number } = await ownOrder(shop, ONE, { payment: 'pay-link' });
    const link = await linkOf(number);
    const tabs = await Promise.all(Array.from({ length: 8 }, () => begin(link)));
    expect(new Set(tabs.map(({ page }) => page.url)).size).toBe(1);
    const [word] = await shop.rows<Record<string, string>>(`select key, reference, order_number as "orderNumber", amount::text as amount, currency::text as currency, 'paid' as state from test_payment where order_number = $1`, [number]);
    const id = randomUUID();
    const answers = await Promise.all([...tabs.map((tab) => answer(tab, 'paid')), ...Array.from({ length: 6 }, () => tell({ ...word }, { id })), ...Array.from({ length: 6 }, () => tell({ ...word }))]);
    for (const { status } of answers) expect(status).toBe(200);
    expect(await standing(number)).toEqual({ state: 'paid', status: 'processing', invoices: 1, paid: 1, taken: 1, open: 0 });
    expect((await actionsOn(number)).filter((action) => action === 'pay')).toHaveLength(1);
    expect(await shop.rows(`select count(*)::int as n from mail where template = 'payment-received' and params->>'order' = $1`, [number])).toEqual([{ n: 1 }]);
    expect((await shop.browser().get(link)).text).toContain('is paid. Thank you.');
    const paid = await shop.rows<{ id: string; payment_id: string }>(`select a.id, a.payment_id from payment_attempt a where a.reference = $1`, [word?.['reference']]);
    await expect(shop.rows(`insert into payment_attempt (id, payment_id, provider, amount, currency, state, started_at, look_at, settled_at) select gen_random_uuid(), payment_id, provider, amount, currency, 'paid', now(), now(), now() from payment_attempt where id = $1`, [paid[0]?.id])).rejects.toMatchObject({ code: '23505' });
    await expect(shop.rows(`update order_payment set amount = amount + 1 where id = $1`, [paid[0]?.payment_id])).rejects.toMatchObject({ code: '23514' });
  });

  it('a callback that is forged, old, of a stranger, or about another amount, currency or order changes nothing; what doesn’t fit is on record', async () => {
    const { number, word } = await begun();
    const other = await begun();
    const before = [await refusals('payment-differs'), await standing(number)];
    for (const forged of [await tell(word, { secret: 'x' }), await tell(word, { ago: 301 }), await tell(word, { ago: -301 }), await tell(word, { id: 'not-an-id' })]) expect(forged).toMatchObject({ status: 403, body: { code: 'payment-notice-refused' } });
    expect((await new ApiClient(shop.server.origin).call('POST', '/V1/payments/test/callback', word)).status).toBe(403);
    expect((await new ApiClient(shop.server.origin).call('POST', '/V1/payments/other/callback', word)).status).toBe(403);
    for (const wrong of [{ amount: '1' }, { currency: 'EUR' }, { orderNumber: other.number }, { reference: other.word['reference'] ?? '' }, { key: other.word['key'] ?? '' }, { key: randomUUID() }]) expect(await tell({ ...word, ...wrong })).toMatchObject({ status: 409, body: { code: 'payment-differs' } });
    expect(await standing(number)).toEqual(before[1]);
    expect((await refusals('payment-differs')) - Number(before[0])).toBe(6);
    // What was refused did not use the callback up.
    expect((await tell(word)).status).toBe(200);
    expect(await standing(number)).toMatchObject({ state: 'paid' });
  });

  it('the browser’s way back says nothing: only the provider’s word does', async () => {
    const { number, word } = await begun();
    const browser = shop.browser();
    const back = await browser.get(`/pay/return/${word['key'] ?? ''}?state=paid&paid=1`);
    expect(back.text).toContain('We are waiting for the payment provider');
    expect(back.headers.get('refresh')).toBe('3');
    expect((await browser.post(`/pay/return/${word['key'] ?? ''}/check`)).text).toContain('We are waiting');
    expect(await standing(number)).toMatchObject({ state: 'awaiting', invoices: 0 });
    await shop.rows(`update test_payment set state = 'paid' where reference = $1`, [word['reference']]);
    expect((await browser.get(`/pay/return/${word['key'] ?? ''}`)).text).toContain('We are waiting');
    expect((await browser.post(`/pay/return/${word['key'] ?? ''}/check`)).text).toContain('Payment received');
  });

  it('a callback that never came, and a name that was never noted, are made up for by asking', async () => {
    const [lost, unnamed] = [await begun(), await begun()];
    await shop.rows(`update test_payment set state = 'paid' where order_number = any ($1)`, [[lost.number, unnamed.number]]);
    await shop.rows('update payment_attempt set reference = null where id = $1', [unnamed.word['key']]);
    shop.clock.advance(120);
    await shop.rows(`select graphile_worker.add_job('sweep')`);
    await expect.poll(async () => [(await standing(lost.number))?.state, (await standing(unnamed.number))?.state], { timeout: 15_000 }).toEqual(['paid', 'paid']);
    for (const { number } of [lost, unnamed]) expect(await standing(number)).toEqual({ state: 'paid', status: 'processing', invoices: 1, paid: 1, taken: 1, open: 0 });
  });
});

const refunds = (number: string) =>
  shop.rows<{ amount: string; sent: boolean; there: string }>(
    `select f.amount::text as amount, f.done_at is not null as sent, coalesce((select t.refunded::text from test_payment t where t.reference = a.reference), '') as there
       from payment_refund f join payment_attempt a on a.id = f.attempt_id join order_payment y on y.id = a.payment_id join purchase p on p.id = y.purchase_id where p.number = $1 order by f.asked_at`, [number]);

describe('D8, F3: what is not due goes back', () => {
  it('an order that waits can be cancelled, and neither invoiced nor sent; its link says so', async () => {
    const { number, link } = await begun();
    const admin = await asAdmin(shop);
    const page = await admin.get(`/admin/orders/${number}`);
    expect(page.html).not.toContain(`/admin/orders/${number}/invoice"`);
    expect((await makeDocument(admin, number, 'invoice')).text).toContain('This order waits for the customer’s payment.');
    expect((await makeDocument(admin, number, 'shipment')).text).toContain('This order waits for the customer’s payment.');
    await admin.get(`/admin/orders/${number}`);
    expect((await admin.post(`/admin/orders/${number}/cancel`)).text).toContain('The order was cancelled.');
    expect(await standing(number)).toMatchObject({ state: 'cancelled', status: 'cancelled', invoices: 0 });
    const shown = await shop.browser().get(link);
    expect([shown.status, shown.text]).toEqual([200, expect.stringContaining(`Order ${number} was cancelled. There is nothing to pay.`)]);
    const browser = shop.browser();
    await browser.get('/account/login');
    expect((await browser.post('/pay', { token: link.slice(11) })).status).toBe(409);
    expect((await admin.post(`/admin/orders/${number}/payment-link`)).text).toContain('There is nothing to pay for this order.');
  });

  it('paid at the provider’s while it was cancelled here, all of it is sent back, once, and the customer is told', async () => {
    const { number, at } = await begun();
    const admin = await asAdmin(shop);
    await admin.get(`/admin/orders/${number}`);
    await admin.post(`/admin/orders/${number}/cancel`);
    expect((await answer(at, 'paid')).text).toContain('Your payment is sent back');
    await expect.poll(() => refunds(number), { timeout: 15_000 }).toEqual([{ amount: '10450', sent: true, there: '10450' }]);
    expect(await standing(number)).toMatchObject({ state: 'cancelled', status: 'cancelled', invoices: 0, taken: 0 });
    expect((await mailAbout(number, 'is sent back')).to).toEqual(['john.doe@customer.example']);
    expect((await actionsOn(number)).slice(-2)).toEqual(['return-payment', 'send-refund']);
  });

  it('cancelled and paid in the same moment, it is one or the other: cancelled with the money back, or paid and not cancelled', async () => {
    const admin = await asAdmin(shop);
    for (let round = 0; round < 3; round += 1) {
      const { number, at } = await begun();
      await admin.get(`/admin/orders/${number}`);
      await Promise.all([answer(at, 'paid'), admin.post(`/admin/orders/${number}/cancel`)]);
      const now = await standing(number);
      if (now?.status === 'cancelled') await expect.poll(() => refunds(number), { timeout: 15_000 }).toEqual([{ amount: '10450', sent: true, there: '10450' }]);
      else expect([now, await refunds(number)]).toEqual([{ state: 'paid', status: 'processing', invoices: 1, paid: 1, taken: 1, open: 0 }, []]);
    }
  });

  it('a credit memo goes to the provider, a part and then the rest, and never more than was paid', async () => {
    const { number } = await ownOrder(shop, [{ sku: 'SKU-1001', quantity: 2 }], { payment: 'pay-link' });
    await answer(await begin(await linkOf(number)), 'paid');
    const admin = await asAdmin(shop);
    await makeDocument(admin, number, 'credit-memo', { 'quantity-1': '1', shipping: '0' });
    await expect.poll(() => refunds(number), { timeout: 15_000 }).toEqual([{ amount: '9500', sent: true, there: '9500' }]);
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get(`/account/orders/${number}`)).text).toContain('Partly refunded');
    await makeDocument(admin, number, 'credit-memo');
    await expect.poll(async () => (await refunds(number)).map(({ sent, there }) => [sent, there]), { timeout: 15_000 }).toEqual([[true, '19000'], [true, '19000']]);
    expect((await admin.get(`/admin/orders/${number}`)).text).toMatch(/Payment Refunded.*Sent back \$190\.00/);
    await expect(shop.rows(`update payment_attempt set refunded = amount + 1 where reference is not null and state = 'paid'`)).rejects.toMatchObject({ code: '23514' });
    await shop.rows(`select graphile_worker.add_job('send-refund', json_build_object('id', id)) from payment_refund`);
    expect((await refunds(number)).map(({ there }) => there)).toEqual(['19000', '19000']);
  });
});

describe('G3: where it is offered, and over REST', () => {
  it('checkout offers it over REST too; the order says how it stands, in lists and filters too', async () => {
    const { number, john } = await ownOrder(shop, ONE, { payment: 'pay-link' });
    const history = await john.get('/account/orders');
    expect(history.text).toMatch(new RegExp(`${number}.{0,60}Awaiting payment`));
    const admin = await asAdmin(shop);
    const [waiting, paid] = [await admin.get(`/admin/orders?q=${number}&payment=awaiting`), await admin.get(`/admin/orders?q=${number}&payment=paid`)];
    expect(waiting.html).toContain(`href="/admin/orders/${number}"`);
    expect(paid.html).not.toContain(`href="/admin/orders/${number}"`);
    const api = new ApiClient(shop.server.origin);
    const staff = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.admin, password: PASSWORD })).body['token']);
    expect((await staff.call('GET', `/V1/sales/orders/${number}`)).body).toMatchObject({ payment: { state: 'awaiting', amount: { amount: '104.50' } } });
    const inside = api.with((await staff.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true })).body['token']);
    expect((await inside.call('GET', '/V1/checkout')).body['paymentMethods']).toContainEqual({ code: 'pay-link', name: 'Pay link', payableBy: null, refused: null });
    expect((await inside.call('GET', '/V1/openapi.json')).body).toMatchObject({ paths: { '/V1/payments/{provider}/callback': {}, '/V1/sales/orders/{number}/payment-link': {} } });
  });

  it.each([['de', 'Bestellung', 'Jetzt bezahlen'], ['es', 'pedido', 'Pagar ahora']])('%s: the link and the page behind it are in the store’s language', async (base, word, now) => {
    const browser = shop.browser();
    const [customer] = await shop.rows<{ email: string }>(`select c.email from customer c join store s on s.id = c.store_id join customer_address a on a.customer_id = c.id and a.is_default where s.code = $1 and c.status = 'active' and c.confirmed_at is not null order by c.id limit 1`, [base]);
    await browser.get(`/${base}/account/login`);
    await browser.post(`/${base}/account/login`, { email: customer?.email ?? '', password: PASSWORD });
    const { number, placed } = await order(browser, [{ sku: 'SKU-1001', quantity: 1 }], { base: `/${base}`, payment: 'pay-link' });
    expect(placed.text).toContain(now);
    const link = await linkOf(number);
    expect(link.startsWith(`/${base}/pay?`)).toBe(true);
    const shown = await shop.browser().get(link);
    expect(shown.text).toContain(word);
    const paid = await answer(await begin(link), 'paid');
    expect(paid.url.startsWith(`/${base}/pay/return/`)).toBe(true);
    expect(await standing(number)).toMatchObject({ state: 'paid' });
  });
});

describe('D8: limits', () => {
  it('a network that tries links or steps on and on has to wait; one that pays now and then does not', async () => {
    const browser = shop.browser();
    const statuses = new Set<number>();
    for (let tries = 0; tries < 130 && !statuses.has(429); tries += 1) statuses.add((await browser.raw(`/pay?token=opy_${'y'.repeat(43)}`, {})).status);
    expect(statuses).toEqual(new Set([410, 429]));
    const { number } = await ownOrder(shop, ONE, { payment: 'pay-link' });
    const link = await linkOf(number);
    expect((await browser.get(link)).status).toBe(200);
    expect((await browser.post('/pay', { token: link.slice(11) })).text).toContain('too many attempts');
    shop.clock.advance(3700);
    expect((await begin(link)).page.url).toMatch(/test-provider/);
  });
});
