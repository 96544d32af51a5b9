import { describe, expect, it } from 'vitest';
import { readQuickOrder } from './read-quick-order.ts';

const read = (text: string) => {
  const result = readQuickOrder(text);
  return result.ok ? result.value.map(({ line, sku, quantity }) => [line, sku, quantity]) : result.error.code;
};

describe('D7: a quick order', () => {
  it('reads one product on each line, whatever stands between SKU and quantity', () =>
    expect(read('SKU-1001 2\n\n SKU-1002;3 \r\nSKU-1003,4\nSKU-1004\t5\nSKU-1005 x 6\nSKU-1006')).toEqual([
      [1, 'SKU-1001', 2], [3, 'SKU-1002', 3], [4, 'SKU-1003', 4], [5, 'SKU-1004', 5], [6, 'SKU-1005', 6], [7, 'SKU-1006', 1],
    ]));

  it('reads CSV with named columns, in any order', () =>
    expect(read('quantity;SKU;note\n2;SKU-1001;urgent\n3;SKU-1002;')).toEqual([[2, 'SKU-1001', 2], [3, 'SKU-1002', 3]]));

  it('takes nothing for a quantity that is none', () => {
    for (const text of ['SKU-1 two', 'SKU-1 -2', 'SKU-1 1.5', 'SKU-1 1e3', 'SKU-1 １', 'two drills please']) expect(read(text)).toEqual([[1, expect.any(String), Number.NaN]]);
  });

  it('refuses nothing at all, CSV without its columns, and too many lines', () => {
    expect(read(' \n ')).toBe('quick-order-empty');
    expect(read('sku;pieces\nSKU-1;2')).toBe('csv-column-missing');
    expect(read('SKU-1 1\n'.repeat(201))).toBe('csv-too-long');
  });
});
