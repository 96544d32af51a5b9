import type { Caller, CartOwner, Store } from '@onbehalf/assist';
import { dimensionsOf, pictureAddress, sizesOf, type Money, type PriceRule, type ReverseChargeTerms, type TaxRounding } from '@onbehalf/core';
import { PAY_LINK, type CartHolder } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';

export interface InStore extends Arrived {
  store: Store;
}

/** Storefront routes are mounted under a store view, so there is one. */
export function inStore(arrived: Arrived): InStore {
  const { store } = arrived;
  if (store === null) throw new Error('A storefront page without a store view');
  return { ...arrived, store };
}

export function money(minor: bigint, currency: string): Money {
  return { minor, currency };
}

export interface Buyer {
  customerId: string;
  customerGroupId: string;
}

export function buyerOf(caller: Caller): Buyer | null {
  return caller.kind === 'customer' || caller.kind === 'context' ? { customerId: caller.subject.id, customerGroupId: caller.subject.groupId } : null;
}

/** Behind a route with access 'customer': there is one. */
export function ownerOf(arrived: Arrived): CartOwner {
  const buyer = buyerOf(arrived.caller);
  if (buyer === null) throw new Error('A cart page without a customer');
  const { caller } = arrived;
  const hand = caller.kind === 'context' ? { assistSessionId: caller.session.id, cartKind: caller.session.cartKind } : { assistSessionId: null, cartKind: 'customer' as const };
  return { ...buyer, store: inStore(arrived).store, ...hand };
}

/** Whose cart it is for whoever asks: a guest without one holds none (G3). */
export function holderOf(arrived: Arrived): CartHolder {
  if (buyerOf(arrived.caller) !== null) return ownerOf(arrived);
  return { ...NO_BUYER, store: inStore(arrived).store, guestHash: arrived.guestCart?.hash ?? null };
}

const NO_BUYER = { customerId: null, customerGroupId: null, assistSessionId: null, cartKind: 'guest' } as const;

export function priceTerms(arrived: Arrived): { rule: PriceRule; now: Date } {
  return { rule: arrived.settings.get('pricing/rule', placeOf(arrived)), now: arrived.now };
}

/** How customers may pay where this was asked (G3); by a link only where somebody collects it (D8). */
export const paymentCodes = ({ payments }: Pick<Deps, 'payments'>, arrived: Arrived): readonly string[] =>
  arrived.settings.get('payment/methods', placeOf(arrived)).filter((code) => code !== PAY_LINK || payments !== undefined);

/** Days to pay an invoice where this was asked, unless company or customer have their own (G3). */
export const paymentDays = (arrived: Arrived): number => arrived.settings.get('payment/terms_days', placeOf(arrived));

/** When a company owes the VAT itself where this was asked (G3). */
export const reverseChargeTerms = (arrived: Arrived): ReverseChargeTerms => (
  { policy: arrived.settings.get('tax/reverse_charge', placeOf(arrived)), sellerVatNumber: arrived.settings.get('tax/seller_vat_number', placeOf(arrived)) });

/** How tax is rounded where this was asked (G3). */
export const taxRounding = (arrived: Arrived): TaxRounding => arrived.settings.get('tax/rounding', placeOf(arrived));

export function placeOf({ store }: Pick<Arrived, 'store'>): { websiteId?: number; storeId?: number } {
  return store === null ? {} : { websiteId: store.websiteId, storeId: store.id };
}

/** The address of a product's picture: one of its own, or the drawing that stands for it. */
export function imageOf(image: string): string {
  const own = dimensionsOf(image);
  return own === null ? `/images/${image}` : pictureAddress(image, sizesOf(own)[1] ?? 320);
}
