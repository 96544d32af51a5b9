import type { RefusalCode } from './codes.ts';

/** What a refusal is about, by name; sentences quote them. Never a secret, never another person's data. */
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** An expected no: a code from the closed list, the field it belongs beside, and the facts its sentence needs. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string;
  readonly facts?: RefusalFacts;
}

/** The facts a code's sentence quotes. Whoever refuses with such a code gives them. */
export const REFUSAL_FACTS: Readonly<Partial<Record<RefusalCode, readonly string[]>>> = {
  'price-too-precise': ['currency', 'decimals'],
  'price-too-large': ['currency', 'most'],
  'options-too-many': ['most'],
  'option-missing': ['options', 'sku'],
  'product-type-not-editable': ['productType'],
  'discount-above-limit': ['currency', 'limit', 'lowest'],
  'price-waiting': ['sku'],
  'cart-placed': ['number'],
  'out-of-stock': ['sku', 'stock', 'wanted'],
  'product-not-sold-here': ['sku'],
  'coupon-over': ['code'],
  'price-changed': ['before', 'currency', 'total'],
  'country-not-delivered': ['country'],
  'discount-above-goods': ['currency', 'most'],
  'concession-above-limit': ['currency', 'limit', 'most'],
  'free-item-quantity': ['quantity'],
  'free-item-over': ['sku'],
  'replacement-quantity': ['most', 'sku'],
  'quick-order-line': ['line', 'problem'],
  'quantity-above-open': ['open'],
  'amount-above-open': ['currency', 'most'],
  'password-too-short': ['minimum'],
  'accounts-not-shareable': ['count'],
  'handle-unknown': ['handles'],
  'handle-always-open': ['handles'],
  'search-too-short': ['minimum'],
  'role-in-use': ['count'],
  'staff-group-in-use': ['count'],
  'note-missing': ['most'],
  'address-book-full': ['most'],
  'company-full': ['most'],
  'payment-days-invalid': ['most'],
  'credit-limit': ['currency', 'left', 'limit'],
  'csv-column-missing': ['columns'],
  'consent-code-wrong': ['left'],
  'too-many-starts': ['minutes'],
  'too-many-carts': ['minutes'],
  'cart-full': ['most'],
  'csv-too-long': ['most'],
  'stock-changed': ['stock'],
  'picture-type': ['file'],
  'picture-too-large': ['file', 'most'],
  'picture-too-many-pixels': ['file', 'height', 'most', 'width'],
  'picture-unreadable': ['file'],
  'picture-repeated': ['file'],
  'pictures-too-many': ['most'],
  'upload-too-large': ['most'],
  'alt-too-long': ['most'],
  'page-not-there': ['pages'],
  'csv-rows-refused': ['bad'],
  'assignment-other-website': ['customer'],
};
