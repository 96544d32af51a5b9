import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfEven, halfUp } from '../money/rounding.ts';
import { alternativePrices } from './alternative-prices.ts';
import { PRECEDENCE, type PriceRow, type PriceSource } from './price-row.ts';
import { winningPrice, type PriceRule } from './winning-price.ts';

const row = (id: string, source: PriceSource, minor: bigint, more: Partial<PriceRow> = {}): PriceRow => ({ id, source, minor, minQuantity: 1, ...more });

const BASE = row('1', 'base', 10_000n);
const CUSTOMER = row('2', 'customer', 9500n);
const LIST_A = row('3', 'price-list', 9000n, { label: 'Pricelist A', listId: '12' });
const TIER = row('4', 'base', 8500n, { minQuantity: 10 });
const JOHN = [BASE, CUSTOMER, LIST_A, TIER];

const answer = (rows: readonly PriceRow[], quantity = 1, rule: PriceRule = 'specific', now = 0) => winningPrice({ rows, quantity, rule, now });
const shown = (rows: readonly PriceRow[], now = 0) => alternativePrices({ rows, now });
const winner = (...question: Parameters<typeof answer>) => answer(...question).winner.id;

describe('the winning price', () => {
  it('is the customer price before the price list, however low that is', () => {
    expect(answer(JOHN, 2).winner).toMatchObject({ id: '2', source: 'customer', minor: 9500n, outcome: 'won' });
  });

  it.each([
    ['matrix', 'customer'],
    ['customer', 'price-list'],
    ['price-list', 'category'],
    ['category', 'group'],
    ['group', 'base'],
    ['group', 'special'],
  ] as const)('goes by %s before %s', (first, second) =>
    expect(winner([row('a', second, 1n), row('b', first, 9n)])).toBe('b'));

  it('is the lower of base and special', () => {
    expect(winner([BASE, row('s', 'special', 9999n)])).toBe('s');
    expect(winner([BASE, row('s', 'special', 10_001n)])).toBe('1');
  });

  it('is the highest tier reached within a source, even where a lower tier is cheaper', () => {
    expect(winner([BASE, TIER], 9)).toBe('1');
    expect(winner([BASE, TIER], 10)).toBe('4');
    expect(winner([row('a', 'base', 10n), row('b', 'base', 20n, { minQuantity: 5 })], 5)).toBe('b');
  });

  it('is the lowest amount at one tier of one source', () =>
    expect(winner([row('a', 'customer', 20n), row('b', 'customer', 10n)])).toBe('b'));

  it('is the lowest of several price lists, each at its own tier', () => {
    const lists = [LIST_A, row('a10', 'price-list', 8000n, { listId: '12', minQuantity: 10 }), row('b', 'price-list', 8800n, { listId: '13' })];
    expect(winner([BASE, ...lists], 1)).toBe('b');
    expect(winner([BASE, ...lists], 10)).toBe('a10');
    expect(winner([BASE, ...lists, row('b10', 'price-list', 8900n, { listId: '13', minQuantity: 10 })], 10)).toBe('a10');
    expect(winner([BASE, LIST_A, row('a10', 'price-list', 9100n, { listId: '12', minQuantity: 10 })], 10)).toBe('a10');
  });

  it('tells price lists apart by name where they have no id', () =>
    expect(winner([row('a', 'price-list', 5n, { label: 'A' }), row('a10', 'price-list', 6n, { label: 'A', minQuantity: 10 })], 10)).toBe('a10'));

  it('is the lowest of all sources by the rule "lowest"', () => {
    expect(winner(JOHN, 2, 'lowest')).toBe('3');
    expect(winner(JOHN, 10, 'lowest')).toBe('4');
  });

  it('applies from the first moment of its dates up to, not including, the last', () => {
    const dated = [BASE, row('s', 'special', 1n, { validFrom: 100, validTo: 200 })];
    expect([99, 100, 199, 200].map((now) => winner(dated, 1, 'specific', now))).toEqual(['1', 's', 's', '1']);
  });

  it('takes a percentage off the base price for one piece, so that it never stacks on a volume tier', () => {
    const off = { id: 'c', source: 'customer', minQuantity: 1, percentOff: 1000n } as const;
    expect(answer([BASE, TIER, off], 20).winner.minor).toBe(9000n);
    expect(answer([TIER, off, BASE], 20).winner.minor).toBe(9000n);
    expect(answer([BASE, { ...off, percentOff: 20_000n }]).winner.minor).toBe(0n);
  });

  it('rounds a percentage as it is told', () => {
    const rows = [row('1', 'base', 5n), { id: 'c', source: 'customer', minQuantity: 1, percentOff: 5000n } as const];
    expect(winningPrice({ rows, quantity: 1, rule: 'specific', now: 0, rounding: halfUp }).winner.minor).toBe(3n);
    expect(winningPrice({ rows, quantity: 1, rule: 'specific', now: 0, rounding: halfEven }).winner.minor).toBe(2n);
  });

  it('says of every row what became of it, most specific first', () => {
    const rows = [...JOHN, row('n', 'matrix', 1n, { validFrom: 5 }), row('o', 'special', 1n, { validTo: 0 })];
    const { considered } = answer(rows, 2);
    expect(considered.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['n', 'not-yet'], ['2', 'won'], ['3', 'lost'], ['1', 'lost'], ['4', 'quantity-too-small'], ['o', 'over'],
    ]);
  });

  it('fails aloud where nothing applies or a row has no amount: a catalogue fault, no refusal', () => {
    expect(() => answer([TIER], 1)).toThrow(RangeError);
    expect(() => answer([{ id: 'x', source: 'base', minQuantity: 1 }])).toThrow(RangeError);
    expect(() => answer([{ id: 'x', source: 'customer', minQuantity: 1, percentOff: 1n }])).toThrow(RangeError);
  });

  const anyRow = fc.record({
    source: fc.constantFrom(...(Object.keys(PRECEDENCE) as PriceSource[])),
    minor: fc.bigInt(1n, 5n),
    minQuantity: fc.constantFrom(1, 2, 10),
    listId: fc.constantFrom('1', '2'),
  });
  const anyRows = fc.array(anyRow, { maxLength: 12 }).map((rows) => [BASE, ...rows.map((one, index) => ({ ...one, id: `r${index}` }))]);
  const anyRule = fc.constantFrom<PriceRule>('specific', 'lowest');

  it('never hangs on the order of the rows', () =>
    fc.assert(fc.property(anyRows, fc.nat(12), anyRule, fc.array(fc.nat(), { minLength: 13, maxLength: 13 }), (rows, extra, rule, keys) => {
      const keyed = rows.map((one, index) => ({ one, key: keys[index] ?? 0 }));
      const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
      expect(answer(shuffled, 1 + extra, rule)).toEqual(answer(rows, 1 + extra, rule));
    })));

  it('has exactly one winner among the rows considered, and by "lowest" never a dearer one', () =>
    fc.assert(fc.property(anyRows, fc.nat(12), (rows, extra) => {
      const [specific, lowest] = [answer(rows, 1 + extra), answer(rows, 1 + extra, 'lowest')];
      expect(specific.considered.filter(({ outcome }) => outcome === 'won')).toEqual([specific.winner]);
      expect(specific.considered).toHaveLength(rows.length);
      expect(lowest.winner.minor <= specific.winner.minor).toBe(true);
    })));
});

describe('alternative prices', () => {
  it('are each source by its name, then the tiers as Volume Price', () => {
    expect(shown(JOHN.toReversed())).toEqual([
      { key: 'base', label: 'Base Price', labelKey: 'price.base', fromQuantity: 1, minor: 10_000n, source: 'base' },
      { key: 'customer', label: 'Customer Price', labelKey: 'price.customer', fromQuantity: 1, minor: 9500n, source: 'customer' },
      { key: 'price-list:12', label: 'Pricelist A', labelKey: 'price.price-list', fromQuantity: 1, minor: 9000n, source: 'price-list' },
      { key: 'volume:10', label: 'Volume Price', labelKey: 'price.volume', fromQuantity: 10, minor: 8500n, source: 'base' },
    ]);
  });

  it('are named in the order Base, Customer, Category, price list, Matrix, Group, Special', () => {
    const sources: PriceSource[] = ['special', 'group', 'matrix', 'price-list', 'category', 'customer', 'base'];
    expect(shown(sources.map((source, index) => row(`${index}`, source, 1n))).map(({ label }) => label)).toEqual([
      'Base Price', 'Customer Price', 'Category Price', 'Price List', 'Matrix Price', 'Group Price', 'Special Price',
    ]);
  });

  it('leave out what is not offered now', () =>
    expect(shown([BASE, row('s', 'special', 1n, { validTo: 10 }), row('m', 'matrix', 1n, { validFrom: 11 })], 10).map(({ key }) => key)).toEqual(['base']));

  it('list tiers of every source from the smallest quantity on, each under a key of its own', () => {
    const rows = [BASE, TIER, row('c', 'customer', 1n, { minQuantity: 10 }), row('p', 'price-list', 2n, { listId: '12', minQuantity: 5 })];
    expect(shown(rows).map(({ key }) => key)).toEqual(['base', 'volume:5:price-list:12', 'volume:10', 'volume:10:customer']);
  });

  it('offer the lowest where a source has two amounts at one tier', () =>
    expect(shown([BASE, row('b', 'base', 9999n)])).toMatchObject([{ key: 'base', minor: 9999n }]));
});
