import type { Page } from '@playwright/test';
import { banner, enterAccount, leaveAccount, logInAsCustomer, logInAsStaff, logOutInPortal, logOutStaff, PASSWORD, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

const EMILY = { query: 'Emily Clark', name: 'Emily Clark' };
const DRILL = 'Drill driver 18 V, 60 Nm';

test.describe('who may not be entered', () => {
  test.describe.configure({ mode: 'default' });
  test.afterEach(({ page }) => logOutStaff(page));

  const closed = [
    { who: 'Jane Roe', reasons: ['The customer has not agreed to remote shopping assistance.'], remedy: 'Ask the customer to allow it under Account Information.' },
    { who: 'Bo Blocked', reasons: ['This customer account is blocked.'], remedy: 'An administrator can unblock it.' },
    {
      who: 'Carol Lee',
      reasons: ['This customer account is blocked.', 'The customer has not agreed to remote shopping assistance.'],
      remedy: 'An administrator can unblock it.',
    },
  ];
  for (const { who, reasons, remedy } of closed) {
    test(`A8: ${who}: the button is disabled and says ${reasons.length > 1 ? 'every reason, not only the first' : 'why'}`, async ({ page }) => {
      await logInAsStaff(page, STAFF.olivia);
      await page.goto('/staff');
      await page.getByRole('link', { name: 'Customers', exact: true }).click();
      await page.getByRole('searchbox', { name: 'Search customers' }).pressSequentially(who);
      const button = page.getByRole('button', { name: `Login to this account: ${who}`, exact: true });
      await expect(button).toBeDisabled();
      await expect(button).toHaveAttribute('title', 'Login to this account');
      const why = page.getByRole('row').filter({ hasText: `Why ${who} can’t be entered` });
      await expect(why.getByRole('listitem')).toHaveCount(reasons.length);
      for (const reason of [...reasons, remedy]) {
        await expect(why).toContainText(reason);
        await expect(button).toHaveAccessibleDescription(new RegExp(reason.replaceAll('.', String.raw`\.`), 'u'));
      }
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/staff\/customers/u);
      await expect(banner(page)).toHaveCount(0);
    });
  }
});

test.describe('inside an account', () => {
  test.describe.configure({ mode: 'default' });
  test.beforeEach(async ({ page }) => {
    await logInAsStaff(page, STAFF.terrence);
    await enterAccount(page, EMILY);
  });
  test.afterEach(({ page }) => logOutStaff(page));

  test('C2: a refused price stays as typed, the reason stands at the field, and the focus is there', async ({ page }) => {
    await addDrill(page);
    const line = page.getByRole('listitem', { name: DRILL });
    const field = line.getByRole('textbox', { name: 'Edit Price' });
    const before = await line.getByText(/ each$/u).innerText();
    const refused = [
      ['0', 'A price of 0 is not allowed in this store.'],
      ['-5', 'A price cannot be negative.'],
      ['1e2', 'This is not a price.'],
      ['80,00', 'This is not a price.'],
      ['79.999', 'Prices in USD have at most 2 decimals.'],
      ['', 'Enter a price.'],
    ] as const;
    for (const [typed, reason] of refused) {
      await field.fill(typed);
      await line.getByRole('button', { name: 'Update', exact: true }).click();
      await expect(field).toHaveAccessibleDescription(new RegExp(reason, 'u'));
      await expect(field).toHaveValue(typed);
      await expect(field).toBeFocused();
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(line).toContainText(before);
    }
    await page.goto('/cart');
    await expect(line).toContainText(before);
    await expect(line.getByText('Original price')).toHaveCount(0);
  });

  test('C7: a price set on an older view of the cart is refused, and the cart of now is shown', async ({ page, context }) => {
    await addDrill(page);
    const other = await context.newPage();
    await other.goto('/cart');
    await setPrice(other, '93.00');
    await expect(other.getByRole('listitem', { name: DRILL })).toContainText('$93.00 each');
    await setPrice(page, '91.00');
    await expect(page.getByRole('alert').first()).toContainText('The cart has changed since you opened it.');
    await expect(page.getByRole('listitem', { name: DRILL })).toContainText('$93.00 each');
  });

  test('B16: there is no way to the password, the e-mail or the consent', async ({ page }) => {
    await page.getByRole('link', { name: 'Account Information' }).click();
    await expect(page.getByText('E-mail and password can’t be changed in an assist session.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Change password' })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: 'Allow remote shopping assistance' })).toHaveCount(0);
    await page.goto('/account/password');
    await expect(page).toHaveURL('/account');
    await expect(page.getByText('This page is not available while you assist a customer.')).toBeVisible();
    await expect(banner(page)).toContainText('Emily Clark');
  });

  test('B7: a second customer offers "Switch", which ends the first and begins the second', async ({ page }) => {
    await page.goto('/staff/customers?q=Joseph%20Campbell');
    await page.getByRole('button', { name: 'Login to this account: Joseph Campbell' }).click();
    await expect(page.getByRole('main')).toContainText('You are in the account of Emily Clark');
    await page.goto('/account');
    await expect(banner(page), 'asking alone changes nothing').toContainText('Emily Clark');
    await page.goBack();
    await page.getByRole('button', { name: 'Switch' }).click();
    await expect(page).toHaveURL('/account');
    await expect(banner(page)).toContainText('You are logged in as: Joseph Campbell');
    await expect(page.getByText('Emily Clark')).toHaveCount(0);
  });
});

test.describe('what is not hers, and what is over', () => {
  test.describe.configure({ mode: 'default' });
  const DANIEL = { query: 'Daniel Olsen', name: 'Daniel Olsen' };

  test('A7: Uma is a colleague’s: Grace does not find her, and her address alone lets her in nowhere', async ({ page }) => {
    await logInAsStaff(page, STAFF.grace);
    await page.goto('/staff/customers?q=unassigned');
    await expect(page.getByRole('heading', { name: 'No customer matches' })).toBeVisible();
    await expect(page.getByText('Uma')).toHaveCount(0);
    await page.goto('/staff/customers/1004/enter');
    await expect(page.getByRole('main')).toContainText('This customer is not assigned to you.');
    await expect(page.getByRole('button', { name: /^Login|^Switch/u })).toHaveCount(0);
    await logOutStaff(page);
  });

  test('B9: staff logged out in one tab: every other tab ends, and none becomes the account of the customer logged in beside', async ({ page, context }) => {
    await logInAsCustomer(page, 'uma.unassigned@customer.example');
    await logInAsStaff(page, STAFF.grace);
    await enterAccount(page, DANIEL);
    const portal = await context.newPage();
    await logOutInPortal(portal);
    for (const path of ['/account', '/cart', '/', '/account/orders', '/no-such-page']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: /^Assist session ended: / }), path).toBeVisible();
      await expect(page.getByText('Uma'), path).toHaveCount(0);
      await expect(banner(page), path).toHaveCount(0);
    }
    await expect(page.getByRole('main')).toContainText('You are no longer in the account of Daniel Olsen.');
    await page.getByRole('link', { name: 'Log in again' }).click();
    await expect(page.getByRole('heading', { name: 'Staff login' })).toBeVisible();
  });

  test('B9: a click in a tab left open says that it is over, and changes nothing', async ({ page, context }) => {
    await logInAsStaff(page, STAFF.grace);
    await enterAccount(page, DANIEL);
    await page.goto('/p/drill-driver-18v-60');
    const portal = await context.newPage();
    await logOutInPortal(portal);
    await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Assist session ended: / })).toBeVisible();
    await logInAsStaff(portal, STAFF.grace);
    await enterAccount(portal, DANIEL);
    await portal.goto('/cart');
    await expect(portal.getByRole('heading', { name: 'The cart is empty' })).toBeVisible();
    await leaveAccount(portal);
    await logOutStaff(portal);
  });

  test('B6: after "Logout from current customer", Back shows nothing of the account', async ({ page }) => {
    await logInAsStaff(page, STAFF.grace);
    await enterAccount(page, DANIEL);
    await page.getByRole('link', { name: 'My Addresses' }).click();
    await expect(page.getByRole('heading', { name: 'My Addresses' })).toBeVisible();
    await leaveAccount(page);
    await expect(page.getByRole('region', { name: 'What you did for Daniel Olsen' })).toContainText('Nothing was changed.');
    for (let steps = 0; steps < 2; steps += 1) {
      await page.goBack();
      await expect(banner(page)).toHaveCount(0);
      await expect(page.getByRole('heading', { name: 'My Addresses' })).toHaveCount(0);
      await expect(page.getByText('daniel.olsen@customer.example')).toHaveCount(0);
    }
    await logOutStaff(page);
  });
});

test('A1: a wrong password and an unknown e-mail get the same answer', async ({ page }) => {
  const answers: string[] = [];
  for (const email of ['clara.vidal@staff.example', 'nobody.at.all@staff.example']) {
    await page.goto('/staff/account/login');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(`${PASSWORD}?`);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await expect(page.getByLabel('Password')).toHaveValue('');
    answers.push(await page.getByRole('alert').innerText());
  }
  expect(answers[0]).toContain('E-mail or password is wrong.');
  expect(answers[1]).toBe(answers[0]);
});

async function addDrill(page: Page): Promise<void> {
  await page.goto('/cart');
  if ((await page.getByRole('listitem', { name: DRILL }).count()) > 0) return;
  await page.goto('/p/drill-driver-18v-60');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await expect(page).toHaveURL('/cart');
}

async function setPrice(page: Page, price: string): Promise<void> {
  const line = page.getByRole('listitem', { name: DRILL });
  await line.getByRole('textbox', { name: 'Edit Price' }).fill(price);
  await line.getByRole('button', { name: 'Update', exact: true }).click();
}
