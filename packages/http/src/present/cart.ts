import type { Unit } from '@onbehalf/assist';
import { priceEditReasons, type Locale, type PriceEditSettings, type Refusal, type TaxPart } from '@onbehalf/core';
import { openCart, optionsText, priceCart, type OrderTotals, type PricedCart, type PricedCartLine, type ShopCart } from '@onbehalf/shop';
import type { CartLineView, CartProps, Problem, Totals, Typed, UsualProduct } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import { cartCommission } from '../use-cases/commission-terms.ts';
import { countryName } from './countries.ts';
import { concessionsOf, freeOf } from './concessions.ts';
import { holderOf, imageOf, inStore, money, placeOf, priceTerms, reverseChargeTerms, taxRounding, type InStore } from './names.ts';
import { noticeOf, waitingOf } from './cart-notices.ts';
import { whyLine } from './why-price.ts';
import { lineEarning, ownLimit } from './price-earning.ts';
import { shippingFrom } from './shipping-from.ts';
import { nameForCustomer } from './visits.ts';
import { priceTag, reasonText } from './price-tag.ts';

export interface PricedOpenCart {
  cart: ShopCart;
  priced: PricedCart;
}

/** The open cart of whoever looks, priced as of now. */
export async function pricedCart(unit: Unit, arrived: Arrived, shipping: string | null = null): Promise<PricedOpenCart> {
  const cart = await openCart(unit, holderOf(arrived));
  return { cart, priced: priceAgain(cart, arrived, shipping) };
}

export function priceAgain(cart: ShopCart, arrived: Arrived, shipping: string | null): PricedCart {
  return priceCart({
    cart,
    store: inStore(arrived).store,
    ...priceTerms(arrived),
    taxRounding: taxRounding(arrived),
    reverseCharge: reverseChargeTerms(arrived),
    shipping,
    overrideValidForSeconds: arrived.settings.get('assist/price_edit/valid_for', placeOf(arrived)),
    minMarginBasisPoints: arrived.settings.get('assist/price_edit/min_margin', placeOf(arrived)),
  });
}

export function priceEditSettings(arrived: Arrived): PriceEditSettings {
  const place = placeOf(arrived);
  return {
    enabled: arrived.settings.get('assist/price_edit/enabled', place),
    allowZero: arrived.settings.get('assist/price_edit/allow_zero', place),
    productTypes: arrived.settings.get('assist/price_edit/product_types', place),
    reasons: arrived.settings.get('assist/price_edit/reasons', place),
    reasonRequired: arrived.settings.get('assist/price_edit/reason_required', place),
    minMarginBasisPoints: arrived.settings.get('assist/price_edit/min_margin', place),
    approval: arrived.settings.get('assist/price_edit/approval', place),
  };
}

/** Where a refusal belongs on the page: at a line, or above the cart. */
export interface CartRefused {
  refusals: readonly Refusal[];
  lineId: string | null;
  typed: Typed;
}

export interface CartMore {
  refused?: CartRefused;
  usual?: UsualProduct[];
}

const NOTHING_REFUSED: CartRefused = { refusals: [], lineId: null, typed: {} };

export function cartProps(deps: Deps, arrived: Arrived, { cart, priced }: PricedOpenCart, { refused = NOTHING_REFUSED, usual = [] }: CartMore = {}): CartProps {
  const { caller } = arrived;
  const commission = cartCommission(arrived, priced);
  const problems = problemsOf(deps, refused.refusals, arrived);
  const discounts = [...(cart.coupon === null ? [] : [cart.coupon.code]), ...(priced.totals.staffDiscount > 0n ? [deps.web.message('ui.staffDiscount', arrived.locale)] : [])];
  const ofLine = (line: PricedCartLine): { problems: Problem[]; typed: Typed } =>
    line.line.id === refused.lineId ? { problems, typed: refused.typed } : { problems: [], typed: {} };
  const known = priced.lines.some((line) => line.line.id === refused.lineId);
  const mayChange = caller.kind === 'customer' || caller.kind === 'guest' || (caller.kind === 'context' && caller.session.mode !== 'view');
  return {
    version: cart.version,
    lines: priced.lines.map((line) => cartLine({ deps, arrived, coupon: cart.coupon, discounts, isReverseCharge: priced.totals.reverseCharge !== null }, line, ofLine(line))),
    // What shipping costs is known at checkout, unless staff gave it free.
    totals: { ...totalsOf(priced.totals, taxForOf(cart, arrived.locale)), ...(priced.needsShipping && priced.totals.freeShippingReason === null ? { shipping: null } : {}) },
    shippingFrom: shippingFrom(priced),
    canCheckout: mayChange && priced.lines.length > 0 && priced.lines.every(mayBeOrdered),
    canChange: mayChange,
    sideCart: caller.kind === 'context' && caller.session.cartKind === 'side',
    // The customer alone answers (C8): in a context there is nothing to click.
    offers: caller.kind === 'customer' ? cart.offers.map((one) => ({ id: one.id, pieces: one.pieces, by: nameForCustomer(deps, arrived.settings, { helper: { ...one, id: one.actorId, name: one.actorName }, websiteId: inStore(arrived).store.websiteId }) })) : [],
    // C8: what this session did last can be undone as a whole; once somebody else has changed the cart it can't.
    canRestore: mayChange && caller.kind === 'context' && cart.changedIn === caller.session.id && inStore(arrived).store.id === caller.session.storeId,
    couponOver: cart.couponOver === null ? null : deps.web.refusalSentence({ code: 'coupon-over', facts: { code: cart.couponOver } }, arrived.locale).text,
    problems: known ? [] : problems,
    typed: known ? {} : refused.typed,
    commission: commission === null ? null : money(commission, priced.totals.currency),
    concessions: concessionsOf(deps, arrived, { cart, priced }),
    usual: usual.filter(({ sku }) => !priced.lines.some(({ line }) => line.sku === sku && line.edited?.source !== 'free')),
  };
}

interface LineHere {
  deps: Deps;
  arrived: Arrived;
  coupon: ShopCart['coupon'];
  /** What took something off the cart as a whole, by name (C9). */
  discounts: readonly string[];
  isReverseCharge: boolean;
}

function cartLine({ deps, arrived, coupon, discounts, isReverseCharge }: LineHere, priced: PricedCartLine, more: { problems: Problem[]; typed: Typed }): CartLineView {
  const here = inStore(arrived);
  const { currency, base } = here.store;
  const { line } = priced;
  const applies = priced.overrideState === 'applies' && (priced.free === null || priced.free === 'applies');
  return {
    id: line.id,
    sku: line.sku,
    name: line.name,
    options: optionsText(line.options ?? []),
    href: `${base}/p/${line.slug}`,
    image: imageOf(line.image),
    quantity: line.quantity,
    unit: money(priced.unitMinor, currency),
    total: money(priced.totalMinor, currency),
    stock: stockOf(line.stock, line.quantity),
    free: freeOf(deps, arrived, priced),
    originalUnit: applies ? money(priced.catalogueMinor, currency) : null,
    difference: applies ? difference(priced, here) : null,
    overrideSource: applies && priced.free === null ? overrideSource(deps, arrived, priced) : null,
    edit: editOf(deps, here, { priced, couponBasisPoints: coupon?.percentBasisPoints ?? null }),
    ...more,
    waiting: waitingOf(deps, here, priced),
    notice: noticeOf(deps, arrived, priced),
    why: whyLine(deps, here, { priced, source: applies ? overrideSource(deps, arrived, priced) : null, discounts, isReverseCharge }),
  };
}

function stockOf(stock: number | null, quantity: number): CartLineView['stock'] {
  if (stock === null) return 'not-stocked';
  if (stock < quantity) return 'out';
  return stock < 10 ? 'low' : 'in';
}

function difference({ unitMinor, catalogueMinor }: PricedCartLine, { store, locale }: InStore): CartLineView['difference'] {
  const minor = unitMinor - catalogueMinor;
  const ratio = catalogueMinor === 0n ? 0 : Number(minor) / Number(catalogueMinor);
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(ratio * 100);
  return { money: money(minor, store.currency), percent };
}

function overrideSource(deps: Deps, arrived: Arrived, { line }: PricedCartLine): string | null {
  return line.edited === null ? null : priceTag(deps, arrived.locale, line.edited);
}

export function alternativeLabel(deps: Deps, arrived: Arrived, offered: { label: string; labelKey: string }): string {
  return offered.labelKey === 'price.price-list' ? offered.label : deps.web.message(offered.labelKey, arrived.locale);
}

function editOf(deps: Deps, here: InStore, { priced, couponBasisPoints }: { priced: PricedCartLine; couponBasisPoints: number | null }): CartLineView['edit'] {
  const { caller } = here;
  if (caller.kind !== 'context' || caller.session.mode === 'view' || !priced.forSale || priced.free !== null) return null;
  const reasons = priceEditReasons({ productKind: priced.line.kind }, { canEditItemPrice: caller.actor.canEditItemPrice }, priceEditSettings(here));
  if (reasons.length > 0) return { state: 'closed', reasons: problemsOf(deps, reasons, here) };
  const shown = here.settings.get('assist/price_edit/show_alternatives', placeOf(here));
  return {
    state: 'open',
    alternatives: shown ? priced.alternatives.map((one) => ({
      key: one.key,
      label: alternativeLabel(deps, here, one),
      fromQuantity: one.fromQuantity,
      price: money(one.minor, here.store.currency),
      current: priced.overrideState === 'applies' && priced.line.edited?.source === one.key,
    })) : [],
    canReset: priced.line.edited !== null,
    reasons: priceEditSettings(here).reasons.map((reason) => ({ value: reason, label: reasonText(deps, here.locale, reason) })),
    earning: lineEarning({ here, actor: caller.actor, couponBasisPoints }, priced),
    limit: ownLimit(here, caller.actor, priced),
    reasonRequired: priceEditSettings(here).reasonRequired,
    reason: priced.line.edited?.source === 'manual' ? priced.line.edited.reason : '',
  };
}

function mayBeOrdered({ forSale, free, waiting }: PricedCartLine): boolean {
  return forSale && waiting === null && (free === null || free === 'applies');
}

export const taxesOf = (taxes: readonly TaxPart[], currency: string): Totals['taxes'] =>
  taxes.map(({ taxBasisPoints, net, tax }) => ({ basisPoints: Number(taxBasisPoints), base: money(net, currency), tax: money(tax, currency) }));

/** The country whose tax is shown, where no address says better. */
export const taxForOf = ({ taxCountry, taxCountryFrom }: ShopCart, locale: Locale): string | null =>
  taxCountryFrom !== 'store' ? null : countryName(taxCountry, locale);

/** Both VAT numbers, where the customer owes the tax; the customer's under the name that view mode masks. */
export const reverseChargeView = ({ reverseCharge }: Pick<OrderTotals, 'reverseCharge'>): Totals['reverseCharge'] =>
  reverseCharge && { seller: reverseCharge.sellerVatNumber, vatNumber: reverseCharge.buyerVatNumber };

export function totalsOf(totals: OrderTotals, taxFor: string | null = null): Totals {
  const { currency } = totals;
  return {
    subtotal: money(totals.subtotal, currency),
    discount: totals.discount === 0n ? null : money(totals.discount, currency),
    couponCode: totals.couponCode,
    staffDiscount: totals.staffDiscount === 0n ? null : money(totals.staffDiscount, currency),
    freeShipping: totals.freeShippingReason !== null,
    shipping: money(totals.shipping, currency),
    tax: money(totals.tax, currency),
    taxes: taxesOf(totals.taxes, currency),
    taxFor,
    taxIncluded: totals.pricesIncludeTax,
    reverseCharge: reverseChargeView(totals),
    total: money(totals.total, currency),
  };
}
