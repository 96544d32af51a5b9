import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, lineIn, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
let sarah: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
  await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
});
beforeEach(() => shop.rows(`delete from setting_value where path in ('pricing/rule', 'assist/price_edit/show_alternatives')`));
afterAll(() => shop.close());

/** As "Save Config" does it, at a scope: `default`, `website:1`. */
async function save(section: string, path: string, scope: string, value: string): Promise<void> {
  await admin.get(`/admin/configuration/${section}?scope=${scope}`);
  const saved = await admin.post(`/admin/configuration/${section}`, { scope, [`value:${path}`]: value });
  expect(saved.status).toBe(200);
}

async function each(): Promise<string | undefined> {
  const { html } = await sarah.get('/cart');
  return /\$([\d.]+) each/.exec(html.slice(html.indexOf('class="cart-lines"')))?.[1];
}

describe('pricing/rule', () => {
  it('pricing/rule: at the default, “lowest” gives John the lowest of all prices, “specific” his own', async () => {
    expect(await each()).toBe('95.00');
    await save('catalog-prices', 'pricing/rule', 'default', 'lowest');
    expect(await each()).toBe('90.00');
    expect((await sarah.get('/cart')).text).toContain('The lowest of all prices applies.');
    await save('catalog-prices', 'pricing/rule', 'default', 'specific');
    expect(await each()).toBe('95.00');
  });

  it('pricing/rule: a website’s own value goes before the default, and for no other website', async () => {
    await save('catalog-prices', 'pricing/rule', 'default', 'lowest');
    await save('catalog-prices', 'pricing/rule', 'website:1', 'specific');
    expect(await each()).toBe('95.00');
    await save('catalog-prices', 'pricing/rule', 'website:1', 'lowest');
    await save('catalog-prices', 'pricing/rule', 'default', 'specific');
    expect(await each()).toBe('90.00');
    await save('catalog-prices', 'pricing/rule', 'website:2', 'lowest');
    await shop.rows(`delete from setting_value where scope = 'website' and scope_id = 1`);
    expect(await each()).toBe('95.00');
  });
});

const dropdown = async () => (await sarah.get('/cart')).html.includes('name="alternative"');

describe('assist/price_edit/show_alternatives', () => {
  const path = 'assist/price_edit/show_alternatives';

  it('assist/price_edit/show_alternatives: at the default, No takes the dropdown away and nothing of it can be chosen', async () => {
    expect(await dropdown()).toBe(true);
    await save('staff-price-editing', path, 'default', 'no');
    expect(await dropdown()).toBe(false);
    const { id, version } = lineIn((await sarah.get('/cart')).html);
    expect((await sarah.post(`/cart/lines/${id}/price`, { version, alternative: 'base' })).status).toBe(422);
    expect(await each()).toBe('95.00');
    await save('staff-price-editing', path, 'default', 'yes');
    expect(await dropdown()).toBe(true);
  });

  it('assist/price_edit/show_alternatives: a website’s own value goes before the default, and for no other website', async () => {
    await save('staff-price-editing', path, 'website:1', 'no');
    expect(await dropdown()).toBe(false);
    await save('staff-price-editing', path, 'default', 'no');
    await save('staff-price-editing', path, 'website:1', 'yes');
    expect(await dropdown()).toBe(true);
    await shop.rows(`delete from setting_value where path = $1`, [path]);
    await save('staff-price-editing', path, 'website:2', 'no');
    expect(await dropdown()).toBe(true);
  });
});
