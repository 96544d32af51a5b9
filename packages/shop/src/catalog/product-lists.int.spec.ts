import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, openSmallShop, type ShopUnderTest } from '../testing/small-shop.ts';
import { categoryPage } from './category-page.ts';
import { keptProducts, type KeptProduct } from './keep-products.ts';
import { PER_PAGE, type ListFilters, type ListQuestion, type ProductList, type ProductSort } from './list-question.ts';
import type { ProductCard } from './product-card.ts';
import { priceBook, type BookedPrice, type PriceBookFilters } from '../pricing/price-book.ts';
import { searchProducts } from './search-products.ts';

const PRODUCTS = 157;
const UNFILTERED: ListFilters = { inStockOnly: false, fromMinor: null, toMinor: null, values: [], categories: [] };
const SORTS: readonly ProductSort[] = ['best', 'name', 'price-up', 'price-down', 'newest'];
const RULES = ['specific', 'lowest'] as const;

/** Scattered and the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

let under: ShopUnderTest;
beforeAll(async () => {
  under = await openSmallShop();
  await under.owner.transaction(async (unit) => {
    await unit.query(`insert into category (code, slug, position, image, name, description) values ('shelf', 'shelf', 3, 'x.svg', '{"en":"Shelf","de":"Regal"}', '{}')`);
    await unit.query(
      `insert into product (sku, slug, kind, category_id, position, image, name, summary, description, facts, unit, stock, search_text)
       select 'LIST-' || n, 'list-' || n, 'simple', c.id, n % 9, 'x.svg', jsonb_build_object('en', (array['Élan', 'apple', 'Zebra', 'Säge'])[1 + n % 4] || ' lantern ' || n, 'de', 'Laterne ' || n), '{}', '{}',
              jsonb_build_array(jsonb_build_object('label', '{"en":"Voltage","de":"Spannung"}'::jsonb, 'value', (array['12 V', '18 V', '36 V'])[1 + n % 3]),
                                jsonb_build_object('label', '{"en":"Colour","de":"Farbe"}'::jsonb, 'value', jsonb_build_object('en', (array['red', 'blue'])[1 + n / 3 % 2], 'de', (array['rot', 'blau'])[1 + n / 3 % 2])),
                                jsonb_build_object('label', '{"en":"Serial"}'::jsonb, 'value', 'only ' || n)),
              '{"en":"piece"}', case when n % 5 = 0 then 0 when n % 7 = 0 then null else n end, 'lantern laterne list-' || n
         from generate_series(1, ${PRODUCTS}) n, category c where c.code = 'shelf'`);
    await unit.query(`insert into product_website (product_id, website_id) select id, 1 from product where sku like 'LIST-%'`);
    // One in thirteen has no price, so that nobody can buy it.
    await unit.query(`insert into price (website_id, source, product_id, amount) select 1, 'base', id, 1000 + position * 700 + id % 4 * 50 from product where sku like 'LIST-%' and id % 13 <> 0`);
  });
  await under.owner.read((unit) => unit.query('analyze'));
});
afterAll(() => under.drop());

type Who = 'anna' | 'ben' | 'guest';

const question = (who: Who, more: Partial<ListQuestion> = {}): ListQuestion =>
  ({ store: under.shop.us, customer: who === 'guest' ? null : under.shop[who].owner, rule: 'specific', now: NOW, filters: UNFILTERED, sort: 'best', page: 1, ...more });

const inCategory = async (asked: ListQuestion, slug = 'shelf'): Promise<ProductList> => {
  const found = await under.app.read((unit) => categoryPage(unit, { ...asked, slug }));
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

const inSearch = (asked: ListQuestion, text: string) => under.app.read((unit) => searchProducts(unit, { ...asked, text }));

const filtered = (values: string[], more: Partial<ListFilters> = {}) => inCategory(question('guest', { filters: { ...UNFILTERED, ...more, values } }));

const search = (text: string, filters: Partial<ListFilters> = {}, more: Partial<ListQuestion> = {}) => inSearch(question('guest', { ...more, filters: { ...UNFILTERED, ...filters } }), text);

const boot = ({ products }: ProductList) => products.find(({ sku }) => sku === 'BOOT');

async function valueOf(label: string): Promise<{ option: string; value: string }> {
  const [row] = await under.owner.read((unit) => unit.query<{ option: string; value: string }>(`select option_id::text as option, id::text as value from product_option_value where label->>'en' = $1`, [label]));
  if (row === undefined) throw new Error(`No option has ${label}`);
  return row;
}

const rowsOf = <T extends object>(text: string, params: unknown[] = []) => under.owner.read((unit) => unit.query<T>(text, params));
async function inBatches<T>(next: (last: T | undefined) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let batch = await next(undefined); batch.length > 0; batch = await next(all.at(-1))) all.push(...batch);
  return all;
}

async function allPages(ask: (page: number) => Promise<ProductList>): Promise<{ cards: ProductCard[]; total: number }> {
  const first = await ask(1);
  const cards = [...first.products];
  for (let page = 2; page <= first.pages; page += 1) cards.push(...(await ask(page)).products);
  return { cards, total: first.total };
}

/** What each product says of itself, to hold the list against. */
async function factsOf(): Promise<Map<string, { codes: string[]; stock: number | null }>> {
  const rows = await under.owner.read((unit) => unit.query<{ sku: string; codes: string[]; stock: number | null }>(
    `select p.sku, p.stock, (select array_agg(f.code) from facet_value f where f.id = any (p.facet_values)) as codes from product p where p.sku like 'LIST-%'`));
  return new Map(rows.map(({ sku, ...facts }) => [sku, facts]));
}

describe('G1: filters, sorting and pages together', () => {
  test('G1: give every product that fits exactly once, in order, and as many as they say', async () => {
    const facts = await factsOf();
    const everything = (await allPages((page) => inCategory(question('anna', { page })))).cards;
    const roll = dice(7);
    for (let round = 0; round < 30; round += 1) {
      const values = ['voltage:12-v', 'voltage:18-v', 'voltage:36-v', 'colour:red', 'colour:blue', 'colour:nobody'].filter(() => roll(3) === 0);
      const filters = { ...UNFILTERED, inStockOnly: roll(2) === 0, fromMinor: roll(2) === 0 ? BigInt(1000 + roll(4000)) : null, toMinor: roll(2) === 0 ? BigInt(2000 + roll(6000)) : null, values };
      const sort = SORTS[roll(SORTS.length)] ?? 'best';
      const { cards, total } = await allPages((page) => inCategory(question('anna', { filters, sort, page })));
      const known = values.filter((code) => code !== 'colour:nobody');
      const fits = everything.filter(({ sku, priceMinor }) => {
        const { codes = [], stock = null } = facts.get(sku) ?? {};
        return (!filters.inStockOnly || stock !== 0) && priceMinor >= (filters.fromMinor ?? 0n) && (filters.toMinor === null || priceMinor <= filters.toMinor)
          && [...Map.groupBy(known, (code) => code.split(':')[0]).values()].every((group) => group.some((code) => codes.includes(code)));
      });
      expect({ values, sort, found: cards.map(({ sku }) => sku).toSorted() }).toEqual({ values, sort, found: fits.map(({ sku }) => sku).toSorted() });
      expect(total).toBe(cards.length);
      expect(cards.map(({ sku }) => sku)).toEqual(inOrder(cards, sort).map(({ sku }) => sku));
    }
    expect(everything.length).toBeGreaterThan(5 * PER_PAGE);
  });

  test('G1: what costs the same and has the same place comes in the order it came into the shop, so that no page repeats or leaves out what another has', async () => {
    const rows = await under.owner.read((unit) => unit.query<{ sku: string; position: number }>(`select sku, position from product where sku like 'LIST-%'`));
    const places = new Map(rows.map(({ sku, position }) => [sku, position]));
    const cost = { best: 0, 'price-up': 1, 'price-down': -1 } as const;
    for (const sort of ['best', 'price-up', 'price-down'] as const) {
      const { cards } = await allPages((page) => inCategory(question('guest', { sort, page })));
      const exact = cards.toSorted((a, b) => cost[sort] * Number(a.priceMinor - b.priceMinor) || (places.get(a.sku) ?? 0) - (places.get(b.sku) ?? 0) || Number(a.id) - Number(b.id));
      expect({ sort, skus: cards.map(({ sku }) => sku) }).toEqual({ sort, skus: exact.map(({ sku }) => sku) });
    }
  });

  test('G1: a count beside a choice is how many products it shows once chosen', async () => {
    const filters = { ...UNFILTERED, inStockOnly: true, values: ['voltage:18-v'] };
    const { facets, inStock, total } = await inCategory(question('ben', { filters }));
    expect(facets.map(({ code, label }) => [code, label])).toEqual([['voltage', 'Voltage'], ['colour', 'Colour']]);
    expect(inStock).toBe(total);
    // Beside the one that is chosen stand the others, each with what it would bring.
    expect(facets.map(({ values }) => values.length)).toEqual([3, 2]);
    for (const value of facets.flatMap((facet) => facet.values)) {
      const chosen = value.code.startsWith('voltage') ? [value.code] : ['voltage:18-v', value.code];
      expect([value.code, (await inCategory(question('ben', { filters: { ...filters, values: chosen } }))).total]).toEqual([value.code, value.count]);
    }
  });

  test('G1: what every product has alone is no choice; what is shared is said in the store’s language', async () => {
    const { facets } = await inCategory(question('guest'));
    expect(facets.map(({ code }) => code)).not.toContain('serial');
    await under.owner.read((unit) => unit.query(`insert into product_website (product_id, website_id) select id, 2 from product where sku like 'LIST-%'`));
    await under.owner.read((unit) => unit.query(`insert into price (website_id, source, product_id, amount) select 2, 'base', id, 500 from product where sku like 'LIST-%'`));
    const german = await inCategory(question('guest', { store: under.shop.de }));
    expect(german.facets.find(({ code }) => code === 'colour')).toMatchObject({ label: 'Farbe', values: [{ code: 'colour:blue', label: 'blau' }, { code: 'colour:red', label: 'rot' }] });
  });

  test('G1: one statement, whatever is asked', async () => {
    under.sent.length = 0;
    await inCategory(question('anna', { sort: 'price-up', filters: { ...UNFILTERED, inStockOnly: true, values: ['voltage:18-v', 'colour:red'] } }));
    await inSearch(question('anna', { filters: { ...UNFILTERED, categories: ['shelf'] } }), 'lantern');
    expect(under.sent).toHaveLength(2);
  });

  test('G1: a search is filtered by category too, and counts them', async () => {
    const found = await inSearch(question('guest'), 'red lantern');
    const all = await inSearch(question('guest', { filters: { ...UNFILTERED, categories: ['shelf'] } }), 'lantern');
    expect(all.categories).toEqual([{ code: 'shelf', label: 'Shelf', count: all.total, chosen: true }]);
    expect(found.nearest).toBe(true);
    expect((await inSearch(question('guest', { filters: { ...UNFILTERED, categories: ['tools'] } }), 'lantern')).total).toBe(0);
  });
});

function inOrder(cards: readonly ProductCard[], sort: ProductSort): ProductCard[] {
  const collator = new Intl.Collator('en', { numeric: true });
  if (sort === 'name') return cards.toSorted((a, b) => collator.compare(a.name, b.name));
  if (sort === 'newest') return cards.toSorted((a, b) => Number(b.id) - Number(a.id));
  if (sort === 'price-up') return cards.toSorted((a, b) => Number(a.priceMinor - b.priceMinor));
  return sort === 'price-down' ? cards.toSorted((a, b) => Number(b.priceMinor - a.priceMinor)) : [...cards];
}

describe('G4: a price in a list', () => {
  test('G4: is sorted and filtered by what core gives, for any rows, whoever looks, by either rule', async () => {
    const roll = dice(11);
    const pick = <T>(from: readonly T[]): T | undefined => from[roll(from.length)];
    for (let round = 0; round < 25; round += 1) {
      await under.owner.transaction(async (unit) => {
        await unit.query(`delete from price where product_id in (select id from product where category_id = (select id from category where code = 'tools')) or category_id is not null`);
        for (let row = 0; row < 30; row += 1) await unit.query(RANDOM_PRICE, [
          pick(['DRILL', 'GLOVE', 'MANUAL']), pick(['base', 'base', 'special', 'group', 'category', 'price-list', 'customer', 'matrix']), roll(4) === 0 ? 5 : 1,
          roll(3) === 0 ? null : roll(5) * 11 + 3, pick([1, 3333, 5000, 10_000]), pick(EDGES), pick(EDGES), pick(['Pricelist A', 'Not hers', 'Asleep']), pick(['anna', 'ben'] as const) === 'anna' ? under.shop.anna.id : under.shop.ben.id, roll(2) === 0]);
      });
      for (const who of ['anna', 'ben', 'guest'] as const) {
        for (const rule of RULES) {
          const plain = (await inCategory(question(who, { rule }), 'tools')).products;
          const up = await inCategory(question(who, { rule, sort: 'price-up' }), 'tools');
          expect(up.total).toBe(plain.length);
          expect(up.products.map(({ priceMinor }) => priceMinor)).toEqual(plain.map(({ priceMinor }) => priceMinor).toSorted((a, b) => Number(a - b)));
          for (const { sku, priceMinor } of plain) {
            const exact = await inCategory(question(who, { rule, filters: { ...UNFILTERED, fromMinor: priceMinor, toMinor: priceMinor } }), 'tools');
            expect({ who, rule, sku, isFound: exact.products.some((one) => one.sku === sku) }).toEqual({ who, rule, sku, isFound: true });
            expect(exact.products.every((one) => one.priceMinor === priceMinor)).toBe(true);
          }
        }
      }
    }
  }, 60_000);
});

/** Just before, at and just after the moment that is asked for, to the microsecond. */
const EDGES = [null, null, null, '2026-03-02T09:59:59.999Z', '2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.000999Z', '2026-03-02T10:00:00.001Z'] as const;

const RANDOM_PRICE = `
insert into price (website_id, source, product_id, category_id, customer_group_id, price_list_id, customer_id, min_quantity, amount, percent_off_basis_points, valid_from, valid_to)
select 1, v.source, case when v.source <> 'category' then p.id end, case when v.source = 'category' then p.category_id end,
       case when v.source = 'group' or (v.source = 'category' and $10::boolean) then k.customer_group_id end, case when v.source = 'price-list' then l.id end,
       case when v.source in ('customer', 'matrix') then k.id end, $3, case when v.source = 'base' then coalesce($4::bigint, 50) else $4 end,
       case when v.source <> 'base' and $4::bigint is null then $5::integer end, $6::timestamptz, $7::timestamptz
  from (select $2::text as source) v, product p, price_list l, customer k where p.sku = $1 and l.name = $8 and k.id = $9::bigint`;

describe('G1: a product with options in a list', () => {
  test('G1: is one card at its lowest price that can be had, sorted and filtered by it; its variants are none', async () => {
    await under.owner.transaction(async (unit) => {
      const text = `'{"en":"Winch"}', '{}', '{}', '{"en":"piece"}'`;
      const [parent] = await unit.query<{ id: string }>(`insert into product (sku, slug, kind, category_id, position, image, name, summary, description, unit, stock, search_text)
        select 'WINCH', 'winch', 'configurable', id, 50, 'x.svg', ${text}, null, 'winch' from category where code = 'shelf' returning id::text as id`);
      await unit.query(`insert into product (sku, slug, kind, parent_id, category_id, image, name, summary, description, unit, stock, search_text)
        select 'WINCH-' || n, 'winch-' || n, 'configurable', $1::bigint, id, '', ${text}, n - 1, 'x' from category, generate_series(1, 3) n where code = 'shelf'`, [parent?.id]);
      await unit.query(`insert into product_website (product_id, website_id) select id, 1 from product where sku like 'WINCH%'`);
      // The first is sold out, the third has no price of its own.
      await unit.query(`insert into price (website_id, source, product_id, amount) select 1, 'base', id, case sku when 'WINCH' then 99900 when 'WINCH-1' then 80000 else 90000 end from product where sku in ('WINCH', 'WINCH-1', 'WINCH-2')`);
    });
    const dearest = (await inCategory(question('guest', { sort: 'price-down' }))).products[0];
    expect(dearest).toMatchObject({ sku: 'WINCH', priceMinor: 90000n, isFrom: true });
    const within = (minor: bigint) => inCategory(question('guest', { filters: { ...UNFILTERED, inStockOnly: true, fromMinor: minor, toMinor: minor } }));
    expect((await within(90000n)).products.map(({ sku }) => sku)).toEqual(['WINCH']);
    // The sold-out one's is no price of the product; the third costs what the product says.
    expect((await within(80000n)).total).toBe(0);
    expect((await within(99900n)).products).toMatchObject([{ sku: 'WINCH', priceMinor: 99900n, isFrom: false }]);
    expect((await inSearch(question('guest'), 'winch-2')).products.map(({ sku }) => sku)).toEqual(['WINCH']);
    expect((await inSearch(question('guest'), 'winsh')).products.map(({ sku }) => sku)).toEqual(['WINCH']);
  });
});

describe('G1: values of options as filters', () => {
  beforeAll(() => under.owner.transaction(async (unit) => {
    const text = `'{"en":"Boot"}', '{}', '{}', '{"en":"pair"}'`;
    const [parent] = await unit.query<{ id: string }>(`insert into product (sku, slug, kind, category_id, position, image, name, summary, description, unit, facts, stock, search_text)
      select 'BOOT', 'boot', 'configurable', id, -1, 'x.svg', ${text}, '[{"label":{"en":"Colour"},"value":"many"},{"label":{"en":"Sole"},"value":"hard"}]', null, 'boot' from category where code = 'shelf' returning id::text as id`);
    const options = [['Colour', 'Farbe', ['red', 'blue']], ['Size', 'Größe', ['S', 'M']]] as const;
    for (const [en, de, values] of options) {
      await unit.query(`with o as (insert into product_option (product_id, name) values ($1::bigint, jsonb_build_object('en', $2::text, 'de', $3::text)) returning id)
        insert into product_option_value (option_id, label) select o.id, jsonb_build_object('en', v) from o, unnest($4::text[]) v`, [parent?.id, en, de, [...values]]);
    }
    for (const [colour, size, stock, minor, active] of [['red', 'S', 5, 1000, true], ['red', 'M', 0, 1200, true], ['blue', 'M', 7, 1500, true], ['blue', 'S', 9, 900, false]] as const) {
      const sku = `BOOT-${colour}-${size}`;
      await unit.query(`insert into product (sku, slug, kind, parent_id, category_id, image, name, summary, description, unit, stock, search_text, active)
        select $2::text, lower($2), 'configurable', $1::bigint, id, $3, ${text}, $4, 'x', $5 from category where code = 'shelf'`, [parent?.id, sku, `${colour}.svg`, stock, active]);
      await unit.query(`insert into variant_value (variant_id, parent_id, option_id, value_id) select v.id, $1::bigint, o.id, x.id from product v, product_option o join product_option_value x on x.option_id = o.id
        where v.sku = $2 and o.product_id = $1::bigint and x.label->>'en' in ($3, $4)`, [parent?.id, sku, colour, size]);
      await unit.query(`insert into price (website_id, source, product_id, amount) select 1, 'base', id, $2 from product where sku = $1`, [sku, minor]);
    }
    await unit.query(`insert into product_website (product_id, website_id) select id, 1 from product where sku like 'BOOT%'`);
  }));

  test('G1: one version must have all that is chosen; of one option any value does', async () => {
    for (const [values, isThere] of [
      [['colour:red'], true], [['colour:red', 'size:s'], true], [['colour:red', 'size:m'], true], [['colour:blue', 'size:s'], false], [['colour:blue', 'size:s', 'size:m'], true],
      [['colour:blue', 'sole:hard'], true], [['colour:many'], false], [['sole:hard', 'size:m'], true], [['colour:blue', 'size:nobody'], true],
    ] as const) expect({ values, isThere: boot(await filtered([...values])) !== undefined }).toEqual({ values, isThere });
    expect(boot(await filtered(['colour:red', 'size:m'], { inStockOnly: true }))).toBeUndefined();
    const found = await inSearch(question('guest', { filters: { ...UNFILTERED, values: ['size:m', 'colour:blue'] } }), 'boot');
    expect(found.products.map(({ sku }) => sku)).toEqual(['BOOT']);
  });

  test('G1: the card is of the versions that fit: price, picture, stock, and what they have in common', async () => {
    const [blue, medium, red] = [await valueOf('blue'), await valueOf('M'), await valueOf('red')];
    expect(boot(await filtered([]))).toMatchObject({ priceMinor: 1000n, isFrom: true, image: 'x.svg', chosen: null });
    expect(boot(await filtered(['colour:blue']))).toMatchObject({ priceMinor: 1500n, isFrom: false, stock: 'low', image: 'blue.svg', chosen: { [blue.option]: blue.value, [medium.option]: medium.value } });
    expect(boot(await filtered(['size:m']))).toMatchObject({ priceMinor: 1500n, isFrom: true, chosen: { [medium.option]: medium.value } });
    expect(boot(await filtered(['colour:red', 'size:m']))).toMatchObject({ priceMinor: 1200n, stock: 'out', image: 'red.svg', chosen: { [red.option]: red.value, [medium.option]: medium.value } });
    expect(boot(await filtered(['colour:blue'], { toMinor: 1400n }))).toBeUndefined();
    expect(boot(await filtered(['size:m'], { fromMinor: 1400n, toMinor: 1600n }))).toMatchObject({ priceMinor: 1500n });
  });

  test('G1: a product counts once for a value, and each count is what choosing it shows', async () => {
    for (const [values, more] of [[[], {}], [['colour:red'], { inStockOnly: true }], [['size:m'], {}], [['colour:blue', 'size:m'], { fromMinor: 1100n }]] as [string[], Partial<ListFilters>][]) {
      const { facets } = await filtered(values, more);
      if (values.length < 2 && !values.includes('size:m')) expect(facets.map(({ code }) => code)).toContain('colour');
      for (const value of facets.flatMap((facet) => facet.values)) {
        const facet = value.code.split(':')[0] ?? '';
        const chosen = [...values.filter((code) => !code.startsWith(`${facet}:`)), value.code];
        expect({ values, code: value.code, count: (await filtered(chosen, more)).total }).toEqual({ values, code: value.code, count: value.count });
      }
    }
  });

  test('G1: an option that is renamed is found by its new name', async () => {
    await under.owner.read((unit) => unit.query(`update product_option_value set label = '{"en":"Medium","de":"Mittel"}' where label->>'en' = 'M'`));
    expect([boot(await filtered(['size:medium'])) !== undefined, boot(await filtered(['size:m', 'colour:red']))?.priceMinor]).toEqual([true, undefined]);
    // What else an administrator keeps of the product takes nothing away.
    await under.owner.read((unit) => unit.query(`update product set facts = '[{"label":{"en":"Sole"},"value":"soft"}]' where sku = 'BOOT'`));
    expect(boot(await filtered(['size:medium', 'sole:soft', 'colour:blue']))).toBeDefined();
    expect(boot(await filtered(['sole:hard']))).toBeUndefined();
  });
});

describe('G1: a search of more than one list holds', () => {
  beforeAll(() => under.owner.transaction(async (unit) => {
    // The words stand in the category of the first nine hundred, and in the names of the last hundred.
    await unit.query(`insert into product (sku, slug, kind, category_id, position, image, name, summary, description, facts, unit, stock, search_text)
      select 'MANY-' || n, 'many-' || n, 'simple', c.id, 0, 'x.svg', jsonb_build_object('en', case when n > 900 then 'Gasket ring ' else 'Plate ' end || n), '{}', '{}',
             jsonb_build_array(jsonb_build_object('label', 'Finish', 'value', case when n = 450 then 'gold' else 'plain' end)), '{"en":"piece"}', 1, 'gasket rings many-' || n
        from generate_series(1, 1000) n, category c where c.code = case when n = 700 then 'tools' else 'shelf' end`);
    await unit.query(`insert into product_website (product_id, website_id) select id, case when sku = 'MANY-7' then 2 else 1 end from product where sku like 'MANY-%'`);
    await unit.query(`insert into price (website_id, source, product_id, amount) select case when sku = 'MANY-7' then 2 else 1 end, 'base', id, case when sku = 'MANY-950' then 999000 else 500 end from product where sku like 'MANY-%'`);
  }));

  test('G1: holds those with the words in their name, before others, and says there are more', async () => {
    const { cards, total } = await allPages((page) => search('gasket ring', {}, { page }));
    expect([total, (await search('gasket ring')).cut]).toEqual([480, true]);
    expect(cards.slice(0, 100).every(({ name }) => name.startsWith('Gasket'))).toBe(true);
    expect(cards.filter(({ name }) => name.startsWith('Gasket'))).toHaveLength(100);
  });

  test('G1: what is chosen makes room: no product is hidden behind others', async () => {
    expect(await search('gasket ring', { values: ['finish:gold'] })).toMatchObject({ products: [{ sku: 'MANY-450' }], cut: false });
    expect((await search('gasket ring', { categories: ['tools'] })).products.map(({ sku }) => sku)).toEqual(['MANY-700']);
    expect((await search('gasket ring', { fromMinor: 999000n })).products.map(({ sku }) => sku)).toEqual(['MANY-950']);
    // Nothing among those a list holds is not the same as nothing.
    expect(await search('gasket', { fromMinor: 1_000_000n })).toMatchObject({ total: 0, cut: true });
    expect(await search('gasket ring', { values: ['finish:nobody'] })).toMatchObject({ total: 480, cut: true });
  });

  test('G1: what another website sells takes no room, and is found there', async () => {
    const there = await search('gasket', {}, { store: under.shop.de });
    expect(there).toMatchObject({ products: [{ sku: 'MANY-7' }], total: 1, cut: false });
  });

  test('G1: products that lack one word go before those that lack two', async () => {
    const { products, nearest } = await search('gasket 950 zzzzqqq');
    expect([products[0]?.sku, nearest]).toEqual(['MANY-950', true]);
  });

  test('G1: a word is found by its beginning however it is written, new ones at once', async () => {
    await under.owner.transaction(async (unit) => {
      for (const [sku, name] of [['ODD-1', 'cafe\u0301 Mühle'], ['ODD-2', 'Кабель x75b'], ['ODD-3', 'O\u2019Neil bracket']] as const) {
        await unit.query(`insert into product (sku, slug, kind, category_id, image, name, summary, description, unit, stock, search_text) select $1::text, lower($1), 'simple', id, 'x.svg', jsonb_build_object('en', $2::text), '{}', '{}', '{"en":"piece"}', 1, $2 from category where code = 'tools'`, [sku, name]);
        await unit.query(`insert into product_website (product_id, website_id) select id, 1 from product where sku = $1`, [sku]);
        await unit.query(`insert into price (website_id, source, product_id, amount) select 1, 'base', id, 100 from product where sku = $1`, [sku]);
      }
    });
    for (const [text, sku] of [['café', 'ODD-1'], ['caf', 'ODD-1'], ['muhle', 'ODD-1'], ['Каб', 'ODD-2'], ['x75', 'ODD-2'], ['neil', 'ODD-3'], ['brack', 'ODD-3'], ["o'neil", 'ODD-3']] as const) {
      expect([text, (await search(text)).products.map((card) => card.sku)]).toEqual([text, [sku]]);
    }
  });
});

describe('F3: lists of an administrator', () => {
  test('F3: products are found by any filter together, page by page, as one by one', async () => {
    const [shelf] = await rowsOf<{ id: string }>(`select id::text as id from category where code = 'shelf'`);
    await rowsOf(`update product set active = false where sku in ('MANY-11', 'LIST-20')`);
    for (const [text, more] of [['', { active: false }], ['', { kind: 'configurable' }], ['many-1', {}], ['MANY-99', { categoryId: shelf?.id ?? '' }], ['st', {}], ['gasket', { websiteId: 2 }], ['boot-blue', {}], ['lantern', { active: true, categoryId: shelf?.id ?? '' }], ['100%', {}], ['-', {}], ['qqqq', {}]] as [string, object][]) {
      const filters = { text, categoryId: null, kind: null, active: null, websiteId: null, ...more };
      const listed = await inBatches<KeptProduct>((last) => under.app.read((unit) => keptProducts(unit, filters, { after: last?.sku ?? null, limit: 90 })));
      const one = await rowsOf<{ sku: string }>(
        `select p.sku from product p where parent_id is null
           and ($1 = '' or position(lower($1) in p.search_text) > 0 or starts_with(lower(p.sku), lower($1)) or exists (select from product v where v.parent_id = p.id and starts_with(v.search_text, lower($1))))
           and ($2::bigint is null or p.category_id = $2) and ($3::text is null or p.kind = $3) and ($4::boolean is null or p.active = $4)
           and ($5::smallint is null or exists (select from product_website w where w.product_id = p.id and w.website_id = $5)) order by p.sku`,
        [text, filters.categoryId, filters.kind, filters.active, filters.websiteId]);
      expect({ text, more, skus: listed.map(({ sku }) => sku) }).toEqual({ text, more, skus: one.map(({ sku }) => sku) });
    }
  });

  test('F3: prices are found by SKU with its versions and its category’s, by a word, by whom they are for, newest first', async () => {
    const anna = under.shop.anna.id;
    await rowsOf(`insert into price (website_id, source, product_id, customer_id, amount) select 1, 'customer', id, $1::bigint, 77 from product where sku in ('MANY-3', 'BOOT-red-S', 'LIST-4')`, [anna]);
    await rowsOf(`insert into price (website_id, source, category_id, percent_off_basis_points) select 1, 'category', category_id, 500 from product where sku = 'LIST-4'`);
    for (const [filters, where] of [
      [{ product: 'list-4' }, `p.sku = 'LIST-4' or r.category_id = (select category_id from product where sku = 'LIST-4')`],
      [{ product: 'BOOT' }, `'BOOT' in (p.sku, (select sku from product m where m.id = p.parent_id)) or r.category_id = (select category_id from product where sku = 'BOOT')`],
      [{ product: 'gasket' }, `p.search_text like '%gasket%'`], [{ product: 'ga' }, `p.search_text like '%ga%'`], [{ product: 'qqqq' }, 'false'],
      [{ customerIds: [anna] }, `r.customer_id = ${anna}`], [{ customerIds: [] }, 'false'], [{ source: 'customer', product: 'many-3' }, `p.sku = 'MANY-3' and r.source = 'customer'`],
      [{ websiteId: 2 }, 'r.website_id = 2'], [{ source: 'category' }, `r.source = 'category'`],
    ] as [Partial<PriceBookFilters>, string][]) {
      const listed = await inBatches<BookedPrice>((last) => under.app.read((unit) => priceBook(unit, { source: null, websiteId: null, product: '', ...filters }, { after: last?.id ?? null, limit: 120 })));
      const one = await rowsOf<{ id: string }>(`select r.id::text as id from price r left join product p on p.id = r.product_id where ${where} order by r.id desc`);
      expect({ filters, ids: listed.map(({ id }) => id) }).toEqual({ filters, ids: one.map(({ id }) => id) });
    }
  });
});

describe('G1: a search that forgives', () => {
  test.each([
    ['laternen', 'a plural'], ['LATERNE', 'capitals'], ['lanterm', 'a wrong letter'], ['latnern', 'two swapped letters'], ['lantern elan', 'another order, no accent'],
    ['saege lantern', 'ae for an umlaut'], ['sage lantern', 'no umlaut'], ['SÄGE', 'an umlaut'], ['ternen', 'the end of a word, in the plural'],
  ])('G1: “%s” (%s) finds lanterns', async (text) => {
    const found = await inSearch(question('guest'), text);
    expect(found.total).toBeGreaterThan(10);
    expect(found.products.every(({ sku }) => sku.startsWith('LIST-'))).toBe(true);
  });

  test('G1: says what was meant, as it is written, and only where nothing is written so', async () => {
    expect(await inSearch(question('guest'), 'sege')).toMatchObject({ nearest: true, meant: 'säge' });
    expect(await inSearch(question('guest'), 'cordles lantern')).toMatchObject({ nearest: true });
    expect(await inSearch(question('guest'), 'säge')).toMatchObject({ nearest: false, meant: null });
    expect(await inSearch(question('guest'), 'qqqq')).toMatchObject({ nearest: false, meant: null, total: 0 });
  });

  test.each(['LIST-44', 'list 44', 'list44', ' List-44 '])('G1: a whole SKU, written “%s”, is that product alone', async (text) => {
    expect((await inSearch(question('guest'), text)).products.map(({ sku }) => sku)).toEqual(['LIST-44']);
  });

  test('G1: what begins a SKU finds those, before all that resembles it', async () => {
    const { products } = await inSearch(question('guest'), 'list-15');
    expect(products.map(({ sku }) => sku)).toEqual(['LIST-15']);
    const begun = await inSearch(question('guest'), 'lis');
    expect(begun.total).toBeGreaterThan(100);
    expect(begun.products.every(({ sku }) => sku.startsWith('LIST-'))).toBe(true);
  });

  test.each(["'", "''' | '", 'a & b | !c', '\\', ':*', '<->', '("', '🙂', 'ß', 'x'.repeat(100), 'a b c d e f g h i j k l'])('G1: “%s” breaks nothing', async (text) => {
    expect((await inSearch(question('guest'), text)).total).toBeGreaterThanOrEqual(0);
  });
});
