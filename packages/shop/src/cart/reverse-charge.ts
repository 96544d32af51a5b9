import { priceWithoutTax, priceWithTax, reverseChargeFor, type ReverseCharge, type ReverseChargeTerms } from '@onbehalf/core';
import type { Store } from '@onbehalf/assist/ports';
import type { ShippingMethod } from '../checkout/shipping-methods.ts';
import type { ShopCart, ShopCartLine } from './cart-sql.ts';

/** Whether whoever holds this cart owes the VAT himself (G3). What is picked up is handed over at home. */
export const reverseChargeOf = ({ companyVat, taxCountry, taxCountryFrom }: ShopCart, terms: ReverseChargeTerms): ReverseCharge | null =>
  reverseChargeFor({ ...terms, buyer: companyVat, deliveredTo: taxCountryFrom === 'address' ? taxCountry : null });

/**
 * The same cart in a shop without tax: where prices include it, the store's own comes off each of them, piece by piece, as a net
 * price list has them. Everything else is then reckoned from those prices, and adds up as everywhere.
 */
export function withoutTax(cart: ShopCart, { pricesIncludeTax }: Pick<Store, 'pricesIncludeTax'>): ShopCart {
  return { ...cart, lines: cart.lines.map((line) => lineWithoutTax(line, pricesIncludeTax)), shippingMethods: cart.shippingMethods.map((method) => methodWithoutTax(method, pricesIncludeTax)) };
}

const atHome = ({ homeTaxBasisPoints, taxBasisPoints }: Pick<ShopCartLine, 'homeTaxBasisPoints' | 'taxBasisPoints'>): bigint => BigInt(homeTaxBasisPoints ?? taxBasisPoints);

function lineWithoutTax(line: ShopCartLine, pricesIncludeTax: boolean): ShopCartLine {
  if (!pricesIncludeTax) return { ...line, taxBasisPoints: 0 };
  const taxBasisPoints = atHome(line);
  const net = (minor: bigint): bigint => priceWithoutTax(minor, taxBasisPoints);
  const { prices, edited, request } = line;
  return {
    ...line,
    taxBasisPoints: 0,
    shelf: { taxBasisPoints, prices },
    prices: prices.map((price) => (price.minor === undefined ? price : { ...price, minor: net(price.minor) })),
    edited: edited && { ...edited, minor: net(edited.minor), catalogueMinor: net(edited.catalogueMinor) },
    request: request && { ...request, minor: net(request.minor) },
  };
}

// A threshold in money is a promise of the shelf, too.
function methodWithoutTax(method: ShippingMethod, pricesIncludeTax: boolean): ShippingMethod {
  if (!pricesIncludeTax) return { ...method, taxBasisPoints: 0 };
  const net = (minor: bigint): bigint => priceWithoutTax(minor, atHome(method));
  const step = (from: bigint): bigint => (method.basis === 'value' ? net(from) : from);
  return {
    ...method,
    taxBasisPoints: 0,
    freeFrom: method.freeFrom === null ? null : net(method.freeFrom),
    most: method.most === null ? null : step(method.most),
    rates: method.rates.map((rate) => ({ ...rate, from: step(rate.from), minor: net(rate.minor) })),
  };
}

/** A price of this line as the store keeps prices: the shelf price that it came from, else with the tax that the shelf has. */
export function shelfPrice({ shelf }: Pick<ShopCartLine, 'shelf'>, minor: bigint): bigint {
  if (shelf === undefined) return minor;
  const { taxBasisPoints, prices } = shelf;
  return prices.find((price) => price.minor !== undefined && priceWithoutTax(price.minor, taxBasisPoints) === minor)?.minor ?? priceWithTax(minor, taxBasisPoints);
}
