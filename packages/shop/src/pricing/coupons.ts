import type { Unit } from '@onbehalf/assist/ports';

export interface KeptCoupon {
  code: string;
  /** Null: of every website. */
  websiteId: number | null;
  percentBasisPoints: number;
  validFrom: Date | null;
  validTo: Date | null;
  active: boolean;
}

const COUPONS = `select code, website_id as "websiteId", percent_basis_points as "percentBasisPoints", valid_from as "validFrom", valid_to as "validTo", active from coupon`;

export const coupons = (unit: Unit): Promise<KeptCoupon[]> => unit.named<KeptCoupon>('coupons', `${COUPONS} order by code`, []);

export async function couponByCode(unit: Unit, code: string): Promise<KeptCoupon | null> {
  const [row] = await unit.named<KeptCoupon>('coupon-by-code', `${COUPONS} where code = $1`, [code]);
  return row ?? null;
}

const termsOf = ({ code, websiteId, percentBasisPoints, validFrom, validTo, active }: KeptCoupon): unknown[] => [code, websiteId, percentBasisPoints, validFrom, validTo, active];

/** False where the code is in use. */
export async function addCoupon(unit: Unit, coupon: KeptCoupon): Promise<boolean> {
  const added = await unit.query(
    'insert into coupon (code, website_id, percent_basis_points, valid_from, valid_to, active) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning code', termsOf(coupon));
  return added.length > 0;
}

export async function changeCoupon(unit: Unit, coupon: KeptCoupon): Promise<void> {
  await unit.query('update coupon set website_id = $2, percent_basis_points = $3, valid_from = $4, valid_to = $5, active = $6 where code = $1', termsOf(coupon));
}
