import { allRoles, allStaffGroups, isStaffAbove, ownRights, staffGroupNamed, subjectsMeant, type OwnRights, type StaffAccountRecord, type StaffFields, type Unit } from '@onbehalf/assist';
import { LOCALES, RESOURCE, err, includesRights, isLocale, ok, parsePercentIn, percentIn, type Refusal, type Result } from '@onbehalf/core';
import type { Choice, StaffAccountFields, StaffFormProps, StaffRow } from '@onbehalf/web';
import { z } from 'zod';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import { actorOfRequest } from './actor.ts';
import { staffFrame } from './staff-frame.ts';

const LINE = z.string().trim().max(120).catch('');
const YES = z.enum(['0', '1']).catch('0').transform((value) => value === '1');
const MANY = z.union([z.string().max(40), z.array(z.string().max(40)).max(1000)]).optional().transform((sent) => [sent ?? []].flat());

/** The form of a staff account (A3), as it is sent. What doesn't fit is refused at its field, with what was typed. */
export const STAFF_FORM = z.object({
  firstName: LINE, lastName: LINE, email: z.string().trim().max(254).catch('').transform((text) => text.toLowerCase()), phone: LINE,
  active: YES, role: LINE, group: LINE, stores: MANY, language: LINE, timeZone: LINE,
  accessAllCustomers: YES, canEditItemPrice: YES, canCreateCustomer: YES, commissionRate: LINE, maxDiscount: LINE, orderConfirmationCopy: YES,
  ownCustomer: z.string().trim().max(254).catch(''),
});

type Asked = { deps: Deps; request: Arrived; unit: Unit };

export function staffRow(account: StaffAccountRecord): StaffRow {
  const { id, name, email, roleName, groupName, active } = account;
  return { id, name, href: `/admin/staff/${id}`, email, roleName, groupName, active };
}

/** What the form shows of an account. */
export function shownFields({ deps, request }: Pick<Asked, 'deps' | 'request'>, account: StaffFields): StaffAccountFields {
  const { roleId, groupId, storeIds, commissionBasisPoints, maxDiscountBasisPoints, ownCustomerId, ...same } = account;
  const stores = deps.stores.filter(({ id }) => storeIds.includes(id)).map(({ code }) => code);
  return {
    ...same, role: roleId, group: groupId, stores, ownCustomer: ownCustomerId ?? '',
    commissionRate: percentIn(commissionBasisPoints, request.locale), maxDiscount: percentIn(maxDiscountBasisPoints, request.locale),
  };
}

/** What a new account begins with: the default group (A4), the viewer's language and time zone. */
export async function newFields({ request, unit }: Asked): Promise<StaffAccountFields> {
  const group = await staffGroupNamed(unit, request.settings.get('staff/group/default'));
  return {
    firstName: '', lastName: '', email: '', phone: '', active: true, role: '', group: group?.id ?? '', stores: [], language: request.locale, timeZone: request.timeZone,
    accessAllCustomers: false, canEditItemPrice: false, canCreateCustomer: false, commissionRate: '', maxDiscount: '', orderConfirmationCopy: false, ownCustomer: '',
  };
}

/** The typed form as fields, or every reason why it can't be read. */
export async function readStaffForm({ deps, request, unit }: Asked, typed: StaffAccountFields): Promise<Result<StaffFields, Refusal[]>> {
  const refusals: Refusal[] = [];
  const percent = (field: 'commissionRate' | 'maxDiscount'): number | null => {
    const read = parsePercentIn(typed[field], request.locale);
    if (read === undefined) refusals.push({ code: 'staff-percent-invalid', field });
    return read ?? null;
  };
  const [commissionBasisPoints, maxDiscountBasisPoints] = [percent('commissionRate'), percent('maxDiscount')];
  const meant = typed.ownCustomer === '' ? [] : await subjectsMeant(unit, typed.ownCustomer);
  if (typed.ownCustomer !== '' && meant.length !== 1) refusals.push({ code: 'staff-own-customer-unknown', field: 'ownCustomer' });
  const known = deps.stores.filter(({ code }) => typed.stores.includes(code));
  if (known.length !== new Set(typed.stores).size) refusals.push({ code: 'store-unavailable', field: 'stores' });
  const { language } = typed;
  if (!isLocale(language)) return err([...refusals, { code: 'invalid-input', field: 'language' }]);
  if (refusals.length > 0) return err(refusals);
  const { firstName, lastName, email, phone, active, timeZone, accessAllCustomers, canEditItemPrice, canCreateCustomer, orderConfirmationCopy } = typed;
  return ok({
    firstName, lastName, email, phone, active, roleId: typed.role, groupId: typed.group, storeIds: known.map(({ id }) => id), language, timeZone,
    accessAllCustomers, canEditItemPrice, canCreateCustomer, commissionBasisPoints, maxDiscountBasisPoints, orderConfirmationCopy, ownCustomerId: meant[0] ?? null,
  });
}

export interface StaffShown {
  account: StaffAccountRecord | null;
  fields: StaffAccountFields;
  refusals: readonly Refusal[];
}

export async function staffFormProps(asked: Asked, { account, fields, refusals }: StaffShown): Promise<StaffFormProps> {
  const { deps, request, unit } = asked;
  const own = await ownRights(unit, { actorId: actorOfRequest(request).actor.id, needs: RESOURCE.staffAccounts });
  return {
    id: account?.id ?? null,
    frame: account === null ? null : staffFrame(request, account, 'account'),
    title: account?.name ?? deps.web.message('staffForm.newTitle', request.locale),
    fields,
    ownCustomerName: account?.ownCustomerName ?? '',
    roles: await roleChoices(unit, own, account?.roleId ?? null),
    groups: await groupChoices(unit),
    stores: deps.stores.map(({ code, name }) => ({ value: code, label: name })),
    languages: [...LOCALES],
    timeZones: timeZones(fields.timeZone),
    locked: account !== null && (own === null || isStaffAbove(own, account)),
    problems: problemsOf(deps, refusals, request),
  };
}

// Only roles that the viewer may give, and the one that is there.
async function roleChoices(unit: Unit, own: OwnRights | null, current: string | null): Promise<Choice[]> {
  const roles = (await allRoles(unit)).filter(({ id, rights }) => id === current || (own !== null && includesRights(own.role, rights)));
  return roles.map(({ id, name }) => ({ value: id, label: name }));
}

export async function groupChoices(unit: Unit): Promise<Choice[]> {
  return (await allStaffGroups(unit)).map(({ id, name }) => ({ value: id, label: name }));
}

/** Every zone there is to choose, the current one among them. */
export function timeZones(current: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(current === '' ? [] : [current])])];
}
