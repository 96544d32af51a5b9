import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vatNumberCountry } from '../customers/vat-number.ts';
import { parseSetting } from '../settings/parse-setting.ts';
import { priceWithoutTax, priceWithTax, reverseChargeFor, type ReverseChargeFacts } from './reverse-charge.ts';

const VIENNA = { vatNumber: 'ATU13585627', isChecked: true };
const facts: ReverseChargeFacts = { policy: 'checked', sellerVatNumber: 'DE123456788', buyer: VIENNA, deliveredTo: 'AT' };
const owed = (change: Partial<ReverseChargeFacts>) => reverseChargeFor({ ...facts, ...change }) !== null;

describe('G3: reverse charge', () => {
  it('is for a company of another member state that has the goods sent there, and names both numbers', () =>
    expect(reverseChargeFor(facts)).toEqual({ sellerVatNumber: 'DE123456788', buyerVatNumber: 'ATU13585627' }));

  it.each<[string, Partial<ReverseChargeFacts>]>([
    ['where the shop doesn’t sell that way', { policy: 'no' }],
    ['where the shop has no VAT number', { sellerVatNumber: '' }],
    ['for a number that nobody has checked', { buyer: { ...VIENNA, isChecked: false } }],
    ['for whoever buys for no company', { buyer: null }],
    ['for a company at home', { buyer: { vatNumber: 'DE136695976', isChecked: true }, deliveredTo: 'DE' }],
    ['for goods that stay at home', { deliveredTo: 'DE' }],
    ['for goods that go to a third country', { deliveredTo: 'FR' }],
    ['while nobody knows where the goods go', { deliveredTo: null }],
    ['for a number with a wrong check digit', { buyer: { vatNumber: 'ATU13585628', isChecked: true } }],
    ['for a number from outside the union', { buyer: { vatNumber: 'CHE123456789', isChecked: true }, deliveredTo: 'CH' }],
    ['for Northern Ireland, whose addresses can’t be told apart', { buyer: { vatNumber: 'XI123456789', isChecked: true }, deliveredTo: 'GB' }],
    ['for a seller from outside the union', { sellerVatNumber: 'CHE123456789' }],
  ])('is not %s', (_, change) => expect(owed(change)).toBe(false));

  it('takes an unchecked number where the shop says so, and Greece by its own letters', () => {
    expect(owed({ policy: 'any', buyer: { ...VIENNA, isChecked: false } })).toBe(true);
    expect(vatNumberCountry('EL094259216')).toBe('GR');
    expect(owed({ buyer: { vatNumber: 'EL094259216', isChecked: true }, deliveredTo: 'GR' })).toBe(true);
  });

  it('a price without tax, with it put on again, and off again, is the same price', () =>
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10_000n), (net, rate) => {
      expect(priceWithoutTax(priceWithTax(net, rate), rate)).toBe(net);
    })));

  it('the shop’s own number is one of a member state, written in any way, or none', () => {
    expect(parseSetting('tax/seller_vat_number', ' de 123.456.788 ')).toEqual({ ok: true, value: 'DE123456788' });
    expect(parseSetting('tax/seller_vat_number', '')).toEqual({ ok: true, value: '' });
    for (const typed of ['DE123456789', 'CHE123456789', '12345678', 'XI123456789', null]) expect(parseSetting('tax/seller_vat_number', typed).ok).toBe(false);
  });
});
