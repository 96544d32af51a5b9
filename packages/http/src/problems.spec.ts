import { describe, expect, it } from 'vitest';
import type { Refusal } from '@onbehalf/core';
import type { Deps } from './deps.ts';
import { problemsOf } from './problems.ts';

const web = { refusalSentence: ({ facts }: Refusal) => ({ text: JSON.stringify(facts) }) } as unknown as Deps['web'];
const limit: Refusal = { code: 'discount-above-limit', field: 'price', facts: { lowest: '1069.00', currency: 'EUR', limit: '30' } };

describe('a refusal as a person reads it', () => {
  it.each([['en', '1,069.00'], ['de', '1.069,00'], ['es', '1069,00']] as const)('in %s has its amounts as that language writes them', (locale, amount) => {
    const [problem] = problemsOf({ web } as Deps, [limit], { locale });
    expect(JSON.parse(problem?.text ?? '')).toEqual({ lowest: amount, currency: 'EUR', limit: '30' });
    expect(problem).toMatchObject({ code: 'discount-above-limit', field: 'price' });
  });

  it('leaves what is no amount as it is', () => {
    const [problem] = problemsOf({ web } as Deps, [{ code: 'out-of-stock', facts: { sku: '1.5E', stock: 3, wanted: '12' } }], { locale: 'de' });
    expect(JSON.parse(problem?.text ?? '')).toEqual({ sku: '1.5E', stock: 3, wanted: '12' });
  });
});
