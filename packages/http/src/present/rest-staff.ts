import { staffGroupNamed, type StaffAccountRecord, type StaffFields, type Unit } from '@onbehalf/assist';
import { LOCALES, err, ok, parsePercentIn, percentText, type Refusal, type Result } from '@onbehalf/core';
import { z } from 'zod';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';

const LINE = z.string().trim().max(120);
const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/);
const PERCENT = z.string().max(10).nullable().meta({ description: 'Percent with a dot and at most two decimals; null for none of its own.', examples: ['5.00'] });

const REQUIRED = { firstName: LINE, lastName: LINE, email: z.string().trim().max(254).transform((text) => text.toLowerCase()), roleId: NUMBER };
const OTHERS = {
  phone: LINE, active: z.boolean(), groupId: NUMBER.meta({ description: 'Without one, the default staff group.' }), stores: z.array(z.string().max(40)).max(200).meta({ description: 'Codes of store views it may work in.' }),
  language: z.enum(LOCALES), timeZone: LINE, accessAllCustomers: z.boolean(), canEditItemPrice: z.boolean(), canCreateCustomer: z.boolean(),
  commissionRate: PERCENT, maxDiscount: PERCENT, orderConfirmationCopy: z.boolean(), ownCustomerId: NUMBER.nullable(),
};

/** A new account; what is left out begins as on the page. */
export const NEW_STAFF = z.object({ ...REQUIRED, ...z.object(OTHERS).partial().shape });
/** A change; what is left out stays. */
export const STAFF_CHANGE = z.object({ ...REQUIRED, ...OTHERS }).partial();

type StaffBody = z.infer<typeof STAFF_CHANGE>;

type Asked = { deps: Deps; request: Arrived; unit: Unit };

/** What an account is that nothing was said about. */
export async function bareStaff({ request, unit }: Asked): Promise<StaffFields> {
  const group = await staffGroupNamed(unit, request.settings.get('staff/group/default'));
  return {
    firstName: '', lastName: '', email: '', phone: '', active: true, roleId: '', groupId: group?.id ?? '', storeIds: [], language: 'en', timeZone: 'UTC',
    accessAllCustomers: false, canEditItemPrice: false, canCreateCustomer: false, commissionBasisPoints: null, maxDiscountBasisPoints: null, orderConfirmationCopy: false, ownCustomerId: null,
  };
}

/** An account with what the request says of it. */
export function readStaffBody({ stores }: Deps, base: StaffFields, { stores: codes, commissionRate, maxDiscount, ...said }: StaffBody): Result<StaffFields, Refusal[]> {
  const refusals: Refusal[] = [];
  const percentAt = (field: string, typed: string | null | undefined, before: number | null): number | null => {
    if (typed === undefined) return before;
    const read = typed === null ? null : parsePercentIn(typed, 'api');
    if (read === undefined) refusals.push({ code: 'staff-percent-invalid', field });
    return read ?? null;
  };
  const known = codes === undefined ? null : stores.filter(({ code }) => codes.includes(code));
  if (codes !== undefined && known?.length !== new Set(codes).size) refusals.push({ code: 'store-unavailable', field: 'stores' });
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const fields = {
    ...base, ...given,
    storeIds: known === null ? base.storeIds : known.map(({ id }) => id),
    commissionBasisPoints: percentAt('commissionRate', commissionRate, base.commissionBasisPoints),
    maxDiscountBasisPoints: percentAt('maxDiscount', maxDiscount, base.maxDiscountBasisPoints),
  };
  return refusals.length > 0 ? err(refusals) : ok(fields);
}

const NAMES: Readonly<Record<string, string>> = { role: 'roleId', group: 'groupId', ownCustomer: 'ownCustomerId' };

/** Refusals at the names that the request uses. */
export function atBodyNames(refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((refusal) => (refusal.field === undefined ? refusal : { ...refusal, field: NAMES[refusal.field] ?? refusal.field }));
}

const percent = (basisPoints: number | null): string | null => (basisPoints === null ? null : percentText(BigInt(basisPoints)));

export function staffJson({ stores }: Deps, account: StaffAccountRecord) {
  const { id, name, firstName, lastName, email, phone, active, roleId, roleName, groupId, groupName, language, timeZone, accessAllCustomers, canEditItemPrice, canCreateCustomer, orderConfirmationCopy, ownCustomerId } = account;
  return {
    id, name, firstName, lastName, email, phone, active, roleId, roleName, groupId, groupName, stores: stores.filter((one) => account.storeIds.includes(one.id)).map(({ code }) => code), language, timeZone,
    accessAllCustomers, canEditItemPrice, canCreateCustomer, commissionRate: percent(account.commissionBasisPoints), maxDiscount: percent(account.maxDiscountBasisPoints), orderConfirmationCopy, ownCustomerId,
  };
}
