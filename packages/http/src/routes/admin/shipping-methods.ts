import { LOCALES, RESOURCE, toDecimal, type Locale, type Refusal } from '@onbehalf/core';
import { keptShippingMethod, keptShippingMethods, taxClasses, type KeptShippingMethod } from '@onbehalf/shop';
import type { ShippingMethodRow } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { inLocale } from '../../frame.ts';
import { separated } from '../../present/price-form.ts';
import { websiteOf, websitesOf } from '../../present/websites.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { MOST_RATES, saveShippingMethod, type TypedShipping } from '../../use-cases/save-shipping-method.ts';

const WORD = z.string().max(30).catch('');
const TEXT = z.string().max(120).catch('');
const TERMS = {
  website: WORD, code: WORD, position: WORD, active: WORD, isPickup: WORD, taxClass: z.string().max(40).catch(''), basis: WORD, freeFrom: WORD, most: WORD, countries: z.string().max(1000).catch(''),
  ...Object.fromEntries(LOCALES.flatMap((locale) => [[`name.${locale}`, TEXT], [`note.${locale}`, TEXT]])),
  ...Object.fromEntries(Array.from({ length: MOST_RATES }, (_, row) => ['country', 'from', 'price'].map((field) => [`rate-${row}-${field}`, WORD] as const)).flat()),
};
const ID = z.string().regex(/^[1-9][0-9]{0,8}$/);
const common = { area: 'admin', access: { resource: RESOURCE.shippingMethods }, inContext: 'outside' } as const;
const NEW: TypedShipping = { website: '', code: '', position: '1', active: '1', taxClass: 'standard', basis: 'value' };

/** Stores › Shipping methods (G3): by website, with rates by value or weight and by country. */
export const shippingMethodRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/shipping-methods', handle: 'adminhtml_shippingmethod_index', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: page('admin/shipping-methods', { rows: (await keptShippingMethods(unit)).map((method) => methodRow(method, { deps, request })) }) }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/shipping-methods/new', handle: 'adminhtml_shippingmethod_new', input: z.object({ website: WORD }),
    run: async (context) => ({ answer: await methodPage(context, { method: null, typed: { ...NEW, website: context.input.website || String(websitesOf(context.deps.stores)[0]?.id ?? '') }, refusals: [] }) }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/shipping-methods', handle: 'adminhtml_shippingmethod_create', audit: { group: 'shipping', action: 'create' }, input: z.object(TERMS), run: (context) => save(context, null),
  }),
  route({
    ...common, method: 'GET', path: '/admin/shipping-methods/:id', handle: 'adminhtml_shippingmethod_edit', input: z.object({ id: ID }),
    run: async (context): Promise<Outcome> => {
      const method = await keptShippingMethod(context.unit, context.input.id, { forChange: false });
      return method === null ? { refused: [{ code: 'not-found' }] } : { answer: await methodPage(context, { method, typed: shownOf(method, context), refusals: [] }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/shipping-methods/:id', handle: 'adminhtml_shippingmethod_save', audit: { group: 'shipping', action: 'update' }, input: z.object({ ...TERMS, id: ID }),
    run: async (context): Promise<Outcome> => {
      const method = await keptShippingMethod(context.unit, context.input.id, { forChange: true });
      return method === null ? { refused: [{ code: 'not-found' }] } : save(context, method);
    },
  }),
];

async function save(context: RouteContext<TypedShipping>, was: KeptShippingMethod | null): Promise<Outcome> {
  const { deps, request, unit, input } = context;
  const saved = await saveShippingMethod(unit, { stores: deps.stores, locale: request.locale }, { was, typed: input });
  if (!saved.ok) {
    const object = was === null ? {} : { object: { type: 'shipping-method', id: was.id } };
    return { refused: saved.error, ...object, show: (fresh) => methodPage({ ...context, unit: fresh }, { method: was, typed: input, refusals: saved.error }) };
  }
  const { id, name, detail } = saved.value;
  return { answer: redirect('/admin/shipping-methods'), entry: { object: { type: 'shipping-method', id }, detail }, flash: { tone: 'good', code: 'shipping-method-saved', facts: { name } } };
}

type Shown = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function methodPage({ deps, request, unit }: Shown, { method, typed, refusals }: { method: KeptShippingMethod | null; typed: TypedShipping; refusals: readonly Refusal[] }): Promise<Answer> {
  const websites = websitesOf(deps.stores);
  const website = websiteOf(deps.stores, method?.websiteId ?? typed['website'] ?? '');
  return page('admin/shipping-method', {
    method: method === null ? null : methodRow(method, { deps, request }),
    websites: websites.map(({ id, name, currency }) => ({ value: String(id), label: `${name} (${currency})` })),
    currency: website?.currency ?? '',
    classes: await taxClasses(unit),
    rows: rowsFor(typed),
    problems: problemsOf(deps, refusals, request),
    typed: { ...typed },
  }, { status: refusals.length > 0 ? 422 : 200 });
}

/** Every row with something in it, and three to write in. */
const rowsFor = (typed: TypedShipping): number => {
  const used = Array.from({ length: MOST_RATES }, (_, row) => row).filter((row) => ['country', 'from', 'price'].some((field) => (typed[`rate-${row}-${field}`] ?? '') !== ''));
  return Math.min(MOST_RATES, (used.at(-1) ?? -1) + 4);
};

const methodRow = ({ id, code, websiteId, name, active, isPickup, basis, countries }: KeptShippingMethod, { deps, request }: Pick<Shown, 'deps' | 'request'>): ShippingMethodRow => ({
  href: `/admin/shipping-methods/${id}`, code, name: inLocale(name, request.locale), website: websiteOf(deps.stores, websiteId)?.name ?? '', active, kind: isPickup ? 'pickup' : basis, countries: [...countries],
});

function shownOf(method: KeptShippingMethod, { deps, request: { locale } }: Pick<Shown, 'deps' | 'request'>): TypedShipping {
  const { code, websiteId, position, active, isPickup, taxClass, basis, freeFrom, most, countries, rates, name, note } = method;
  const currency = websiteOf(deps.stores, websiteId)?.currency ?? 'USD';
  const money = (minor: bigint): string => separated(toDecimal(minor, currency), locale);
  const measure = (step: bigint): string => (basis === 'value' ? money(step) : String(step));
  return {
    website: String(websiteId), code, position: String(position), active: active ? '1' : '', isPickup: isPickup ? '1' : '', taxClass, basis,
    freeFrom: freeFrom === null ? '' : money(freeFrom), most: most === null ? '' : measure(most), countries: countries.join(' '),
    ...Object.fromEntries([...texts('name', name), ...texts('note', note)]),
    ...Object.fromEntries(rates.flatMap(({ country, from, minor }, row) => [[`rate-${row}-country`, country], [`rate-${row}-from`, measure(from)], [`rate-${row}-price`, money(minor)]])),
  };
}

const texts = (field: string, text: Readonly<Record<Locale, string>>): [string, string][] => LOCALES.map((one) => [`${field}.${one}`, text[one]]);
