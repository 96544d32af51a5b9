import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { orderByNumber, refusedLines, type AddressFields, type CheckoutPlace, type PricedCart, type ShopCart, optionsText } from '@onbehalf/shop';
import type { CheckoutProps, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inLocale } from '../../frame.ts';
import { countryNames } from '../../present/countries.ts';
import { cartProps, priceAgain, taxForOf, totalsOf } from '../../present/cart.ts';
import { pricedCheckout } from '../../present/checkout.ts';
import { imageOf, inStore, money, ownerOf, placeOf } from '../../present/names.ts';
import { dayText } from '../../present/documents.ts';
import { paymentChoices, type PaymentChoice } from '../../present/payment-choices.ts';
import { changesSince, readSeen, seenText } from '../../present/seen-cart.ts';
import { shortAddress } from '../../present/payment.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { placeOrderFor } from '../../use-cases/place-order.ts';

const TEXT = z.string().max(2000).catch('');
export const FORM = z.object({
  version: z.string().regex(/^[0-9]{1,9}$/).transform(Number),
  key: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  expectedTotal: z.string().regex(/^[0-9]{1,18}$/).transform(BigInt),
  address: z.string().max(30).catch(''),
  billing: z.string().max(30).catch(''),
  name: TEXT, company: TEXT, street: TEXT, postcode: TEXT, city: TEXT, region: TEXT, country: TEXT, phone: TEXT,
  shipping: z.string().max(30).catch(''),
  payment: z.string().max(30).catch(''),
  purchaseOrder: TEXT,
  comment: z.string().max(5000).catch(''),
  seen: z.string().max(50_000).catch(''),
});
type Form = z.infer<typeof FORM>;

export const checkoutRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/checkout', handle: 'checkout_index_index', access: 'customer', inContext: 'shop', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: await showCheckout({ deps, request, unit }, { typed: {}, refusals: [], key: deps.random.uuid(), seen: '' }) }),
  }),
  route({
    // Shows the sums for another choice; changes nothing, and so leaves no entry.
    method: 'POST', area: 'storefront', path: '/checkout/preview', handle: 'checkout_index_index', access: 'customer', inContext: 'shop',
    audit: { group: 'checkout', action: 'view' }, input: FORM,
    run: async ({ deps, request, unit, input }) => ({ recorded: true, answer: await showCheckout({ deps, request, unit }, { typed: typedOf(input), refusals: [], key: input.key, seen: input.seen }) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/checkout/place', handle: 'checkout_onepage_saveorder', formOf: 'checkout_index_index', access: 'customer', inContext: 'shop',
    audit: { group: 'order', action: 'place' }, auditFor: 'everybody', input: FORM,
    run: async ({ deps, request, unit, input }) => {
      const placed = await placeOrderFor(unit, { deps, arrived: request }, {
        cartVersion: input.version,
        checkoutKey: input.key,
        expectedTotalMinor: input.expectedTotal,
        shippingAddress: addressAsked(input),
        billingAddress: input.billing === '' ? null : input.billing === 'same' ? 'same' : { id: input.billing },
        shippingMethod: input.shipping,
        paymentMethod: input.payment,
        purchaseOrderNumber: input.purchaseOrder,
        customerComment: input.comment,
      });
      if (!placed.ok) {
        const refusals = placed.error.map(atField);
        return { refused: refusals, show: (fresh) => showCheckout({ deps, request, unit: fresh }, { typed: typedOf(input), refusals, key: keyAfter(refusals, input.key, deps), seen: input.seen }) };
      }
      return { recorded: true, answer: redirect(`${inStore(request).store.base}/checkout/placed/${placed.value.number}`) };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/checkout/placed/:number', handle: 'checkout_onepage_success', access: 'customer', inContext: 'view',
    input: z.object({ number: z.string().regex(/^[0-9]{1,18}$/) }),
    run: async ({ request, unit, input }) => {
      const { customerId, store } = ownerOf(request);
      const inContext = request.caller.kind === 'context';
      const found = await orderByNumber(unit, input.number, inContext ? 'all' : { customerId });
      if (!found.ok || found.value.customer.id !== customerId) return { refused: [{ code: 'order-not-found' }] };
      const order = found.value;
      const { currency } = order.totals;
      const own = request.caller.kind === 'context' && order.assisted?.actorId === request.caller.actor.id;
      return {
        answer: page('storefront/placed', {
          number: order.number, total: money(order.totals.total, currency), email: order.customer.email, assisted: inContext,
          orderHref: `${store.base}/account/orders/${order.number}`,
          commission: own && order.commission !== null ? money(order.commission.minor, currency) : null,
          bank: order.paymentMethod === 'bank-transfer' ? [...request.settings.get('sales/documents/bank', placeOf(request))] : [],
          payLink: order.payment?.state !== 'awaiting' ? null : {
            sentTo: shortAddress(order.payment.link?.recipient ?? ''), payHref: inContext ? null : `${store.base}/account/orders/${order.number}/pay`,
          },
        }),
      };
    },
  }),
];

const FIELDS: Readonly<Record<string, string>> = { shippingMethod: 'shipping', paymentMethod: 'payment', purchaseOrderNumber: 'purchaseOrder', customerComment: 'comment' };

/** A refusal stands at the field of the page that it is about. */
const atField = (refusal: Refusal): Refusal => (refusal.field === undefined ? refusal : { ...refusal, field: FIELDS[refusal.field] ?? refusal.field });

// A key that stands for another request can't be used again; a new checkout begins.
function keyAfter(refusals: readonly Refusal[], key: string, deps: Deps): string {
  return refusals.some((refusal) => refusal.code === 'idempotency-key-reused') ? deps.random.uuid() : key;
}

function addressAsked(input: Form): { id: string } | AddressFields | null {
  if (input.address === 'new') return addressFields(input);
  return input.address === '' ? null : { id: input.address };
}

function addressFields({ name, company, street, postcode, city, region, country, phone }: Form): AddressFields {
  return { name, company, street, postcode, city, region, country, phone };
}

function typedOf({ expectedTotal: _total, version: _version, key: _key, seen: _seen, ...input }: Form): Typed {
  return input;
}

interface Shown {
  typed: Typed;
  refusals: readonly Refusal[];
  key: string;
  /** The cart as the page before showed it. */
  seen: string;
}

async function showCheckout({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { typed: asked, refusals, key, seen }: Shown): Promise<Answer> {
  const here = inStore(request);
  const view = await pricedCheckout(unit, request, placeAsked(asked));
  const { cart, addresses, billingId, priced } = view;
  const typed = documented(deps, request, asked, cart);
  if (cart.lines.length === 0) return emptyCart({ deps, request }, cart, refusals);
  const before = readSeen(seen);
  const props: CheckoutProps = {
    version: cart.version,
    idempotencyKey: key,
    addresses,
    billingId,
    needsShipping: priced.needsShipping,
    shippingMethods: shippingChoices(priced, request),
    paymentMethods: paymentCards({ deps, request }, paymentChoices(deps, request, view), typed['payment'] ?? ''),
    lines: priced.lines.map(({ line, unitMinor, catalogueMinor, totalMinor, overrideState }) => ({
      sku: line.sku, name: line.name, options: optionsText(line.options ?? []), image: imageOf(line.image), quantity: line.quantity, unit: money(unitMinor, here.store.currency),
      originalUnit: overrideState === 'applies' ? money(catalogueMinor, here.store.currency) : null, total: money(totalMinor, here.store.currency),
    })),
    totals: totalsOf(priced.totals, taxForOf(cart, here.locale)),
    // What stands in the way is said before anybody presses "Place order" (D9).
    problems: problemsOf(deps, refusals.length > 0 ? refusals : refusedLines(priced), request),
    // A new address is in the store's own country until somebody says otherwise: the first of the alphabet would be taxed at once.
    typed: { country: here.store.country, ...typed },
    countries: countryNames(here.locale, [here.store.country]),
    assisted: request.caller.kind === 'context',
    seen: seenText(priced, cart),
    changes: before === null ? [] : changesSince(before, { priced, cart }),
  };
  return page('storefront/checkout', props, { status: refusals.length > 0 ? 422 : 200 });
}

/** The one that was chosen, else the first that can be; why one can't stands where it says what it is. */
function paymentCards({ deps, request }: { deps: Deps; request: Arrived }, choices: readonly PaymentChoice[], asked: string): CheckoutProps['paymentMethods'] {
  const { locale } = inStore(request);
  const open = choices.filter(({ refusal }) => refusal === null);
  const chosen = open.find(({ method }) => method.code === asked) ?? open[0];
  const textOf = ({ method, payableBy, refusal }: PaymentChoice): string => {
    if (refusal !== null) return deps.web.refusalSentence(refusal, locale).text;
    return payableBy === null ? inLocale(method.text, locale) : deps.web.message('payment.payableBy', locale, { date: dayText(deps, payableBy, locale) });
  };
  return choices.map((choice) => ({ code: choice.method.code, name: inLocale(choice.method.name, locale), text: textOf(choice), chosen: choice === chosen, disabled: choice.refusal !== null }));
}

/** There is nothing to order: to the cart, which says why where something was to be ordered. */
function emptyCart({ deps, request }: { deps: Deps; request: Arrived }, cart: ShopCart, refusals: readonly Refusal[]): Answer {
  if (refusals.length === 0) return redirect(`${inStore(request).store.base}/cart`);
  return page('storefront/cart', cartProps(deps, request, { cart, priced: priceAgain(cart, request, null) }, { refused: { refusals, lineId: null, typed: {} } }), { status: statusOf(refusals) });
}

/** A replacement says in the customer comment what it replaces, unless the comment was written already (D7). */
function documented(deps: Deps, request: Arrived, typed: Typed, { lines, replacementOf }: ShopCart): Typed {
  const replaces = lines.some(({ edited }) => edited?.source === 'free' && edited.label === 'replacement');
  if (typed['comment'] !== undefined || replacementOf === null || !replaces) return typed;
  return { ...typed, comment: deps.web.message('order.replacement-for', inStore(request).store.locale, { number: replacementOf.number }) };
}

function placeAsked(typed: Typed): CheckoutPlace {
  const asked = typed['address'] ?? '';
  const country = (typed['country'] ?? '').trim().toUpperCase();
  return { addressId: asked === '' || asked === 'new' ? null : asked, newCountry: asked === 'new' && country !== '' ? country : null, shippingMethod: typed['shipping'] ?? '' };
}

const shippingChoices = ({ shipping, shippingOffers }: PricedCart, request: Arrived): CheckoutProps['shippingMethods'] => {
  const { store, locale } = inStore(request);
  return shippingOffers.map(({ code, name, note, minor }) => ({ code, name: inLocale(name, locale), text: inLocale(note, locale), price: money(minor, store.currency), chosen: code === shipping?.code }));
};
