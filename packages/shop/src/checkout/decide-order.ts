import { addDays, creditRefusal, dayOf, deliversTo, isPaidAfterInvoice, paymentDaysOf, err, ok, toDecimal, type CommissionLine, type Refusal, type Result } from '@onbehalf/core';
import { parseAddress, type AddressFields } from '../accounts/address.ts';
import { priceCart, type OrderTotals, type PricedCart, type PricedCartLine } from '../cart/price-cart.ts';
import type { OrderLine } from '../orders/order.ts';
import type { Checkout } from './load-checkout.ts';
import type { OrderRequest } from './order-request.ts';
import { MOST_PURCHASE_ORDER_NUMBER, parsePaymentMethod, type PaymentCode } from './payment-methods.ts';
import { needsShipping, type ShippingOffer } from './shipping-methods.ts';

/** An order that may be made, with every amount it freezes. */
export interface OrderDraft {
  lines: OrderLine[];
  totals: OrderTotals;
  shippingAddress: AddressFields;
  billingAddress: AddressFields;
  shipping: ShippingOffer;
  paymentMethod: PaymentCode;
  /** Of an order that is paid after its invoice (G3); null: any other. */
  terms: { days: number; dueOn: string } | null;
  purchaseOrderNumber: string;
  customerComment: string;
  commissionMinor: bigint | null;
  /** The order whose goods this one replaces (D7). */
  replacementOf: string | null;
}

const MOST_COMMENT = 2000;
const MOST_KEY = 100;
/** Minor units; what an order's row can hold. */
const MOST_TOTAL = 1_000_000_000_000_000n;

/** Whether this cart may become this order, and at what amounts; otherwise every reason against it. Pure. */
export function decideOrder(checkout: Checkout, request: OrderRequest): Result<OrderDraft, Refusal[]> {
  const { cart } = checkout;
  if (!checkout.customer.active) return err([{ code: 'customer-login-blocked' }]);
  if (cart.lines.length === 0) return err([{ code: 'cart-empty' }]);
  const paymentMethod = parsePaymentMethod(request.paymentMethod, request.paymentMethods);
  const found = addressAsked(checkout, request);
  const billing = billingOf(checkout, request);
  const priced = priceCart({ ...request, cart, store: request.owner.store, shipping: request.shippingMethod });
  const { shipping } = priced;
  const address = delivered(found, priced, { checkout, request });
  const refusals = [
    ...refusedLines(priced),
    ...(address.ok ? [] : address.error),
    ...(billing.ok ? [] : [billing.error]),
    ...(shipping === null && address.ok ? [{ code: 'shipping-method-unknown', field: 'shippingMethod' } as const] : []),
    ...paymentRefusals(paymentMethod, request),
    ...textRefusals(request),
  ];
  if (refusals.length > 0 || !address.ok || !billing.ok || shipping === null || paymentMethod === null) return err(refusals);
  if (priced.totals.total > MOST_TOTAL || priced.totals.subtotal > MOST_TOTAL) return err([{ code: 'order-too-large' }]);
  if (priced.totals.total !== request.expectedTotalMinor) return err([...couponRefusals(cart), priceChanged(priced.totals, request)]);
  const overLimit = isPaidAfterInvoice(paymentMethod) ? creditRefusal(checkout.credit, { totalMinor: priced.totals.total, currency: request.owner.store.currency }) : null;
  if (overLimit !== null) return err([overLimit]);
  return ok(draftOf({ checkout, request, priced, shippingAddress: address.value, billingAddress: billing.value ?? address.value, shipping, paymentMethod }));
}

/** Why lines of a cart can't be ordered, whoever asks and wherever it goes. */
export const refusedLines = ({ lines }: Pick<PricedCart, 'lines'>): Refusal[] => [...lines.flatMap(lineRefusals), ...stockRefusals(lines)];

function lineRefusals({ line: { sku }, forSale, free, waiting }: PricedCartLine): Refusal[] {
  if (!forSale) return [{ code: 'product-not-sold-here', facts: { sku } }];
  if (waiting !== null) return [{ code: 'price-waiting', facts: { sku } }];
  return free === 'over' || free === 'not-covered' ? [{ code: 'free-item-over', facts: { sku } }] : [];
}

/** A product may be in the cart twice: bought, and free of charge. */
function stockRefusals(lines: readonly PricedCartLine[]): Refusal[] {
  const wanted = Map.groupBy(lines.filter(({ forSale }) => forSale).map(({ line }) => line), ({ productId }) => productId);
  return [...wanted.values()].flatMap((same): Refusal[] => {
    const [first] = same;
    const pieces = same.reduce((sum, { quantity }) => sum + quantity, 0);
    if (first === undefined || first.stock === null || pieces <= first.stock) return [];
    return [{ code: 'out-of-stock', facts: { sku: first.sku, stock: first.stock, wanted: pieces } }];
  });
}

/** Where goods go, within what the shipping methods deliver to; what is picked up goes nowhere. */
function delivered(found: Result<AddressFields, Refusal[]>, { needsShipping: isSent, shipping }: PricedCart, { checkout, request }: { checkout: Checkout; request: OrderRequest }): Result<AddressFields, Refusal[]> {
  if (!found.ok || !isSent || shipping?.isPickup === true || checkout.cart.shippingMethods.some((method) => deliversTo(method, found.value.country))) return found;
  const isKnown = request.shippingAddress !== null && 'id' in request.shippingAddress;
  return err([{ code: 'country-not-delivered', field: isKnown ? 'address' : 'country', facts: { country: found.value.country } }]);
}

/** The address that goods are sent to; a cart without goods goes by the customer's default one, or by none. */
function addressAsked(checkout: Checkout, { owner, shippingAddress }: OrderRequest): Result<AddressFields, Refusal[]> {
  if (shippingAddress !== null && !('id' in shippingAddress)) return parseAddress(shippingAddress);
  if (shippingAddress !== null) {
    return checkout.chosenAddress === null ? err([{ code: 'address-missing', field: 'address' }]) : ok(checkout.chosenAddress);
  }
  if (needsShipping(checkout.cart.lines)) return err([{ code: 'address-missing', field: 'address' }]);
  const { name, company } = checkout.customer;
  const nowhere = { name, company, street: '', postcode: '', city: '', region: '', country: owner.store.country, phone: '' };
  return ok(checkout.defaultAddress ?? nowhere);
}

/** Null: where the goods go. */
function billingOf({ chosenBilling, defaultBilling }: Checkout, { billingAddress = null }: OrderRequest): Result<AddressFields | null, Refusal> {
  if (billingAddress === 'same') return ok(null);
  if (billingAddress === null) return ok(defaultBilling);
  return chosenBilling === null ? err({ code: 'address-missing', field: 'billing' }) : ok(chosenBilling);
}

function paymentRefusals(paymentMethod: PaymentCode | null, { purchaseOrderNumber }: OrderRequest): Refusal[] {
  if (paymentMethod === null) return [{ code: 'payment-method-unknown', field: 'paymentMethod' }];
  const number = purchaseOrderNumber.trim();
  const isMissing = paymentMethod === 'purchase-order' && number === '';
  return isMissing ? [{ code: 'purchase-order-missing', field: 'purchaseOrderNumber' }] : unfit('purchaseOrderNumber', number, MOST_PURCHASE_ORDER_NUMBER);
}

const textRefusals = ({ customerComment, checkoutKey }: OrderRequest): Refusal[] => [
  ...unfit('customerComment', customerComment.replaceAll(/[\n\r\t]/g, ' '), MOST_COMMENT),
  ...(checkoutKey === '' ? [invalid('checkoutKey', MOST_KEY)] : unfit('checkoutKey', checkoutKey, MOST_KEY)),
];

const unfit = (field: string, text: string, most: number): Refusal[] =>
  text.length > most || /\p{Cc}/u.test(text) ? [invalid(field, most)] : [];

const invalid = (field: string, most: number): Refusal => ({ code: 'invalid-input', field, facts: { most } });

// Only where it makes a difference to what was looked at: whoever saw the total without it may order at that total.
const couponRefusals = ({ couponOver }: Checkout['cart']): Refusal[] => (couponOver === null ? [] : [{ code: 'coupon-over', facts: { code: couponOver } }]);

const priceChanged = ({ total, currency }: OrderTotals, { expectedTotalMinor }: OrderRequest): Refusal => ({
  code: 'price-changed',
  facts: { before: toDecimal(expectedTotalMinor, currency), total: toDecimal(total, currency), currency },
});

interface Accepted {
  checkout: Checkout;
  request: OrderRequest;
  priced: PricedCart;
  shippingAddress: AddressFields;
  billingAddress: AddressFields;
  shipping: ShippingOffer;
  paymentMethod: PaymentCode;
}

function draftOf({ checkout, request, priced, shippingAddress, billingAddress, shipping, paymentMethod }: Accepted): OrderDraft {
  const { commission } = request;
  const lines = priced.lines.map((line, index) => toOrderLine(line, index, commission));
  return {
    lines,
    totals: priced.totals,
    shippingAddress,
    billingAddress,
    shipping,
    paymentMethod,
    terms: isPaidAfterInvoice(paymentMethod) ? termsOf(checkout, request) : null,
    purchaseOrderNumber: request.purchaseOrderNumber.trim(),
    customerComment: request.customerComment.trim(),
    commissionMinor: commission === null ? null : commission.compute(lines.map(toCommissionLine)),
    replacementOf: priced.lines.some(isReplacement) ? (checkout.cart.replacementOf?.id ?? null) : null,
  };
}

function termsOf({ paymentDays }: Checkout, request: OrderRequest): OrderDraft['terms'] {
  const days = paymentDaysOf({ own: paymentDays, website: request.paymentDays });
  return { days, dueOn: addDays(dayOf(request.now, request.owner.store.timeZone), days) };
}

/** A line that is given instead of a faulty one. */
const isReplacement = ({ free, line }: PricedCartLine): boolean => free === 'applies' && line.edited?.label === 'replacement';

function toOrderLine({ line, unitMinor, catalogueMinor, overrideState, totals }: PricedCartLine, index: number, commission: OrderRequest['commission']): OrderLine {
  const edited = overrideState === 'applies' ? line.edited : null;
  return {
    position: index + 1,
    productId: line.productId,
    sku: line.sku,
    name: line.name,
    image: line.image,
    options: line.options ?? [],
    kind: line.kind,
    quantity: line.quantity,
    unitMinor,
    catalogueMinor,
    overrideSource: edited?.source ?? null,
    overrideLabel: edited?.label ?? null,
    overrideReason: edited?.reason ?? '',
    overrideActorName: edited?.actorName ?? null,
    overrideApproverName: edited?.approverName ?? null,
    taxBasisPoints: line.taxBasisPoints,
    netMinor: totals.net,
    taxMinor: totals.tax,
    discountMinor: totals.discount,
    grossMinor: totals.gross,
    commissionBasisPoints: commission === null ? null : (line.commissionBasisPoints ?? commission.rateBasisPoints),
    invoiced: 0,
    shipped: 0,
    refunded: 0,
  };
}

const toCommissionLine = (line: OrderLine): CommissionLine => ({
  rateBasisPoints: BigInt(line.commissionBasisPoints ?? 0),
  netMinor: line.netMinor,
  grossMinor: line.grossMinor,
  // A free item earns nobody a commission on what it would have cost (decision 010).
  catalogueUnitMinor: line.overrideSource === 'free' ? line.unitMinor : line.catalogueMinor,
  unitMinor: line.unitMinor,
  quantity: line.quantity,
});
