import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { recordOf } from '../testing/record-of.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
});
afterAll(() => shop.close());

const page = (id: string): string => `/staff/customers/${id}`;

describe('A9: the customer page of the portal', () => {
  it('A9: the list leads to profile, addresses, consent, open cart, orders, prices that apply, notes, and who helped', async () => {
    await enter(sarah, CUSTOMER.john);
    await sarah.get('/p/drill-driver-18v-60');
    await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '3' });
    await sarah.post('/assist/exit');
    expect((await sarah.get('/staff/customers?q=doe')).html).toContain(`href="${page(CUSTOMER.john)}"`);
    const shown = await sarah.get(page(CUSTOMER.john));
    for (const text of ['Login to this account', 'Profile', 'john.doe@customer.example', 'Addresses', '1420 Foundry Ave', 'Consent to assistance', 'by the customer', 'Open cart', '3 × ', 'Orders', 'Prices that apply', 'Customer Price', 'Pricelist A', '$90.00', 'Notes and visits', 'Who helped', 'Sarah Johnson', 'phone order']) expect(shown.text).toContain(text);
    expect(shown.html).toContain('Login to this account: John Doe');
  });

  it('A9: opens an order that is one’s own, and only names a colleague’s', async () => {
    const { html } = await sarah.get(page(CUSTOMER.john));
    const linked = [...html.matchAll(/href="(\/staff\/orders\/\d+)"/g)].map(([, href = '']) => href);
    expect(linked.length).toBeGreaterThan(0);
    for (const href of linked) expect((await sarah.get(href)).status).toBe(200);
    expect(html).toContain('Max Keller');
  });

  it('A9, E1: the look is on record', async () => {
    expect((await recordOf(shop, CUSTOMER.john, 20)).find(({ action }) => action === 'customer.view')).toMatchObject({ actor: STAFF.sarah, object: `customer ${CUSTOMER.john}` });
  });

  it('A9: a customer the actor may not see is not shown, nor noted on; only why', async () => {
    const hidden = await sarah.get(page(CUSTOMER.uma));
    expect(hidden.status).toBe(403);
    expect(hidden.text).toContain('This customer is not assigned to you.');
    expect(hidden.text).not.toMatch(/Uma|uma\.unassigned/);
    await sarah.get('/staff');
    expect((await sarah.post(`${page(CUSTOMER.uma)}/notes`, { kind: 'note', text: 'Not mine' })).status).toBe(403);
    expect(await shop.rows('select 1 from customer_note')).toEqual([]);
    expect((await sarah.get(page('999999'))).status).toBe(404);
  });

  it('A9: a note and a visit are kept with their author and on record; an empty one is refused at the field', async () => {
    await sarah.get(page(CUSTOMER.john));
    const empty = await sarah.post(`${page(CUSTOMER.john)}/notes`, { kind: 'note', text: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('The note is empty or too long.');
    await sarah.get(page(CUSTOMER.john));
    await sarah.post(`${page(CUSTOMER.john)}/notes`, { kind: 'note', text: 'Wants delivery before noon.' });
    const shown = await sarah.post(`${page(CUSTOMER.john)}/notes`, { kind: 'visit', text: '<b>Saw</b> the new site at Larimer.' });
    expect(shown.text).toContain('The note is kept.');
    for (const text of ['Wants delivery before noon.', 'Visit']) expect(shown.text).toContain(text);
    expect(shown.html).toContain('&lt;b&gt;Saw&lt;/b&gt; the new site at Larimer.');
    expect((await recordOf(shop, CUSTOMER.john, 20)).filter(({ action }) => action === 'customer.add-note').map(({ result, actor, subject, detail }) => [result, actor, subject, detail?.['kind']])).toEqual([
      ['done', STAFF.sarah, CUSTOMER.john, 'visit'], ['done', STAFF.sarah, CUSTOMER.john, 'note'], ['refused', STAFF.sarah, null, undefined],
    ]);
  });

  it('D7: from inside the account a note is written in a form that only the context shows; the customer never reads it', async () => {
    const inside = await enter(sarah, CUSTOMER.john);
    expect(inside.text).toContain('Note on John Doe');
    expect((await sarah.post('/account/notes', { text: '' })).status).toBe(422);
    expect((await sarah.post('/account/notes', { text: 'Asked for a quote on 200 pieces.' })).text).toContain('The note is kept.');
    expect((await recordOf(shop, CUSTOMER.john))[0]).toMatchObject({ action: 'customer.add-note', actor: STAFF.sarah, subject: CUSTOMER.john, session: expect.any(String) as string });
    await sarah.post('/assist/exit');
    expect((await sarah.get(page(CUSTOMER.john))).text).toMatch(/Asked for a quote on 200 pieces\..*from inside the account/);
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const own = await john.get('/account');
    expect(own.text).not.toContain('Note on');
    expect(own.text).not.toContain('200 pieces');
    expect((await john.post('/account/notes', { text: 'I am no actor.' })).status).toBe(403);
    expect(await shop.rows(`select 1 from customer_note where text = 'I am no actor.'`)).toEqual([]);
  });
});
