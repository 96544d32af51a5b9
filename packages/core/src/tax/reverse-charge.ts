import { vatNumberCountry } from '../customers/vat-number.ts';
import { taxSplit } from '../totals/tax-split.ts';
import { halfUp, shareOf } from '../money/rounding.ts';

/** Whose VAT numbers count: nobody's, those that somebody of the shop has looked up, or every one that has the form of one. */
export type ReverseChargePolicy = 'no' | 'checked' | 'any';

/** What a shop says about it, where the cart is (Config: `tax/reverse_charge`, `tax/seller_vat_number`). */
export interface ReverseChargeTerms {
  readonly policy: ReverseChargePolicy;
  /** '' where the shop has none: then nothing is sold this way. */
  readonly sellerVatNumber: string;
}

/** VAT for everybody. */
export const NO_REVERSE_CHARGE: ReverseChargeTerms = { policy: 'no', sellerVatNumber: '' };

export interface CompanyVatNumber {
  readonly vatNumber: string;
  readonly isChecked: boolean;
}

export interface ReverseChargeFacts extends ReverseChargeTerms {
  /** The company's that buys; null for anybody who buys for none, whatever number his account or address has. */
  readonly buyer: CompanyVatNumber | null;
  /** Where the goods go, or a service is given; null while nobody has said so, and where they are handed over at the counter. */
  readonly deliveredTo: string | null;
}

/** Both numbers, as they stand on the order and its invoices. */
export interface ReverseCharge {
  readonly sellerVatNumber: string;
  readonly buyerVatNumber: string;
}

/**
 * Whether the company owes the VAT itself (G3): seller and buyer are registered in two member states of the EU, and the goods go to
 * the buyer's. Null: VAT as usual.
 */
export function reverseChargeFor({ policy, sellerVatNumber, buyer, deliveredTo }: ReverseChargeFacts): ReverseCharge | null {
  if (policy === 'no' || buyer === null || (policy === 'checked' && !buyer.isChecked)) return null;
  const [from, to] = [vatNumberCountry(sellerVatNumber), vatNumberCountry(buyer.vatNumber)];
  if (from === null || to === null || from === to || deliveredTo !== to) return null;
  return { sellerVatNumber, buyerVatNumber: buyer.vatNumber };
}

/** A shelf price without the tax that is in it, rounded as it stands on an invoice. */
export const priceWithoutTax = (minor: bigint, taxBasisPoints: bigint): bigint => taxSplit(minor, { taxBasisPoints, pricesIncludeTax: true, rounding: halfUp }).net;

/** The shelf price that {@link priceWithoutTax} gives this net price for: there and back is where one began. */
export const priceWithTax = (minor: bigint, taxBasisPoints: bigint): bigint => minor + shareOf(minor, taxBasisPoints, halfUp);
