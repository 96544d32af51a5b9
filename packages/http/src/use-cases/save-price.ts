import type { Store, Unit } from '@onbehalf/assist';
import { err, ok, percentText, toDecimal, type CanonicalValue, type Locale, type PriceRowTerms, type PriceSource, type Refusal, type Result } from '@onbehalf/core';
import { addPrice, changePriceRow, customerOf, priceChoices, productIdOf, putPrice, type BookedPrice, type FoundCustomer, type PriceChoices, type PriceKey, type PriceToKeep } from '@onbehalf/shop';
import { inLocale } from '../frame.ts';
import { daysOf, periodOf } from '../present/periods.ts';
import { websiteOf, type WebsitePlace } from '../present/websites.ts';

/** A price form as it was sent. */
export interface TypedPrice {
  source: PriceSource;
  website: string;
  product: string;
  customer: string;
  group: string;
  category: string;
  list: string;
  amount: string;
  percent: string;
  quantity: string;
  from: string;
  to: string;
}

export interface PriceSaved {
  id: string;
  detail: { [name: string]: CanonicalValue };
  websiteId: number;
}

interface Place {
  stores: readonly Store[];
  locale: Locale | 'api';
}

/** How names become ids: asked one by one for a form, looked up once for a file of many rows. */
export interface PriceLookUp {
  choices(): Promise<PriceChoices>;
  productId(sku: string): Promise<string | null>;
  customer(websiteId: number, typed: string): Promise<FoundCustomer | null>;
}

const askEach = (unit: Unit): PriceLookUp => ({
  choices: () => priceChoices(unit),
  productId: (sku) => productIdOf(unit, sku),
  customer: (websiteId, typed) => customerOf(unit, websiteId, typed),
});

/** Finds what the price is for, then gives it; a row of a file may also replace one. The refusals name every field that can't be taken (G4). */
export async function createPrice(unit: Unit, { stores, locale }: Place, typed: TypedPrice, file?: PriceLookUp): Promise<Result<PriceSaved, Refusal[]>> {
  const found = await keyOf(file ?? askEach(unit), stores, typed);
  const website = found.ok ? found.value.website : (websiteOf(stores, typed.website) ?? websiteOf(stores, stores[0]?.websiteId ?? 0));
  const period = periodOf(typed, website?.timeZone ?? 'UTC');
  if (!found.ok || !period.ok) return err([...(found.ok ? [] : found.error), ...(period.ok ? [] : period.error)]);
  const { key } = found.value;
  const keep = file === undefined ? addPrice : putPrice;
  const added = await keep(unit, { key, currency: found.value.website.currency, typed: terms(typed, locale, period.value) });
  if (!added.ok) return err(added.error);
  const detail = { ...found.value.detail, after: termsText(added.value.terms, found.value.website) };
  return ok({ id: added.value.id, detail, websiteId: key.websiteId });
}

/** Changes amount, quantity or days of a price on record. */
export async function updatePrice(unit: Unit, { stores, locale }: Place, price: BookedPrice, typed: TypedPrice): Promise<Result<PriceSaved, Refusal[]>> {
  const website = websiteOf(stores, price.websiteId);
  if (website === null) return err([{ code: 'not-found' }]);
  const period = periodOf(typed, website.timeZone, price);
  if (!period.ok) return err(period.error);
  const changed = await changePriceRow(unit, price.id, { key: keyOfBooked(price), currency: website.currency, typed: terms(typed, locale, period.value) });
  if (!changed.ok) return err(changed.error);
  const detail = { ...detailOf(price), before: bookedText(price, website), after: termsText(changed.value, website) };
  return ok({ id: price.id, detail, websiteId: price.websiteId });
}

const terms = ({ amount, percent, quantity }: TypedPrice, locale: Locale | 'api', period: { validFrom: number | null; validTo: number | null }): PriceToKeep['typed'] =>
  ({ amount, percentOff: percent, minQuantity: quantity, locale, ...period });

type Key = { key: PriceKey; website: WebsitePlace; detail: { [name: string]: CanonicalValue } };

async function keyOf(lookUp: PriceLookUp, stores: readonly Store[], typed: TypedPrice): Promise<Result<Key, Refusal[]>> {
  const { source } = typed;
  const choices = await lookUp.choices();
  const list = source === 'price-list' ? choices.lists.find((one) => one.id === typed.list) : undefined;
  const website = websiteOf(stores, list?.websiteId ?? typed.website);
  const productId = source === 'category' ? null : await lookUp.productId(typed.product);
  const customer = isPersonal(source) && website !== null ? await lookUp.customer(website.id, typed.customer) : null;
  const category = source === 'category' ? choices.categories.find((one) => one.id === typed.category) : undefined;
  const group = source === 'group' || source === 'category' ? choices.groups.find((one) => one.id === typed.group) : undefined;
  const refusals: Refusal[] = [
    ...(website === null ? [{ code: 'invalid-input', field: 'website' } as const] : []),
    ...(source === 'price-list' && list === undefined ? [{ code: 'invalid-input', field: 'list' } as const] : []),
    ...(source !== 'category' && productId === null ? [{ code: 'sku-unknown', field: 'product' } as const] : []),
    ...(source === 'category' && category === undefined ? [{ code: 'invalid-input', field: 'category' } as const] : []),
    // A category's price may be for everybody; a group's never is.
    ...(group === undefined && (source === 'group' || (source === 'category' && typed.group !== '')) ? [{ code: 'invalid-input', field: 'group' } as const] : []),
    ...(isPersonal(source) && customer === null ? [{ code: 'customer-unknown', field: 'customer' } as const] : []),
  ];
  if (website === null || refusals.length > 0) return err(refusals);
  return ok({
    website,
    key: { source, websiteId: website.id, productId, categoryId: category?.id ?? null, customerGroupId: group?.id ?? null, priceListId: list?.id ?? null, customerId: customer?.id ?? null },
    detail: namedDetail(source, { sku: typed.product.trim().toUpperCase(), category: category?.name, group: group?.name, list: list?.name, customerId: customer?.id, websiteId: website.id }),
  });
}

const isPersonal = (source: PriceSource): boolean => source === 'customer' || source === 'matrix';

function keyOfBooked({ source, websiteId, product, category, group, list, customer }: BookedPrice): PriceKey {
  return { source, websiteId, productId: product?.id ?? null, categoryId: category?.id ?? null, customerGroupId: group?.id ?? null, priceListId: list?.id ?? null, customerId: customer?.id ?? null };
}

/** What the record calls a price: no name of a person, only the customer's number. */
export function detailOf({ source, websiteId, product, category, group, list, customer }: BookedPrice): { [name: string]: CanonicalValue } {
  return namedDetail(source, { sku: product?.sku ?? '', category: category?.name, group: group?.name, list: list?.name, customerId: customer?.id, websiteId });
}

interface Named {
  sku: string;
  category: Record<string, string> | undefined;
  group: Record<string, string> | undefined;
  list: string | undefined;
  customerId: string | undefined;
  websiteId: number;
}

function namedDetail(source: PriceSource, { sku, category, group, list, customerId, websiteId }: Named): { [name: string]: CanonicalValue } {
  const parts: [string, CanonicalValue | undefined][] = [
    ['source', source],
    ['sku', category === undefined ? sku : inLocale(category, 'en')],
    ['customerGroup', group === undefined ? undefined : inLocale(group, 'en')],
    ['priceList', list],
    ['customers', customerId],
    ['website', websiteId],
  ];
  return Object.fromEntries(parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** A price in one line of the record: `95.00 USD`, `12.5 %`, with its quantity and days where it has any. */
export function bookedText({ minor, percentOffBasisPoints, minQuantity, validFrom, validTo }: BookedPrice, website: WebsitePlace): string {
  const percentOff = percentOffBasisPoints === null ? null : BigInt(percentOffBasisPoints);
  return termsText({ minor, percentOff, minQuantity, validFrom: validFrom?.getTime() ?? null, validTo: validTo?.getTime() ?? null }, website);
}

function termsText({ minor, percentOff, minQuantity, validFrom, validTo }: PriceRowTerms, { currency, timeZone }: WebsitePlace): string {
  const value = minor === null ? `−${percentText(percentOff ?? 0n)} %` : `${toDecimal(minor, currency)} ${currency}`;
  const { from, to } = daysOf({ validFrom: validFrom === null ? null : new Date(validFrom), validTo: validTo === null ? null : new Date(validTo) }, timeZone);
  return [value, minQuantity > 1 ? `× ${minQuantity}` : '', from === '' && to === '' ? '' : `${from}/${to}`].filter((part) => part !== '').join(' ');
}
