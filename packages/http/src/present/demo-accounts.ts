import type { Locale } from '@onbehalf/core';
import type { StaffLoginProps } from '@onbehalf/web';
import type { Deps } from '../deps.ts';

const ACCOUNTS = [
  { id: 'sarah', name: 'Sarah Johnson', email: 'sarah.johnson@staff.example' },
  { id: 'max', name: 'Max Keller', email: 'max.keller@staff.example' },
  { id: 'olivia', name: 'Olivia Brandt', email: 'olivia.brandt@staff.example' },
  { id: 'vera', name: 'Vera Novak', email: 'vera.novak@staff.example' },
  { id: 'ruth', name: 'Ruth Sanders', email: 'ruth.sanders@staff.example' },
  { id: 'admin', name: 'Administrator', email: 'admin@staff.example' },
] as const;

/** Who may be tried out, told on the login page in demo mode only (K3). */
export function demoAccounts(deps: Deps, locale: Locale): StaffLoginProps['demoAccounts'] {
  return ACCOUNTS.map(({ id, name, email }) => ({ name, email, what: deps.web.message(`demo.${id}`, locale) }));
}
