import { code, page, table } from './markdown.ts';
import { ASSIST, CLAIMS, CORE, DATABASE, HTTP, JOURNEYS, SHOP } from './test-places.ts';

export interface Feature {
  /** Row of the feature contract. */
  id: string;
  works: string;
  /** Files whose tests state it; a spec checks that they exist. */
  tests: readonly string[];
}

export const FEATURES: readonly Feature[] = [
  {
    id: 'A1', works: 'Staff and administrators log in with e-mail and password, log out, reset a forgotten password by mail, change their own, and choose their language and time zone. A new password ends every other session and token and the customer’s account the actor is in. Wrong password, unknown e-mail and inactive account get one answer after the same work. Tries are counted in the database before they are looked at, per account and place, per network (IPv6 by /64) and, for places it was never used from, per account; whoever fails on purpose keeps nobody out.',
    tests: [`${JOURNEYS}/sign-in.int.spec.ts`, `${CORE}/sign-in/brake.spec.ts`, `${JOURNEYS}/rest.int.spec.ts`, `${JOURNEYS}/accounts.int.spec.ts`],
  },
  {
    id: 'A2', works: 'Second factor by an authenticator app (TOTP) with ten recovery codes, at login and as `otp` over REST; a role can require it, an administrator with the right resets it. See [the how-to](../how-to/second-factor.md). “Sessions”: where somebody is logged in, “End” and “Log out everywhere”, for administrators too. No passkeys and no single sign-on yet.',
    tests: [`${JOURNEYS}/second-factor.int.spec.ts`, `${JOURNEYS}/staff-sessions.int.spec.ts`, `${ASSIST}/staff/totp.spec.ts`, 'e2e/second-factor.spec.ts'],
  },
  {
    id: 'A3',
    works: 'Staff › All Staff: search and filters; each account with name, e-mail, phone, active, role, group, stores, language, time zone, “Access All Customers”, “Can Edit Item Price”, “Can Create Customer”, commission rate, largest discount, “Send order confirmation copy” and own customer account. A new one is invited by mail to choose a password; an inactive one is out at once. No photo.',
    tests: [`${CORE}/access/rights.spec.ts`, `${CORE}/money/percent.spec.ts`, `${JOURNEYS}/staff-accounts.int.spec.ts`],
  },
  {
    id: 'A4',
    works: 'Staff › Staff groups: name, team lead, commission rate, default group; one in use stays. The group is stored on every order its members place. A team lead sees the team’s orders and commission under “My Orders”, and sees and enters its customers.',
    tests: [`${JOURNEYS}/staff-accounts.int.spec.ts`, `${JOURNEYS}/team-lead.int.spec.ts`, `${JOURNEYS}/assisted-order.int.spec.ts`],
  },
  {
    id: 'A5', works: 'One primary member of staff per customer, and further ones where “Can customer have multiple staff” allows: assigned on the customer’s page, in bulk under Staff › Assignments, on the staff account’s page, from CSV with a check first, and over REST. A deputy sees and enters an absent colleague’s customers from the first day to the last. See [the how-to](../how-to/assign-customers.md). Who loses a customer is out of the account at once.',
    tests: [`${JOURNEYS}/assignment.int.spec.ts`, `${JOURNEYS}/deputy.int.spec.ts`, `${CORE}/assignment/decide-assignment.spec.ts`],
  },
  {
    id: 'A7',
    works: '“Customers” searches name, company, e-mail, customer ID and external ID, and filters by group, store, last order, cart and consent. It lists only customers the member of staff may see. Enter enters the only one found.',
    tests: [`${JOURNEYS}/price-editor.int.spec.ts`, 'e2e/phone-sale.spec.ts', `${JOURNEYS}/refusals.int.spec.ts`, `${JOURNEYS}/assisted-order.int.spec.ts`, 'e2e/refusals.spec.ts'],
  },
  {
    id: 'A8',
    works: 'Each row has the button “Login to this account”; where it can’t be used, it is disabled with every reason. A dialog asks for what only a person can answer.',
    tests: [`${CORE}/access/access.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, 'e2e/refusals.spec.ts'],
  },
  {
    id: 'A9',
    works: 'The customer page of the portal: profile, addresses, consent with its history, open carts, orders, prices that apply, notes and visits, who helped and when. Only for customers the actor may see; the look is on record.',
    tests: [`${JOURNEYS}/customer-page.int.spec.ts`],
  },
  {
    id: 'A10',
    works: 'Staff with “Can Create Customer” create customers where “Enable creating new customer” allows it, administrators with the right for any store. The customer chooses the password by an invitation that works once; the creator in the portal becomes the primary member of staff.',
    tests: [`${JOURNEYS}/customers-created.int.spec.ts`, `${CORE}/customers/customers.spec.ts`],
  },
  {
    id: 'A11',
    works: '“My Orders” lists number, customer, date, total, commission and status, with filters, sorting and CSV.',
    tests: [`${SHOP}/orders/orders.int.spec.ts`, `${JOURNEYS}/assisted-order.int.spec.ts`],
  },
  { id: 'A12', works: 'A visit on a phone of 360 px, one-handed: search, enter, add, price, order, exit, nothing to scroll sideways, what comes next under the thumb. The portal can be installed.', tests: ['e2e/field-visit.spec.ts'] },
  {
    id: 'B1',
    works: 'Fifteen checks decide whether an account may be entered. All of them are answered with pass or fail, on the page and by `explain` in REST; the list in SQL, the button, the start and every request give the same answer. Of a customer out of sight nothing but that is told.',
    tests: [`${JOURNEYS}/start-troubles.int.spec.ts`, `${CORE}/access/access.spec.ts`, `${CORE}/access/access-table.spec.ts`, `${JOURNEYS}/hold-list.int.spec.ts`, `${JOURNEYS}/hold-rights.int.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, `${JOURNEYS}/rest.int.spec.ts`],
  },
  {
    id: 'B2',
    works: 'The assist session is a row of its own with a token of its own. Neither credential works in the other’s place, and the customer’s own sessions stay as they are.',
    tests: [`${JOURNEYS}/refusals.int.spec.ts`, `${JOURNEYS}/idle.int.spec.ts`, `${JOURNEYS}/attack-pages.int.spec.ts`, `${JOURNEYS}/attack-tokens.int.spec.ts`, 'e2e/assisted-order.spec.ts'],
  },
  {
    id: 'B3',
    works: 'On one origin: a single POST checks, opens the session, writes the entry and sets the cookie, in one transaction. To a store on another origin: a ticket for one browser, once, for a minute, with every check run again.',
    tests: [`${JOURNEYS}/assisted-order.int.spec.ts`, `${JOURNEYS}/handover.int.spec.ts`, 'e2e/handover.spec.ts'],
  },
  { id: 'B4', works: 'The actor lands on the customer’s dashboard, or on a page of the shop asked for through an allow-list of paths.', tests: [CLAIMS] },
  { id: 'B5', works: 'The banner is part of the page’s frame: both names, time left, “Logout from current customer”; on problem pages too. No name hides it or turns it round, no frame covers it; title, banner and exit are reached and read by keyboard and screen reader.', tests: [CLAIMS, `${JOURNEYS}/banner.int.spec.ts`, `${JOURNEYS}/assisted-order.int.spec.ts`, 'e2e/banner.spec.ts', 'e2e/by-keyboard.spec.ts'] },
  { id: 'B6', works: 'Leaving ends the assist session alone and shows what was done in it. Back shows nothing of the account any more, and a form of a page left open does nothing and shows the end.', tests: [`${JOURNEYS}/time-left.int.spec.ts`, 'e2e/by-keyboard.spec.ts', `${JOURNEYS}/assisted-order.int.spec.ts`, 'e2e/refusals.spec.ts'] },
  { id: 'B7', works: 'A partial unique index allows one live assist session per actor. A second start offers “Switch” (REST: 409 unless `switch` is true) and tells which colleague is inside. What is over by then ends with its own reason and asks nobody to switch.', tests: [`${JOURNEYS}/hold-races.int.spec.ts`, `${ASSIST}/session/sequences.int.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, `${JOURNEYS}/rest.int.spec.ts`, 'e2e/refusals.spec.ts'] },
  {
    id: 'B8',
    works: 'Idle time ends the staff session and the assist session with it; a hard limit ends the assist session alone. Each request of the actor counts as use; what a page asks by itself doesn’t. In the portal and in the account a countdown asks in time and “Stay logged in” puts the idle end off; of the hard limit it says that it can’t be. Without script the moment is named. The cart stays as it was left, or goes back with the end to what it was on entry, where the shop says so and nobody else changed it.',
    tests: [`${CORE}/assist-session/liveness.spec.ts`, `${JOURNEYS}/idle.int.spec.ts`, `${JOURNEYS}/time-left.int.spec.ts`, 'packages/web/src/client/clock-times.spec.ts', `${ASSIST}/session/sweep.int.spec.ts`, `${JOURNEYS}/cart-safety.int.spec.ts`],
  },
  {
    id: 'B9',
    works: 'Every request asks whether the assist session still stands, and each check that fails ends it with its own reason. The statement that acts compares again what the session rests on, so that nothing is done after a revocation. An assist cookie that is over gives the page “Assist session ended: …”, whatever the method. So does a form of a page that outlived its session, whoever is logged in there now. The page says what to do next, for each reason.',
    tests: [`${CORE}/assist-session/liveness.spec.ts`, `${JOURNEYS}/hold-races.int.spec.ts`, `${JOURNEYS}/hold-processes.int.spec.ts`, `${ASSIST}/session/sequences.int.spec.ts`, `${JOURNEYS}/idle.int.spec.ts`, 'e2e/refusals.spec.ts'],
  },
  {
    id: 'B10',
    works: 'The customer gives and withdraws consent with a checkbox on “Account Information”; text and tooltip are set per store view. The policies opt-in, opt-out and not asked are in force. Each answer is kept as history. An administrator with the right “Remote shopping assistance opt-in” sets it under Customer Information › Account Information; the customer is told by mail. Nobody does from inside an assist session.',
    tests: [`${JOURNEYS}/consent-request.int.spec.ts`, `${JOURNEYS}/admin-customers.int.spec.ts`, `${JOURNEYS}/settings-consent.int.spec.ts`, 'e2e/admin-customers.spec.ts', `${SHOP}/accounts/accounts.int.spec.ts`, `${CORE}/access/access.spec.ts`],
  },
  {
    id: 'B11',
    works: 'A start asks for a reason from the shop’s list and for a reference; where the shop says so, nobody enters without a reason. Both go to the record and onto the order.',
    tests: [`${JOURNEYS}/settings-assist.int.spec.ts`, `${JOURNEYS}/login-as-customer.int.spec.ts`],
  },
  {
    id: 'B12',
    works: '“Login as Customer” on the customer list, customer, order, invoice, shipment and credit memo pages: asks in a dialog, without script on a page of its own. Absent without the right; where the customer can’t be entered it is disabled with all reasons. Exit leads back to the record.',
    tests: ['e2e/login-as-customer.spec.ts', `${JOURNEYS}/login-as-customer.int.spec.ts`, `${JOURNEYS}/sales-documents.int.spec.ts`, 'e2e/sales-documents.spec.ts'],
  },
  {
    id: 'B13',
    works: 'An assist session opens in the customer’s own store view or, with “Manual Selection”, in one chosen among those that customer and member of staff share. It works only in that website and in the actor’s stores; REST names a store by its code.',
    tests: ['e2e/login-as-customer.spec.ts', `${JOURNEYS}/store-choice.int.spec.ts`],
  },
  {
    id: 'B14',
    works: 'Anonymous pages come from a page cache, forgotten in every process when what they show changes. A context never gets or writes a cached page; with “Disable Page Cache for Admin User” No it may read the frame of the catalogue from it. See [how it works](../explanation/page-cache.md).',
    tests: [`${JOURNEYS}/page-cache.int.spec.ts`, `${HTTP}/page-cache/page-cache.spec.ts`],
  },
  {
    id: 'B15',
    works: '“Not allowed handles” closes pages, their forms and their REST twins in an assist session; the actor is led to the dashboard with a message, and the attempt is on record. Matched after routing, so that no other spelling of an address helps. A star, a pattern or an unknown word is refused.',
    tests: [`${JOURNEYS}/settings-assist.int.spec.ts`, `${JOURNEYS}/fixed-floor.int.spec.ts`, CLAIMS, `${JOURNEYS}/route-walk.int.spec.ts`],
  },
  { id: 'B16', works: 'Routes that show or change a password, reset one, or log in and out as the customer are closed in an assist session whatever the settings. E-mail and consent can’t be changed there. Everything else a customer does works there. A route without a handle or a rule stops the start; each is written down a second time in the table of the walk.', tests: [`${JOURNEYS}/fixed-floor.int.spec.ts`, 'apps/server/src/testing/route-expectations.spec.ts', `${JOURNEYS}/in-context.int.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, `${JOURNEYS}/route-walk.int.spec.ts`, 'e2e/refusals.spec.ts'] },
  {
    id: 'B19',
    works: 'Customers › Assist sessions: open contexts with both people, store, since, idle, time left, last action in words and reason; search, store filter, pages; updates by itself without keeping anybody’s session alive. “End session” asks, takes a reason for the log, and acts at once; over REST too. Only with the right “End assist sessions”, in one’s own stores, and without a right to all customers for the own team.',
    tests: [`${JOURNEYS}/live-view.int.spec.ts`],
  },
  {
    id: 'B20',
    works: 'The customer is told by mail when somebody comes and goes, as the shop sets it, and reads under “Who helped me” when, why, what was done and by whom, by name or pseudonym. Whoever is inside now is shown on each of the customer’s pages with “Stop”, as it comes and goes, without a reload.',
    tests: [`${JOURNEYS}/consent-request.int.spec.ts`, `${JOURNEYS}/time-left.int.spec.ts`],
  },
  { id: 'B17', works: 'In force is the smaller of the role’s and the consent’s mode: view, shop or full. One table, route × mode, which the guard reads. View mode reads only, and e-mail, phone, street, postcode, VAT number and comment are masked on every page and in every answer.', tests: [`${CORE}/access/access.spec.ts`, `${CORE}/access/personal-fields.spec.ts`, `${HTTP}/route.spec.ts`, `${JOURNEYS}/modes.int.spec.ts`, CLAIMS, `${JOURNEYS}/route-walk.int.spec.ts`] },
  {
    id: 'B18',
    works: 'Login links by mail, to oneself or the assigned colleague, from the portal and REST: once, for ten minutes, with the recipient’s own login. The page they lead to changes nothing until its button is pressed.',
    tests: [`${JOURNEYS}/login-link.int.spec.ts`, 'e2e/handover.spec.ts'],
  },
  { id: 'B21', works: 'A guest shows a code on the cart page and reads it out; staff in a customer’s account type it in, and what was chosen is in that cart at the customer’s prices: once, within ten minutes, in the same store view, on record. Over REST too. See [Whose cart is whose](../explanation/carts.md).', tests: [`${JOURNEYS}/guest-code.int.spec.ts`] },
  {
    id: 'C1',
    works: '“Edit Price” and “Update” on each cart line; a line that can’t be edited says every reason. “Reset price” goes back. The actor’s largest discount is kept to. The own limit stands beside the field before it is hit; Enter updates, Escape puts the price back, and the page stays at its line.',
    tests: [`${CORE}/price-override/price-override.spec.ts`, `${SHOP}/cart/cart.int.spec.ts`, 'e2e/assisted-order.spec.ts', `${JOURNEYS}/price-editor.int.spec.ts`, `${JOURNEYS}/price-attacks.int.spec.ts`, `${JOURNEYS}/price-attacks-rest.int.spec.ts`],
  },
  {
    id: 'C2',
    works: 'A typed price is read as text in the store’s language; what is no price is refused at the field. Zero only where the setting allows it. The database refuses what is no whole price, and zero where the store allows none.',
    tests: [`${CORE}/money/parse-price.spec.ts`, `${CORE}/price-override/price-override.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, `${JOURNEYS}/price-attacks.int.spec.ts`, 'e2e/languages.spec.ts', `${JOURNEYS}/price-attacks-rest.int.spec.ts`],
  },
  { id: 'C3', works: 'Only lines of the listed product types can be edited; a version of a product with options counts as configurable.', tests: [`${JOURNEYS}/options.int.spec.ts`, `${JOURNEYS}/price-settings.int.spec.ts`, `${CORE}/price-override/price-override.spec.ts`] },
  {
    id: 'C4',
    works: 'The prices really offered to this customer can be chosen for a line; the source is kept with it. A price that is not offered is refused. What an administrator gives appears in the dropdown, what is deleted goes from it.',
    tests: [`${JOURNEYS}/prices.int.spec.ts`, `${JOURNEYS}/price-lists.int.spec.ts`, `${JOURNEYS}/price-rule.int.spec.ts`, 'e2e/price-system.spec.ts', `${CORE}/pricing/pricing.spec.ts`, `${CORE}/price-override/price-override.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, 'e2e/assisted-order.spec.ts', `${JOURNEYS}/price-attacks-rest.int.spec.ts`],
  },
  {
    id: 'C5',
    works: 'Largest discount per actor. A floor by cost and margin, whose refusal names no amount; own commission and, with the right “See margin”, the margin stand beside the price as it is typed. A typed price has a reason from the shop’s list, required where the shop says so; it stands with the price in the cart, on the order, on the receipt and in the log. With “ask the lead” a price beyond a limit waits: the line can’t be ordered until somebody else with “Approve prices” decides at `/staff/approvals`, told by dashboard and mail, or the request is withdrawn or over. The cart says the decision as it comes, whoever asked is told by mail and on the dashboard, and leads decide over REST too.',
    tests: [`${CORE}/price-override/price-override.spec.ts`, `${JOURNEYS}/price-reasons.int.spec.ts`, `${JOURNEYS}/price-approval.int.spec.ts`, 'e2e/price-rails.spec.ts', `${JOURNEYS}/price-settings.int.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, `${JOURNEYS}/price-editor.int.spec.ts`],
  },
  { id: 'C6', works: 'An edited price lasts for its quantity or less, and for its time after the session; then the line goes back with a notice, which asks whoever may to price again. Placing against a price that changed is refused.', tests: [`${JOURNEYS}/price-attacks.int.spec.ts`, `${JOURNEYS}/price-settings.int.spec.ts`, `${CORE}/price-override/price-override.spec.ts`, `${SHOP}/checkout/checkout.int.spec.ts`, `${JOURNEYS}/catalog.int.spec.ts`, `${JOURNEYS}/price-attacks-rest.int.spec.ts`] },
  {
    id: 'C9',
    works: '“Why this price?” on a line of the cart and, for staff, on the product page: to the actor every price considered, what became of each, and with “See margin” the margin; to the customer the price that applies; to both what was given instead, discounts by name, tax and rounding.',
    tests: [`${JOURNEYS}/prices.int.spec.ts`],
  },
  { id: 'C7', works: 'Changing a line or placing against an older version of the cart is refused; adding a line is not. A login that brings a guest’s cart along counts as the customer’s change. The checkout says line by line what has changed, and who comes second is told the number of the order.', tests: [`${SHOP}/cart/cart.int.spec.ts`, `${JOURNEYS}/cart-mixing.int.spec.ts`, `${JOURNEYS}/checkout-refusals.int.spec.ts`, `${JOURNEYS}/checkout-races.int.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`, 'e2e/refusals.spec.ts'] },
  { id: 'C8', works: 'The cart of the store entered is kept as it was on entry and on exit. The receipt tells the difference line by line, and “Restore cart” there, or “Put back as on entry” in the cart, puts it back: with the prices edited before entry, under its version, never over what the customer or a colleague did since. Or staff work in a side cart: the customer gets it by mail, sees it with its prices after a login, accepts or declines it once; staff may order from it too.', tests: [`${CORE}/cart-safety/cart-safety.spec.ts`, `${JOURNEYS}/cart-safety.int.spec.ts`, `${JOURNEYS}/side-cart.int.spec.ts`, `${JOURNEYS}/cart-mixing.int.spec.ts`] },
  { id: 'C10', works: 'A percentage off a line, typed for a price (`10 %`; over REST in a field of its own); a discount on the whole cart in percent or money, free shipping and free items, each with its reason, shown to the customer with who gave it and bounded as a whole by the giver’s largest discount. The lowest margin over the cost binds the discount too.', tests: [`${CORE}/concession/concession.spec.ts`, `${JOURNEYS}/concessions.int.spec.ts`, `${JOURNEYS}/price-editor.int.spec.ts`] },
  { id: 'D1', works: 'An assisted order keeps actor, staff group, assist session, reason, commission and the private comment; the public one where the setting says so.', tests: [`${SHOP}/checkout/checkout.int.spec.ts`, `${SHOP}/orders/orders.int.spec.ts`, `${JOURNEYS}/assisted-order.int.spec.ts`, 'e2e/assisted-order.spec.ts'] },
  { id: 'D2', works: 'An order the customer places alone carries the primary member of staff only where “Set staff permanently on order” is on. The channel tells how it really was; an order that belongs to nobody says why.', tests: [`${JOURNEYS}/commission.int.spec.ts`, 'apps/server/src/journeys/self-order.int.spec.ts', `${SHOP}/checkout/checkout.int.spec.ts`] },
  { id: 'D3', works: 'Commission from the total without tax, with tax, or the discount given; the rate of a line is its product’s, else the category’s, the actor’s, the group’s, the default. Half up, frozen on the order.', tests: [`${CORE}/commission/commission.spec.ts`, `${JOURNEYS}/commission.int.spec.ts`] },
  { id: 'D4', works: 'Each commission is a ledger of lines that are added and never changed: pending when the order is placed, earned when it is invoiced, shipped or paid as the shop says, reversed in proportion when it is cancelled or refunded. The dashboard counts what is earned and names what is pending.', tests: [`${CORE}/commission/ledger.spec.ts`, `${JOURNEYS}/commission.int.spec.ts`] },
  { id: 'D5', works: 'Order confirmation, staff copy and password mails go through a durable outbox, by SMTP or into the local inbox.', tests: [`${HTTP}/jobs/jobs.int.spec.ts`, `${JOURNEYS}/assisted-order.int.spec.ts`] },
  {
    id: 'D7',
    works: 'The total is read out in figures and in words before the order, the number digit by digit after it. Order again at normal prices, whole or in part, with each product that is left out by name; replacement orders free of charge with a reference, quick order by SKU lines or CSV that names each bad line; each also over REST. What a customer usually buys stands one tap above the cart, with the pieces of last time and its price.',
    tests: [`${JOURNEYS}/phone-sales.int.spec.ts`, `${JOURNEYS}/order-again.int.spec.ts`, `${HTTP}/read-quick-order.spec.ts`, 'packages/web/src/i18n/spoken/spoken.spec.ts', 'e2e/phone-sale.spec.ts', 'e2e/service-case.spec.ts', `${JOURNEYS}/price-editor.int.spec.ts`],
  },
  {
    id: 'D8',
    works: 'Pay link: whoever has the mail pays the order at the provider’s without a login, or the customer from his account with “Pay now”; staff type no card, see no link, and can’t pay from inside an account. Sent again, the link before stops working. One payment, whatever comes twice; only the provider’s signed word, or its answer, counts; what is lost is asked for, what isn’t due goes back, refunds go by credit memo. On account and by purchase order number. See [Let customers pay by a link](../how-to/pay-link.md).',
    tests: [`${JOURNEYS}/pay-link.int.spec.ts`, 'e2e/pay-link.spec.ts', `${CORE}/payment/payment.spec.ts`, `${HTTP}/present/payment.spec.ts`, 'apps/server/src/config.spec.ts', `${SHOP}/checkout/checkout.int.spec.ts`],
  },
  { id: 'D6', works: 'Orders of all stores show “Staff”, are filtered by it and reassigned many at once; a pair of ledger lines moves the commission, and each order has its entry.', tests: [`${JOURNEYS}/commission.int.spec.ts`, 'e2e/sales-documents.spec.ts'] },
  { id: 'D9', works: 'One checkout key makes one order, however often and from wherever it is sent, also after a `kill -9`. 200 at once for 50 pieces make 50 orders and 150 refusals that say what is missing.', tests: [`${SHOP}/checkout/checkout.int.spec.ts`, `${JOURNEYS}/crash.int.spec.ts`, `${JOURNEYS}/checkout-races.int.spec.ts`] },
  { id: 'E1', works: 'Writes, refusals, starts and ends leave an entry each; views of personal data by staff one per object, session and five minutes.', tests: [`${CORE}/audit/audit.spec.ts`, `${JOURNEYS}/assisted-order.int.spec.ts`] },
  { id: 'E2', works: 'The entry is written in the transaction of what it records; a refusal has one of its own.', tests: [`${SHOP}/cart/cart.int.spec.ts`, `${JOURNEYS}/refusals.int.spec.ts`] },
  { id: 'E3', works: 'System › Action Logs: filters with the last 30 days as default, newest first, page by page. Reading the log is on record.', tests: [`${ASSIST}/record/read-log.int.spec.ts`, `${HTTP}/routes/admin/admin.int.spec.ts`] },
  {
    id: 'E6',
    works: 'IP addresses of staff and, apart, the customer’s last one are kept unless the shop says no. A start that looks unusual — many customers within an hour, another network, an unusual hour, discounts beyond the habit — is marked in the log, mailed to those who read it, and refused where the shop blocks it. So is a session that goes on from another network, which a block ends.',
    tests: [`${CORE}/suspicion/suspicion.spec.ts`, `${JOURNEYS}/settings-record.int.spec.ts`, `${JOURNEYS}/attack-tokens.int.spec.ts`],
  },
  {
    id: 'E7', works: 'Entries past “Keep action logs (months)” are shown to nobody, and deleted by whole months by the owner of the database. A person’s key can be erased while the chain stays verifiable.',
    tests: [`${JOURNEYS}/settings-record.int.spec.ts`, `${ASSIST}/record/read-log.int.spec.ts`],
  },
  {
    id: 'F1', works: 'Stores › Configuration: every setting that is in force, by default, website and store view, with help and search. Each save is on record.',
    tests: [`${HTTP}/routes/admin/admin.int.spec.ts`, `${HTTP}/use-cases/save-settings.spec.ts`, `${CORE}/settings/settings.spec.ts`],
  },
  {
    id: 'F2',
    works: 'System › Permissions › User Roles: each role’s name, mode of assist sessions and Role Resources, All or Custom with the tree. Nobody gives rights they lack or touches a role that has more; the last administrator stays one. A change acts on the next request and ends what it no longer covers.',
    tests: [`${CORE}/access/rights.spec.ts`, `${JOURNEYS}/roles.int.spec.ts`, 'e2e/user-roles.spec.ts'],
  },
  {
    id: 'F3',
    works: 'Customers › All Customers: search, filters, “Login as Customer” on each row; one customer under “Customer Information” with Customer View, Account Information, Addresses and Orders. Blocking, deactivating or suspending ends running assist sessions; a changed e-mail is told to both addresses. Catalog: products with stock, websites, cost and base price; categories; coupons; all prices on one page with what a customer would pay and why, and price lists with their prices and customers; CSV in and out, an import is checked first and names every bad row. Sales: one order with “Order View”, invoices, shipments and credit memos whole or in parts that add up to the cent, payment on account, comments, cancelling; lists of all documents.',
    tests: [`${CORE}/sales/sales.spec.ts`, `${JOURNEYS}/sales-documents.int.spec.ts`, 'e2e/sales-documents.spec.ts', `${JOURNEYS}/admin-customers.int.spec.ts`, `${JOURNEYS}/prices.int.spec.ts`, `${JOURNEYS}/price-lists.int.spec.ts`, `${JOURNEYS}/catalog.int.spec.ts`],
  },
  {
    id: 'G1', works: 'Products have up to 12 pictures of their own, uploaded in admin, told in words in three languages and put in order; the product page shows them with script off too, lists, cart, orders and REST the main one. See [Show a product in pictures](../how-to/product-pictures.md). Products with options: on the product page a choice shows price, stock and picture of the version, with script off too; the version has its own SKU, stock and prices, else its product’s; cart, order, mails, PDF and REST say what was chosen; options, values and versions are kept in admin. Websites with store views by path in en, de and es; categories, products (simple, with options, virtual, downloadable) with stock, tiers and pictures. Lists and search: filters with counts, by facts and by the values of options, sorting and pages in the prices of whoever looks, typing errors forgiven, over REST too. See [Finding products](../explanation/finding-products.md).',
    tests: [`${JOURNEYS}/product-pictures.int.spec.ts`, `${CORE}/picture/picture.spec.ts`, `${JOURNEYS}/product-lists.int.spec.ts`, `${SHOP}/catalog/product-lists.int.spec.ts`, `${JOURNEYS}/options.int.spec.ts`, 'packages/core/src/options/choose-variant.spec.ts', 'packages/database/src/options.int.spec.ts', 'e2e/product-options.spec.ts', `${SHOP}/catalog/catalog.int.spec.ts`, 'apps/server/demo/content/content.spec.ts', 'e2e/languages.spec.ts'],
  },
  {
    id: 'G2',
    works: 'Customers register and confirm by mail, log in, reset and change a password, and keep addresses, account information, wishlist, which goes into the cart by product or as a whole, and newsletter. Companies have several buyers, each with an own login, consent and cart; they share customer group, VAT number, addresses, days to pay and a credit limit. See [Companies and their buyers](../how-to/companies.md). Accounts count on their own website, or on all of them where the shop shares them.',
    tests: [`${JOURNEYS}/customers-created.int.spec.ts`, `${JOURNEYS}/shared-accounts.int.spec.ts`, `${SHOP}/accounts/accounts.int.spec.ts`, `${JOURNEYS}/company.int.spec.ts`, `${CORE}/customers/vat-number.spec.ts`],
  },
  {
    id: 'G3', works: 'Cart for guests and customers: a guest’s is one per store view, named by a cookie, and comes along at the login in the same transaction, once; coupons, tax by country and class, shown by rate and rounded per line or per total, and owed by the company itself under reverse charge; shipping methods kept in admin, with steps by value or weight and by country; four ways of payment, by website, one of them a link with a test provider; checkout on one page that names what stands in the way of an order, order history with search and reorder, invoices and credit memos as PDF. See [Tax](../explanation/tax.md), [Set up tax and shipping](../how-to/tax-and-shipping.md) and [Whose cart is whose](../explanation/carts.md).',
    tests: [`${JOURNEYS}/pay-link.int.spec.ts`, `${SHOP}/cart/cart.int.spec.ts`, `${SHOP}/checkout/checkout.int.spec.ts`, `${SHOP}/checkout/shipping-methods.spec.ts`, `${CORE}/totals/cart-totals.spec.ts`, `${CORE}/shipping/shipping.spec.ts`, `${JOURNEYS}/tax.int.spec.ts`, `${JOURNEYS}/reverse-charge.int.spec.ts`, `${JOURNEYS}/payment-terms.int.spec.ts`, `${CORE}/payment/payment-terms.spec.ts`, `${CORE}/tax/reverse-charge.spec.ts`, `${JOURNEYS}/shipping-and-tax-admin.int.spec.ts`, `${SHOP}/checkout/order-sums.spec.ts`, `${JOURNEYS}/currencies.int.spec.ts`, `${JOURNEYS}/guest-cart.int.spec.ts`, 'e2e/guest-cart.spec.ts', `${JOURNEYS}/cart-mixing.int.spec.ts`, `${JOURNEYS}/checkout-refusals.int.spec.ts`, `${JOURNEYS}/order-again.int.spec.ts`, `${JOURNEYS}/invoice-pdf.int.spec.ts`, 'packages/http/src/pdf/document-pdf.spec.ts'],
  },
  {
    id: 'G4', works: 'Base, special, tiers, group, category, price list, customer and matrix prices, each with days by the website’s calendar; one function decides. See [Which price wins](price-precedence.md).',
    tests: [`${CORE}/pricing/pricing.spec.ts`, 'apps/server/src/docs/price-precedence.spec.ts', `${CORE}/pricing/decide-price-row.spec.ts`, `${JOURNEYS}/prices.int.spec.ts`, `${JOURNEYS}/price-lists.int.spec.ts`],
  },
  {
    id: 'G5', works: 'A customer alone, and a clerk for a customer, on a desk and on a phone, find, add, use a coupon, order on account to a new address, order again, keep a wishlist and an address book with forms and links alone, without script; with script, what is typed while totals are asked for stays.',
    tests: ['e2e/sale.spec.ts', 'e2e/assisted-order.spec.ts', `${JOURNEYS}/assisted-order.int.spec.ts`],
  },
  {
    id: 'H1',
    works: 'REST for the journey: staff token, customers, the token of an assist session with `explain` and `switch`, cart, prices, checkout, orders, companies and their buyers, staff accounts and own tokens, OpenAPI. See [the how-to](../how-to/assisted-order-over-rest.md).',
    tests: [`${JOURNEYS}/rest.int.spec.ts`, `${JOURNEYS}/staff-rest.int.spec.ts`, `${JOURNEYS}/companies-rest.int.spec.ts`, 'apps/server/src/docs/rest-how-to.int.spec.ts'],
  },
  {
    id: 'H3',
    works: 'The port an adapter for another engine implements, and the battery it must pass; the shop that comes along does. No adapter yet. See [the Shop port](shop-port.md).',
    tests: ['packages/shop/src/shop-port.int.spec.ts', 'packages/assist/src/shop-port.spec.ts'],
  },
  {
    id: 'K1', works: '`npm start` installs, builds, starts its own PostgreSQL, migrates, fills an empty database with the demo shop, serves, and prints addresses and accounts. `npm test` installs what it needs and runs everything.',
    tests: [`${DATABASE}/embedded/start-embedded.int.spec.ts`, `${DATABASE}/migrate.int.spec.ts`, 'apps/server/src/seed/seed.int.spec.ts'],
  },
  {
    id: 'K2', works: 'Any number of processes on one database of one’s own, without sticky sessions: what one takes away, the others refuse at the next request. `/healthz` and `/readyz`, draining before the end, migrations that only add. See [Run several processes](../how-to/run-several-processes.md).',
    tests: [`${JOURNEYS}/hold-processes.int.spec.ts`, `${JOURNEYS}/readiness.int.spec.ts`, `${JOURNEYS}/crash-rounds.int.spec.ts`, 'apps/server/src/docs/own-postgresql.int.spec.ts'],
  },
  {
    id: 'K3', works: 'Production refuses to start without an https origin, without a secret of at least 32 characters, with a fail point, or with demo accounts, and says which.',
    tests: ['apps/server/src/config.spec.ts'],
  },
];

export const featuresPage = (): string =>
  page(
    'Features of this release',
    'What a person can do today, by row, and the files whose tests state it. A row that is not here is not in this release.',
    table(['row', 'what works', 'tests'], FEATURES.map(({ id, works, tests }) => [id, works, tests.map((file) => code(file.replace(/^packages\//, ''))).join(', ')])),
    'Test files are under `packages/` unless the path begins with `apps/` or `e2e/`.',
  );
