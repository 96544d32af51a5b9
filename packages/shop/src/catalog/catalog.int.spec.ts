import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, openSmallShop, type ShopUnderTest } from '../testing/small-shop.ts';
import { loadStores } from '../stores/load-stores.ts';
import { categories } from './categories.ts';
import { categoryPage } from './category-page.ts';
import type { ListFilters, ProductSort } from './list-question.ts';
import type { CatalogView, ProductCard } from './product-card.ts';
import { homePage, productsBySku } from './product-lists.ts';
import { productPage } from './product-page.ts';
import { searchProducts } from './search-products.ts';

let under: ShopUnderTest;

beforeAll(async () => {
  under = await openSmallShop();
});
afterAll(() => under.drop());

type Who = 'anna' | 'ben' | 'guest';

function view(who: Who): CatalogView {
  const { us } = under.shop;
  return { store: us, customer: who === 'guest' ? null : under.shop[who].owner, rule: 'specific', now: NOW };
}

const german = (): CatalogView => ({ store: under.shop.de, customer: null, rule: 'specific', now: NOW });

async function cardFor(who: Who, sku: string): Promise<ProductCard | undefined> {
  const [card] = await under.app.read((unit) => productsBySku(unit, { ...view(who), skus: [sku] }));
  return card;
}

describe('prices', () => {
  test('a guest sees base prices with their tiers and no customer, group or list price', async () => {
    const card = await cardFor('guest', 'DRILL');
    expect(card).toMatchObject({ priceMinor: 10000n, listPriceMinor: null, tiers: [{ from: 10, minor: 8500n }] });
  });

  test('a customer sees the own price before the price list, and the base price struck through (G4)', async () => {
    const card = await cardFor('anna', 'DRILL');
    expect(card).toMatchObject({ priceMinor: 9500n, listPriceMinor: 10000n });
  });

  test('the matrix wins over everything', async () => {
    expect(await cardFor('anna', 'GLOVE')).toMatchObject({ priceMinor: 400n });
  });

  test("another customer's prices, lists and groups are never used", async () => {
    expect(await cardFor('ben', 'DRILL')).toMatchObject({ priceMinor: 10000n, listPriceMinor: null });
    expect(await cardFor('ben', 'GLOVE')).toMatchObject({ priceMinor: 500n });
  });

  test("with the lowest rule a list that isn't hers or is asleep still doesn't count", async () => {
    const [card] = await under.app.read((unit) => productsBySku(unit, { ...view('anna'), rule: 'lowest', skus: ['DRILL'] }));
    expect(card?.priceMinor).toBe(9000n);
  });

  test('each website has its own price', async () => {
    const [card] = await under.app.read((unit) => productsBySku(unit, { ...german(), skus: ['DRILL'] }));
    expect(card).toMatchObject({ priceMinor: 11900n, name: 'Akkubohrer' });
  });

  test('a price list counts from its first day until its last', async () => {
    await under.owner.read((unit) => unit.query(`update price_list set valid_from = '2026-03-02T10:00:00Z', valid_to = '2026-03-02T11:00:00Z' where name = 'Pricelist A'`));
    const at = async (now: string) => {
      const [card] = await under.app.read((unit) => productsBySku(unit, { ...view('anna'), rule: 'lowest', now: new Date(now), skus: ['DRILL'] }));
      return card?.priceMinor;
    };
    expect([await at('2026-03-02T09:59:59.999Z'), await at('2026-03-02T10:00:00Z'), await at('2026-03-02T11:00:00Z')]).toEqual([9500n, 9000n, 9500n]);
    await under.owner.read((unit) => unit.query('update price_list set valid_from = null, valid_to = null'));
  });
});

const UNFILTERED: ListFilters = { inStockOnly: false, fromMinor: null, toMinor: null, values: [], categories: [] };

const tools = ({ inStockOnly = false, ...question }: { slug?: string; sort?: ProductSort; inStockOnly?: boolean } = {}) =>
  under.app.read((unit) => categoryPage(unit, { ...view('anna'), slug: 'tools', sort: 'best', page: 1, filters: { ...UNFILTERED, inStockOnly }, ...question }));

const skus = async (question: Parameters<typeof tools>[0]) => {
  const result = await tools(question);
  return result.ok ? result.value.products.map((product) => product.sku) : [];
};

describe('a category', () => {
  test('has its products in one statement', async () => {
    under.sent.length = 0;
    const result = await tools();
    expect(under.sent).toHaveLength(1);
    expect(result).toMatchObject({ ok: true, value: { category: { name: 'Tools' } } });
  });

  test("is sorted by name, or by the price of whoever looks", async () => {
    expect(await skus({ sort: 'best' })).toEqual(['DRILL', 'GLOVE', 'MANUAL']);
    expect(await skus({ sort: 'name' })).toEqual(['DRILL', 'MANUAL', 'GLOVE']);
    expect(await skus({ sort: 'price-up' })).toEqual(['GLOVE', 'MANUAL', 'DRILL']);
    expect(await skus({ sort: 'price-down' })).toEqual(['DRILL', 'MANUAL', 'GLOVE']);
  });

  test('shows only what is in stock where asked; a download never runs out', async () => {
    await under.owner.read((unit) => unit.query(`update product set stock = 0 where sku = 'GLOVE'`));
    expect(await skus({ inStockOnly: true })).toEqual(['DRILL', 'MANUAL']);
    await under.owner.read((unit) => unit.query(`update product set stock = 500 where sku = 'GLOVE'`));
  });

  test('may be empty, and one that is not there is refused', async () => {
    expect(await tools({ slug: 'empty' })).toMatchObject({ ok: true, value: { products: [] } });
    expect(await tools({ slug: 'nowhere' })).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  test('is listed only where it has something for sale', async () => {
    const list = await under.app.read((unit) => categories(unit, under.shop.de));
    expect(list).toMatchObject([{ slug: 'tools', name: 'Werkzeug', description: 'All tools' }]);
  });
});

const page = (slug: string, of: CatalogView = view('anna')) => under.app.read((unit) => productPage(unit, { ...of, slug }));

describe('a product', () => {
  test('is one statement with its text, facts, stock and others like it', async () => {
    under.sent.length = 0;
    const result = await page('drill');
    expect(under.sent).toHaveLength(1);
    expect(result).toMatchObject({
      ok: true,
      value: {
        product: { sku: 'DRILL', stock: 'low', stockCount: 5, priceMinor: 9500n },
        facts: [{ label: 'Weight', value: '2 kg' }],
        unit: 'piece',
        category: { slug: 'tools', name: 'Tools' },
        onWishlist: false,
        related: [{ sku: 'GLOVE', priceMinor: 400n }, { sku: 'MANUAL' }],
      },
    });
  });

  test("is told in the store's language, else in English", async () => {
    expect(await page('drill', german())).toMatchObject({
      ok: true,
      value: { product: { name: 'Akkubohrer', summary: 'A summary' }, unit: 'Stück', facts: [{ label: 'Gewicht' }] },
    });
  });

  test('is refused where it is not sold, switched off or without a price', async () => {
    const refused = { ok: false, error: { code: 'product-not-found' } };
    expect(await page('glove', german())).toEqual(refused);
    expect(await page('nothing')).toEqual(refused);
    await under.owner.transaction(async (unit) => {
      await unit.query(`update product set active = false where sku = 'MANUAL'`);
      await unit.query(`update price set valid_to = '2020-01-01' where source = 'base' and product_id = (select id from product where sku = 'GLOVE')`);
    });
    expect([await page('manual'), await page('glove')]).toEqual([refused, refused]);
    await under.owner.transaction(async (unit) => {
      await unit.query('update product set active = true');
      await unit.query('update price set valid_to = null');
    });
  });
});

const search = async (text: string, of: CatalogView = view('guest')) =>
  (await under.app.read((unit) => searchProducts(unit, { ...of, text, sort: 'best', page: 1, filters: UNFILTERED }))).products.map((product) => product.sku);

describe('search', () => {
  test.each([
    ['drill', ['DRILL']],
    ['DRI', ['DRILL']],
    ['cordless', ['DRILL']],
    ['cordles dril', ['DRILL']],
    // Two letters the wrong way round.
    ['golve', ['GLOVE']],
    ['dirll', ['DRILL']],
    ['grlove', ['GLOVE']],
    ['manaul', ['MANUAL']],
    ['zzzz', []],
    ['', []],
    ['%', []],
    ['_____', []],
  ])('"%s" finds %j', async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  test('a whole SKU means that product and no other; a part of one finds what resembles it too, the SKU first', async () => {
    await under.owner.read((unit) => unit.query(`update product set search_text = search_text || ' like the drill' where sku = 'GLOVE'`));
    expect(await search('drill')).toEqual(['DRILL']);
    expect(await search('dril')).toEqual(['DRILL', 'GLOVE']);
  });

  test('never leaves the website', async () => {
    expect(await search('glove', german())).toEqual([]);
  });
});

test('the home page gets the first products of each category', async () => {
  const { featured: cards } = await under.app.read((unit) => homePage(unit, { ...view('guest'), limit: 2 }));
  expect(cards.map((card) => card.sku)).toEqual(['DRILL', 'GLOVE']);
});

test('stores come with their website, language and tax display', async () => {
  const stores = await under.app.read((unit) => loadStores(unit));
  expect(stores).toMatchObject([
    { id: 1, code: 'us', websiteId: 1, websiteName: 'United States', currency: 'USD', locale: 'en', pricesIncludeTax: false, base: '' },
    { id: 2, code: 'de', websiteId: 2, currency: 'EUR', locale: 'de', pricesIncludeTax: true, base: '/de', country: 'DE' },
  ]);
});
