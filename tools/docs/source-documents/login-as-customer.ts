import { SPEC, says, type SourceDocument } from './statement.ts';

const PAGES = ['customer list', 'customer', 'order', 'invoice', 'shipment', 'credit memo'] as const;

/** Adobe Commerce's document on its feature. */
export const loginAsCustomer: SourceDocument = {
  letter: 'L',
  title: 'Login as Customer',
  about: 'Administrators set the feature up, customers allow it, and administrators help them shop.',
  chapters: [
    {
      heading: 'What it is',
      statements: [
        says('Administrators see what the customer sees.', 'B4', 'A customer’s account, with his prices and his cart', { tests: [[SPEC.inContext, 'view the order history: "My Orders" and one order']] }),
        says('They make changes to help him.', 'B17', 'A customer’s account', { tests: [[SPEC.inContext, 'update the account information: name, phone, company and VAT number']] }),
        says('What they do is done in the customer’s real account.', 'B12', 'Dialog “You are about to Login as Customer”', { tests: [[SPEC.loginAsCustomer, 'B12: asks in the contract’s words and leads into the account'], [SPEC.inContext, 'add to the cart, edit it, prices included, apply a coupon, and check out with a comment']] }),
        ...PAGES.map((name) => says(`Where a role allows it, the button “Login as Customer” is on the page: ${name}.`, 'B12', `Admin › ${name}`, { tests: [[SPEC.e2eSetUp, 'button']] })),
      ],
    },
    {
      heading: 'Enable the feature',
      statements: [
        says('The feature is enabled for the shop, and then for administrators by their roles.', 'B1', 'Configuration; User Roles', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('Stores › Settings › Configuration is in the side bar of admin.', 'F1', 'Admin › Stores › Configuration', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('The panel has Customers › Login as Customer.', 'F1', 'Configuration › Customers › Login as Customer', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('“Enable Login as Customer” is set to Yes.', 'B1', 'Configuration › “Enable Login as Customer”', { tests: [[SPEC.e2eSetUp, 'sets the feature up'], [SPEC.settingsAssist, 'assist/enabled']] }),
        says('“Disable Page Cache for Admin User” set to No lets the cache work in a visit.', 'B14', 'Configuration › “Disable Page Cache for Admin User”', { tests: [[SPEC.pageCache, 'assist/page_cache_disabled']], deviation: 'With No a visit may read cached parts of the catalogue that have nothing personal in them. It never gets a cached page and never writes to the cache.' }),
        says('Yes is the default and gives fresh data.', 'B14', 'Configuration › “Disable Page Cache for Admin User”', { tests: [[SPEC.pageCache, 'assist/page_cache_disabled']] }),
        says('“Store View to Log in” set to Manual Selection lets administrators choose the store view, with several websites or stores.', 'B13', 'Configuration › “Store View to Log in”; dialog', { tests: [[SPEC.storeChoice, 'B13: assist/store_view Manual Selection shows every store view both share'], ['e2e/login-as-customer.spec.ts', 'B13: “Manual Selection” asks for the store view']] }),
        says('“Save Config” ends it.', 'F1', 'Configuration › “Save Config”', { tests: [[SPEC.e2eSetUp, 'sets the feature up'], [SPEC.admin, 'writes what changed, says so on the page that follows']] }),
      ],
    },
    {
      heading: 'Enable access for administrators',
      statements: [
        says('System › Permissions › User Roles is in the side bar.', 'F2', 'Admin › System › User Roles', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('A role of the list is opened with a click.', 'F2', 'User Roles › role', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('Role Information has “Role Resources” in its panel.', 'F2', 'User Roles › role › Role Resources', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('“Role Resources” is set to Custom.', 'F2', 'User Roles › role › Role Resources', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('With Custom the tree of resources is shown.', 'F2', 'User Roles › role › Role Resources', { tests: [[SPEC.roles, 'names the sections and resources as Adobe’s and MageB2B’s documents do'], ['e2e/user-roles.spec.ts', 'without script the tree shows for Custom, and is saved']] }),
        says('Customers › Login as Customer is a branch of it.', 'F2', 'Role Resources › Customers › Login as Customer', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('“Allow Login as Customer” lets administrators use the feature.', 'F2', 'Role Resources', { tests: [[SPEC.roles, '“Allow Login as Customer” unticked ends a running assist session and closes the way in']] }),
        says('“View Login as Customer Log” lets them see its log.', 'F2', 'Role Resources; Action Logs', { tests: [[SPEC.roles, '“View Login as Customer Log” opens that action group and no other']] }),
        says('“Save Role” ends it.', 'F2', 'User Roles › role › “Save Role”', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
      ],
    },
    {
      heading: 'From admin',
      statements: [
        says('Customers › All Customers is in the side bar.', 'F3', 'Admin › Customers › All Customers', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('A customer is opened for editing.', 'F3', 'All Customers › customer', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('The panel “Customer Information” has the section “Account Information”.', 'B10', 'All Customers › customer › Account Information', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('“Allow remote shopping assistance” is set to Yes there.', 'B10', 'All Customers › customer › Account Information', { tests: [[SPEC.e2eSetUp, 'sets the feature up']] }),
        says('The administrator can then enter the account without the customer’s own permission from the store.', 'B10', 'All Customers › customer › “Login as Customer”', { tests: [[SPEC.adminCustomers, 'B10: Customers › All Customers › customer › Customer Information › Account Information ›']], deviation: 'Setting it needs a right of its own, “Remote shopping assistance opt-in”, and the customer is told by mail: consent that nobody hears of is none.' }),
      ],
    },
    {
      heading: 'The customer’s permission',
      statements: [
        says('The customer goes to “Account Information”.', 'B10', 'Account › “Account Information”', { tests: [[SPEC.e2eCustomer, 'Allow remote shopping assistance']] }),
        says('He ticks “Allow remote shopping assistance”.', 'B10', 'Account › “Account Information”', { tests: [[SPEC.e2eCustomer, 'Allow remote shopping assistance']] }),
        says('He clicks “Save”.', 'B10', 'Account › “Account Information” › “Save”', { tests: [[SPEC.e2eCustomer, 'Allow remote shopping assistance']] }),
        says('Without this permission nobody can log in as this customer.', 'B10', 'Start page; dialog', { tests: [[SPEC.refusals, '$who: refused with the reason on the page and in the record']] }),
      ],
    },
    {
      heading: 'Use it',
      statements: [
        says('One sees the shop as the customer does.', 'B4', 'A customer’s account', { tests: [[SPEC.inContext, 'view the order history: "My Orders" and one order']] }),
        says('One finds out what is wrong and acts for the customer.', 'A9', 'A customer’s account', { tests: [[SPEC.inContext, 'view the order history: "My Orders" and one order']] }),
        says('“Login as Customer” is clicked on the pages named before.', 'B12', 'Admin', { tests: [[SPEC.e2eSetUp, 'button']] }),
        says('What was done is in the actions report.', 'E3', 'Admin › System › Action Logs', { tests: [[SPEC.e2eSetUp, 'log']] }),
        says('Adding and removing products changes the customer’s real cart.', 'B12', 'A customer’s cart', { tests: [[SPEC.inContext, 'add to the cart, edit it, prices included, apply a coupon, and check out with a comment']] }),
        says('A banner reminds of it: logged in as, with the customer’s name.', 'B5', 'Banner', { tests: [[SPEC.e2eBanner, 'B5: the banner stands on every page']] }),
      ],
    },
    {
      heading: 'The log',
      statements: [
        says('A log lists the sessions in which the feature was used; it is part of the commercial edition only.', 'E3', 'Admin › System › Action Logs', { tests: [[SPEC.e2eAdmin, 'E3: Action Logs find by group, person and result']], deviation: 'There is one edition, and the log is always part of it.' }),
        says('It is reached by the actions report of admin.', 'E3', 'Admin › System › Action Logs', { tests: [[SPEC.e2eAdmin, 'E3: Action Logs find by group, person and result']] }),
        says('“Action Group” is set to “Login As Customer”.', 'E3', 'Action Logs › “Action Group”', { tests: [[SPEC.e2eAdmin, 'E3: Action Logs find by group, person and result']] }),
        says('“Search” filters the report.', 'E3', 'Action Logs › “Search”', { tests: [[SPEC.e2eAdmin, 'E3: Action Logs find by group, person and result']] }),
      ],
    },
  ],
};
