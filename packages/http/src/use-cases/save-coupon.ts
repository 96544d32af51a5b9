import type { Store, Unit } from '@onbehalf/assist';
import { err, ok, parsePercent, percentText, periodRefusals, type CanonicalValue, type Locale, type Refusal, type Result } from '@onbehalf/core';
import { addCoupon, changeCoupon, type KeptCoupon } from '@onbehalf/shop';
import { daysOf, periodOf } from '../present/periods.ts';
import { websiteOf, websitesOf } from '../present/websites.ts';

export interface TypedCoupon {
  code: string;
  /** Empty: every website. */
  website: string;
  percent: string;
  from: string;
  to: string;
  active: string;
}

const CODE = /^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/;

/** The calendar a coupon's days go by: its website's, and for all of them the first one's. */
export const couponZone = (stores: readonly Store[], website: string | number | null): string =>
  (website === null || website === '' ? websitesOf(stores)[0] : websiteOf(stores, website))?.timeZone ?? 'UTC';

/** A new coupon (was null) or a changed one; every reason against it at its field. */
export async function saveCoupon(unit: Unit, { stores, locale }: { stores: readonly Store[]; locale: Locale }, was: KeptCoupon | null, typed: TypedCoupon): Promise<Result<{ code: string; detail: { [name: string]: CanonicalValue } }, Refusal[]>> {
  const code = was?.code ?? typed.code.trim().toUpperCase();
  const website = typed.website === '' ? null : websiteOf(stores, typed.website);
  const zone = couponZone(stores, typed.website);
  const percent = parsePercent(typed.percent, locale);
  const period = periodOf(typed, zone, was);
  const refusals: Refusal[] = [
    ...(CODE.test(code) ? [] : [{ code: 'code-invalid', field: 'code' } as const]),
    ...(typed.website !== '' && website === null ? [{ code: 'invalid-input', field: 'website' } as const] : []),
    ...(percent === undefined || percent === 0n ? [{ code: 'percent-invalid', field: 'percent' } as const] : []),
    ...(period.ok ? periodRefusals(period.value) : period.error),
  ];
  if (percent === undefined || !period.ok || refusals.length > 0) return err(refusals);
  const coupon = { code, websiteId: website?.id ?? null, percentBasisPoints: Number(percent), validFrom: moment(period.value.validFrom), validTo: moment(period.value.validTo), active: typed.active === '1' };
  if (was === null && !(await addCoupon(unit, coupon))) return err([{ code: 'code-taken', field: 'code' }]);
  if (was !== null) await changeCoupon(unit, coupon);
  return ok({ code, detail: { name: code, ...(was === null ? {} : { before: couponText(was, zone) }), after: couponText(coupon, zone) } });
}

const moment = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

function couponText({ websiteId, percentBasisPoints, active, ...days }: KeptCoupon, zone: string): string {
  const { from, to } = daysOf(days, zone);
  return [`${percentText(BigInt(percentBasisPoints))} %`, websiteId === null ? '' : `website ${websiteId}`, from === '' && to === '' ? '' : `${from}/${to}`, active ? 'active' : 'inactive'].filter((part) => part !== '').join(', ');
}
