import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

const SHAPE = { required: ['sku', 'price'], optional: ['from'] } as const;

describe('a CSV file', () => {
  it.each([['comma', ','], ['semicolon', ';'], ['tab', '\t']])('is read with a %s between its columns', (_name, mark) => {
    const text = [`SKU${mark}Price`, `SKU-1001${mark}85.00`].join('\n');
    expect(readCsv(text, SHAPE)).toEqual({ ok: true, value: [{ line: 2, cells: { sku: 'SKU-1001', price: '85.00', from: '' } }] });
  });

  it('knows the line a row stands at, past a byte order mark, blank lines and quoted line breaks', () => {
    const read = readCsv('\uFEFFsku,price\r\n\r\n"A\nB", 1.00 \r\nC,2\r\n', SHAPE);
    expect(read).toMatchObject({ ok: true, value: [{ cells: { sku: 'A\nB', price: '1.00' } }, { line: 5, cells: { sku: 'C', price: '2' } }] });
  });

  it('takes columns in any order and lets others be', () =>
    expect(readCsv('note,from,price,sku\nx,10,85,S\n', SHAPE)).toEqual({ ok: true, value: [{ line: 2, cells: { sku: 'S', price: '85', from: '10' } }] }));

  it('names every column that is missing', () => {
    const facts = { columns: 'sku, price' };
    expect(readCsv('a,b\n1,2', SHAPE)).toEqual({ ok: false, error: { code: 'csv-column-missing', field: 'csv', facts } });
  });

  it.each([['nothing', ''], ['a header alone', 'sku,price\n'], ['a quote that never closes', 'sku,price\n"A,1\nB,2\n']])('is not read from %s', (_name, text) =>
    expect(readCsv(text, SHAPE)).toEqual({ ok: false, error: { code: 'csv-unreadable', field: 'csv' } }));

  it('has at most 5,000 rows', () => {
    const read = readCsv(`sku,price\n${'A,1\n'.repeat(5001)}`, SHAPE);
    expect(read).toEqual({ ok: false, error: { code: 'csv-too-long', field: 'csv', facts: { most: 5000 } } });
  });
});
