import { SPEC, says, type Chapter } from '../statement.ts';

/** What staff can't do in a customer's account. */
export const access: readonly Chapter[] = [
  {
    heading: 'Restrictions',
    statements: [
      says('The customer’s password can’t be changed.', 'B16', '/account/password in a customer’s account', { tests: [[SPEC.e2eRefusals, 'B16: there is no way to the password, the e-mail or the consent']] }),
      says('The customer’s account can’t be deleted.', 'B16', 'No such page in a customer’s account', { tests: [[SPEC.inContext, 'delete the account: no route does']] }),
      says('Restricted pages can’t be opened, where some are configured.', 'B15', '“Not allowed handles”', { tests: [[SPEC.claims, 'close a page in an assist session']] }),
    ],
  },
  {
    heading: 'Not allowed handles',
    statements: [
      says('The setting is in the configuration, section Staff › General.', 'B15', 'Stores › Configuration › Staff › General', { tests: [[SPEC.settingsAssist, 'assist/restricted_handles']] }),
      says('“Not allowed handles” lists the restricted pages.', 'B15', 'Configuration › “Not allowed handles”', { tests: [[SPEC.settingsAssist, 'assist/restricted_handles']] }),
      says('Example: customer_account_edit.', 'B15', 'Help of the setting; “Account Information”', { tests: [[SPEC.settingsAssist, 'B15: assist/restricted_handles shows the three handles as its example']] }),
      says('Example: customer_address_delete.', 'B15', 'Help of the setting; “My Addresses”', { tests: [[SPEC.settingsAssist, 'B15: assist/restricted_handles shows the three handles as its example']] }),
      says('Example: wishlist_index_remove.', 'B15', 'Help of the setting; “Wishlist”', { tests: [[SPEC.settingsAssist, 'B15: assist/restricted_handles shows the three handles as its example']] }),
      says('Staff who open a restricted page are led elsewhere.', 'B15', 'Customer’s dashboard', { tests: [[SPEC.claims, 'close a page in an assist session']] }),
      says('A message says so.', 'B15', '“This page is not available while you assist a customer.”', { tests: [[SPEC.claims, 'close a page in an assist session']] }),
      says('The attempt is in the audit trail.', 'B15', 'Action Logs', { tests: [[SPEC.claims, 'close a page in an assist session']] }),
    ],
  },
  {
    heading: 'Use cases of restrictions',
    statements: [
      says('Password changes can be restricted.', 'B16', 'A customer’s account', { tests: [[SPEC.walk, 'that mode in the shop, its actor’s own rights in the portal, nobody in REST']], deviation: 'No setting is needed: in a customer’s account passwords are always closed.' }),
      says('Account deletion can be restricted.', 'B16', 'A customer’s account', { tests: [[SPEC.inContext, 'delete the account: no route does']], deviation: 'No setting is needed: an account can never be deleted from inside.' }),
      says('Management of means of payment can be restricted.', 'B16', 'A customer’s account', { tests: [[SPEC.inContext, 'delete the account: no route does']], deviation: 'No means of payment are stored, so none can be seen or added by anybody.' }),
      says('Sensitive customer data can be restricted.', 'B17', 'Role › mode; “Not allowed handles”', { tests: [[SPEC.claims, 'looks and changes nothing, whatever is posted'], [SPEC.settingsAssist, 'B15: assist/restricted_handles shows the three handles as its example']] }),
    ],
  },
];
