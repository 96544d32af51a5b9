import { SPEC, says, type Chapter } from '../statement.ts';

/** How long a visit lasts, what is on record of it, and what stays out of reach. */
export const sessions: readonly Chapter[] = [
  {
    heading: 'Session lifetime',
    statements: [
      says('“Session lifetime (seconds)” is 900 unless set otherwise.', 'B8', 'Configuration › Staff › General', { tests: [[SPEC.idle, 'S08: stands at 899 s, is over at 900 s, and the log says idle'], [SPEC.settingsAssist, 'staff/session/lifetime']] }),
      says('The staff session ends after a time without activity.', 'B8', 'Portal: the login page says so', { tests: [[SPEC.idle, 'S08: stands at 899 s']] }),
      says('The visit in the customer’s account ends with it.', 'B8', 'Page “Assist session ended”', { tests: [[SPEC.idle, 'S08: stands at 899 s']] }),
      says('Staff must log in again.', 'B8', '/staff/account/login', { tests: [[SPEC.idle, 'S08: stands at 899 s']] }),
      says('3600 (one hour) is recommended for security.', 'B8', 'Help of the setting', { tests: [[SPEC.settingsAssist, 'staff/session/lifetime']], deviation: 'The help text names it. A note above 900 says that PCI DSS asks for 15 minutes, because a longer time is not the safer one.' }),
      says('7200 (two hours) is recommended for convenience.', 'B8', 'Help of the setting', { tests: [[SPEC.settingsAssist, 'staff/session/lifetime']], deviation: 'The help text names it, with the same note.' }),
    ],
  },
  {
    heading: 'Multiple impersonations',
    statements: [
      says('To change to another customer, staff leave the first with “Logout from current customer”.', 'B7', 'Banner', { tests: [[SPEC.refusals, 'is refused with an offer to switch']], deviation: 'That works, and “Switch” does both in one step: it ends the first visit on record and begins the second.' }),
      says('They search for the next customer.', 'A7', 'Portal › Customers', { tests: [[SPEC.e2eRefusals, 'B7: a second customer offers']] }),
      says('They enter with the same action.', 'A8', '“Login to this account”', { tests: [[SPEC.e2eRefusals, 'B7: a second customer offers']] }),
      says('The visit with the customer before is over.', 'B7', 'Action Logs', { tests: [[SPEC.refusals, 'is refused with an offer to switch, and switching ends the first on record']] }),
      says('There is one customer at a time.', 'B7', 'Start page', { tests: [[SPEC.refusals, 'S12: 50 starts at once leave one context']] }),
    ],
  },
  {
    heading: 'Logged information',
    statements: [
      says('Who placed an order.', 'E1', 'Action Logs', { tests: [[SPEC.assistedOrder, 'goes from the login to the order']] }),
      says('When an account was entered.', 'E1', 'Action Logs › time', { tests: [[SPEC.readLog, '%s, has exactly the entries that fit, newest first']] }),
      says('Which customer was entered.', 'E1', 'Action Logs › customer', { tests: [[SPEC.e2eAdmin, 'E3: Action Logs find by group, person and result']] }),
      says('What was done.', 'E1', 'Action Logs', { tests: [[SPEC.inContext, 'add to the cart, edit it, prices included, apply a coupon, and check out with a comment']] }),
      says('Which prices were changed.', 'E1', 'Action Logs: from, to and reason', { tests: [[SPEC.assistedOrder, 'goes from the login to the order']] }),
      says('It is found under Admin › System › Action Logs, if that is enabled.', 'E3', 'Admin › System › Action Logs', { tests: [[SPEC.e2eAdmin, 'E3: Action Logs find by group, person and result']], deviation: 'The log is always on. A record that can be switched off proves nothing.' }),
    ],
  },
  {
    heading: 'Password protection',
    statements: [
      says('Staff can’t see passwords of customers.', 'B16', 'Nowhere', { tests: [[SPEC.accounts, 'E09: no token is in the outbox or in the record'], [SPEC.assistedOrder, 'keeps no password and no token in what the record says']] }),
      says('Staff can’t change passwords of customers.', 'B16', 'A customer’s account', { tests: [[SPEC.e2eRefusals, 'B16: there is no way to the password, the e-mail or the consent']] }),
      says('Staff can’t reach password reset tokens.', 'B16', 'Admin › Mails: links are masked', { tests: [[SPEC.jobs, 'is masked in the demo inbox'], [SPEC.jobs, 'is made when the mail is sent']] }),
      says('Passwords stay encrypted.', 'A1', 'Database', { tests: [[SPEC.claims, 'are kept as argon2id hashes, of staff and customers alike']], deviation: 'They are hashed with argon2id, which nobody can turn back, not encrypted.' }),
      says('Passwords are never exposed.', 'E1', 'Action Logs, mails', { tests: [[SPEC.assistedOrder, 'keeps no password and no token in what the record says']] }),
      says('Customers log in safely.', 'G2', '/account/login', { tests: [[SPEC.rest, 'I01: guessing is slowed per account and address']] }),
    ],
  },
  {
    heading: 'IP tracking',
    statements: [
      says('Tracking IP addresses is optional.', 'E6', 'Configuration › “Track IP addresses”', { tests: [[SPEC.settingsRecord, 'audit/ip_tracking']] }),
      says('The staff’s IP address is logged.', 'E1', 'Action Logs › details', { tests: [[SPEC.settingsRecord, 'audit/ip_tracking']] }),
      says('The customer’s IP address is logged.', 'E1', 'Action Logs › details', { tests: [[SPEC.settingsRecord, 'audit/ip_tracking']], deviation: 'Staff and customer are never behind one request: the entry keeps the address of the staff and, apart, the last one the customer himself used.' }),
      says('Suspicious activity is detected.', 'E6', 'Action Logs; “Block suspicious sessions”', { tests: [[SPEC.settingsRecord, 'audit/suspicious/block'], ['packages/core/src/suspicion/suspicion.spec.ts', 'is %s with %j, and that alone']] }),
    ],
  },
];
