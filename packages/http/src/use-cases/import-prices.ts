import type { Store, Unit } from '@onbehalf/assist';
import { err, ok, type PriceSource, type Refusal, type Result } from '@onbehalf/core';
import { customerOf, priceChoices, productIdOf, type FoundCustomer, type PriceChoices } from '@onbehalf/shop';
import { readCsv, type CsvRow } from '../read-csv.ts';
import { createPrice, type PriceLookUp, type TypedPrice } from './save-price.ts';

/** A row of a file that can't be taken, by the line a person finds it at. */
export interface BadRow {
  line: number;
  refusals: Refusal[];
}

export type ImportRefused = { refusals: Refusal[]; bad: BadRow[] };

/** What every row of the file is for, where the file itself doesn't say. */
export interface PriceFile {
  csv: string;
  website: string;
  /** The price list the file belongs to; null for customer and matrix prices. */
  list: string | null;
}

const COLUMNS = ['sku', 'price', 'percent_off', 'from_quantity', 'valid_from', 'valid_to'] as const;
const PEOPLE = ['source', 'customer'] as const;

type Column = (typeof COLUMNS)[number] | (typeof PEOPLE)[number];

/** Gives every price of a file, or none and says every bad row. Amounts have a decimal point, whatever the language. */
export async function importPrices(unit: Unit, stores: readonly Store[], file: PriceFile): Promise<Result<{ rows: number }, ImportRefused>> {
  const rows = readCsv<Column>(file.csv, file.list === null
    ? { required: ['source', 'customer', 'sku'], optional: ['price', 'percent_off', 'from_quantity', 'valid_from', 'valid_to'] }
    : { required: ['sku'], optional: ['price', 'percent_off', 'from_quantity', 'valid_from', 'valid_to'] });
  if (!rows.ok) return err({ refusals: [rows.error], bad: [] });
  const lookUp = askOnce(unit);
  const bad: BadRow[] = [];
  for (const row of rows.value) {
    const source = sourceOf(row, file);
    const given = source === null ? err<Refusal[]>([{ code: 'invalid-input', field: 'source' }]) : await createPrice(unit, { stores, locale: 'api' }, typedRow(row, source, file), lookUp);
    if (!given.ok) bad.push({ line: row.line, refusals: given.error });
  }
  return bad.length > 0 ? err({ refusals: [{ code: 'csv-rows-refused', field: 'csv', facts: { bad: bad.length } }], bad }) : ok({ rows: rows.value.length });
}

function sourceOf({ cells }: CsvRow<Column>, { list }: PriceFile): PriceSource | null {
  if (list !== null) return 'price-list';
  const source = cells.source.toLowerCase();
  return source === 'customer' || source === 'matrix' ? source : null;
}

function typedRow({ cells }: CsvRow<Column>, source: PriceSource, { website, list }: PriceFile): TypedPrice {
  return {
    source, website, list: list ?? '', product: cells.sku, customer: list === null ? cells.customer : '', group: '', category: '',
    amount: cells.price, percent: cells.percent_off, quantity: cells.from_quantity === '' ? '1' : cells.from_quantity, from: cells.valid_from, to: cells.valid_to,
  };
}

/** Each SKU and each customer is asked for once, however many rows name it. */
function askOnce(unit: Unit): PriceLookUp {
  let all: Promise<PriceChoices> | undefined;
  const products = new Map<string, Promise<string | null>>();
  const customers = new Map<string, Promise<FoundCustomer | null>>();
  return {
    choices: () => (all ??= priceChoices(unit)),
    productId: (sku) => remembered(products, sku, () => productIdOf(unit, sku)),
    customer: (websiteId, typed) => remembered(customers, `${websiteId} ${typed}`, () => customerOf(unit, websiteId, typed)),
  };
}

function remembered<Value>(known: Map<string, Promise<Value>>, key: string, ask: () => Promise<Value>): Promise<Value> {
  const found = known.get(key) ?? ask();
  known.set(key, found);
  return found;
}
