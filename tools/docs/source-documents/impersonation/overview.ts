import { SPEC, says, type Chapter } from '../statement.ts';

/** What the document promises before it explains. */
export const overview: readonly Chapter[] = [
  {
    heading: 'Overview',
    statements: [
      says('Staff get into a customer’s account safely, without the customer’s password.', 'B2', 'Portal › Customers › “Login to this account”', { tests: [[SPEC.assistedOrder, 'goes from the login to the order with its commission, and leaves the customer as he was']] }),
      says('They place orders on the customer’s behalf.', 'D1', 'Checkout in the customer’s account', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('They change the prices of items in the cart.', 'C1', 'Cart › “Edit Price”', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('They use the customer’s dashboard.', 'B4', 'Account dashboard in the customer’s account', { tests: [[SPEC.inContext, 'view the order history: "My Orders" and one order']] }),
      says('They see the customer’s orders.', 'G2', '“My Orders” in the customer’s account', { tests: [[SPEC.inContext, 'view the order history: "My Orders" and one order']] }),
      says('They keep the customer’s addresses.', 'G2', '“My Addresses” in the customer’s account', { tests: [[SPEC.inContext, 'manage addresses: "My Addresses"']] }),
    ],
  },
  {
    heading: 'Security model: separate sessions',
    statements: [
      says('The staff session stays as it is.', 'B2', 'Portal, beside the customer’s account', { tests: [[SPEC.idle, 'requests in the portal keep the context alive'], [SPEC.refusals, 'the context’s cookie opens nothing of the portal']] }),
      says('A customer session of its own is made for the time of the visit.', 'B2', 'Action Logs › “logged in as”', { tests: [[SPEC.idle, 'S14: leaves the customer’s own sessions alone']] }),
      says('It is known throughout who acts for whom.', 'B5', 'Banner on each page; `GET /V1/me`', { tests: [[SPEC.e2eBanner, 'B5: the banner stands on every page'], [SPEC.rest, 'does what the browser does']] }),
      says('Leaving the customer is one click.', 'B6', 'Banner › “Logout from current customer”', { tests: [[SPEC.e2eBanner, 'B5: one Tab after the skip link comes the way out']] }),
    ],
  },
  {
    heading: 'Audit trail',
    statements: [
      says('An order carries the ID of the staff who placed it.', 'D1', 'Admin › Orders › order', { tests: [[SPEC.checkout, 'placed in a context keeps who helped']] }),
      says('What is known of the staff is stored in the order.', 'D1', 'Admin › Orders › order', { tests: [[SPEC.assistedOrder, 'shows the order to an administrator with staff, group, commission and comment']] }),
      says('Commission is reckoned without anybody’s doing.', 'D3', 'Portal › My Orders', { tests: [[SPEC.commission, 'on 500.00 at 5 % is 25.00']] }),
      says('Everything can be traced.', 'E1', 'Admin › System › Action Logs', { tests: [[SPEC.e2eAdmin, 'E3: Action Logs find by group, person and result']] }),
    ],
  },
  {
    heading: 'Access control',
    statements: [
      says('The staff account must be active.', 'B1', 'Start page: the list of checks', { tests: [[SPEC.access, 'is refused with %s, and with that alone']] }),
      says('The customer is assigned to the staff, or the staff has “Access All Customers”.', 'B1', 'Start page; Admin › Staff › “Access All Customers”', { tests: [[SPEC.search, 'shows only assigned customers, or all of the websites the actor works in'], [SPEC.e2eRefusals, 'A7: Uma is a colleague’s']] }),
      says('The staff is allowed to enter accounts.', 'B1', 'User Roles › “Allow Login as Customer”', { tests: [[SPEC.access, 'is refused with %s, and with that alone']] }),
      says('The customer account is active.', 'B1', 'Start page: the list of checks', { tests: [[SPEC.access, 'is refused with %s, and with that alone']] }),
      says('The staff is assigned to this customer or may access him.', 'A7', 'Portal › Customers', { tests: [[SPEC.refusals, 'shows Sarah none of the customers that are not hers']] }),
      says('The customer is neither blocked nor suspended.', 'B1', 'Customer list: the disabled button says so', { tests: [[SPEC.refusals, '$who: refused with the reason on the page and in the record']] }),
    ],
  },
];
