import { alternativePrices, PRECEDENCE, toDecimal, winningPrice, type PriceRow, type PriceRule, type PriceSource } from '@onbehalf/core';
import { code, page, table } from './markdown.ts';

const SOURCES: Readonly<Record<PriceSource, string>> = {
  matrix: 'agreed for one customer and one product',
  customer: 'one customer’s own price for a product',
  'price-list': 'a price list the customer is on, with dates',
  category: 'a percentage or price for a category',
  group: 'a price for the customer’s group',
  special: 'a price for everybody, with dates',
  base: 'the product’s own price, with tiers',
};

const NOW = Date.UTC(2026, 0, 15);

export const pricePrecedencePage = (): string =>
  page(
    'Which price wins',
    'One function decides: `winningPrice` in `packages/core/src/pricing`. The tables below are its answers.',
    '## Order of the sources',
    'With `pricing/rule` = `specific` (built in), the source with the highest rank decides, whatever its amount. Base and special share a rank: there the lower amount decides.',
    table(['rank', 'source', 'what it is'], ranked().map((source) => [String(PRECEDENCE[source]), code(source), SOURCES[source]])),
    'With `pricing/rule` = `lowest`, the lowest amount of all sources decides.',
    [
      '- Within a source, the highest tier reached decides.',
      '- Among several price lists, the lowest amount decides.',
      '- A row counts from its first moment on, up to but not including its last.',
      '- A percentage is taken off the base price for one piece, half up to the minor unit.',
      '- The order in which rows are stored never matters.',
    ].join('\n'),
    '## Versions of a product with options',
    [
      '- A version has its product’s prices: base price with its tiers, special, group, list, customer and matrix prices.',
      '- Where it has rows of its own for the same source and the same group, list or customer, those stand instead of its product’s, with their tiers and whatever their days. All other sources still come from the product.',
      '- So a size with a base price of its own still costs a customer what his own price for the product says; give the size a customer price too where that is not meant.',
      '- A category’s price reaches a version as it reaches any product; a percentage is taken off the version’s base price.',
      '- Cost and commission rate: the version’s own, else its product’s.',
    ].join('\n'),
    '## Each against each',
    'The row’s source costs 10.00, the column’s 9.00. The cell names the one that wins under `specific`.',
    table(['', ...ranked().map(code)], ranked().map((row) => [code(row), ...ranked().map((column) => (row === column ? '' : duel(row, column)))])),
    '## An example',
    'SKU-1001 for a customer with a price of his own, on “Pricelist A” and with volume tiers in the base price:',
    table(['source', 'from', 'amount'], EXAMPLE.map((row) => [row.label ?? code(row.source), String(row.minQuantity), toDecimal(row.minor, 'USD')])),
    table(['pieces', code('specific'), code('lowest')], [1, 2, 10].map((quantity) => [String(quantity), outcome(EXAMPLE, 'specific', quantity), outcome(EXAMPLE, 'lowest', quantity)])),
    'A member of staff may choose any of these for the line, with `key` as its name in REST:',
    table(['key', 'label', 'from', 'amount'], alternativePrices({ rows: EXAMPLE, now: NOW }).map((one) => [code(one.key), one.label, String(one.fromQuantity), toDecimal(one.minor, 'USD')])),
  );

const EXAMPLE: readonly (PriceRow & { minor: bigint })[] = [
  { id: '1', source: 'base', minQuantity: 1, minor: 10_000n },
  { id: '2', source: 'base', minQuantity: 10, minor: 8500n },
  { id: '3', source: 'price-list', listId: '1', label: 'Pricelist A', minQuantity: 1, minor: 9000n },
  { id: '4', source: 'customer', minQuantity: 1, minor: 9500n },
];

const isSource = (word: string): word is PriceSource => Object.hasOwn(PRECEDENCE, word);

const ranked = (): PriceSource[] => Object.keys(PRECEDENCE).filter(isSource).toSorted((a, b) => PRECEDENCE[b] - PRECEDENCE[a]);

function duel(dearer: PriceSource, cheaper: PriceSource): string {
  const base: PriceRow = { id: '0', source: 'base', minQuantity: 1, minor: 1100n };
  const rows: PriceRow[] = [base, { id: '1', source: dearer, minQuantity: 1, minor: 1000n }, { id: '2', source: cheaper, minQuantity: 1, minor: 900n }];
  return winningPrice({ rows, quantity: 1, rule: 'specific', now: NOW }).winner.source;
}

function outcome(rows: readonly PriceRow[], rule: PriceRule, quantity: number): string {
  const { winner } = winningPrice({ rows, quantity, rule, now: NOW });
  return `${toDecimal(winner.minor, 'USD')} (${winner.label ?? winner.source})`;
}
