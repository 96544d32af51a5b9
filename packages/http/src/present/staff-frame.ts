import { holds, staffById, type StaffAccountRecord, type Unit } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import type { StaffFrame, StaffSection } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import { actorOfRequest } from './actor.ts';

const SECTIONS: readonly { key: StaffSection; path: string }[] = [
  { key: 'account', path: '' },
  { key: 'customers', path: '/customers' },
  { key: 'deputies', path: '/deputies' },
  { key: 'security', path: '/security' },
];

/** What stands around every section of one staff account; the account itself for those who may keep accounts. */
export function staffFrame(request: Arrived, { id, name }: { id: string; name: string }, open: StaffSection): StaffFrame {
  const { actor } = actorOfRequest(request);
  const mayKeep = holds(actor, RESOURCE.staffAccounts);
  const isOpen = ({ key }: { key: StaffSection }): boolean => {
    if (key === 'account') return mayKeep;
    if (key === 'security') return holds(actor, RESOURCE.staffSessions) || holds(actor, RESOURCE.resetSecondFactor);
    return mayKeep || holds(actor, RESOURCE.assignments);
  };
  const sections = SECTIONS.filter(isOpen).map(({ key, path }) => ({ key, href: `/admin/staff/${id}${path}`, current: key === open }));
  return { id, name, parent: mayKeep ? 'staff' : 'assignments', sections };
}

/** A staff account with its frame; null where there is no such one. */
export async function framedStaff({ request, unit }: { request: Arrived; unit: Unit }, id: string, open: StaffSection): Promise<{ account: StaffAccountRecord; frame: StaffFrame; mayAssign: boolean } | null> {
  const account = await staffById(unit, id);
  if (account === null) return null;
  return { account, frame: staffFrame(request, account, open), mayAssign: holds(actorOfRequest(request).actor, RESOURCE.assignments) };
}
