import { SPEC, says, type Chapter } from '../statement.ts';

/** When it doesn't work, and what there is beyond. */
export const afterwards: readonly Chapter[] = [
  {
    heading: 'Troubleshooting: cannot start a customer context',
    statements: [
      says('Check that the customer is assigned to the staff.', 'B1', 'Start page, customer list', { tests: [[SPEC.startTroubles, 'B1: the customer is not assigned, and the actor has no “Access All Customers”']] }),
      says('Check “Access All Customers”, or the assignment.', 'B1', 'Start page, customer list', { tests: [[SPEC.startTroubles, 'B1: the customer is not assigned, and the actor has no “Access All Customers”']] }),
      says('Check that the customer account is active.', 'B1', 'Start page, customer list', { tests: [[SPEC.startTroubles, 'B1: the customer’s account is not active, in the list and on the start page']] }),
      says('Check that access and scope allow the customer context.', 'B1', 'Start page, customer list', { tests: [[SPEC.startTroubles, 'B1: the store is none of the actor’s']] }),
      says('Check that the staff account is active.', 'B1', 'Start page; login', { tests: [[SPEC.startTroubles, 'B1: the staff account is not active']] }),
    ],
  },
  {
    heading: 'Troubleshooting: price editing not available',
    statements: [
      says('Check “Can Edit Item Price” of the staff account.', 'C1', 'Cart: the line says so', { tests: [[SPEC.staffAccounts, '“Price Editing Not Available”: each cause says its own sentence on the line']] }),
      says('Check that price editing is enabled in the configuration.', 'C1', 'Cart: the line says so', { tests: [[SPEC.staffAccounts, '“Price Editing Not Available”: each cause says its own sentence on the line']] }),
      says('Check that the product is not virtual or downloadable.', 'C3', 'Cart: the line says so', { tests: [[SPEC.staffAccounts, '“Price Editing Not Available”: each cause says its own sentence on the line']] }),
    ],
  },
  {
    heading: 'Troubleshooting: session expired',
    statements: [
      says('The staff session ran out during a visit.', 'B9', 'Page “Assist session ended”', { tests: [[SPEC.sessionExpired, 'the page says that both are over']] }),
      says('The staff are logged out.', 'B8', 'Portal', { tests: [[SPEC.idle, 'S08: stands at 899 s']] }),
      says('The customer session is over.', 'B9', 'Page “Assist session ended”', { tests: [[SPEC.idle, 'B9: shows the end to whoever clicks next']] }),
      says('Staff must log in again.', 'B9', 'Page “Assist session ended” › log in', { tests: [[SPEC.sessionExpired, 'the page says that both are over']] }),
      says('The cart may be lost, depending on the configuration.', 'B8', 'Configuration › “Cart when a session expires”', { tests: [[SPEC.cartSafety, 'by default keeps the cart, and the ended page says so'], [SPEC.cartSafety, 'as on entry empties a cart that only this session began, by the sweeper too, once']], deviation: 'The cart is kept unless the shop chooses “as on entry”; then it goes back to what it was, and nothing of the customer’s is lost.' }),
      says('A longer session lifetime prevents it.', 'B8', 'Configuration › “Session lifetime (seconds)”', { tests: [[SPEC.settingsAssist, 'staff/session/lifetime']] }),
    ],
  },
  {
    heading: 'Troubleshooting: order not assigned to staff',
    statements: [
      says('Check that the staff were logged in.', 'D2', 'Admin › Orders › order', { tests: [[SPEC.commissionJourney, 'staff/order/set_permanently at %s scope']] }),
      says('Check that the visit was going on.', 'D2', 'Admin › Orders › order', { tests: [[SPEC.commissionJourney, 'staff/order/set_permanently at %s scope']] }),
      says('Check that the customer did not place it himself.', 'D2', 'Admin › Orders › order', { tests: [[SPEC.selfOrder, 'is nobody’s, and says that nobody helped'], [SPEC.commissionJourney, 'staff/order/set_permanently at %s scope']] }),
      says('Check “Set staff permanently on order”.', 'D2', 'Configuration › Staff › Orders', { tests: [[SPEC.commissionJourney, 'staff/order/set_permanently at %s scope']] }),
    ],
  },
  {
    heading: 'Token-based login',
    statements: [
      says('It needs a token service beside the extension.', 'B18', 'Portal', { tests: [[SPEC.loginLink, 'staff click the link in the mail, log in, confirm, and are in the customer’s account']], deviation: 'The service is part of Onbehalf.' }),
      says('A link in a mail gives quick access to a customer.', 'B18', 'Portal › link by mail', { tests: [[SPEC.loginLink, 'staff click the link in the mail, log in, confirm, and are in the customer’s account']] }),
      says('A token is made for a customer.', 'B18', 'Portal › link by mail', { tests: [[SPEC.loginLink, 'staff click the link in the mail, log in, confirm, and are in the customer’s account']] }),
      says('A mail with the link is sent.', 'B18', 'Mail', { tests: [[SPEC.loginLink, 'staff click the link in the mail, log in, confirm, and are in the customer’s account']] }),
      says('The staff click the link.', 'B18', 'Mail', { tests: [[SPEC.loginLink, 'staff click the link in the mail, log in, confirm, and are in the customer’s account']] }),
      says('They are in the customer’s account without more ado.', 'B18', 'Page that asks once more', { tests: [[SPEC.loginLink, 'staff click the link in the mail, log in, confirm, and are in the customer’s account']], deviation: 'The link needs the staff’s own session and one click on a page that names the customer. Mail programs open links by themselves, and a link that is forwarded must open nothing.' }),
    ],
  },
  {
    heading: 'API integration',
    statements: [
      says('It needs an API module beside the extension.', 'H1', '/V1/openapi.json', { tests: [[SPEC.rest, 'tells of every REST route there is, and of no other']], deviation: 'REST is part of Onbehalf.' }),
      says('It serves mobile apps and other systems.', 'H1', '/V1', { tests: [[SPEC.rest, 'does what the browser does']] }),
      says('POST /V1/staff/token.', 'H1', '/V1/openapi.json', { tests: [[SPEC.rest, 'does what the browser does']] }),
      says('POST /V1/staff/customers/:customerId/token.', 'H1', '/V1/openapi.json', { tests: [[SPEC.rest, 'does what the browser does'], [SPEC.rest, 'explains every check before the start']] }),
    ],
  },
];
