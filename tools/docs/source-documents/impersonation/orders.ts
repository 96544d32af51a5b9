import { SPEC, says, type Chapter } from '../statement.ts';

const DASHBOARD = [
  ['My Orders', 'view the order history: "My Orders" and one order'],
  ['My Addresses', 'manage addresses: "My Addresses"'],
  ['Account Information', 'update the account information: name, phone, company and VAT number'],
  ['Wishlist', 'keep the wishlist'],
  ['Newsletter Subscriptions', 'keep "Newsletter Subscriptions"'],
] as const;

/** What an order carries, what it earns, who is told, and the frame it is placed in. */
export const orders: readonly Chapter[] = [
  {
    heading: 'Order assignment',
    statements: [
      says('The order carries the staff’s ID.', 'D1', 'Admin › Orders › order', { tests: [[SPEC.checkout, 'placed in a context keeps who helped']] }),
      says('The staff group is kept with it.', 'A4', 'Admin › Orders › order', { tests: [[SPEC.assistedOrder, 'shows the order to an administrator with staff, group, commission and comment']] }),
      says('The commission is reckoned.', 'D3', 'Admin › Orders › order', { tests: [[SPEC.assistedOrder, 'shows the order to an administrator with staff, group, commission and comment']] }),
      says('A comment is added to the order.', 'D1', 'Admin › Orders › order › comments', { tests: [[SPEC.assistedOrder, 'shows the order to an administrator with staff, group, commission and comment']] }),
      says('Staff assignment, staff group and commission amount are part of the order’s data.', 'D1', 'Admin › Orders; `GET /V1/orders`', { tests: [[SPEC.checkout, 'placed in a context keeps who helped']] }),
    ],
  },
  {
    heading: 'Commission calculation',
    statements: [
      says('From the total excluding tax.', 'D3', 'Configuration › Staff › Commission', { tests: [[SPEC.commission, 'goes by the basis: without tax, with tax, or the discount given']] }),
      says('From the total including tax.', 'D3', 'Configuration › Staff › Commission', { tests: [[SPEC.commission, 'goes by the basis: without tax, with tax, or the discount given']] }),
      says('From the product discount.', 'D3', 'Configuration › Staff › Commission', { tests: [[SPEC.commission, 'goes by the basis: without tax, with tax, or the discount given']] }),
      says('$500.00 at 5 % gives $25.00.', 'D3', 'Portal › My Orders', { tests: [[SPEC.commission, 'on 500.00 at 5 % is 25.00'], [SPEC.commissionJourney, 'an order of $500.00 at 5 % gives Sarah $25.00']] }),
    ],
  },
  {
    heading: 'Order confirmation',
    statements: [
      says('The customer gets a confirmation by mail.', 'D5', 'Mail “Your order”', { tests: [[SPEC.assistedOrder, 'sends the customer his confirmation and Sarah her copy']] }),
      says('It has the details of the order.', 'D5', 'Mail “Your order”', { tests: [[SPEC.assistedOrder, 'sends the customer his confirmation and Sarah her copy']] }),
      says('The staff get a copy where that is configured.', 'D5', '“Send order confirmation copy”', { tests: [[SPEC.commissionJourney, 'staff/order/confirmation_copy at %s scope']] }),
      says('The copy has the commission.', 'D5', 'Staff copy of the mail', { tests: [[SPEC.assistedOrder, 'sends the customer his confirmation and Sarah her copy']] }),
      says('The copy has the customer’s details.', 'D5', 'Staff copy of the mail', { tests: [[SPEC.assistedOrder, 'sends the customer his confirmation and Sarah her copy']] }),
    ],
  },
  {
    heading: 'Staff indicator',
    statements: [
      says('The banner says “You are logged in as: John Doe”.', 'B5', 'Banner', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John'], [SPEC.assistedOrder, 'goes from the login to the order']] }),
      says('The banner says “Staff: Sarah Johnson”.', 'B5', 'Banner', { tests: [[SPEC.assistedOrder, 'goes from the login to the order']] }),
      says('The banner has “Logout from current customer”.', 'B5', 'Banner', { tests: [[SPEC.e2eBanner, 'B5: one Tab after the skip link comes the way out']] }),
    ],
  },
  {
    heading: 'Available actions',
    statements: [
      ...DASHBOARD.map(([link, test]) => says(`The dashboard has “${link}”.`, 'G2', `Account › “${link}”`, { tests: [[SPEC.inContext, test]] })),
      says('Browse the catalogue.', 'G1', 'Categories', { tests: [[SPEC.inContext, 'browse the catalogue and search products']] }),
      says('Search products.', 'G1', 'Search in the header', { tests: [[SPEC.inContext, 'browse the catalogue and search products']] }),
      says('Add to the cart.', 'G5', 'Product page › “Add to cart”', { tests: [[SPEC.inContext, 'add to the cart, edit it, prices included, apply a coupon, and check out with a comment']] }),
      says('Apply coupons.', 'G3', 'Cart › coupon', { tests: [[SPEC.inContext, 'add to the cart, edit it, prices included, apply a coupon, and check out with a comment']] }),
      says('Check out.', 'G3', 'Cart › “Proceed to checkout”', { tests: [[SPEC.inContext, 'add to the cart, edit it, prices included, apply a coupon, and check out with a comment']] }),
    ],
  },
];
