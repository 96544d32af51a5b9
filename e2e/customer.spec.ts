import { logInAsCustomer } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

const MELISSA = 'melissa.fitzgerald@customer.example';

// One customer, one cart, one account.
test.describe.configure({ mode: 'serial' });

test('D9: a double click on "Place order" makes one order', async ({ page }) => {
  await logInAsCustomer(page, MELISSA);
  await page.goto('/account/orders');
  const before = await page.getByRole('rowheader').count();
  await page.goto('/p/safety-helmet-vented');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('button', { name: 'Proceed to checkout' }).click();
  await page.getByRole('button', { name: 'Place order' }).dblclick();
  await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
  await page.goto('/account/orders');
  await expect(page.getByRole('rowheader')).toHaveCount(before + 1);
});

test('G2: addresses: one more, changed, made the default, and deleted after a question', async ({ page }) => {
  await logInAsCustomer(page, MELISSA);
  await page.goto('/account');
  await page.getByRole('link', { name: 'My Addresses' }).click();
  await page.getByRole('link', { name: 'Add address' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('textbox', { name: 'Street and number' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Melissa Fitzgerald');
  await page.getByRole('textbox', { name: 'Street and number' }).fill('12 Lantern Way');
  await page.getByRole('textbox', { name: 'City' }).fill('Portland');
  await page.getByRole('textbox', { name: 'Postcode' }).fill('04101');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The address is saved.')).toBeVisible();
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: '12 Lantern Way' });
  await card.getByRole('link', { name: /^Edit/u }).click();
  await page.getByRole('textbox', { name: 'Street and number' }).fill('14 Lantern Way');
  await page.getByRole('button', { name: 'Save' }).click();
  const changed = page.getByRole('main').getByRole('listitem').filter({ hasText: '14 Lantern Way' });
  await expect(changed).toBeVisible();
  await changed.getByRole('button', { name: /^Delete address/u }).click();
  const question = page.getByRole('dialog', { name: 'Delete this address?' });
  await expect(question).toContainText('14 Lantern Way, Portland');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(changed).toBeVisible();
  await changed.getByRole('button', { name: /^Delete address/u }).click();
  await question.getByRole('button', { name: 'Delete address' }).click();
  await expect(page.getByText('The address was removed.')).toBeVisible();
  await expect(page.getByText('14 Lantern Way')).toHaveCount(0);
});

test('B10: "Allow remote shopping assistance" is taken back and given again under Account Information', async ({ page }) => {
  await logInAsCustomer(page, MELISSA);
  await page.goto('/account');
  const box = page.getByRole('checkbox', { name: 'Allow remote shopping assistance' });
  for (const allowed of [false, true]) {
    await page.getByRole('link', { name: 'Account Information' }).click();
    await box.setChecked(allowed);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The account information is saved.')).toBeVisible();
    await page.reload();
    await expect(box).toBeChecked({ checked: allowed });
    await expect(page.getByRole('main')).toContainText(allowed ? 'Allowed since' : 'Taken back on');
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(page.getByRole('region', { name: 'Contact and consent' })).toContainText(allowed ? 'Allowed' : 'Not allowed');
  }
});

test('G2: newsletter', async ({ page }) => {
  await logInAsCustomer(page, MELISSA);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Newsletter Subscriptions' }).click();
  const newsletter = page.getByRole('checkbox', { name: 'Send me the newsletter' });
  const before = await newsletter.isChecked();
  await newsletter.setChecked(!before);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The newsletter subscription is saved.')).toBeVisible();
  await expect(newsletter).toBeChecked({ checked: !before });
});

test('G2: logged out, nothing of the account is left in the browser', async ({ page }) => {
  await logInAsCustomer(page, MELISSA);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/account\/login/u);
  await page.goBack();
  await expect(page.getByText(MELISSA)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Melissa Fitzgerald' })).toHaveCount(0);
});
