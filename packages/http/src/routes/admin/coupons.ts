import { percentText, RESOURCE, type Refusal } from '@onbehalf/core';
import { couponByCode, coupons, type KeptCoupon } from '@onbehalf/shop';
import type { CouponRow } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { percentIn } from '../../present/admin-prices.ts';
import { daysOf } from '../../present/periods.ts';
import { separated } from '../../present/price-form.ts';
import { websiteOf, websitesOf } from '../../present/websites.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { couponZone, saveCoupon, type TypedCoupon } from '../../use-cases/save-coupon.ts';

const TEXT = z.string().max(100).catch('');
const TERMS = { website: TEXT, percent: TEXT, from: TEXT, to: TEXT, active: TEXT };
const common = { area: 'admin', access: { resource: RESOURCE.prices }, inContext: 'outside' } as const;

/** Catalog › Coupons (F3, G3): percent off the goods for whoever types the code. */
export const couponRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/coupons', handle: 'adminhtml_coupon_index', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: page('admin/coupons', { rows: (await coupons(unit)).map((coupon) => couponRow(deps, request, coupon)) }) }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/coupons/new', handle: 'adminhtml_coupon_new', input: z.object({}),
    run: async (context) => ({ answer: couponPage(context, { coupon: null, typed: { code: '', website: '', percent: '', from: '', to: '', active: '1' }, refusals: [] }) }),
  }),
  route({ ...common, method: 'POST', path: '/admin/coupons', handle: 'adminhtml_coupon_create', audit: { group: 'catalog', action: 'create' }, input: z.object({ ...TERMS, code: TEXT }), run: (context) => save(context, null) }),
  route({
    ...common, method: 'GET', path: '/admin/coupons/:code', handle: 'adminhtml_coupon_edit', input: z.object({ code: TEXT }),
    run: async (context) => {
      const coupon = await couponByCode(context.unit, context.input.code);
      return coupon === null ? { refused: [{ code: 'not-found' }] } : { answer: couponPage(context, { coupon, typed: shownOf(context, coupon), refusals: [] }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/coupons/:code', handle: 'adminhtml_coupon_save', audit: { group: 'catalog', action: 'update' }, input: z.object({ ...TERMS, code: TEXT }),
    run: async (context) => {
      const coupon = await couponByCode(context.unit, context.input.code);
      return coupon === null ? { refused: [{ code: 'not-found' }] } : save(context, coupon);
    },
  }),
];

async function save({ deps, request, unit, input }: RouteContext<TypedCoupon>, coupon: KeptCoupon | null): Promise<Outcome> {
  const saved = await saveCoupon(unit, { stores: deps.stores, locale: request.locale }, coupon, input);
  if (!saved.ok) {
    const refusals = saved.error;
    return { refused: refusals, ...(coupon === null ? {} : { object: { type: 'coupon', id: coupon.code } }), show: async () => couponPage({ deps, request }, { coupon, typed: input, refusals }) };
  }
  const { code, detail } = saved.value;
  return { answer: redirect('/admin/coupons'), entry: { object: { type: 'coupon', id: code }, detail }, flash: { tone: 'good', code: 'coupon-saved', facts: { code } } };
}

interface Context {
  deps: Deps;
  request: Arrived;
}

function couponPage({ deps, request }: Context, { coupon, typed, refusals }: { coupon: KeptCoupon | null; typed: TypedCoupon; refusals: readonly Refusal[] }): Answer {
  return page('admin/coupon', {
    coupon: coupon === null ? null : couponRow(deps, request, coupon),
    websites: websitesOf(deps.stores).map(({ id, name }) => ({ value: String(id), label: name })),
    problems: problemsOf(deps, refusals, request),
    typed: { ...typed },
  }, { status: refusals.length > 0 ? 422 : 200 });
}

function couponRow({ stores }: Deps, { locale, now }: Arrived, { code, websiteId, percentBasisPoints, validFrom, validTo, active }: KeptCoupon): CouponRow {
  return {
    code, href: `/admin/coupons/${code}`, website: websiteId === null ? null : (websiteOf(stores, websiteId)?.name ?? ''), percent: percentIn(BigInt(percentBasisPoints), locale), active,
    firstDay: validFrom, lastDay: validTo === null ? null : new Date(validTo.getTime() - 1), timeZone: couponZone(stores, websiteId),
    state: validFrom !== null && now < validFrom ? 'not-yet' : validTo !== null && now >= validTo ? 'over' : 'current',
  };
}

function shownOf({ deps, request }: Context, coupon: KeptCoupon): TypedCoupon {
  const { code, websiteId, percentBasisPoints, active } = coupon;
  return { code, website: websiteId === null ? '' : String(websiteId), percent: separated(percentText(BigInt(percentBasisPoints)), request.locale), active: active ? '1' : '', ...daysOf(coupon, couponZone(deps.stores, websiteId)) };
}
