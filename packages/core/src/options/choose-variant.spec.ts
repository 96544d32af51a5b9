import { describe, expect, test } from 'vitest';
import { chooseVariant } from './choose-variant.ts';

const options = [
  { id: 'size', values: [{ id: 'm' }, { id: 'l' }] },
  { id: 'colour', values: [{ id: 'red' }, { id: 'blue' }] },
];
const variant = (sku: string, valueIds: string[], inStock = true) => ({ sku, valueIds, inStock });
const variants = [variant('M-RED', ['m', 'red']), variant('M-BLUE', ['m', 'blue'], false), variant('L-RED', ['l', 'red'])];
const choose = (asked: Record<string, string>, offered = variants) => chooseVariant({ options, variants: offered, asked: new Map(Object.entries(asked)) });

describe('G1: choosing a variant', () => {
  test('G1: a whole combination means one variant', () => {
    const { variant: found, missing } = choose({ size: 'l', colour: 'red' });
    expect([found?.sku, missing]).toEqual(['L-RED', []]);
  });

  test('G1: with an option left open nothing is meant, and it is named', () => {
    const { variant: found, missing } = choose({ size: 'm' });
    expect([found, missing]).toEqual([null, ['colour']]);
  });

  test('G1: a combination nobody made means nothing', () => {
    const { variant: found, missing } = choose({ size: 'l', colour: 'blue' });
    expect([found, missing]).toEqual([null, []]);
  });

  test("G1: a value of another option, or of another product, counts as none", () => {
    expect(choose({ size: 'red', colour: 'green' }).missing).toEqual(['size', 'colour']);
  });

  test('G1: each value says what it would lead to beside the others chosen', () => {
    expect(Object.fromEntries(choose({ size: 'm', colour: 'red' }).states)).toEqual({ m: 'offered', l: 'offered', red: 'offered', blue: 'out-of-stock' });
    expect(Object.fromEntries(choose({ size: 'l' }).states)).toMatchObject({ red: 'offered', blue: 'not-offered' });
  });

  test('G1: where only one value is offered it needs no choosing', () => {
    const { variant: found, chosen } = choose({ size: 'l' }, variants.filter(({ valueIds }) => valueIds.includes('red')));
    expect([found?.sku, chosen.get('colour')]).toEqual(['L-RED', 'red']);
  });
});
