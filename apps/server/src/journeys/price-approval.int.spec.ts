import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
let ruth: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  await shop.rows(`update staff set max_discount_basis_points = 1000 where email = $1`, [STAFF.sarah]);
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  ruth = shop.browser();
  await logInAsStaff(ruth, STAFF.ruth);
});
afterAll(() => shop.close());

beforeEach(async () => {
  await setting(shop).set('assist/price_edit/approval', 'ask-lead');
  await shop.rows(`delete from cart_line where cart_id in (select id from cart where customer_id = $1 and status = 'open')`, [CUSTOMER.john]);
  await enter(sarah, CUSTOMER.john);
  await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
});
afterEach(async () => {
  await setting(shop).clear();
  await sarah.post('/assist/exit');
});

async function give(price: string, reason = 'price match'): Promise<Visit> {
  const { id, version } = lineIn((await sarah.get('/cart')).html);
  return sarah.post(`/cart/lines/${id}/price`, { version, price, reason });
}

interface RequestRow {
  id: string;
  status: string;
  decided_by: string | null;
}

async function requests(): Promise<RequestRow[]> {
  return shop.rows<RequestRow>(`select id::text, status, decided_by::text from price_approval order by asked_at desc, id desc`);
}

async function newest(): Promise<RequestRow> {
  const [row] = await requests();
  if (row === undefined) throw new Error('Nobody asked');
  return row;
}

async function decide(browser: TestBrowser, id: string, decision: 'approve' | 'decline', comment = ''): Promise<Visit> {
  await browser.get(`/staff/approvals/${id}`);
  return browser.post(`/staff/approvals/${id}`, { decision, comment });
}

async function placeAs(browser: TestBrowser): Promise<Visit> {
  const checkout = await browser.get('/checkout');
  return browser.post('/checkout/place', {
    version: hidden(checkout.html, 'version'), key: hidden(checkout.html, 'key'), expectedTotal: hidden(checkout.html, 'expectedTotal'),
    address: /name="address"[^>]*value="(\d+)"/.exec(checkout.html)?.[1] ?? '', shipping: 'standard', payment: 'on-account', comment: '',
  });
}

async function actions(): Promise<string[]> {
  const rows = await shop.rows<{ said: string }>(`select e.action_group || '.' || e.action || ':' || e.result as said from audit_entry e order by e.id desc limit 8`);
  return rows.map(({ said }) => said);
}

describe('C5: assist/price_edit/approval', () => {
  it('with “refuse”, which is the default, a price beyond the limit is refused at the field', async () => {
    await setting(shop).clear();
    const refused = await give('60.00');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('You may give at most 10% off.');
    expect(await requests()).toEqual([]);
  });

  it.each([['default', 0], ['website', 1]] as const)('with “ask the lead” at the %s scope the line shows “Waiting for approval”, keeps its price, and can’t be ordered', async (scope, scopeId) => {
    await setting(shop).clear();
    await setting(shop).set('assist/price_edit/approval', 'ask-lead', scope, scopeId);
    const asked = await give('60.00');
    expect(asked.url).toBe('/cart');
    expect(asked.text).toContain('Waiting for approval $60.00 Sarah Johnson, price match');
    expect(asked.text).toContain('$95.00 each');
    expect(asked.html).toMatch(/<button[^>]*disabled[^>]*>[^<]*Proceed to checkout/);
    const ahead = await sarah.get('/checkout');
    expect([ahead.status, ahead.text.includes('The price of SKU-1001 is waiting for approval.')]).toEqual([200, true]);
    const placed = await placeAs(sarah);
    expect(placed.status).toBe(422);
    expect(placed.text).toContain('The price of SKU-1001 is waiting for approval.');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const seen = await john.get('/cart');
    expect(seen.text).toContain('Waiting for approval');
    expect(seen.text).toContain('Take the normal price');
    expect((await placeAs(john)).text).toContain('The price of SKU-1001 is waiting for approval.');
  });

  it('asks nothing within the limit, and nothing where another rule is against it', async () => {
    const before = (await requests()).length;
    expect((await give('90.00')).text).not.toContain('Waiting for approval');
    expect((await give('0')).text).toContain('A price of 0 is not allowed in this store.');
    expect((await give('60.00', 'because')).text).toContain('This reason is not on the store’s list.');
    expect(await requests()).toHaveLength(before);
  });

  it('asks for a price below the lowest margin too, and tells a lead what it is beyond', async () => {
    await setting(shop).set('assist/price_edit/min_margin', '95');
    await shop.rows(`update product_website w set cost = 5000 from product p where p.id = w.product_id and p.sku = 'SKU-1001' and w.website_id = 1`);
    expect((await give('92.00')).text).toContain('Waiting for approval');
    const page = await ruth.get(`/staff/approvals/${(await newest()).id}`);
    expect(page.text).toContain('below the lowest margin');
    expect(page.text).toContain('Margin per piece $42.00 (84%)');
  });
});

describe('C5: the lead decides', () => {
  it('sees it on the dashboard and on the list, approves, and the line has the price with both names, to the order', async () => {
    await give('60.00');
    const { id } = await newest();
    expect((await ruth.get('/staff')).text).toContain('Sarah Johnson asks for $60.00 for Drill driver');
    const list = await ruth.get('/staff/approvals');
    expect(list.text).toContain('John Doe');
    expect(list.html).toContain(`/staff/approvals/${id}`);
    const page = await ruth.get(`/staff/approvals/${id}`);
    expect(page.text).toContain('more off than Sarah Johnson may give');
    expect((await newest()).status).toBe('waiting');

    const approved = await decide(ruth, id, 'approve');
    expect(approved.url).toBe('/staff/approvals');
    expect(approved.text).toContain('The price of SKU-1001 is approved and stands in the cart.');
    const cart = await sarah.get('/cart');
    expect(cart.text).toContain('$60.00 each');
    expect(cart.text).toContain('Sarah Johnson, price match, approved by Ruth Sanders');
    expect(cart.text).not.toContain('Waiting for approval');
    const placed = await placeAs(sarah);
    expect(placed.url).toMatch(/^\/checkout\/placed\//);
    const [line] = await shop.rows(`select unit_minor::text, override_reason, override_actor_name, override_approver_name from purchase_line l join purchase p on p.id = l.purchase_id where p.number = $1`, [placed.url.split('/').at(-1)]);
    expect(line).toEqual({ unit_minor: '6000', override_reason: 'price match', override_actor_name: 'Sarah Johnson', override_approver_name: 'Ruth Sanders' });
    expect(await actions()).toContain('cart.approve-price:done');
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    expect((await admin.get('/admin/action-logs')).text).toContain('Ruth Sanders approved the price $60.00 instead of $95.00 for SKU-1001 (price match) for John Doe');
  });

  it('declines with a comment: the line is as it was, the actor is told on the cart page, and it can be ordered', async () => {
    await give('90.00');
    await give('60.00');
    await decide(ruth, (await newest()).id, 'decline', 'Not for this product');
    const cart = await sarah.get('/cart');
    expect(cart.text).toContain('$90.00 each');
    expect(cart.text).toContain('Ruth Sanders declined the price $60.00: “Not for this product”');
    expect(await actions()).toContain('cart.decline-price:done');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/cart')).text).not.toContain('declined');
    expect((await placeAs(sarah)).url).toMatch(/^\/checkout\/placed\//);
  });

  it('sends each lead who shares the store a mail; its link changes nothing by being opened', async () => {
    await give('60.00');
    const { id } = await newest();
    const mails = await shop.rows<{ recipient: string }>(`select recipient from mail where template = 'price-approval' and params->>'approval' = $1 order by recipient`, [id]);
    expect(mails.map(({ recipient }) => recipient)).toContain(STAFF.ruth);
    expect(mails.map(({ recipient }) => recipient)).not.toContain(STAFF.sarah);
    await expect.poll(async () => (await shop.rows<{ body: string }>(`select i.body from demo_inbox i join mail m on m.id = i.mail_id where m.params->>'approval' = $1 and m.recipient = $2`, [id, STAFF.ruth]))[0]?.body ?? '', { timeout: 10_000 })
      .toContain(`/staff/approvals/${id}`);
    const nobody = shop.browser();
    expect((await nobody.get(`/staff/approvals/${id}`)).url).toContain('/staff/account/login');
    await ruth.get(`/staff/approvals/${id}`);
    expect((await newest()).status).toBe('waiting');
  });

  it('takes four eyes: nobody approves a price of their own, nor one without the right, nor one of another store', async () => {
    await give('60.00');
    const { id } = await newest();
    expect((await decide(sarah, id, 'approve')).status).toBe(403);
    await shop.rows(`insert into role_resource (role_id, resource) select role_id, 'sales.approve-prices' from staff where email = $1`, [STAFF.sarah]);
    const own = await decide(sarah, id, 'approve');
    expect(own.status).toBe(422);
    expect(own.text).toContain('You asked for this price yourself.');
    expect((await sarah.get('/staff')).text).not.toContain('asks for $60.00');
    await shop.rows(`delete from role_resource where resource = 'sales.approve-prices' and role_id = (select role_id from staff where email = $1)`, [STAFF.sarah]);
    await shop.rows(`delete from staff_store where staff_id = (select id from staff where email = $1) and store_id = 1`, [STAFF.ruth]);
    expect((await decide(ruth, id, 'approve')).text).toContain('This request for approval is not there.');
    await shop.rows(`insert into staff_store (staff_id, store_id) select id, 1 from staff where email = $1`, [STAFF.ruth]);
    expect((await newest()).status).toBe('waiting');
  });
});

describe('C5: a request that no longer stands', () => {
  it.each([
    ['another edit replaces it', async () => void (await give('90.00'))],
    ['another request replaces it', async () => void (await give('55.00'))],
    ['its line is removed', async () => {
      const { id, version } = lineIn((await sarah.get('/cart')).html);
      await sarah.post(`/cart/lines/${id}/remove`, { version });
    }],
    ['its quantity is raised', async () => {
      const { id, version } = lineIn((await sarah.get('/cart')).html);
      await sarah.post(`/cart/lines/${id}`, { version, quantity: '5' });
    }],
    ['pieces are added', async () => void (await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' }))],
    ['it is withdrawn', async () => {
      const { id, version } = lineIn((await sarah.get('/cart')).html);
      expect((await sarah.post(`/cart/lines/${id}/price/withdraw`, { version })).text).toContain('The request was withdrawn.');
    }],
    ['the price is reset', async () => {
      const { id, version } = lineIn((await sarah.get('/cart')).html);
      await sarah.post(`/cart/lines/${id}/price/reset`, { version });
    }],
  ])('is void where %s', async (_what, happens) => {
    await give('60.00');
    const { id } = await newest();
    await happens();
    const [row] = await shop.rows<RequestRow>(`select id::text, status, decided_by::text from price_approval where id = $1`, [id]);
    expect(row).toEqual({ id, status: 'void', decided_by: null });
    const decided = await decide(ruth, id, 'approve');
    expect(decided.status).toBe(422);
    expect(decided.text).toContain('This request no longer stands');
    const stored = await shop.rows(`select 1 from cart_line l join cart c on c.id = l.cart_id where c.status = 'open' and l.override_minor = 6000`);
    expect(stored).toEqual([]);
  });

  it('stands where fewer pieces are left', async () => {
    await give('60.00');
    const { id, version } = lineIn((await sarah.get('/cart')).html);
    await sarah.post(`/cart/lines/${id}`, { version, quantity: '1' });
    await decide(ruth, (await newest()).id, 'approve');
    expect((await sarah.get('/cart')).text).toContain('$60.00 each');
  });

  it('stands after the session as long as its price would (C6), and then is over', async () => {
    await give('60.00');
    const { id } = await newest();
    await sarah.post('/assist/exit');
    await setting(shop).set('assist/price_edit/valid_for', '0');
    expect((await decide(ruth, id, 'approve')).text).toContain('This request no longer stands');
    expect((await ruth.get('/staff')).text).not.toContain('asks for $60.00');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/cart')).text).not.toContain('Waiting for approval');
    await setting(shop).set('assist/price_edit/valid_for', '3600');
    expect((await john.get('/cart')).text).toContain('Waiting for approval');
    await decide(ruth, id, 'approve');
    expect((await john.get('/cart')).text).toContain('$60.00 each');
    await enter(sarah, CUSTOMER.john);
  });

  it('lets the customer take the normal price instead, and order', async () => {
    await give('60.00');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const { id, version } = lineIn((await john.get('/cart')).html);
    const taken = await john.post(`/cart/lines/${id}/price/withdraw`, { version });
    expect(taken.text).toContain('$95.00 each');
    expect(taken.text).not.toContain('Waiting for approval');
    expect((await placeAs(john)).url).toMatch(/^\/checkout\/placed\//);
    expect((await newest()).status).toBe('void');
  });
});

const send = (browser: TestBrowser, token: string, path: string, fields: Record<string, string>) =>
  browser.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ _csrf: token, ...fields }) });

describe('C5: races', () => {
  it('of two leads who decide at once, one does; the other is told', async () => {
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    for (let round = 0; round < 5; round += 1) {
      await give(`${60 + round}.00`);
      const { id } = await newest();
      const path = `/staff/approvals/${id}`;
      await ruth.get(path);
      await admin.get(path);
      const answers = await Promise.all([send(ruth, ruth.formToken, path, { decision: 'approve' }), send(admin, admin.formToken, path, { decision: 'decline' })]);
      expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422]);
      const [row] = await shop.rows<RequestRow & { minor: string | null }>(
        `select a.id::text, a.status, a.decided_by::text, l.override_minor::text as minor from price_approval a join cart_line l on l.id = a.line_id where a.id = $1`, [id]);
      expect(row?.status).toBe(answers[0].status === 303 ? 'approved' : 'declined');
      if (row?.status === 'approved') expect(row.minor).toBe(`${60 + round}00`);
      const entries = await shop.rows(`select 1 from audit_entry where action in ('approve-price', 'decline-price') and result = 'done' and convert_from(canonical, 'UTF8') like '%' || $1 || '%'`, [id]);
      expect(entries).toHaveLength(1);
    }
  });

  it('approving against removing the line: either the price stood and the removal is refused, or the line is gone and the request void', async () => {
    for (let round = 0; round < 5; round += 1) {
      await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
      await give('60.00');
      const { id } = await newest();
      const line = lineIn((await sarah.get('/cart')).html);
      const token = sarah.formToken;
      await ruth.get(`/staff/approvals/${id}`);
      await Promise.all([
        send(ruth, ruth.formToken, `/staff/approvals/${id}`, { decision: 'approve' }),
        send(sarah, token, `/cart/lines/${line.id}/remove`, { version: line.version }),
      ]);
      const [row] = await shop.rows<{ status: string; line: string | null }>(`select a.status, l.id::text as line from price_approval a left join cart_line l on l.id = a.line_id where a.id = $1`, [id]);
      expect([{ status: 'approved', line: line.id }, { status: 'void', line: null }]).toContainEqual(row);
    }
  });
});

describe('C5: over REST', () => {
  it('the line waits, is not ordered, and says for what', async () => {
    await sarah.post('/assist/exit');
    const api = new ApiClient(shop.server.origin);
    const { body: staff } = await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD });
    const { body: context } = await api.with(staff['token']).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true });
    const inside = api.with(context['token']);
    const { body: cart } = await inside.call('GET', '/V1/carts/mine');
    const { version, lines } = cart as unknown as { version: number; lines: { id: string }[] };
    const asked = await inside.call('PUT', `/V1/carts/mine/items/${lines[0]?.id ?? ''}/price`, { version, price: '60.00', reason: 'loyalty' });
    expect(asked.status).toBe(200);
    expect(asked.body).toMatchObject({ lines: [{ unitPrice: { amount: '95.00' }, waitingFor: { amount: '60.00' } }] });
    const { body: checkout } = await inside.call('GET', '/V1/checkout?shippingMethod=standard');
    const { version: now, totals, addresses } = checkout as unknown as { version: number; totals: { total: { amount: string } }; addresses: { id: string }[] };
    const order = { version: now, expectedTotal: totals.total.amount, shippingMethod: 'standard', paymentMethod: 'on-account', addressId: addresses[0]?.id };
    expect((await inside.call('POST', '/V1/orders', order, { 'idempotency-key': 'waits-for-approval' })).body).toMatchObject({ status: 409, code: 'price-waiting' });
    await inside.call('DELETE', `/V1/staff/customers/${CUSTOMER.john}/token`);
    await enter(sarah, CUSTOMER.john);
  });
});

interface News {
  lines: { id: string; waiting: boolean; text: string }[];
}

const newsFor = async (browser: TestBrowser): Promise<News['lines'][number] | undefined> => ((await (await browser.raw('/cart/waiting', {})).json()) as News).lines[0];

async function inbox(template: string, recipient: string): Promise<string> {
  const [row] = await shop.rows<{ body: string }>(`select i.body from demo_inbox i join mail m on m.id = i.mail_id where m.template = $1 and m.recipient = $2 order by m.created_at desc limit 1`, [template, recipient]);
  return row?.body ?? '';
}

describe('C5: everybody sees the decision as it comes', () => {
  it('C5: the cart’s page hears it while it stands: the actor who decided, the customer the price alone', async () => {
    await give('60.00');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const cart = await sarah.get('/cart');
    expect(cart.html).toMatch(/<waiting-price[^>]*src="\/cart\/waiting"/u);
    expect(await newsFor(sarah)).toMatchObject({ waiting: true, text: '' });
    await decide(ruth, (await newest()).id, 'approve');
    expect(await newsFor(sarah)).toMatchObject({ waiting: false, text: 'Ruth Sanders approved $60.00.' });
    expect(await newsFor(john)).toMatchObject({ waiting: false, text: 'The price is approved: $60.00.' });
    await give('55.00');
    await decide(ruth, (await newest()).id, 'decline', 'Below what we pay');
    expect(await newsFor(sarah)).toMatchObject({ text: 'Ruth Sanders declined the price $55.00: “Below what we pay”' });
    expect(await newsFor(john)).toMatchObject({ text: 'The price stays at $60.00.' });
  });

  it('C5, B8: asking for it counts as nobody’s use, and of another customer’s cart there is nothing to hear', async () => {
    await give('60.00');
    const used = async () => shop.rows(`select t.last_used_at from staff_session t join staff a on a.id = t.staff_id where t.ended_at is null and a.email = $1`, [STAFF.sarah]);
    const before = await used();
    expect(before.length).toBeGreaterThan(0);
    shop.clock.advance(120);
    await newsFor(sarah);
    expect(await used()).toEqual(before);
    await sarah.get('/cart');
    expect(await used()).not.toEqual(before);
    const other = shop.browser();
    await logInAsCustomer(other, 'jane.roe@customer.example');
    expect(JSON.stringify(await (await other.raw('/cart/waiting', {})).json())).not.toContain('60.00');
    expect((await shop.browser().raw('/cart/waiting', {})).headers.get('content-type') ?? '').not.toContain('json');
  });

  it('C5: whoever asked is told by mail and on the dashboard, until the line is ordered', async () => {
    await give('60.00');
    await decide(ruth, (await newest()).id, 'approve', 'For this once');
    expect((await sarah.get('/staff')).text).toContain('Ruth Sanders approved $60.00 for Drill driver 18 V, 60 Nm (John Doe)');
    await expect.poll(() => inbox('price-decided', STAFF.sarah), { timeout: 10_000 }).toContain('Ruth Sanders approved the price you asked for.');
    expect(await inbox('price-decided', STAFF.sarah)).toContain('For this once');
    await placeAs(sarah);
    expect((await sarah.get('/staff')).text).not.toContain('Ruth Sanders approved $60.00');
    await sarah.get('/cart');
  });
});

async function statusOf(id: string): Promise<string | undefined> {
  return (await shop.rows<{ status: string }>('select status from price_approval where id = $1', [id]))[0]?.status;
}

describe('C5, E02–E09: the mail’s link is a pointer and no key', () => {
  it('E05, E09: holds no secret, opens the login for nobody in particular, and after it the question itself', async () => {
    await give('60.00');
    const { id } = await newest();
    await expect.poll(() => inbox('price-approval', STAFF.ruth), { timeout: 10_000 }).toContain(id);
    const [link = ''] = /https?:\/\/\S+\/staff\/approvals\/\S+/u.exec(await inbox('price-approval', STAFF.ruth)) ?? [];
    expect(new URL(link).search + new URL(link).hash).toBe('');
    const lead = shop.browser();
    const asked = await lead.get(`/staff/approvals/${id}`);
    expect(asked.url).toContain('/staff/account/login');
    expect(asked.text).not.toContain('60.00');
    const opened = await lead.post('/staff/account/login', { email: STAFF.ruth, password: PASSWORD, next: hidden(asked.html, 'next') });
    expect(opened.url).toBe(`/staff/approvals/${id}`);
    expect(opened.text).toContain('more off than Sarah Johnson may give');
    expect(await statusOf(id)).toBe('waiting');
  });

  it('E02: forwarded to a colleague without the right, it opens nothing', async () => {
    await give('60.00');
    const { id } = await newest();
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    const seen = await max.get(`/staff/approvals/${id}`);
    expect(seen.status).toBe(403);
    expect(seen.text).not.toContain('$60.00');
    expect(await statusOf(id)).toBe('waiting');
  });

  it('E04, X01: a scanner that opens it, and a second press, decide nothing', async () => {
    await give('60.00');
    const { id } = await newest();
    for (const method of ['GET', 'HEAD']) await ruth.raw(`/staff/approvals/${id}?decision=approve`, { method });
    expect(await statusOf(id)).toBe('waiting');
    await decide(ruth, id, 'decline');
    const again = await decide(ruth, id, 'approve');
    expect(again.status).toBe(422);
    expect(await statusOf(id)).toBe('declined');
  });
});

async function tokenOf(email: string): Promise<ApiClient> {
  const api = new ApiClient(shop.server.origin);
  const { body } = await api.call('POST', '/V1/staff/token', { email, password: PASSWORD });
  return api.with(body['token']);
}

describe('C5: a lead decides over REST', () => {
  it('H1, C5: lists, looks, approves with the same rights, refusals and record as the page', async () => {
    await give('60.00');
    const { id } = await newest();
    const lead = await tokenOf(STAFF.ruth);
    const list = await lead.call('GET', '/V1/price-approvals');
    expect(list.body).toMatchObject({ items: [{ id, status: 'waiting', canDecide: true, sku: 'SKU-1001', price: { amount: '60.00', currency: 'USD' }, normalPrice: { amount: '95.00' }, limits: ['discount-above-limit'], askedBy: { name: 'Sarah Johnson' }, customer: { name: 'John Doe' } }] });
    expect((await lead.call('GET', `/V1/price-approvals/${id}`)).body).toMatchObject({ id, decision: null });
    expect(await lead.call('POST', `/V1/price-approvals/${id}`, { decision: 'perhaps' })).toMatchObject({ status: 422 });
    const approved = await lead.call('POST', `/V1/price-approvals/${id}`, { decision: 'approve', comment: 'Agreed' });
    expect(approved.body).toMatchObject({ status: 'approved', canDecide: false, decision: { by: 'Ruth Sanders', comment: 'Agreed' } });
    expect(await actions()).toContain('cart.approve-price:done');
    expect((await sarah.get('/cart')).text).toContain('$60.00 each');
    expect(await lead.call('POST', `/V1/price-approvals/${id}`, { decision: 'decline' })).toMatchObject({ status: 409, body: { code: 'approval-decided' } });
    expect((await lead.call('GET', '/V1/price-approvals?status=decided')).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id })]) as unknown });
  });

  it('H1, C5: nobody without the right, nobody alone, and nothing of another store', async () => {
    await give('60.00');
    const { id } = await newest();
    const actor = await tokenOf(STAFF.sarah);
    for (const [method, path] of [['GET', '/V1/price-approvals'], ['GET', `/V1/price-approvals/${id}`], ['POST', `/V1/price-approvals/${id}`]] as const)
      expect((await actor.call(method, path, method === 'POST' ? { decision: 'approve' } : undefined)).status).toBe(403);
    const lead = await tokenOf(STAFF.ruth);
    await shop.rows(`update price_approval set actor_id = (select id from staff where email = $2) where id = $1`, [id, STAFF.ruth]);
    expect(await lead.call('POST', `/V1/price-approvals/${id}`, { decision: 'approve' })).toMatchObject({ status: 403, body: { code: 'approval-own' } });
    expect((await lead.call('GET', '/V1/price-approvals/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect(await statusOf(id)).toBe('waiting');
  });

  it('H1, C5: the customer’s own token takes the normal price instead', async () => {
    await give('60.00');
    await sarah.post('/assist/exit');
    const api = await tokenOf(STAFF.sarah);
    const { body: context } = await api.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true });
    const inside = new ApiClient(shop.server.origin).with(context['token']);
    const { version, lines } = (await inside.call('GET', '/V1/carts/mine')).body as unknown as { version: number; lines: { id: string }[] };
    const taken = await inside.call('DELETE', `/V1/carts/mine/items/${lines[0]?.id ?? ''}/price-request?version=${version}`);
    expect(taken.body).toMatchObject({ lines: [{ waitingFor: null, unitPrice: { amount: '95.00' } }] });
    expect((await newest()).status).toBe('void');
    await inside.call('DELETE', `/V1/staff/customers/${CUSTOMER.john}/token`);
    await enter(sarah, CUSTOMER.john);
  });
});
