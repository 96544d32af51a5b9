import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { ApiClient } from '../testing/api-client.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let guest: TestBrowser;
let john: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  // Enough for three pages; a plain shelf, so that the demo's own words stay as they are.
  await shop.rows(
    `insert into product (sku, slug, kind, category_id, position, image, name, summary, description, facts, unit, stock, search_text)
     select 'ROW-' || n, 'row-' || n, 'simple', c.id, 100 + n, 'sku-1001.svg', jsonb_build_object('en', 'Rivet ' || n || ' mm', 'de', 'Blindniet ' || n || ' mm'), '{}', '{}',
            jsonb_build_array(jsonb_build_object('label', '{"en":"Head","de":"Kopf"}'::jsonb, 'value', (array['flat', 'round'])[1 + n % 2])), '{"en":"piece"}', 50, 'rivet blindniet row-' || n
       from generate_series(1, 60) n, category c where c.slug = 'fasteners'`);
  await shop.rows(`insert into product_website (product_id, website_id) select id, w from product, generate_series(1, 2) w where sku like 'ROW-%'`);
  await shop.rows(`insert into price (website_id, source, product_id, amount) select w, 'base', p.id, 100 + p.id % 60 from product p, generate_series(1, 2) w where p.sku like 'ROW-%'`);
  guest = shop.browser();
  john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
});
afterAll(() => shop.close());

const skusIn = ({ html }: Visit): string[] => [...html.matchAll(/<h2><a href="[^"]*\/p\/([^"]+)"/g)].map(([, slug]) => slug ?? '');
const linkIn = (html: string, rel: 'next' | 'prev'): string | null => new RegExp(`<link rel="${rel}" href="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;
const cacheOf = async (url: string): Promise<string | null> => (await shop.browser().get(url)).headers.get('onbehalf-cache');
const chipsIn = (html: string): string[] => [...html.matchAll(/class="chip" aria-label="([^"]*)"/g)].map(([, label]) => label ?? '');

describe('G1: a list in the browser, without script', () => {
  it('G1: goes page by page with 24 each, and the head names the neighbours', async () => {
    const seen: string[] = [];
    let url: string | null = '/c/fasteners?f=head%3Aflat&sort=name';
    for (let pages = 0; url !== null && pages < 5; pages += 1) {
      const visit: Visit = await guest.get(url);
      seen.push(...skusIn(visit));
      expect(visit.text).toContain('30 products');
      expect(skusIn(visit).length).toBeLessThanOrEqual(24);
      url = linkIn(visit.html, 'next');
      if (url !== null) expect(url).toContain('page=2');
    }
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
    expect(seen.slice(0, 3)).toEqual(['row-2', 'row-4', 'row-6']);
  });

  it('G1: shows what is chosen, each to be taken back by itself or all at once', async () => {
    const { html, text } = await guest.get('/c/fasteners?stock=1&from=1&to=1.40&f=head%3Aflat&sort=price-up');
    expect(chipsIn(html)).toEqual(['Remove In stock only', 'Remove $1.00 to $1.40', 'Remove Head: flat']);
    expect(text).toContain('Clear all');
    const without = /class="chip" aria-label="Remove Head: flat"/.exec(html) === null ? '' : (/href="([^"]*)" class="chip" aria-label="Remove Head: flat"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(chipsIn((await guest.get(without)).html)).toEqual(['Remove In stock only', 'Remove $1.00 to $1.40']);
  });

  it('G1: says so where nothing is left, and how to go on', async () => {
    const { text, html } = await guest.get('/c/fasteners?from=99000');
    expect(text).toContain('No product has all of this');
    expect(html).toMatch(/href="\/c\/fasteners"[^>]*>Clear all/);
  });

  it('G1: is in the store’s words and figures', async () => {
    const { text } = await guest.get('/de/c/fasteners?from=1&to=1,2&f=head%3Aflat');
    expect(text).toContain('Kopf: flat');
    expect(text).toContain('1,00 € bis 1,20 €');
    expect((await guest.get('/es/c/fasteners?stock=1')).text).toContain('Quitar todos');
  });

  it('G1: turns a price range round that was typed the wrong way', async () => {
    expect(chipsIn((await guest.get('/c/fasteners?from=2&to=1')).html)).toEqual(['Remove $1.00 to $2.00']);
  });
});

describe('G1: filters by the values of options', () => {
  it('G1: stand beside the others with their counts, in the store’s language, and lead to the version', async () => {
    const [parent] = await shop.rows<{ slug: string; category: string }>(`select p.slug, c.slug as category from product p join category c on c.id = p.category_id where p.sku = 'SKU-1101'`);
    const path = `/c/${parent?.category ?? ''}?f=size%3A10&f=colour%3Apetrol`;
    const { html, text } = await guest.get(path);
    expect(chipsIn(html)).toEqual(['Remove Colour: Petrol', 'Remove Size: 10']);
    expect(text).toMatch(/Black ?\d+ ?, \d+ products?/);
    const href = new RegExp(`href="(/p/${parent?.slug ?? ''}\\?[^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(href).toMatch(/^\/p\/[a-z-]+\?option\.\d+=\d+&option\.\d+=\d+$/);
    const product = (await guest.get(href)).html;
    expect([...product.matchAll(/<input[^>]*type="radio"[^>]*checked[^>]*>/g)]).toHaveLength(2);
    expect((await guest.get(`/de${path}`)).text).toContain('Farbe: Petrol');
  });
});

describe('G4: whose prices a list is sorted and filtered by', () => {
  it('G4: a customer’s own, also with somebody helping; a guest’s are the base prices', async () => {
    const path = '/search?q=SKU-1001&from=95&to=95';
    expect(skusIn(await john.get(path))).toHaveLength(1);
    expect(skusIn(await guest.get(path))).toHaveLength(0);
    expect(skusIn(await guest.get('/search?q=SKU-1001&from=100&to=100'))).toHaveLength(1);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    expect(skusIn(await sarah.get(path))).toHaveLength(1);
    expect((await sarah.get('/c/power-tools?sort=price-up')).text).toContain('John Doe');
    await sarah.post('/assist/exit');
  });
});

describe('G3: the wishlist of somebody who is not logged in', () => {
  it('G3: leads over the login back to the product as it was chosen; only a form keeps it', async () => {
    const jane = shop.browser();
    const product = await jane.get('/p/assembly-gloves?' + new URLSearchParams((await jane.get('/c/safety-workwear?f=size%3A9&f=colour%3Apetrol')).html.match(/assembly-gloves\?([^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '').toString());
    const login = /href="(\/account\/login\?next=%2Fp%2Fassembly-gloves[^"]*)"/.exec(product.html)?.[1] ?? '';
    expect(login).toMatch(/option\.\d+%3D\d+%26option\.\d+%3D\d+$/);
    await jane.get(login);
    const after = await jane.post('/account/login', { email: 'john.doe@customer.example', password: PASSWORD, next: decodeURIComponent(login.split('next=')[1] ?? '') });
    expect(after.html).toContain('action="/account/wishlist"');
    const kept = () => shop.rows<{ sku: string }>(`select p.sku from wishlist_item w join product p on p.id = w.product_id where w.customer_id = $1 and p.sku like 'SKU-1101%'`, [CUSTOMER.john]);
    expect(await kept()).toEqual([]);
    await jane.post('/account/wishlist', { sku: /name="sku" value="(SKU-1101-[^"]*)"/.exec(after.html)?.[1] ?? '' });
    expect(await kept()).toHaveLength(1);
  });
});

describe('G1: a search in the browser', () => {
  it('G1: says what comes near and what was probably meant', async () => {
    const { text, html } = await guest.get('/search?q=blindneit');
    expect(text).toContain('Did you mean blindniet?');
    expect(html).toContain('href="/search?q=blindniet"');
    expect(text).toContain('60 products');
  });

  it('G1: finds nothing where there is nothing, and says what to try', async () => {
    expect((await guest.get('/search?q=qqqqzz')).text).toContain('No product matches “qqqqzz”');
  });
});

describe('G1, H1: lists over REST', () => {
  let guestApi: ApiClient;
  let johnApi: ApiClient;
  beforeAll(async () => {
    guestApi = new ApiClient(shop.server.origin);
    const sarah = guestApi.with((await guestApi.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).body['token']);
    johnApi = guestApi.with((await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, mode: 'view' })).body['token']);
  });
  afterAll(() => johnApi.call('DELETE', `/V1/staff/customers/${CUSTOMER.john}/token`));

  it('G1, H1: a category gives what its page shows: products, filters with counts, pages', async () => {
    const { status, body } = await guestApi.call('GET', '/V1/categories/fasteners/products?f=head%3Aflat&sort=name&page=2');
    expect([status, body['total'], body['page'], body['pages'], body['more']]).toEqual([200, 30, 2, 2, false]);
    expect((body['items'] as { sku: string }[]).map(({ sku }) => sku.toLowerCase())).toEqual(skusIn(await guest.get('/c/fasteners?f=head%3Aflat&sort=name&page=2')));
    expect(body['facets']).toContainEqual({ code: 'head', label: 'Head', values: [{ code: 'head:flat', label: 'flat', count: 30, chosen: true }, { code: 'head:round', label: 'round', count: 30, chosen: false }] });
    const german = (await guestApi.call('GET', '/V1/categories?store=de')).body['items'] as { slug: string; name: string }[];
    expect(german.find(({ slug }) => slug === 'power-tools')?.name).toBe('Elektrowerkzeuge');
  });

  it('G1, H1: versions that fit come along, and are what the price is of', async () => {
    const { body } = await guestApi.call('GET', '/V1/categories/safety-workwear/products?f=size%3A10&f=colour%3Apetrol');
    expect(body['items']).toMatchObject([{ sku: 'SKU-1101', kind: 'configurable', priceFrom: false, variants: [{ stock: 'low' }] }]);
  });

  it('G4, H1: a search is at the prices of whoever asks, and sorted and filtered by them', async () => {
    const path = '/V1/products?q=SKU-1001&from=95.00&to=95.00';
    expect((await guestApi.call('GET', '/V1/products')).body).toMatchObject({ total: 0, items: [] });
    expect((await johnApi.call('GET', path)).body).toMatchObject({ total: 1, items: [{ sku: 'SKU-1001', price: { amount: '95.00', currency: 'USD' } }] });
    expect((await guestApi.call('GET', path)).body).toMatchObject({ total: 0, items: [] });
    expect((await guestApi.call('GET', '/V1/products/SKU-1001')).body).toMatchObject({ price: { amount: '100.00', currency: 'USD' } });
    const { items, ...german } = (await guestApi.call('GET', '/V1/products?q=blindneit&c=fasteners&store=de')).body;
    expect(german).toMatchObject({ total: 60, nearest: true, meant: 'blindniet', categories: [{ code: 'fasteners', count: 60, chosen: true }] });
    expect((items as { price: unknown }[])[0]?.price).toMatchObject({ currency: 'EUR' });
  });

  it.each([
    [`/V1/products?q=${'x'.repeat(201)}`, 422, 'invalid-input'], ['/V1/products?q=rivet&sort=odd', 422, 'invalid-input'],
    ['/V1/products?q=rivet&page=0', 422, 'invalid-input'], ['/V1/products?q=rivet&page=999', 404, 'page-not-there'], ['/V1/products?q=rivet&from=1,50', 422, 'price-not-a-number'], ['/V1/products?q=rivet&store=nowhere', 422, 'invalid-input'],
    [`/V1/products?q=rivet${'&f=a%3Ab'.repeat(60)}`, 422, 'invalid-input'], ['/V1/categories/nowhere/products', 404, 'not-found'], ['/V1/categories/fasteners/products?store=nowhere', 422, 'invalid-input'], ['/V1/categories?store=nowhere', 422, 'invalid-input'],
  ])('D04, H1: %s is refused with %i', async (path, status, code) => {
    const { status: answered, body } = await guestApi.call('GET', path);
    expect([answered, body['code']]).toEqual([status, code]);
  });

  it('B3, H1: a context asks of its own store and no other; a token that is none becomes no guest', async () => {
    expect((await johnApi.call('GET', '/V1/products?q=rivet&store=de')).body['code']).toBe('invalid-input');
    expect((await guestApi.with('orc_nonsense').call('GET', '/V1/products?q=rivet')).status).toBe(401);
  });
});

describe('D04: what nobody means', () => {
  it.each([
    ['/c/fasteners?page=99999999', 404, 'This list has no such page.'],
    ['/c/fasteners?page=4', 404, 'Number of pages: 3.'],
    ['/c/fasteners?page=0', 404, 'This list has no such page.'],
    ['/search?q=rivet&page=abc', 404, 'This list has no such page.'],
    ['/c/fasteners?from=abc', 422, 'This is not a price.'],
    ['/c/fasteners?to=-5', 422, 'A price cannot be negative.'],
    [`/c/fasteners?${'f=a%3Ab&'.repeat(60)}`, 422, 'Something in the form is not right'],
    [`/c/fasteners?f=${'x'.repeat(300)}`, 422, 'Something in the form is not right'],
  ])('D04: %s is answered with %i and why', async (url, status, words) => {
    const visit = await guest.get(url);
    expect([visit.status, visit.text]).toEqual([status, expect.stringContaining(words)]);
  });

  it('D04: a price that is none keeps what was typed and filters nothing', async () => {
    const { html, text } = await guest.get('/c/fasteners?from=abc&f=head%3Aflat');
    expect(html).toMatch(/name="from"[^>]*value="abc"|value="abc"[^>]*name="from"/);
    expect(text).toContain('30 products');
  });

  it('D04: five thousand choices are more than an address holds', async () => {
    const answer = await guest.raw(`/c/fasteners?${'f=a%3Ab&'.repeat(5000)}`, {});
    expect(answer.status).toBe(431);
  });

  it.each(['/c/fasteners?f=nobody%3Aknows', '/c/fasteners?f=plain', '/c/fasteners?sort=odd', '/c/fasteners?stock=yes', '/search?q=rivet&c=nowhere', '/c/fasteners?page=1&page=2'])('D04: %s is a list still', async (url) => {
    expect((await guest.get(url)).status).toBe(200);
  });
});

describe('B14: kept pages of lists', () => {
  it('B14: one list is kept once, however its address is written; what a page knows nothing of is not kept', async () => {
    expect(await cacheOf('/c/fasteners?f=head%3Around&stock=1')).toBe('miss');
    expect(await cacheOf('/c/fasteners?stock=1&from=&to=&f=head%3Around')).toBe('hit');
    expect(await cacheOf('/c/fasteners?stock=1&f=head%3Aflat')).toBe('miss');
    await cacheOf('/c/fasteners?utm_source=x');
    expect(await cacheOf('/c/fasteners?utm_source=x')).toBeNull();
  });

  it('B14: a refused list is kept for nobody', async () => {
    await cacheOf('/c/fasteners?from=abc');
    expect(await cacheOf('/c/fasteners?from=abc')).not.toBe('hit');
  });
});

describe('G1: a shop of many categories', () => {
  it('G1: the header names the first twelve and leads to all of them', async () => {
    expect((await john.get('/')).text).not.toContain('All categories');
    await shop.rows(`insert into category (code, slug, position, image, name, description) select 'more-' || n, 'more-' || n, 100 + n, 'x.svg', jsonb_build_object('en', 'More ' || n), '{}' from generate_series(1, 20) n`);
    await shop.rows(`update product set category_id = (select id from category where slug = 'more-20') where sku = 'ROW-60'`);
    await shop.rows(`select graphile_worker.add_job('forget-pages', '{"tags": ["*"]}'::json)`);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const { html } = await sarah.get('/c/fasteners');
    expect(html).toContain('href="/c"');
    expect(html).not.toContain('href="/c/more-20"');
    const all = await sarah.get('/c');
    expect(all.text).toContain('More 20');
    expect(all.html).not.toContain('href="/c/more-19"');
    await sarah.post('/assist/exit');
  });
});
