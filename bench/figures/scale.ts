import { unitOfWork } from '@onbehalf/database';
import type { Candidate, Race } from '../frame/figure.ts';
import { inProcess, type Operation } from '../frame/in-process.ts';
import { openShop, type SizedShop } from '../stage/open-shop.ts';
import { openSite, type Site, type Visitor } from '../stage/open-site.ts';
import type { Stage } from '../stage/open-stage.ts';
import { arrive, priceSetter } from './set-price.ts';

/** As many to a category in both, or nearly: what grows is the catalogue, not the shelf. */
const SMALL = { products: 500, categories: 2 };
const LARGE = { products: 100_000, categories: 300 };

interface Asking {
  readonly site: Site;
  readonly visitor: Visitor;
  readonly administrator: Visitor;
  readonly size: typeof SMALL;
  /** Counts up, so that no two requests after one another ask for the same. */
  readonly turn: () => number;
}

type Ask = (asking: Asking) => Promise<Operation>;

const WORDS = ['hammer', 'schlüssel', 'taladro', 'waterproof glove', 'Leiter klappbar'];
const TYPOS = ['hamer', 'cordles dril', 'waterprof glove', 'schraubenschluesel'];

const pages = (urlOf: (turn: number, size: typeof SMALL) => string): Ask => async ({ site, visitor, size, turn }) => async () => {
  const url = urlOf(turn(), size);
  const { status } = await site.get(url, visitor);
  if (status !== 200) throw new Error(`${url} was answered with ${status}`);
};

/** As an administrator. */
const admin = (urlOf: (turn: number, size: typeof SMALL) => string): Ask => (asking) => pages(urlOf)({ ...asking, visitor: asking.administrator });

const some = (texts: readonly string[], turn: number): string => encodeURIComponent(texts[turn % texts.length] ?? '');

const shelf = (turn: number, { categories }: typeof SMALL): string => `/c/shelf-${1 + (turn % categories)}`;

const REQUESTS = {
  category: { of: 'times a category page', ask: pages(shelf) },
  'category-filtered': { of: 'times a category page, two filters and sorted by price', ask: pages((turn, size) => `${shelf(turn, size)}?from=20&f=voltage%3A18-v&f=voltage%3A36-v&sort=price-up`) },
  product: { of: 'times a product page', ask: pages((turn, { products }) => `/p/shelf-product-${1 + ((turn * 7919) % products)}`) },
  search: { of: 'searches by a word, by two, and in three languages', ask: pages((turn) => `/search?q=${some(WORDS, turn)}`) },
  'search-typo': { of: 'searches with a typing error', ask: pages((turn) => `/search?q=${some(TYPOS, turn)}`) },
  'search-sku': { of: 'searches by SKU', ask: pages((turn, { products }) => `/search?q=SHELF-${1 + ((turn * 7919) % products)}`) },
  cart: { of: 'times the cart', ask: pages(() => '/cart') },
  'admin-products': { of: 'times the list of products in admin: all, by category, by kind, by SKU, by what there is none of', ask: admin((turn, { products }) =>
    ['/admin/products', '/admin/products?category=2', '/admin/products?kind=virtual', `/admin/products?q=SHELF-${1 + ((turn * 7919) % products)}`, '/admin/products?q=nobody+has+this'][turn % 5] ?? '') },
  'admin-prices': { of: 'times the list of prices in admin: all, by source, by customer, by SKU, by what there is none of', ask: admin((turn, { products }) =>
    ['/admin/prices', '/admin/prices?source=special', '/admin/prices?customer=1001', `/admin/prices?product=SHELF-${1 + ((turn * 7919) % products)}`, '/admin/prices?product=nobody+has+this'][turn % 5] ?? '') },
  'add-line': { of: 'lines added', ask: addLine },
} satisfies Record<string, { of: string; ask: Ask }>;

/** Adds a piece of one of twenty products: the cart stays as long as it is. */
async function addLine({ site, visitor, turn }: Asking): Promise<Operation> {
  const { body } = await site.get('/cart', visitor);
  const token = /name="_csrf" value="([^"]*)"/u.exec(body)?.[1] ?? '';
  return async () => {
    const { status } = await site.post('/cart/lines', visitor, { _csrf: token, sku: `SHELF-${1 + (turn() % 20) * 20}`, quantity: '1' });
    if (status !== 303) throw new Error(`A line was answered with ${status}`);
  };
}

export const SCALED = Object.keys(REQUESTS) as (keyof typeof REQUESTS)[];

/** A request to a shop with 100,000 products and 500,000 rows of prices, against the same to one with 500: at most twice the cost. */
export function scale(stage: Stage, name: keyof typeof REQUESTS): Promise<Race> {
  const { of, ask } = REQUESTS[name];
  return race(stage, { name, of }, async (shop, size) => {
    let at = 0;
    return ask({ site: await openSite(shop), visitor: shop.takeContext(), administrator: shop.administrator, size, turn: () => (at += 1) });
  });
}

export const scalePrice = (stage: Stage): Promise<Race> =>
  race(stage, { name: 'set-price', of: 'prices set' }, async (shop) => {
    const db = unitOfWork(shop.openPool(1));
    return priceSetter(db, await arrive(shop, shop.takeContext(), db));
  });

async function race(stage: Stage, { name, of }: { name: string; of: string }, operate: (shop: SizedShop, size: typeof SMALL) => Promise<Operation>): Promise<Race> {
  const candidate = async (label: string, database: string, size: typeof SMALL): Promise<Candidate> => inProcess(label, [await operate(await openShop(stage, database, size), size)]);
  return {
    kind: 'race',
    name: `scale-${name}`,
    unit: `${of}, one at a time`,
    // Twice the cost is half the rate.
    goal: 0.5,
    candidates: { baselines: [await candidate('500 products', 'bench_small', SMALL)], ours: await candidate('100,000 products', 'bench_large', LARGE) },
  };
}
