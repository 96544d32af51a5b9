import { createStaff, hashPassword, saveStaff, type StaffAccountRecord, type StaffFields, type StaffSaved, type Unit } from '@onbehalf/assist';
import { percentText, type CanonicalValue, type Refusal, type Result } from '@onbehalf/core';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';
import { actorOfRequest } from '../present/actor.ts';
import type { Done } from '../route.ts';

type Kept = Pick<Done, 'entry' | 'recorded'> & { saved: StaffSaved };

/** Makes or changes a staff account, for the page and for REST alike; a new one is invited to choose a password. */
export async function keepStaffAccount(unit: Unit, { deps, request }: { deps: Deps; request: Arrived }, { id, fields }: { id: string | null; fields: StaffFields }): Promise<Result<Kept, Refusal[]>> {
  const actorId = actorOfRequest(request).actor.id;
  const { now, origin } = request;
  const done = id === null
    ? await createStaff(unit, { actorId, fields, passwordHash: await hashPassword(deps.random.token()) })
    : await saveStaff(unit, { actorId, id, fields, now, origin });
  if (!done.ok) return done;
  if (id === null) await invite(unit, { deps, request }, done.value.after);
  return { ok: true, value: { saved: done.value, ...entryOf(done.value) } };
}

/** The link is made when the mail is sent, so that nobody but its reader ever sees it (D5). */
async function invite(unit: Unit, { deps, request }: { deps: Deps; request: Arrived }, { id, email, language }: StaffAccountRecord): Promise<void> {
  const mail = { id: deps.random.uuid(), template: 'staff-invitation', params: { personKind: 'staff', personId: id, store: '' }, locale: language, recipient: email, actorId: id, subjectId: null, assistSessionId: null } as const;
  await queueMails(unit, [mail], request.now);
}

const PERSONAL = ['firstName', 'lastName', 'email', 'phone'] as const;

/** Before and after of what changed (E1); names and addresses go to the sealed part. */
function entryOf({ before, after }: StaffSaved): Pick<Done, 'entry' | 'recorded'> {
  const [was, is] = [before === null ? null : plainFields(before), plainFields(after)];
  const changes = Object.entries(is).filter(([path, value]) => was?.[path] !== value).map(([path, value]) => ({ path, before: was?.[path] ?? '', after: value }));
  const personal = Object.fromEntries(PERSONAL.filter((name) => before?.[name] !== after[name]).map((name) => [name, before === null ? after[name] : `${before[name]} → ${after[name]}`]));
  const detail: { [name: string]: CanonicalValue } = { changes };
  const action = before === null || before.active === after.active ? {} : { action: after.active ? 'activate' as const : 'deactivate' as const };
  return { entry: { object: { type: 'staff', id: after.id }, detail, personal, ...action }, recorded: before !== null && changes.length === 0 && Object.keys(personal).length === 0 };
}

const percent = (basisPoints: number | null): string => (basisPoints === null ? '' : percentText(BigInt(basisPoints)));

function plainFields(account: StaffAccountRecord): Record<string, string> {
  return {
    active: String(account.active),
    roleName: account.roleName,
    groupName: account.groupName,
    stores: account.storeIds.join(', '),
    language: account.language,
    timeZone: account.timeZone,
    accessAllCustomers: String(account.accessAllCustomers),
    canEditItemPrice: String(account.canEditItemPrice),
    canCreateCustomer: String(account.canCreateCustomer),
    commissionRate: percent(account.commissionBasisPoints),
    maxDiscount: percent(account.maxDiscountBasisPoints),
    orderConfirmationCopy: String(account.orderConfirmationCopy),
    ownCustomer: account.ownCustomerId ?? '',
  };
}
