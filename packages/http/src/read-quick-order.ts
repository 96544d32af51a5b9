import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import { readCsv } from './read-csv.ts';

/** One line of a quick order, with the line a person finds it at. Pieces as typed: whether they are a count is for the shop. */
export interface QuickLine {
  line: number;
  sku: string;
  quantity: number;
  /** As it stood there, to be shown again. */
  text: string;
}

const MOST_LINES = 200;
const HEADER = /(?:^|[,;\t])\s*"?sku"?\s*(?:[,;\t]|$)/i;
const LINE = /^(?<sku>[^\s,;]+)(?:[\s,;]+[x×]?\s*(?<quantity>\S+?)\s*[x×]?)?$/iu;

/**
 * Products by SKU, one on each line: "SKU-1001 2", also with a comma, semicolon or tab between, and one piece where no
 * quantity stands; or CSV with a first line that names the columns sku and quantity (D7). Refuses with
 * 'quick-order-empty', 'csv-too-long' or what {@link readCsv} says; a bad line is for the caller to name.
 */
export function readQuickOrder(text: string): Result<QuickLine[], Refusal> {
  const lines = text.split(/\r?\n/).map((one, index) => ({ line: index + 1, text: one.trim() })).filter((one) => one.text !== '');
  const [first] = lines;
  if (first === undefined) return err({ code: 'quick-order-empty', field: 'lines' });
  if (lines.length > MOST_LINES) return err({ code: 'csv-too-long', field: 'lines', facts: { most: MOST_LINES } });
  if (HEADER.test(first.text)) return fromCsv(text);
  return ok(lines.map(({ line, text: typed }) => ({ line, text: typed, ...partsOf(typed) })));
}

function fromCsv(text: string): Result<QuickLine[], Refusal> {
  const rows = readCsv(text, { required: ['sku', 'quantity'] });
  if (!rows.ok) return err({ ...rows.error, field: 'lines' });
  return ok(rows.value.map(({ line, cells }) => ({ line, text: `${cells.sku} ${cells.quantity}`, sku: cells.sku, quantity: piecesOf(cells.quantity) })));
}

function partsOf(typed: string): { sku: string; quantity: number } {
  const { sku = typed, quantity = '1' } = LINE.exec(typed)?.groups ?? { quantity: 'none' };
  return { sku, quantity: piecesOf(quantity) };
}

/** What isn't a count becomes one the shop refuses, never a guess. */
const piecesOf = (text: string): number => (/^[0-9]{1,6}$/.test(text) ? Number(text) : Number.NaN);
