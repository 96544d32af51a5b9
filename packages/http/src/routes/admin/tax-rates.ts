import { percentText, RESOURCE, type Locale, type Refusal, type TaxRate, type TypedTaxRate } from '@onbehalf/core';
import { taxClasses, taxRateOf, taxRates } from '@onbehalf/shop';
import type { TaxRateRow } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { percentIn } from '../../present/admin-prices.ts';
import { countryName, countryNames, storeCountries } from '../../present/countries.ts';
import { separated } from '../../present/price-form.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { createTaxRate, rateKey, removeTaxRate, updateTaxRate, type SavedTaxRate } from '../../use-cases/save-tax-rate.ts';

const TEXT = z.string().max(200).catch('');
const TERMS = { percent: TEXT, name: TEXT };
const KEY = { country: z.string().regex(/^[A-Z]{2}$/), taxClass: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) };
const common = { area: 'admin', access: { resource: RESOURCE.taxRates }, inContext: 'outside' } as const;

/** Stores › Tax rates (G3): percent by country and tax class. */
export const taxRateRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/tax-rates', handle: 'adminhtml_taxrate_index', input: z.object({}),
    run: async ({ request, unit }) => ({ answer: page('admin/tax-rates', { rows: (await taxRates(unit)).map((rate) => rateRow(rate, request.locale)) }) }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/tax-rates/new', handle: 'adminhtml_taxrate_new', input: z.object({}),
    run: async (context) => ({ answer: await ratePage(context, { rate: null, typed: { country: '', taxClass: 'standard', percent: '', name: '' }, refusals: [] }) }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/tax-rates', handle: 'adminhtml_taxrate_create', audit: { group: 'tax', action: 'create' }, input: z.object({ ...TERMS, country: TEXT, taxClass: TEXT }),
    run: async (context): Promise<Outcome> => {
      const { request, unit, input } = context;
      const saved = await createTaxRate(unit, input, request.locale);
      if (!saved.ok) return { refused: saved.error, show: (fresh) => ratePage({ ...context, unit: fresh }, { rate: null, typed: input, refusals: saved.error }) };
      return kept(saved.value, 'tax-rate-saved');
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/tax-rates/:country/:taxClass', handle: 'adminhtml_taxrate_edit', input: z.object(KEY),
    run: async (context): Promise<Outcome> => {
      const rate = await taxRateOf(context.unit, context.input, { forChange: false });
      return rate === null ? { refused: [{ code: 'not-found' }] } : { answer: await ratePage(context, { rate, typed: shownOf(rate, context), refusals: [] }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/tax-rates/:country/:taxClass', handle: 'adminhtml_taxrate_save', audit: { group: 'tax', action: 'update' }, input: z.object({ ...KEY, ...TERMS }),
    run: async (context): Promise<Outcome> => {
      const { request, unit, input } = context;
      const saved = await updateTaxRate(unit, { key: input, typed: input, locale: request.locale });
      return saved.ok ? kept(saved.value, 'tax-rate-saved') : refusedAt(context, saved.error);
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/tax-rates/:country/:taxClass/delete', handle: 'adminhtml_taxrate_delete', audit: { group: 'tax', action: 'delete' }, input: z.object(KEY),
    run: async (context): Promise<Outcome> => {
      const { deps, unit, input } = context;
      const removed = await removeTaxRate(unit, input, storeCountries(deps.stores));
      return removed.ok ? kept(removed.value, 'tax-rate-deleted') : refusedAt({ ...context, input: { ...input, percent: null, name: null } }, removed.error);
    },
  }),
];

function kept({ rate, detail }: SavedTaxRate, code: string): Outcome {
  return { answer: redirect('/admin/tax-rates'), entry: { object: { type: 'tax-rate', id: rateKey(rate) }, detail }, flash: { tone: 'good', code, facts: { rate: rateKey(rate) } } };
}

type Editing = RouteContext<Pick<TaxRate, 'country' | 'taxClass'> & { percent: string | null; name: string | null }>;

/** The rate's page again, with what was typed; where nothing was, with what is kept. */
function refusedAt(context: Editing, refusals: Refusal[]): Outcome {
  const { input } = context;
  return {
    refused: refusals,
    object: { type: 'tax-rate', id: rateKey(input) },
    show: async (unit) => {
      const rate = await taxRateOf(unit, input, { forChange: false });
      const was = rate === null ? { country: input.country, taxClass: input.taxClass, percent: '', name: '' } : shownOf(rate, context);
      return ratePage({ ...context, unit }, { rate, typed: { ...was, percent: input.percent ?? was.percent, name: input.name ?? was.name }, refusals });
    },
  };
}

type Shown = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function ratePage({ deps, request, unit }: Shown, { rate, typed, refusals }: { rate: TaxRate | null; typed: TypedTaxRate; refusals: readonly Refusal[] }): Promise<Answer> {
  return page('admin/tax-rate', {
    rate: rate === null ? null : rateRow(rate, request.locale),
    countries: countryNames(request.locale).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
    classes: await taxClasses(unit),
    problems: problemsOf(deps, refusals, request),
    typed: { ...typed },
  }, { status: refusals.length > 0 ? 422 : 200 });
}

const rateRow = ({ country, taxClass, basisPoints, name }: TaxRate, locale: Locale): TaxRateRow => ({
  href: `/admin/tax-rates/${country}/${taxClass}`, country: countryName(country, locale), taxClass, percent: percentIn(BigInt(basisPoints), locale), name,
});

const shownOf = ({ country, taxClass, basisPoints, name }: TaxRate, { request }: Pick<Shown, 'request'>): TypedTaxRate => ({
  country, taxClass, percent: separated(percentText(BigInt(basisPoints)), request.locale), name,
});
