import { readFileSync } from 'node:fs';
import { halfUp, winningPrice, type PriceRow, type PriceRule, type PriceSource } from '@onbehalf/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const PAGE = readFileSync(new URL('../../../../docs/reference/price-precedence.md', import.meta.url), 'utf8');

/** Rank by source, as the page's first table has it. */
const RANKS = new Map([...PAGE.matchAll(/^\| (\d) \| `([a-z-]+)` \|/gm)].map(([, rank = '', source = '']) => [source, Number(rank)] as const));

const NOW = 100;
const anyRow = fc.record({
  source: fc.constantFrom<PriceSource>('base', 'special', 'group', 'category', 'price-list', 'customer', 'matrix'), minQuantity: fc.constantFrom(1, 2, 5, 10), listId: fc.constantFrom('1', '2'),
  worth: fc.oneof(fc.record({ minor: fc.bigInt(0n, 30n) }), fc.record({ percentOff: fc.bigInt(0n, 10_000n) })),
  validFrom: fc.constantFrom(undefined, 50, NOW, NOW + 1), validTo: fc.constantFrom(undefined, NOW, NOW + 1, 200),
}).map(({ worth, validFrom, validTo, source, ...row }): Omit<PriceRow, 'id'> => ({
  ...row, source, ...(source === 'base' ? { minor: 'minor' in worth ? worth.minor : 7n } : worth), ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }),
}));
const anyRows = fc.array(anyRow, { maxLength: 10 }).map((rows): PriceRow[] => [{ id: 'base', source: 'base', minQuantity: 1, minor: 20n }, ...rows.map((row, index) => ({ ...row, id: String(index) }))]);

const lowest = (amounts: readonly bigint[]): bigint => amounts.reduce((least, one) => (one < least ? one : least));
const alike = ({ source, listId = '' }: PriceRow): string => (source === 'price-list' ? `list ${listId}` : source);

/** What the page's sentences say, written down a second time and in another way: the lowest amount that may win. */
function byThePage(rows: readonly PriceRow[], quantity: number, rule: PriceRule): bigint {
  const current = rows.filter(({ validFrom = 0, validTo = Infinity }) => validFrom <= NOW && NOW < validTo);
  const bases = current.filter(({ source }) => source === 'base');
  const firstTier = Math.min(...bases.map(({ minQuantity }) => minQuantity));
  const base = lowest(bases.filter(({ minQuantity }) => minQuantity === firstTier).map(({ minor = 0n }) => minor));
  const amountOf = ({ minor, percentOff = 0n }: PriceRow): bigint => minor ?? halfUp(base * (10_000n - percentOff), 10_000n);
  const reached = current.filter(({ minQuantity }) => minQuantity <= quantity);
  const standing = reached.filter((row) => reached.every((other) => alike(other) !== alike(row) || other.minQuantity <= row.minQuantity));
  const top = Math.max(...standing.map(({ source }) => RANKS.get(source) ?? 0));
  return lowest(standing.filter(({ source }) => rule === 'lowest' || RANKS.get(source) === top).map(amountOf));
}

describe('G4: the price function', () => {
  test('gives what its table in the docs says, for any rows in any order', () => {
    expect(RANKS.size).toBe(7);
    fc.assert(fc.property(anyRows, fc.integer({ min: 1, max: 12 }), fc.constantFrom<PriceRule>('specific', 'lowest'), fc.array(fc.nat(), { minLength: 11, maxLength: 11 }), (rows, quantity, rule, keys) => {
      const shuffled = rows.map((row, index) => ({ row, key: keys[index] ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ row }) => row);
      expect(winningPrice({ rows: shuffled, quantity, rule, now: NOW }).winner.minor).toBe(byThePage(rows, quantity, rule));
    }), { numRuns: 500 });
  });
});
