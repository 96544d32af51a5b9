import { placeAsGrace } from './setup/sales.ts';
import { test } from './setup/own-shop.ts';
import { expect } from './setup/test.ts';
import { STAFF, logInAsStaff } from './setup/people.ts';

test.use({ shopName: 'sales-documents' });

// Grace is in one account at a time.
test.describe.configure({ mode: 'serial' });

const SIZES = [
  { name: 'on a desk', viewport: { width: 1280, height: 800 } },
  { name: 'on a phone', viewport: { width: 360, height: 740 } },
];

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('B12, F3: an administrator invoices, is paid, ships and refunds an order from the pages of admin', async ({ page, browser }) => {
      const { number } = await placeAsGrace(browser);
      await logInAsStaff(page, STAFF.admin);
      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`Order ${number}`);
      await expect(page.getByRole('button', { name: 'Login as Customer' }).first()).toBeVisible();
      await expect(page.getByRole('navigation', { name: 'Order View' }).getByRole('link')).toHaveText(['Information', 'Invoices', 'Shipments', 'Credit Memos', 'Comments']);
      await expect(page.getByRole('link', { name: 'Credit Memo', exact: true })).toHaveCount(0);

      await page.getByRole('link', { name: 'Invoice', exact: true }).click();
      await page.getByRole('spinbutton').first().fill('1');
      await page.getByRole('button', { name: 'Submit Invoice' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Invoice 2\d+$/u);
      await expect(page.getByRole('button', { name: 'Login as Customer' }).first()).toBeVisible();
      await page.getByRole('button', { name: 'Record payment' }).click();
      await expect(page.getByRole('main')).toContainText('Paid on');

      await page.goto(`/admin/orders/${number}/invoice`);
      await page.getByRole('spinbutton').first().fill('5');
      await page.getByRole('button', { name: 'Submit Invoice' }).click();
      await expect(page.getByText('Enter a whole number from 0 to 1.')).toBeVisible();
      await expect(page.getByRole('spinbutton').first()).toHaveValue('5');
      await page.getByRole('spinbutton').first().fill('1');
      await page.getByRole('button', { name: 'Submit Invoice' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Invoice 2\d+$/u);

      await page.goto(`/admin/orders/${number}`);
      await page.getByRole('link', { name: 'Ship', exact: true }).click();
      await page.getByRole('textbox', { name: /^Tracking number/u }).fill('1Z-4711');
      await page.getByRole('button', { name: 'Submit Shipment' }).click();
      await expect(page.getByRole('main')).toContainText('1Z-4711');

      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Complete');
      await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0);
      await page.getByRole('link', { name: 'Credit Memo', exact: true }).click();
      await page.getByRole('checkbox', { name: 'Put the goods back into stock' }).check();
      await page.getByRole('button', { name: 'Refund', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Credit Memo 4\d+$/u);
      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Closed');

      for (const list of ['invoices', 'shipments', 'credit-memos']) {
        await page.goto(`/admin/${list}?order=${number}`);
        await expect(page.getByRole('main').getByRole('link', { name: number, exact: true }).first()).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });

    test('D6: orders are ticked and given to another member of staff', async ({ page, browser }) => {
      const { number, customer } = await placeAsGrace(browser);
      await logInAsStaff(page, STAFF.admin);
      await page.goto(`/admin/orders?q=${number}`);
      await expect(page.getByRole('row', { name: new RegExp(number, 'u') })).toContainText('Grace Okonkwo');
      await page.getByRole('checkbox', { name: `Choose order ${number}` }).check();
      await page.getByRole('combobox', { name: 'Give the chosen orders to' }).selectOption({ label: 'Terrence Cole' });
      await page.getByRole('button', { name: 'Reassign' }).click();
      await expect(page.getByText('1 order was reassigned.')).toBeVisible();
      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByRole('main')).toContainText('Terrence Cole');
      await expect(page.getByRole('main')).toContainText(`Order placed by Grace Okonkwo on behalf of ${customer}.`);
    });

    test('F3: cancelling asks first, by a dialog that names the order', async ({ page, browser }) => {
      const { number } = await placeAsGrace(browser);
      await logInAsStaff(page, STAFF.admin);
      await page.goto(`/admin/orders/${number}`);
      await page.getByRole('button', { name: 'Cancel', exact: true }).first().click();
      const dialog = page.getByRole('dialog', { name: `Cancel order ${number}?` });
      await expect(dialog).toContainText('The goods go back into stock');
      await dialog.getByRole('button', { name: 'Cancel the order' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Cancelled');
      await expect(page.getByRole('link', { name: 'Invoice', exact: true })).toHaveCount(0);
    });
  });
}
