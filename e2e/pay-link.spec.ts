import { banner, enterAccount, leaveAccount, logInAsCustomer, logInAsStaff } from './setup/people.ts';
import { buyerEmail, PAY_LINK_PEOPLE, sellerEmail } from './setup/sale-people.ts';
import { expect, test } from './setup/test.ts';

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

// The demo keeps its mails where staff read them, with every link masked: the customer pays from his account.
test('D8: on the phone, Selma orders for Pia by a pay link and is told where it went; Pia pays it herself', async ({ page, browser }) => {
  const { key, firstName, lastName } = PAY_LINK_PEOPLE;
  await logInAsStaff(page, sellerEmail(key));
  await enterAccount(page, { query: buyerEmail(key), name: `${firstName} ${lastName}` });
  await page.goto('/p/drill-driver-18v-60');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).tap();
  await page.goto('/checkout');
  await page.getByText('Pay link', { exact: true }).tap();
  await page.getByRole('button', { name: 'Place order' }).filter({ visible: true }).tap();
  await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
  await expect(page.getByText(`The payment link was sent to ${key.slice(0, 1)}***@sale.customer.example.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pay now' })).toHaveCount(0);
  const number = page.url().split('/').at(-1) ?? '';
  await page.goto(`/account/orders/${number}`);
  await expect(banner(page)).toContainText('Selma');
  await expect(page.getByText('This order waits for the customer’s payment')).toBeVisible();
  await leaveAccount(page);

  const own = await browser.newContext({ viewport: { width: 360, height: 780 }, hasTouch: true, baseURL: new URL(page.url()).origin });
  const pia = await own.newPage();
  await logInAsCustomer(pia, buyerEmail(key));
  await pia.goto(`/account/orders/${number}`);
  await expect(pia.getByText('Awaiting payment')).toBeVisible();
  await pia.getByRole('button', { name: 'Pay now' }).tap();
  await expect(pia.getByText('Test provider: no money moves')).toBeVisible();
  await pia.getByRole('button', { name: 'Decline' }).tap();
  await expect(pia.getByRole('heading', { name: 'The payment was declined' })).toBeVisible();
  await pia.getByRole('button', { name: 'Pay again' }).tap();
  await pia.getByRole('button', { name: 'Pay', exact: true }).tap();
  await expect(pia.getByRole('heading', { name: 'Payment received' })).toBeVisible();
  await pia.getByRole('link', { name: 'See my order' }).tap();
  await expect(pia.getByText('Paid', { exact: true })).toBeVisible();
  await expect(pia.getByRole('button', { name: 'Pay now' })).toHaveCount(0);
  await own.close();

  await page.goto(`/staff/orders/${number}`);
  await expect(page.getByRole('region', { name: 'Payment' })).toContainText('Paid');
});
