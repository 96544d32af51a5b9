import { describe, expect, it } from 'vitest';
import { decideTaxRate, taxRateRemovalRefusal } from './decide-tax-rate.ts';

const typed = { country: 'de', taxClass: 'reduced', percent: '7,5', name: ' MwSt. ' };

describe('G3: a tax rate as an administrator types it', () => {
  it('is in basis points, in the typed language, for a country and a class', () =>
    expect(decideTaxRate(typed, 'de')).toEqual({ ok: true, value: { country: 'DE', taxClass: 'reduced', basisPoints: 750, name: 'MwSt.' } }));

  it('may be 0, and no more than 100', () => {
    expect(decideTaxRate({ ...typed, percent: '0' }, 'de')).toMatchObject({ ok: true, value: { basisPoints: 0 } });
    for (const percent of ['', '-1', '100,01', '7.5', '7,555', 'x']) expect(decideTaxRate({ ...typed, percent }, 'de')).toEqual({ ok: false, error: [{ code: 'tax-percent-invalid', field: 'percent' }] });
  });

  it('is refused with everything against it, at each field', () =>
    expect(decideTaxRate({ country: 'XX', taxClass: 'Über', percent: '', name: 'x'.repeat(101) }, 'en')).toMatchObject({ error: [{ field: 'country' }, { field: 'taxClass' }, { field: 'percent' }, { field: 'name' }] }));

  it('stays where a store view is and it is the standard one', () => {
    expect(taxRateRemovalRefusal({ country: 'DE', taxClass: 'standard' }, ['US', 'DE'])).toEqual({ code: 'tax-rate-needed' });
    expect(taxRateRemovalRefusal({ country: 'DE', taxClass: 'reduced' }, ['US', 'DE'])).toBeNull();
    expect(taxRateRemovalRefusal({ country: 'FR', taxClass: 'standard' }, ['US', 'DE'])).toBeNull();
  });
});
