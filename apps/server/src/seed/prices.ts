import type { Unit } from '@onbehalf/assist';
import {
  categoryPrices, coupons, customerGroups, customerPrices, groupPrices, matrixPrices, priceLists, specialPrices,
  type PriceEntry,
} from '../../demo/content/prices.ts';
import { products } from '../../demo/content/products.ts';
import { basisPointsOf, minorOf } from './amounts.ts';
import type { Catalogue } from './catalogue.ts';
import type { SeededCustomer } from './customers.ts';
import { insertRows, need } from './insert-rows.ts';
import { DAY_MS } from './seed-frame.ts';
import { WEBSITES } from './stores.ts';

type WebsiteId = (typeof WEBSITES)[keyof typeof WEBSITES];

const BOTH: readonly WebsiteId[] = [WEBSITES.us, WEBSITES.eu];

/** A row of `price` as far as it isn't null. */
interface PriceRow {
  website_id: WebsiteId;
  source: string;
  product_id?: string;
  category_id?: string;
  customer_group_id?: string;
  price_list_id?: string;
  customer_id?: string;
  min_quantity: number;
  amount?: bigint;
  percent_off_basis_points?: bigint;
  valid_from?: string | null;
  valid_to?: string | null;
}

const PRICE_COLUMNS = `website_id smallint, source text, product_id bigint, category_id bigint, customer_group_id bigint, price_list_id bigint,
  customer_id bigint, min_quantity integer, amount bigint, percent_off_basis_points integer, valid_from timestamptz, valid_to timestamptz`;

export async function seedCustomerGroups(unit: Unit): Promise<Map<string, string>> {
  const made = await insertRows<{ id: string; code: string }>(unit, { into: 'customer_group', columns: 'code text, name jsonb', rows: customerGroups }, 'id::text, code');
  return new Map(made.map(({ id, code }) => [code, id]));
}

interface Priced {
  catalogue: Catalogue;
  groups: ReadonlyMap<string, string>;
  customers: readonly SeededCustomer[];
}

export async function seedPrices(unit: Unit, priced: Priced): Promise<void> {
  const lists = await seedPriceLists(unit, priced.customers);
  const rows = [
    ...baseRows(priced.catalogue),
    ...listRows(priced.catalogue, lists),
    ...agreedRows(priced),
    ...sharedRows(priced),
  ];
  await insertRows(unit, { into: 'price', columns: PRICE_COLUMNS, rows });
  await insertRows(unit, {
    into: 'coupon',
    columns: 'code text, percent_basis_points integer',
    rows: coupons.map(({ code, percentOff }) => ({ code, percent_basis_points: basisPointsOf(percentOff) })),
  });
}

/** Each website has lists of its own, named as its staff call them. Gives ids by code and website. */
async function seedPriceLists(unit: Unit, customers: readonly SeededCustomer[]): Promise<Map<string, string>> {
  const rows = BOTH.flatMap((website_id) => priceLists.map(({ code, name, validFrom, validTo }) => ({
    code, website_id, name: website_id === WEBSITES.us ? name.en : name.de, ...during(validFrom, validTo),
  })));
  const made = await insertRows<{ id: string }>(unit, { into: 'price_list', columns: 'website_id smallint, name text, valid_from timestamptz, valid_to timestamptz', rows }, 'id::text');
  const lists = new Map(rows.map(({ code, website_id }, index) => [listKey(code, website_id), made[index]?.id ?? '']));
  const members = customers.flatMap(({ id, content }) => content.priceLists.map((code) => ({
    customer_id: id, price_list_id: need(lists, listKey(code, WEBSITES[content.website])),
  })));
  await insertRows(unit, { into: 'customer_price_list', columns: 'customer_id bigint, price_list_id bigint', rows: members });
  return lists;
}

const listKey = (code: string, website: WebsiteId): string => `${code} on ${website}`;

const baseRows = (catalogue: Catalogue): PriceRow[] =>
  products.flatMap(({ sku, usd, eur, tiers = [] }) =>
    [{ sku, usd, eur }, ...tiers.map((tier) => ({ sku, ...tier }))].flatMap((entry) => onBoth('base', entry, catalogue)));

function listRows(catalogue: Catalogue, lists: ReadonlyMap<string, string>): PriceRow[] {
  return priceLists.flatMap(({ code, entries }) => entries.flatMap((entry) =>
    onBoth('price-list', entry, catalogue).map((row) => ({ ...row, price_list_id: need(lists, listKey(code, row.website_id)) }))));
}

/** Prices of one customer, on the customer's own website: websites don't share customers. */
function agreedRows({ catalogue, customers }: Priced): PriceRow[] {
  const byEmail = new Map(customers.map((customer) => [customer.content.email as string, customer]));
  const agreed = [
    ...customerPrices.map((entry) => ({ source: 'customer', entry })),
    ...matrixPrices.map((entry) => ({ source: 'matrix', entry })),
  ];
  return agreed.map(({ source, entry }) => {
    const { id, content } = need(byEmail, entry.customer);
    return { ...priceRow(source, entry, { catalogue, website: WEBSITES[content.website] }), customer_id: id };
  });
}

function sharedRows({ catalogue, groups }: Priced): PriceRow[] {
  return [
    ...groupPrices.flatMap((entry) => onBoth('group', entry, catalogue).map((row) => ({ ...row, customer_group_id: need(groups, entry.group) }))),
    ...specialPrices.flatMap((entry) => onBoth('special', entry, catalogue).map((row) => ({ ...row, ...during(entry.validFrom, entry.validTo) }))),
    ...categoryPrices.flatMap(({ group, category, percentOff }) => BOTH.map((website_id) => ({
      website_id, source: 'category', category_id: need(catalogue.categories, category), customer_group_id: need(groups, group),
      min_quantity: 1, percent_off_basis_points: basisPointsOf(percentOff),
    }))),
  ];
}

/** The last day counts: what is stored is the first moment after it. */
function during(firstDay: string | null, lastDay: string | null): { valid_from: string | null; valid_to: string | null } {
  return {
    valid_from: firstDay === null ? null : `${firstDay}T00:00:00Z`,
    valid_to: lastDay === null ? null : new Date(Date.parse(`${lastDay}T00:00:00Z`) + DAY_MS).toISOString(),
  };
}

const onBoth = (source: string, entry: PriceEntry, catalogue: Catalogue): PriceRow[] =>
  BOTH.map((website) => priceRow(source, entry, { catalogue, website }));

function priceRow(source: string, { sku, usd, eur, from = 1 }: PriceEntry, { catalogue, website }: { catalogue: Catalogue; website: WebsiteId }): PriceRow {
  const amount = website === WEBSITES.us ? minorOf(usd, 'USD') : minorOf(eur, 'EUR');
  return { website_id: website, source, product_id: need(catalogue.products, sku), min_quantity: from, amount };
}
