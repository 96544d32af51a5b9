import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categories } from './categories.ts';
import { customerNotes, orderComments, visitPurposes } from './comments.ts';
import { planOrders } from './orders.ts';
import { makeCustomers, namedCustomers, staff } from './people.ts';
import { categoryPrices, coupons, customerGroups, customerPrices, groupPrices, matrixPrices, priceLists, specialPrices } from './prices.ts';
import { products } from './products.ts';
import { languages, type Wording } from './wording.ts';

const image = (name: string) => new URL(`../images/${name}.svg`, import.meta.url);
const isPrice = (text: string) => /^\d{1,4}\.\d{2}$/u.test(text);
const isComplete = (wording: Wording) => languages.every((language) => wording[language].trim().length > 0);
const skus = new Set<string>(products.map(({ sku }) => sku));
const now = new Date('2026-11-18T15:30:00Z');

describe('the assortment', () => {
  it('has sixty products with SKUs and slugs of their own', () => {
    expect(products.map(({ sku }) => sku)).toEqual(Array.from({ length: 60 }, (_, index) => `SKU-${1001 + index}`));
    expect(new Set(products.map(({ slug }) => slug)).size).toBe(60);
    const kinds = products.map(({ kind }) => kind);
    expect([kinds.filter((kind) => kind === 'simple').length, kinds.filter((kind) => kind === 'virtual').length]).toEqual([54, 3]);
  });

  it('speaks every language everywhere', () => {
    const silent = products.filter(({ name, summary, description, unit, facts }) =>
      ![name, summary, description, unit, ...facts.flatMap(({ label, value }) => [label, value])].every(isComplete));
    expect(silent.map(({ sku }) => sku)).toEqual([]);
    const others = [...categories.flatMap(({ name, text }) => [name, text]), ...customerGroups.map(({ name }) => name), ...orderComments, ...customerNotes, ...visitPurposes];
    expect(others.every(isComplete)).toBe(true);
  });

  it('writes every price as a decimal and lets tiers fall', () => {
    const wrong = products.filter(({ usd, eur, tiers = [], costShare }) => {
      const run = [{ from: 1, usd, eur }, ...tiers];
      const falls = tiers.every((tier, index) => tier.from > (run[index]?.from ?? Infinity) && Number(tier.usd) < Number(run[index]?.usd));
      const paysOff = tiers.every((tier) => Number(tier.usd) > Number(usd) * costShare);
      return !falls || !paysOff || !run.every((tier) => isPrice(tier.usd) && isPrice(tier.eur));
    });
    expect(wrong.map(({ sku }) => sku)).toEqual([]);
  });

  it('keeps SKU-1001 as tests and readers know it', () => {
    expect(products[0]).toMatchObject({ sku: 'SKU-1001', kind: 'simple', usd: '100.00', tiers: [{ from: 10, usd: '85.00' }] });
  });

  it('sorts every product into a category that exists, and leaves none empty', () => {
    expect(new Set(products.map(({ category }) => category))).toEqual(new Set(categories.map(({ code }) => code)));
  });
});

describe('the pictures', () => {
  const names = [...products.map(({ sku }) => sku.toLowerCase()), ...categories.map(({ code }) => `category-${code}`), 'hero'];

  it('are there for every product, every category and the front page', () => {
    expect(names.filter((name) => !existsSync(image(name)))).toEqual([]);
  });

  it('are no two alike and carry nothing a content security policy refuses', () => {
    const drawn = names.map((name) => readFileSync(image(name), 'utf8'));
    expect(new Set(drawn).size).toBe(names.length);
    expect(drawn.filter((svg) => /<(?:script|style|text|image|foreignObject)|\son\w+=|style=|href="(?!#)/u.test(svg))).toEqual([]);
  });
});

describe('the prices', () => {
  it('speak of products that exist, in amounts that parse', () => {
    const entries = [...priceLists.flatMap((list) => [...list.entries]), ...customerPrices, ...matrixPrices, ...groupPrices, ...specialPrices];
    expect(entries.filter(({ sku, usd, eur }) => !skus.has(sku) || !isPrice(usd) || !isPrice(eur))).toEqual([]);
    expect([...categoryPrices, ...coupons].every(({ percentOff }) => isPrice(percentOff))).toBe(true);
  });

  it('give John the four prices the guide explains', () => {
    expect(customerPrices).toContainEqual(expect.objectContaining({ customer: 'john.doe@customer.example', sku: 'SKU-1001', usd: '95.00' }));
    expect(priceLists[0].entries).toContainEqual(expect.objectContaining({ sku: 'SKU-1001', usd: '90.00' }));
    expect(namedCustomers[0]).toMatchObject({ email: 'john.doe@customer.example', priceLists: ['pricelist-a'] });
    expect(coupons.map(({ code }) => code)).toContain('WELCOME10');
  });
});

describe('the people', () => {
  const customers = makeCustomers();

  it('are the same every time', () => {
    expect(makeCustomers()).toEqual(customers);
    expect(makeCustomers(300, 7)).not.toEqual(customers);
  });

  it('are three hundred with addresses and numbers of their own, forty of them Sarah\'s', () => {
    expect(customers).toHaveLength(300);
    expect(new Set(customers.map(({ email }) => email)).size).toBe(300);
    expect(new Set(customers.map(({ externalId }) => externalId)).size).toBe(300);
    expect(customers.filter(({ email }) => !/^[a-z][a-z.-]*[a-z]\d*@customer\.example$/u.test(email))).toEqual([]);
    expect(customers.filter(({ assignedTo }) => assignedTo === 'sarah.johnson@staff.example')).toHaveLength(40);
  });

  it('include names that test a layout', () => {
    const written = customers.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    for (const mark of [/\p{Script=Arabic}/u, /ñ/u, /ü/u, /'/u, /.{40}/u]) expect(written.some((name) => mark.test(name))).toBe(true);
  });

  it('count twelve members of staff', () => {
    expect(new Set(staff.map(({ email }) => email)).size).toBe(12);
  });
});

describe('the past orders', () => {
  const customers = makeCustomers();
  const orders = planOrders(now);
  const buyer = new Map<string, (typeof customers)[number]>(customers.map((customer) => [customer.email, customer]));
  const assisted = orders.filter(({ staffEmail }) => staffEmail !== null);

  it('are the same for the same day', () => {
    expect(planOrders(now)).toEqual(orders);
    expect(orders).toHaveLength(260);
  });

  it('lie on working days of the last three months, never ahead', () => {
    for (const moment of ['2026-11-18T15:30:00Z', '2026-03-01T00:05:00Z', '2027-01-04T06:00:01Z'].map((text) => new Date(text))) {
      for (const { placedAt } of planOrders(moment)) {
        expect(placedAt.getTime()).toBeLessThan(moment.getTime());
        expect(moment.getTime() - placedAt.getTime()).toBeLessThan(97 * 86_400_000);
        expect([0, 6]).not.toContain(placedAt.getUTCDay());
      }
    }
  });

  it('were placed for a customer only with consent, in a store where the member of staff works', () => {
    for (const { customerEmail, staffEmail } of assisted) {
      const customer = buyer.get(customerEmail);
      const helper = staff.find(({ email }) => email === staffEmail);
      expect(customer?.hasConsent).toBe(true);
      expect(helper?.stores).toContain(customer?.store);
      expect(helper?.accessAllCustomers === true || customer?.assignedTo === staffEmail).toBe(true);
    }
    expect(assisted.length / orders.length).toBeGreaterThan(0.4);
    expect(assisted.length / orders.length).toBeLessThan(0.5);
  });

  it('carry edited prices only from staff who may, always with a reason', () => {
    const edited = orders.filter(({ lines }) => lines.some(({ discountPercent }) => discountPercent !== undefined));
    expect(orders.filter(({ reason }) => reason !== undefined)).toEqual(edited);
    expect(edited.filter(({ staffEmail }) => !staff.find(({ email }) => email === staffEmail)?.canEditItemPrice)).toEqual([]);
    expect(edited.length / orders.length).toBeGreaterThan(0.12);
    expect(edited.length / orders.length).toBeLessThan(0.18);
  });

  it('ask for products that exist, one line each', () => {
    for (const { lines } of orders) {
      expect(lines.every(({ sku, quantity }) => skus.has(sku) && quantity > 0)).toBe(true);
      expect(new Set(lines.map(({ sku }) => sku)).size).toBe(lines.length);
      expect(lines.length).toBeLessThanOrEqual(6);
    }
  });
});
