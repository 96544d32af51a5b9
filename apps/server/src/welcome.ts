import type { RunningServer } from './start-server.ts';
import { DEMO_PASSWORD } from './seed/seed-demo.ts';

const ACCOUNTS = [
  ['Sarah Johnson', 'sarah.johnson@staff.example', 'sells, may edit prices, 40 customers of her own'],
  ['Max Keller', 'max.keller@staff.example', 'sells to every customer in every store, no price edits'],
  ['Olivia Brandt', 'olivia.brandt@staff.example', 'customer service'],
  ['Vera Novak', 'vera.novak@staff.example', 'looks, changes nothing'],
  ['Ruth Sanders', 'ruth.sanders@staff.example', 'team lead'],
  ['Administrator', 'admin@staff.example', 'everything'],
  ['John Doe', 'john.doe@customer.example', 'customer, has agreed to be assisted'],
  ['Jane Roe', 'jane.roe@customer.example', 'customer, has not agreed'],
] as const;

/** What to open and who to be, for the terminal. */
export function welcome({ origin, staffOrigin, demo }: RunningServer, milliseconds: number): string {
  const addresses = [
    ['Shop', `${origin}/`],
    ['Staff', `${staffOrigin}/staff/account/login`],
    ['Administration', `${staffOrigin}/admin`],
  ];
  const lines = [
    `Onbehalf is ready (${(milliseconds / 1000).toFixed(1)} s)`,
    '',
    ...addresses.map(([what = '', where = '']) => `  ${what.padEnd(16)}${where}`),
  ];
  if (demo) lines.push('', `  Demo accounts, all with the password ${DEMO_PASSWORD}`, ...ACCOUNTS.map(accountLine));
  return ['', ...lines, '', '  Ctrl-C stops.', ''].join('\n');
}

const accountLine = ([who, email, what]: (typeof ACCOUNTS)[number]): string => `  ${who.padEnd(16)}${email.padEnd(30)}${what}`;
