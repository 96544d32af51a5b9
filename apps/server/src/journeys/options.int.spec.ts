import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { order } from '../testing/orders.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let john: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
});
afterAll(() => shop.close());
beforeEach(() => shop.rows(`delete from cart where status = 'open'`));

interface Option {
  id: string;
  name: string;
  values: Record<string, string>;
}

/** A product's options by their English names, with the ids of their values. */
async function optionsOf(sku: string): Promise<Record<string, Option>> {
  const rows = await shop.rows<Option>(
    `select o.id::text as id, o.name->>'en' as name, (select jsonb_object_agg(v.label->>'en', v.id::text) from product_option_value v where v.option_id = o.id) as values
       from product_option o join product p on p.id = o.product_id where p.sku = $1`, [sku]);
  return Object.fromEntries(rows.map((row) => [row.name, row]));
}

/** Form fields for a choice in English: { Size: '58', Colour: 'Black' }. */
async function choice(sku: string, chosen: Record<string, string>): Promise<Record<string, string>> {
  const options = await optionsOf(sku);
  return Object.fromEntries(Object.entries(chosen).map(([name, value]) => [`option.${options[name]?.id ?? ''}`, options[name]?.values[value] ?? '']));
}

const query = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

async function show(path: string, sku: string, chosen: Record<string, string>, browser = john): Promise<Visit> {
  return browser.get(`${path}?${query(await choice(sku, chosen))}`);
}

async function add(sku: string, chosen: Record<string, string>, more: Record<string, string> = {}, browser = john): Promise<Visit> {
  await browser.get('/cart');
  return browser.post('/cart/lines', { sku, quantity: '1', ...(await choice(sku, chosen)), ...more });
}

const linesInCarts = () => shop.rows<{ sku: string; quantity: number }>(`select p.sku, l.quantity from cart_line l join cart c on c.id = l.cart_id join product p on p.id = l.product_id where c.status = 'open' order by l.position`);
const setStock = (sku: string, stock: number) => shop.rows('update product set stock = $2 where sku = $1', [sku, stock]);
const idOf = async (sku: string): Promise<string> => (await shop.rows<{ id: string }>('select id::text as id from product where sku = $1', [sku]))[0]?.id ?? '';

describe('G1: a product with options on its page', () => {
  it('G1: it is shown once in its category, with the lowest price and the way to choose', async () => {
    const category = await john.get('/c/electrical');
    expect(category.text).toContain('from $27.84');
    expect(category.html.match(/\/p\/rubber-extension-lead/g)?.length).toBeGreaterThan(0);
    expect(category.html).not.toContain('rubber-extension-lead-');
    expect(category.html).not.toContain('name="sku" value="SKU-1104');
    expect((await john.get('/search?q=SKU-1104-25')).html).toContain('href="/p/rubber-extension-lead"');
  });

  it('G1: the choice gives price, SKU and stock of that version, without script', async () => {
    const open = await john.get('/p/work-trousers');
    expect(open.text).toContain('Choose a version to see its price and stock.');
    const made = await show('/p/work-trousers', 'SKU-1102', { Size: '58', Colour: 'Black' });
    for (const said of ['SKU-1102-58-BLK', '$69.00', 'Only 4 left']) expect(made.text).toContain(said);
    expect(made.html).toContain('/images/sku-1102-graphite.svg');
    const german = await shop.browser().get('/de/p/work-trousers-58-blk');
    for (const said of ['63,50 €', 'Größe', 'Schwarz', 'SKU-1102-58-BLK']) expect(german.text).toContain(said);
  });

  it('G1: what is not offered or out of stock is said in words', async () => {
    const none = await show('/p/work-trousers', 'SKU-1102', { Size: '58', Colour: 'Petrol' });
    expect(none.text).toContain('This version is not offered. Choose another combination.');
    const out = await show('/p/work-trousers', 'SKU-1102', { Size: '60', Colour: 'Black' });
    expect(out.text).toContain('Out of stock');
    expect((await show('/p/work-trousers', 'SKU-1102', { Colour: 'Black' })).text).toMatch(/60\s*out of stock/);
  });

  it("G1: a version has its parent's prices, tiers and customer prices among them, until it has its own of that kind", async () => {
    expect((await show('/p/assembly-gloves', 'SKU-1101', { Size: '9', Colour: 'Black' })).text).toContain('$4.90');
    const [parent, nine] = [await idOf('SKU-1101'), await idOf('SKU-1101-9-BLK')];
    await shop.rows(`insert into price (website_id, source, product_id, customer_id, amount) values (1, 'customer', $1, $2, 550), (1, 'customer', $3, 1002, 100)`, [parent, CUSTOMER.john, nine]);
    const priceOf = async (Size: string) => /class="price price-display">([^<]*)</.exec((await show('/p/assembly-gloves', 'SKU-1101', { Size, Colour: 'Black' })).html)?.[1];
    expect(await priceOf('9')).toBe('$5.50');
    await shop.rows(`insert into price (website_id, source, product_id, customer_id, amount) values (1, 'customer', $1, $2, 520)`, [nine, CUSTOMER.john]);
    expect([await priceOf('9'), await priceOf('10')]).toEqual(['$5.20', '$5.50']);
    await shop.rows(`insert into price (website_id, source, product_id, amount) values (1, 'base', $1, 700)`, [nine]);
    await shop.rows(`delete from price where source = 'customer' and product_id in ($1, $2)`, [parent, nine]);
    const own = await show('/p/assembly-gloves', 'SKU-1101', { Size: '9', Colour: 'Black' });
    expect(own.text).toContain('$7.00');
    expect(own.text).not.toContain('$4.90');
    await shop.rows(`delete from price where product_id = $1`, [nine]);
  });

  it("G1: lists weigh a version's price as its page does: its own rows where it has some, its parent's for the rest", async () => {
    const ten = await idOf('SKU-1104-10');
    await shop.rows('update product set active = false where id = $1', [ten]);
    await shop.rows(`insert into price (website_id, source, product_id, customer_id, amount) values (1, 'customer', $1, $2, 500)`, [await idOf('SKU-1104'), CUSTOMER.john]);
    expect((await show('/p/rubber-extension-lead', 'SKU-1104', { Length: '50 m' })).text).toContain('$5.00');
    const cheap = await john.get('/c/electrical?to=6');
    expect(cheap.text).toContain('Rubber extension lead');
    expect((await john.get('/c/electrical?from=20')).text).not.toContain('Rubber extension lead');
    await shop.rows(`delete from price where source = 'customer' and product_id = $1`, [await idOf('SKU-1104')]);
    await shop.rows('update product set active = true where id = $1', [ten]);
    expect((await john.get('/c/electrical?to=6')).text).not.toContain('Rubber extension lead');
  });
});

describe('G1: into the cart, on to the order', () => {
  it('G1: the ticked version is bought, also where the page showed another, and the order keeps what was chosen', async () => {
    const bought = await add('SKU-1102-58-BLK', {}, { ...(await choice('SKU-1102', { Size: '56', Colour: 'Black' })), quantity: '2' });
    expect(bought.url).toBe('/cart');
    expect(bought.text).toContain('Size: 56, Colour: Black');
    expect(await linesInCarts()).toEqual([{ sku: 'SKU-1102-56-BLK', quantity: 2 }]);
    const { number, placed } = await order(john, []);
    expect(placed.status).toBe(200);
    await shop.rows(`update product_option_value set label = '{"en":"Ink"}' where label->>'en' = 'Black'`);
    for (const path of [`/account/orders/${number}`]) expect((await john.get(path)).text).toContain('Size: 56, Colour: Black');
    await shop.rows(`update product_option_value set label = '{"en":"Black","de":"Schwarz","es":"Negro"}' where label->>'en' = 'Ink'`);
    const [line] = await shop.rows<{ product_kind: string; options: unknown }>('select l.product_kind, l.options from purchase_line l join purchase p on p.id = l.purchase_id where p.number = $1', [number]);
    expect(line).toEqual({ product_kind: 'configurable', options: [{ name: 'Size', value: '56' }, { name: 'Colour', value: 'Black' }] });
    const again = await john.post(`/account/orders/${number}/reorder`);
    expect(again.text).toContain('Size: 56, Colour: Black');
    expect((await john.get('/quick-order')).text).toContain('Size: 56, Colour: Black');
  });

  it('G1: a guest chooses and adds too', async () => {
    const guest = shop.browser();
    await guest.get('/p/marking-spray');
    const cart = await guest.post('/cart/lines', { sku: 'SKU-1103', quantity: '1', ...(await choice('SKU-1103', { Colour: 'White' })) });
    expect(cart.text).toContain('Colour: White');
  });

  it('G1: without a choice nothing is added, and the page says what is missing and keeps what was ticked', async () => {
    const refused = await add('SKU-1102', { Size: '50' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('SKU-1102 comes in several versions: choose Colour.');
    const size = (await optionsOf('SKU-1102'))['Size'];
    expect(refused.html).toMatch(new RegExp(`<input type="radio"[^>]*value="${size?.values['50'] ?? ''}"[^>]*checked|<input[^>]*checked[^>]*value="${size?.values['50'] ?? ''}"`));
    expect(await linesInCarts()).toEqual([]);
    const guest = shop.browser();
    await guest.get('/de/p/work-trousers');
    expect((await guest.post('/de/cart/lines', { sku: 'SKU-1102', quantity: '1' })).text).toContain('SKU-1102 gibt es in mehreren Ausführungen: Wählen Sie Größe, Farbe.');
  });

  it.each<[string, () => Promise<Record<string, string>>, string]>([
    ['a combination that nobody made', () => choice('SKU-1102', { Size: '60', Colour: 'Petrol' }), 'This version is not offered.'],
    ["values of another product's options", () => choice('SKU-1103', { Colour: 'White' }), 'choose Size, Colour'],
    ["another option's value under an option's name", async () => {
      const { Size: size, Colour: colour } = await optionsOf('SKU-1102');
      return { [`option.${size?.id ?? ''}`]: colour?.values['Black'] ?? '', [`option.${colour?.id ?? ''}`]: colour?.values['Petrol'] ?? '' };
    }, 'choose Size'],
    ['what is no id', () => Promise.resolve({ 'option.1': "1'; drop table product", 'option.x': '2', 'option.': '3' }), 'choose Size, Colour'],
  ])('G1: %s puts nothing into the cart', async (_, fields, said) => {
    await john.get('/cart');
    const refused = await john.post('/cart/lines', { sku: 'SKU-1102', quantity: '1', ...(await fields()) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(said);
    expect(await linesInCarts()).toEqual([]);
    await expectInvariants(shop);
  });

  it('G1: a version taken off between looking and adding is refused, and so is one whose parent was', async () => {
    await show('/p/work-trousers', 'SKU-1102', { Size: '50', Colour: 'Black' });
    await shop.rows(`update product set active = false where sku = 'SKU-1102-50-BLK'`);
    expect((await add('SKU-1102', { Size: '50', Colour: 'Black' })).text).toContain('SKU-1102-50-BLK is not sold in this store.');
    await shop.rows(`update product set active = true where sku = 'SKU-1102-50-BLK'`);
    await add('SKU-1102', { Size: '50', Colour: 'Black' });
    await shop.rows(`update product set active = false where sku = 'SKU-1102'`);
    const cart = await john.get('/cart');
    expect(cart.text).toContain('This is not for sale here at the moment.');
    expect((await add('SKU-1102-52-BLK', {})).status).toBe(422);
    await shop.rows(`update product set active = true where sku = 'SKU-1102'`);
  });

  it('G1: two who want the last piece of a version: one gets it, and the stock ends at 0', async () => {
    await setStock('SKU-1103-YEL', 1);
    const jane = shop.browser();
    await logInAsCustomer(jane, 'jane.roe@customer.example');
    for (const browser of [john, jane]) await add('SKU-1103', { Colour: 'Signal yellow' }, {}, browser);
    const placed = await Promise.all([john, jane].map((browser) => order(browser, []).then(() => 'placed', () => 'refused')));
    expect(placed.toSorted()).toEqual(['placed', 'refused']);
    expect(await shop.rows(`select stock from product where sku = 'SKU-1103-YEL'`)).toEqual([{ stock: 0 }]);
    await setStock('SKU-1103-YEL', 140);
  });

  it('D7: quick order takes a version by its SKU, and names the line with the parent and what to do', async () => {
    await john.get('/quick-order');
    const done = await john.post('/quick-order', { lines: 'sku-1104-25 2\nSKU-1104 1' });
    expect(done.text).toContain('Line 2 was not added: SKU-1104 1: SKU-1104 comes in several versions: choose Length');
    expect(await linesInCarts()).toEqual([{ sku: 'SKU-1104-25', quantity: 2 }]);
  });

  it('G1: the wishlist keeps a product with and without a choice', async () => {
    await john.get('/account/wishlist');
    await john.post('/account/wishlist', { sku: 'SKU-1101' });
    const wishes = await john.post('/account/wishlist', { sku: 'SKU-1104-50' });
    expect(wishes.text).toContain('Length: 50 m');
    expect(wishes.text).toContain('Choose options');
    expect(wishes.html).toContain('name="sku" value="SKU-1104-50"');
    await john.post('/account/wishlist/remove', { sku: 'SKU-1101' });
    await john.post('/account/wishlist/remove', { sku: 'SKU-1104-50' });
  });
});

describe('C3: the price of a version', () => {
  it('C3: a clerk edits it as that of any line where configurable products are listed, and by nothing else', async () => {
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const cart = await add('SKU-1104', { Length: '50 m' }, {}, sarah);
    const line = lineIn(cart.html);
    const edited = await sarah.post(`/cart/lines/${line.id}/price`, { version: line.version, price: '95.00' });
    expect(edited.text).toContain('$95.00');
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/price_edit/product_types', 'default', 0, '["simple"]', now())`);
    await shop.rows('update setting_epoch set epoch = epoch + 1');
    const closed = await sarah.post(`/cart/lines/${line.id}/price`, { version: lineIn(edited.html).version, price: '90.00' });
    expect(closed.status).toBe(422);
    await shop.rows(`delete from setting_value where path = 'assist/price_edit/product_types'`);
    await shop.rows('update setting_epoch set epoch = epoch + 1');
    await sarah.get('/account');
    expect((await sarah.post('/assist/exit')).text).toContain('Rubber extension lead H07RN-F 3G1.5 (50 m)');
  });
});

/** What the fields of a page hold. */
const fields = (visit: Visit) => Object.fromEntries([...visit.html.matchAll(/<input[^>]*name="([\w.-]+)"[^>]*?(?: value="([^"]*)")?\/>/g)].map(([, name = '', value = '']) => [name, value]));

const lastUpdate = async (): Promise<string> =>
  (await shop.rows<{ body: string }>(`select convert_from(canonical, 'UTF8') as body from audit_entry where action_group = 'catalog' and action = 'update' order by id desc limit 1`))[0]?.body ?? '';

describe('F3: options and versions in admin', () => {
  let admin: TestBrowser;
  let id: string;
  const path = (part = '') => `/admin/products/${id}${part}`;
  const versions = () => shop.rows<{ id: string; sku: string; stock: number; active: boolean }>('select id::text as id, sku, stock, active from product where parent_id = $1 order by id', [id]);

  beforeAll(async () => {
    admin = shop.browser();
    await logInAsStaff(admin, STAFF.admin);
    const [category] = await shop.rows<{ id: string }>(`select id::text as id from category where code = 'safety-workwear'`);
    await admin.get('/admin/products/new?kind=configurable');
    const made = await admin.post('/admin/products', { kind: 'configurable', sku: 'FLEECE', slug: '', 'name.en': 'Fleece jacket', 'name.de': 'Fleecejacke', 'name.es': '', category: category?.id ?? '', taxClass: 'standard', weight: '500', image: 'sku-1102.svg', active: '1' });
    id = /products\/(\d+)\?section=options/.exec(made.url)?.[1] ?? '';
    await admin.post(path('/websites'), { 'sold.1': '1', 'base.1': '40.00', 'cost.1': '20' });
  });

  it('F3: a product without versions is sold nowhere, and says so', async () => {
    expect((await admin.get(path('?section=options'))).text).toContain('Name of the option');
    expect((await john.get('/p/fleece-jacket')).status).toBe(404);
    expect((await john.get('/search?q=fleece')).text).not.toContain('Fleece jacket');
  });

  it('F3: options and values are renamed in every language, at most five are kept, and all go again when emptied, each on record', async () => {
    const save = async (typed: Record<string, string>) => admin.post(path('/options'), { ...fields(await admin.get(path('?section=options'))), ...typed });
    await save({ 'new.name.en': 'Fit', 'new.name.de': 'Schnitt', 'new.value.0.en': 'Slim', 'new.value.0.es': 'Estrecho' });
    const fit = (await optionsOf('FLEECE'))['Fit'];
    const slim = fit?.values['Slim'] ?? '';
    const renamed = await save({ [`option.${fit?.id ?? ''}.en`]: 'Cut', [`option.${fit?.id ?? ''}.de`]: 'Passform', [`value.${slim}.es`]: 'Entallado' });
    for (const kept of ['value="Cut"', 'value="Passform"', 'value="Slim"', 'value="Entallado"']) expect(renamed.html).toContain(kept);
    expect(await lastUpdate()).toMatch(/"after":"Cut: Slim \/ Entallado","before":"Fit: Slim \/ Estrecho","path":"option Cut"/);
    for (const name of ['B', 'C', 'D']) await save({ 'new.name.en': name, 'new.value.0.en': 'one' });
    // The fifth by two who looked at the same page.
    const page = fields(await admin.get(path('?section=options')));
    const both = await Promise.all(['E', 'F'].map((name) => admin.post(path('/options'), { ...page, 'new.name.en': name, 'new.value.0.en': 'one' })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect((await save({ 'new.name.en': 'G', 'new.value.0.en': 'one' })).status).toBe(422);
    expect(Object.keys(await optionsOf('FLEECE'))).toHaveLength(5);
    const emptied = Object.fromEntries(Object.keys(fields(await admin.get(path('?section=options')))).filter((name) => /^(?:option|value)\./.test(name)).map((name) => [name, '']));
    await save(emptied);
    expect(await optionsOf('FLEECE')).toEqual({});
    expect(await lastUpdate()).toContain('"before":"Cut: Slim / Entallado"');
  });

  it('F3: options in three languages, a version per ticked combination, SKU, stock and price of each on one page, sold at once', async () => {
    const saved = await admin.post(path('/options'), { 'new.name.en': 'Size', 'new.name.de': 'Größe', 'new.value.0.en': 'M', 'new.value.1.en': 'L', 'new.value.2.en': 'XL', 'new.value.2.de': 'XL (weit)' });
    expect(saved.text).toContain('The product FLEECE is saved.');
    expect(saved.text).toContain('3 combinations are not sold yet.');
    const keys = [...saved.html.matchAll(/name="(add\.[\d-]+)"/g)].map(([, name = '']) => name);
    const made = await admin.post(path('/versions/add'), Object.fromEntries(keys.slice(0, 2).concat(keys.slice(2)).map((key) => [key, '1'])));
    for (const sku of ['FLEECE-M', 'FLEECE-L', 'FLEECE-XL']) expect(made.html).toContain(`value="${sku}"`);
    const [m, , xl] = await versions();
    const form = { ...fields(made), ...Object.fromEntries((await versions()).flatMap((one) => [[`v.${one.id}.active`, '1'], [`v.${one.id}.image`, 'sku-1102.svg']])) };
    const written = await admin.post(path('/versions'), { ...form, [`v.${m?.id ?? ''}.stock`]: '7', [`v.${xl?.id ?? ''}.stock`]: '3', [`v.${xl?.id ?? ''}.base.1`]: '46.50' });
    expect(written.text).toContain('The product FLEECE is saved.');
    const page = await john.get('/p/fleece-jacket');
    expect(page.text).toContain('from $40.00');
    expect((await show('/p/fleece-jacket', 'FLEECE', { Size: 'XL' })).text).toContain('$46.50');
    await add('FLEECE', { Size: 'XL' });
    expect(await linesInCarts()).toEqual([{ sku: 'FLEECE-XL', quantity: 1 }]);
    expect(await lastUpdate()).toContain('FLEECE-XL United States');
    expect(await lastUpdate()).toContain('46.50 USD');
  });

  it('F3: the list shows the product once, with the stock of its versions, and finds it by the SKU of one', async () => {
    const list = await admin.get('/admin/products?q=FLEECE-XL');
    expect(list.text).toContain('Fleece jacket FLEECE');
    expect(list.text).toMatch(/with options.*10/);
    const [m] = await versions();
    expect((await admin.get(`/admin/products/${m?.id ?? ''}`)).url).toBe(path('?section=options'));
    expect((await admin.post(`/admin/products/${m?.id ?? ''}/stock`, { was: '7', stock: '1' })).status).toBe(404);
  });

  it.each<[string, (all: { id: string; sku: string; stock: number }[]) => Record<string, string>, string]>([
    ['a SKU that another product has', ([m]) => ({ [`v.${m?.id ?? ''}.sku`]: 'SKU-1001' }), 'This code is in use already.'],
    ['one SKU for two versions', ([m, l]) => ({ [`v.${m?.id ?? ''}.sku`]: l?.sku ?? '' }), 'This code is in use already.'],
    ['a stock that moved meanwhile', ([m]) => ({ [`v.${m?.id ?? ''}.was`]: '99', [`v.${m?.id ?? ''}.stock`]: '5' }), '7'],
    ['a price that is none', ([m]) => ({ [`v.${m?.id ?? ''}.base.1`]: '1e3' }), '1e3'],
    ['a picture that is not there', ([m]) => ({ [`v.${m?.id ?? ''}.image`]: '../secret.svg' }), 'below can’t be saved like this'],
  ])('F3: %s is refused at its field, and nothing of the page is written', async (_, wrong, said) => {
    const before = await versions();
    const form = fields(await admin.get(path('?section=options')));
    const kept = Object.fromEntries(before.flatMap((one) => [[`v.${one.id}.active`, '1'], [`v.${one.id}.image`, 'sku-1102.svg']]));
    const [, l] = before;
    const refused = await admin.post(path('/versions'), { ...form, ...kept, [`v.${l?.id ?? ''}.stock`]: '77', ...wrong(before) });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(said);
    expect(refused.html).toContain('value="77"');
    expect(await versions()).toEqual(before);
  });

  it('F3: a value that a version has stays, one that nobody has goes, and two of a name are refused', async () => {
    const form = fields(await admin.get(path('?section=options')));
    const option = (await optionsOf('FLEECE'))['Size'];
    const added = await admin.post(path('/options'), { ...form, [`option.${option?.id ?? ''}.new.0.en`]: 'XXL' });
    const xxl = (await optionsOf('FLEECE'))['Size']?.values['XXL'] ?? '';
    expect(added.html).toContain(`name="value.${xxl}.en"`);
    const twice = await admin.post(path('/options'), { ...fields(added), [`option.${option?.id ?? ''}.new.0.en`]: 'm' });
    expect(twice.status).toBe(422);
    const emptied = { [`value.${xxl}.en`]: '', [`value.${xxl}.de`]: '', [`value.${xxl}.es`]: '' };
    expect((await admin.post(path('/options'), { ...fields(added), ...emptied })).html).not.toContain(`name="value.${xxl}.en"`);
    const used = option?.values['M'] ?? '';
    const refused = await admin.post(path('/options'), { ...form, [`value.${used}.en`]: '', [`value.${used}.de`]: '', [`value.${used}.es`]: '' });
    expect([refused.status, refused.text.includes('A version has this, so it can’t be removed.')]).toEqual([422, true]);
  });

  it('F3: an option that comes later gives its first value to the versions there are', async () => {
    const form = fields(await admin.get(path('?section=options')));
    const saved = await admin.post(path('/options'), { ...form, 'new.name.en': 'Colour', 'new.value.0.en': 'Grey', 'new.value.1.en': 'Green' });
    expect(saved.text).toContain('3 combinations are not sold yet.');
    expect((await show('/p/fleece-jacket', 'FLEECE', { Size: 'M', Colour: 'Grey' })).text).toContain('FLEECE-M');
    expect((await show('/p/fleece-jacket', 'FLEECE', { Size: 'M', Colour: 'Green' })).text).toContain('This version is not offered.');
  });

  it("F3: a version's own base price goes when its field is emptied, and the product's is its again", async () => {
    const page = await admin.get(path('?section=options'));
    const all = await versions();
    const kept = Object.fromEntries(all.flatMap((one) => [[`v.${one.id}.active`, '1'], [`v.${one.id}.image`, 'sku-1102.svg']]));
    await admin.post(path('/versions'), { ...fields(page), ...kept, [`v.${all[2]?.id ?? ''}.base.1`]: '', [`v.${all[0]?.id ?? ''}.active`]: '' });
    expect((await show('/p/fleece-jacket', 'FLEECE', { Size: 'XL', Colour: 'Grey' })).text).toContain('$40.00');
    expect((await show('/p/fleece-jacket', 'FLEECE', { Size: 'M', Colour: 'Grey' })).text).toContain('This version is not offered.');
  });
});

describe('G1: versions through REST', () => {
  let api: ApiClient;
  beforeAll(async () => {
    const anonymous = new ApiClient(shop.server.origin);
    const staff = anonymous.with((await anonymous.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).body['token']);
    api = anonymous.with((await staff.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true })).body['token']);
  });

  it('G1: a product gives its options and versions at the customer’s prices, by its own SKU and by that of a version', async () => {
    for (const sku of ['SKU-1104', 'SKU-1104-25']) {
      const found = await api.call('GET', `/V1/products/${sku}`);
      expect(found.status).toBe(200);
      expect(found.body).toMatchObject({ sku: 'SKU-1104', kind: 'configurable', priceFrom: true, options: [{ name: 'Length', values: ['10 m', '25 m', '50 m'] }] });
      expect(found.body['variants']).toContainEqual(expect.objectContaining({ sku: 'SKU-1104-25', options: [{ name: 'Length', value: '25 m' }], price: { amount: '51.84', currency: 'USD' }, stock: 'in' }));
    }
    expect((await api.call('GET', '/V1/products/SKU-1001')).body).toMatchObject({ kind: 'simple', options: [], variants: [], price: { amount: '95.00' } });
    expect((await api.call('GET', '/V1/products/SKU-NOPE')).status).toBe(404);
  });

  it('G1: a line takes the SKU of a version, says what was chosen, and refuses the parent at the option', async () => {
    const added = await api.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1104-25', quantity: 2 });
    expect(added.status).toBe(201);
    expect(added.body['lines']).toMatchObject([{ sku: 'SKU-1104-25', options: [{ name: 'Length', value: '25 m' }], canEditPrice: true }]);
    const refused = await api.call('POST', '/V1/carts/mine/items', { sku: 'SKU-1104', quantity: 1 });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('option-missing');
    expect(JSON.stringify(refused.body)).toContain('"field":"option"');
  });
});
