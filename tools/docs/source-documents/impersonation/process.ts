import { SPEC, says, type Chapter } from '../statement.ts';

/** The five steps from the login to the way out. */
export const process: readonly Chapter[] = [
  {
    heading: 'Step 1: log in as staff',
    statements: [
      says('The login page is at /staff/account/login.', 'A1', '/staff/account/login', { tests: [[SPEC.assistedOrder, 'goes from the login to the order']] }),
      says('Staff give their e-mail and password.', 'A1', '/staff/account/login', { tests: [[SPEC.e2eRefusals, 'A1: a wrong password and an unknown e-mail get the same answer']] }),
    ],
  },
  {
    heading: 'Step 2: find the customer',
    statements: [
      says('The menu has “Customers”.', 'A7', 'Portal › Customers', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('Search by name.', 'A7', 'Portal › Customers', { tests: [[SPEC.search, 'customer search (A7)']] }),
      says('Search by e-mail.', 'A7', 'Portal › Customers', { tests: [[SPEC.search, 'customer search (A7)']] }),
      says('Search by customer ID.', 'A7', 'Portal › Customers', { tests: [[SPEC.search, 'customer search (A7)']] }),
      says('Search by external ID.', 'A7', 'Portal › Customers', { tests: [[SPEC.search, 'customer search (A7)']] }),
    ],
  },
  {
    heading: 'Step 3: start the customer context',
    statements: [
      says('The action has the tooltip “Login to this account”.', 'A8', 'Portal › Customers, each row', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('The staff session is kept.', 'B2', 'Portal, beside the customer’s account', { tests: [[SPEC.idle, 'requests in the portal keep the context alive']] }),
      says('A customer session is created.', 'B3', 'Action Logs › “logged in as”', { tests: [[SPEC.refusals, 'S12: 50 starts at once leave one context']] }),
      says('The customer’s dashboard opens.', 'B4', '/account', { tests: [[SPEC.claims, 'leads to that page of the shop'], [SPEC.inContext, 'view the order history: "My Orders" and one order']] }),
      says('A sign of the customer context may be shown, depending on the theme.', 'B5', 'Banner on each page', { tests: [[SPEC.e2eBanner, 'B5: nothing on the page covers it']], deviation: 'The banner is always there, on every page, problem and print pages too. It can be made smaller, never removed: a clerk must not wonder in whose account she is.' }),
    ],
  },
  {
    heading: 'Step 4: act as the customer',
    statements: [
      says('Browse products.', 'G1', 'Categories and products, with this customer’s prices', { tests: [[SPEC.inContext, 'browse the catalogue and search products']] }),
      says('Add to the cart.', 'G3', 'Product page › “Add to cart”', { tests: [[SPEC.inContext, 'add to the cart, edit it, prices included, apply a coupon, and check out with a comment']] }),
      says('Edit the cart, prices too where they may.', 'C1', 'Cart', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('Proceed to the checkout.', 'G3', 'Cart › “Proceed to checkout”', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('Place the order.', 'D1', 'Checkout › “Place order”', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('See the order history.', 'G2', '“My Orders” in the account', { tests: [[SPEC.inContext, 'view the order history: "My Orders" and one order']] }),
      says('Keep addresses.', 'G2', '“My Addresses” in the account', { tests: [[SPEC.inContext, 'manage addresses: "My Addresses"']] }),
      says('Update account information.', 'G2', '“Account Information” in the account', { tests: [[SPEC.inContext, 'update the account information: name, phone, company and VAT number']], deviation: 'Name, phone, company and VAT number can be changed. The e-mail can’t (B16): who holds the address of an account can reset its password and so keep it.' }),
    ],
  },
  {
    heading: 'Step 5: leave the customer context',
    statements: [
      says('“Logout from current customer” stands in the banner at the top.', 'B5', 'Banner', { tests: [[SPEC.e2eBanner, 'B5: one Tab after the skip link comes the way out']] }),
      says('The customer session ends.', 'B6', 'Banner › “Logout from current customer”', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('The staff session is there again.', 'B6', 'Portal', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('The staff dashboard opens.', 'B6', '/staff, with a receipt of what was done', { tests: [[SPEC.assistedOrder, 'goes from the login to the order']] }),
      says('The order is in “My Orders”.', 'A11', 'Portal › My Orders', { tests: [[SPEC.assistedOrder, 'goes from the login to the order']] }),
    ],
  },
];
