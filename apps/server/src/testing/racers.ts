import type { DemoShop } from './demo-shop.ts';
import { hidden } from './people.ts';
import type { TestBrowser, Visit } from './test-browser.ts';

export interface Racer {
  customerId: string;
  browser: TestBrowser;
}

export interface CartWanted {
  /** In the order of the cart's lines. */
  skus: readonly string[];
  quantity?: number;
}

const PEOPLE = `
with c as (
  insert into customer (website_id, store_id, customer_group_id, email, first_name, last_name, confirmed_at)
  select j.website_id, j.store_id, j.customer_group_id, $1 || n || '@racer.example', 'Racer', $1 || ' ' || n, now()
    from customer j, generate_series(1, $2::int) n where j.id = 1001 returning id, store_id, email),
a as (
  insert into customer_address (customer_id, is_default, name, street, postcode, city, country)
  select id, true, 'Racer', '1 Track', '04101', 'Portland', 'US' from c),
s as (
  insert into customer_session (id, token_hash, customer_id, store_id, kind, created_at, last_used_at)
  select gen_random_uuid(), sha256(convert_to('ocs_' || lpad(id::text, 43, 'r'), 'UTF8')), id, store_id, 'browser', now(), now() from c)
select id::text as id from c order by id`;

const CARTS = `
with k as (
  insert into cart (id, customer_id, store_id, created_at, changed_at)
  select gen_random_uuid(), c.id, c.store_id, now(), now() from customer c where c.id = any ($1::bigint[]) returning id)
insert into cart_line (id, cart_id, position, product_id, quantity)
select gen_random_uuid(), k.id, w.position, p.id, $3 from k, unnest($2::text[]) with ordinality w (sku, position) join product p on p.sku = w.sku`;

/** Customers of the first store, each with an address and logged in to a browser of their own. In one statement: hundreds are made at once. */
export async function openRacers(shop: DemoShop, name: string, count: number): Promise<Racer[]> {
  const made = await shop.rows<{ id: string }>(PEOPLE, [name, count]);
  return made.map(({ id }) => {
    const browser = shop.browser();
    browser.cookies.set('__Host-shop', `ocs_${id.padStart(43, 'r')}`);
    return { customerId: id, browser };
  });
}

/** The same cart for each of them. */
export async function giveCarts(shop: DemoShop, racers: readonly Racer[], { skus, quantity = 1 }: CartWanted): Promise<void> {
  await shop.rows(CARTS, [racers.map(({ customerId }) => customerId), skus, quantity]);
}

/** A checkout page looked at, and what its button sends. */
export interface ReadyToPlace {
  browser: TestBrowser;
  fields: Record<string, string>;
}

export async function readyToPlace(browser: TestBrowser, more: Record<string, string> = {}): Promise<ReadyToPlace> {
  return { browser, fields: { ...placeFields(await browser.get('/checkout')), ...more } };
}

/** All that the form of the checkout page sends as it stands, with a purchase on account by standard delivery. */
export function placeFields({ html }: Pick<Visit, 'html'>): Record<string, string> {
  return {
    version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'), seen: hidden(html, 'seen').replaceAll('&quot;', '"'),
    address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping: 'standard', payment: 'on-account',
  };
}

export interface PlaceAnswer {
  status: number;
  /** Where a placed order leads. */
  location: string;
  html: string;
}

/** Presses the button without waiting for a page to follow. */
export async function place({ browser, fields }: ReadyToPlace): Promise<PlaceAnswer> {
  const body = new URLSearchParams({ _csrf: browser.formToken, ...fields });
  const response = await browser.raw('/checkout/place', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }, body });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}

/** All at once, and everybody's answer. */
export const placeAll = (ready: readonly ReadyToPlace[]): Promise<PlaceAnswer[]> => Promise.all(ready.map(place));
