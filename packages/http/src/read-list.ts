import { parsePrice, parsePriceForLocale, priceTextRefusal, type Locale, type Refusal } from '@onbehalf/core';
import type { ListFilters, ProductSort } from '@onbehalf/shop';
import type { Store } from '@onbehalf/assist';
import { z } from 'zod';

const SORTS = ['best', 'name', 'price-up', 'price-down', 'newest'] as const satisfies readonly ProductSort[];
/** More choices at a time than any list offers are nobody's (D04). */
const MOST_CHOICES = 40;

const choices = (longest: number) => z.union([z.string().max(longest), z.array(z.string().max(longest)).max(MOST_CHOICES)]).optional();

/** What stands in the address of a list: all of it, so that a list can be sent to somebody. */
export const LIST_INPUT = {
  sort: z.enum(SORTS).catch('best'),
  stock: z.string().max(10).catch(''),
  from: z.string().max(40).catch(''),
  to: z.string().max(40).catch(''),
  page: z.string().max(12).catch('1'),
  f: choices(140),
  c: choices(120),
};

/** The same over REST, where what is wrong is refused instead of left out. */
export const REST_LIST_INPUT = {
  store: z.string().max(60).optional().meta({ description: 'Code of a store view; without it the first one, or that of the context.' }),
  sort: z.enum(SORTS).default('best'),
  stock: z.enum(['', '1']).default('').meta({ description: '1: only what is in stock.' }),
  from: z.string().max(40).default('').meta({ description: 'Lowest price, a decimal string with a dot, in the prices of whoever asks.' }),
  to: z.string().max(40).default(''),
  page: z.string().regex(/^[1-9]\d{0,5}$/).default('1'),
  f: choices(140).meta({ description: 'Codes of values from `facets`, for example colour:red: of one facet any, of several facets all, together in one version. A code that nobody knows filters nothing.' }),
};

export const REST_CATEGORIES = choices(120).meta({ description: 'Slugs of categories; any of them.' });

export type ListInput = z.infer<z.ZodObject<typeof LIST_INPUT>>;

export interface AskedList {
  filters: ListFilters;
  sort: ProductSort;
  /** Null: no number that a page could have. */
  page: number | null;
  /** As it was typed. */
  from: string;
  to: string;
  /** A price that is none filters nothing, and says so at its field. */
  refusals: Refusal[];
}

/** How a price is written: as in a store's language, or as it is on the wire. */
type Written = Pick<Store, 'currency'> & { locale: Locale | 'api' };

const CODE = /^[^:]{1,60}:.{1,60}$/u;

/** A list as its address asks for it. A price range the wrong way round is turned round. */
export function readList({ sort, stock, from, to, page, f, c }: ListInput, { locale, currency }: Written): AskedList {
  const prices = [from, to].map((text, at) => readPrice(text, { locale, currency, field: at === 0 ? 'from' : 'to' }));
  const [low = null, high = null] = prices.map(({ minor }) => minor);
  const isReversed = low !== null && high !== null && low > high;
  const [fromMinor, toMinor] = isReversed ? [high, low] : [low, high];
  return {
    filters: { inStockOnly: stock === '1', fromMinor, toMinor, values: several(f).filter((code) => CODE.test(code)), categories: several(c) },
    sort,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : null,
    from: isReversed ? to : from,
    to: isReversed ? from : to,
    refusals: prices.flatMap(({ refusal }) => refusal ?? []),
  };
}

const several = (given: string | readonly string[] | undefined): string[] => [...new Set(given === undefined ? [] : [given].flat())].filter((one) => one !== '');

function readPrice(text: string, { locale, currency, field }: Written & { field: string }): { minor: bigint | null; refusal?: Refusal } {
  if (text.trim() === '') return { minor: null };
  const minor = locale === 'api' ? parsePrice(text, currency) : parsePriceForLocale(text, currency, locale);
  return minor.ok ? { minor: minor.value } : { minor: null, refusal: priceTextRefusal(minor.error, currency, field) };
}
