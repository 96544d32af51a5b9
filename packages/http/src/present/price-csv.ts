import { percentText, toDecimal } from '@onbehalf/core';
import { priceBook, type BookedPrice, type PriceBookFilters } from '@onbehalf/shop';
import type { Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { csvAnswer } from './csv-answer.ts';
import { daysOf } from './periods.ts';
import { websiteOf } from './websites.ts';

const BATCH = 500;
const LIST = ['sku', 'price', 'percent_off', 'from_quantity', 'valid_from', 'valid_to'];
const PEOPLE = ['source', 'customer', 'email', ...LIST];

/** Prices as the import takes them back: of one price list, or of customers. */
export function priceCsv(deps: Deps, request: Arrived, name: string, filters: readonly PriceBookFilters[]): Answer {
  const isList = filters.every((one) => one.source === 'price-list');
  return csvAnswer(deps, request, {
    name,
    columns: isList ? LIST : PEOPLE,
    async *batches(unit) {
      for (const one of filters) {
        let after: string | null = null;
        do {
          const prices: BookedPrice[] = await priceBook(unit, one, { after, limit: BATCH });
          yield prices.map((price) => (isList ? [] : [price.source, price.customer?.id ?? '', price.customer?.email ?? '']).concat(cells(deps, price)));
          after = prices.length === BATCH ? (prices.at(-1)?.id ?? null) : null;
        } while (after !== null);
      }
    },
  });
}

function cells({ stores }: Deps, price: BookedPrice): string[] {
  const website = websiteOf(stores, price.websiteId);
  const { from, to } = daysOf(price, website?.timeZone ?? 'UTC');
  return [
    price.product?.sku ?? '', price.minor === null ? '' : toDecimal(price.minor, website?.currency ?? 'USD'),
    price.percentOffBasisPoints === null ? '' : percentText(BigInt(price.percentOffBasisPoints)), String(price.minQuantity), from, to,
  ];
}
