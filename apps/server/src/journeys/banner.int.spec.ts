// The banner stands on every page of a context, whatever the names in it are made of, and nobody can lay a page over it (B5).
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, lineIn, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
});
afterEach(() => expectInvariants(shop));
afterAll(() => shop.close());

/** Markup that would hide the banner, a direction that would turn it round, marks that would end its isolation, and length. */
const NAMES = [
  { first: '</bdi></span><style>.assist{display:none}</style><script>alert(1)</script>', last: '<!-- --></aside>' },
  { first: '\u202E\u2067Umgekehrt', last: '\u2069\u2069\u200F أحمد' },
  { first: 'W'.repeat(400), last: `${'a b '.repeat(100)}c` },
  { first: '&lt;b&gt;{actor}', last: '%s ${name} {{x}} #' },
];

const PAGES = ['/', '/c/power-tools', '/c/nothing', '/p/drill-driver-18v-60', '/search?q=drill', '/cart', '/checkout', '/account', '/account/orders', '/account/addresses', '/account/addresses/new', '/account/information', '/account/wishlist', '/quick-order', '/account/password', '/nowhere'];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

async function named({ first, last }: { first: string; last: string }): Promise<void> {
  await shop.rows('update customer set first_name = $2, last_name = $3 where id = $1', [CUSTOMER.john, first, last]);
}

/** The banner writes letters beyond Latin-1 by their numbers. */
const spelt = (html: string): string => html.replaceAll(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)));

/** Once, whole, with the way out, and with nothing of a name as markup. */
function expectBanner(html: string, { first, last }: { first: string; last: string }, where: string): void {
  const bars = html.match(/<aside class="assist"[\s\S]*?<\/aside>/g) ?? [];
  expect(bars, `on ${where}`).toHaveLength(1);
  const bar = spelt(bars[0] ?? '');
  expect(bar, `on ${where}`).toContain('Logout');
  expect(bar, `on ${where}`).toContain('Sarah Johnson');
  expect(bar, `on ${where}`).toContain(`title="${escaped(`${first} ${last}`)}"`);
  expect(html, `on ${where}`).toContain('<p class="print-only">');
  for (const markup of ['<style', '<script>', '<!--']) expect(html.slice(html.indexOf('<body')).includes(markup), `${where}: ${markup}`).toBe(false);
}

describe('the banner', () => {
  it('X14, B5: no name hides it, turns it round or becomes markup, on any kind of page, refused forms and errors included', async () => {
    await enter(sarah, CUSTOMER.john);
    try {
      for (const name of NAMES) {
        await named(name);
        for (const path of name === NAMES[0] ? PAGES : ['/', '/cart', '/account', '/nowhere']) expectBanner((await sarah.get(path)).html, name, path);
      }
      await named(NAMES[0] ?? { first: '', last: '' });
      await sarah.get('/p/drill-driver-18v-60');
      await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
      const cart = await sarah.get('/cart');
      const { id, version } = lineIn(cart.html);
      const refused = await sarah.post(`/cart/lines/${id}/price`, { version, price: 'abc' });
      expect(refused.status).toBe(422);
      expectBanner(refused.html, NAMES[0] ?? { first: '', last: '' }, 'a refused price');
    } finally {
      await named({ first: 'John', last: 'Doe' });
    }
  });

  it('X14: an answer of REST names the actor in a header', async () => {
    const api = new ApiClient(shop.server.origin);
    const staff = api.with((await api.call('POST', '/V1/staff/token', { email: STAFF.max, password: PASSWORD })).body['token']);
    const context = staff.with((await staff.call('POST', `/V1/staff/customers/${CUSTOMER.uma}/token`, {})).body['token']);
    const [max] = await shop.rows<{ id: string }>('select id::text from staff where email = $1', [STAFF.max]);
    for (const path of ['/V1/me', '/V1/cart', '/V1/orders', '/V1/nothing']) expect((await context.call('GET', path)).headers.get('onbehalf-actor'), `at ${path}`).toBe(max?.id);
    expect((await staff.call('GET', '/V1/me')).headers.get('onbehalf-actor')).toBeNull();
    await context.call('DELETE', `/V1/staff/customers/${CUSTOMER.uma}/token`);
  });

  it('X11: no page, form, answer or error of shop, portal, admin or REST lets itself be framed', async () => {
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    const admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    const asked: [TestBrowser, string, RequestInit['method']?][] = [
      ...PAGES.map((path): [TestBrowser, string] => [sarah, path]), [sarah, '/staff'], [sarah, '/staff/customers'], [sarah, `/staff/customers/${CUSTOMER.john}/enter`], [sarah, '/assist/state'], [sarah, '/assist/extend', 'POST'],
      [sarah, '/assist/exit', 'POST'], [sarah, '/cart/lines', 'POST'], [admin, '/admin/orders'], [admin, '/admin/assist-sessions'], [admin, '/staff/account/login'], [shop.browser(), '/V1/me'], [shop.browser(), '/V1/openapi.json'], [shop.browser(), '/account/login'],
    ];
    for (const [browser, path, method = 'GET'] of asked) {
      const answer = await browser.raw(path, { method, headers: { 'sec-fetch-site': 'same-origin' }, ...(method === 'POST' ? { body: new URLSearchParams() } : {}) });
      expect(answer.headers.get('content-security-policy'), `at ${path}`).toContain("frame-ancestors 'none'");
    }
    shop.clock.advance(901);
    expect((await sarah.raw('/account', {})).headers.get('content-security-policy'), 'the ended page').toContain("frame-ancestors 'none'");
  });
});
