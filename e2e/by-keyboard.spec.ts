// An assist session with the keyboard and a screen reader: start, banner, countdown, end. Vera and Clara are in accounts here and in no other spec.
import type { Browser, Page } from '@playwright/test';
import { banner, enterAccount, leaveAccount, logInAsCustomer, logInAsStaff, logOutInPortal, logOutStaff, politely, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

test.describe.configure({ mode: 'default' });

const DENISE = { query: '1014', name: 'Denise Nguyen' };
const MARIA = { query: '1064', name: 'María del Carmen Fernández de Córdoba y Álvarez de Toledo' };
const EXIT = { name: 'Logout from current customer' };

test.describe('Vera, who may only look', () => {
  test.beforeEach(({ page }) => logInAsStaff(page, STAFF.vera));
  test.afterEach(({ page }) => logOutStaff(page));

  test('B5, A7: by keyboard alone from the search into the account, through it and out', async ({ page }) => {
    await page.goto('/staff/customers');
    await expect(page.getByRole('searchbox', { name: 'Search customers' })).toBeFocused();
    await page.keyboard.type(DENISE.query);
    const enter = page.getByRole('button', { name: `Login to this account: ${DENISE.name}` });
    await expect(page.getByRole('rowheader')).toHaveText([new RegExp(`^${DENISE.name}`, 'u')]);
    await page.keyboard.press('ArrowDown');
    await expect(enter).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/account');
    await expect(page, 'the title is what is read first').toHaveTitle(`${DENISE.name}: Account · Onbehalf Supply`);
    await expect(banner(page)).toMatchAriaSnapshot(`
      - region "Assist session":
        - status: "You are logged in as: Denise Nguyen Staff: Vera Novak"
        - text: View only
        - button "Logout from current customer"
        - text: /\\d+ min left/
        - checkbox "Small banner"
    `);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').locator(':focus'), 'past the banner and the header').toHaveCount(1);
    await page.getByRole('link', { name: 'My Orders' }).first().press('Enter');
    await expect(page.getByRole('heading', { name: 'My Orders', level: 1 }), 'where one is now').toBeFocused();
    await expect(page).toHaveTitle(/^Denise Nguyen: My Orders/u);
    await page.reload();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', EXIT)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: `What you did for ${DENISE.name}` })).toBeVisible();
  });

  test('B17: she is told so, and finds nothing to change', async ({ page }) => {
    await enterAccount(page, DENISE);
    await expect(banner(page)).toContainText('View only');
    await page.goto('/p/drill-driver-18v-60');
    await expect(page.getByRole('button', { name: 'Add to cart', exact: true })).toHaveCount(0);
    await page.goto('/account/addresses');
    await expect(page.getByRole('link', { name: /^Add address|^Edit/u })).toHaveCount(0);
    await page.goto('/account/information');
    await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
    await leaveAccount(page);
  });

  test('B8: the countdown is said politely, takes no focus, gives the focus back, in portal and account, and knows the truth after a sleep', async ({ page, context }) => {
    await enterAccount(page, DENISE);
    await page.clock.install();
    await page.goto('/account/orders');
    const search = page.getByRole('searchbox', { name: 'Search products' });
    const stay = banner(page).getByRole('button', { name: 'Stay logged in' });
    const said = politely(banner(page));
    await search.focus();
    await page.keyboard.type('drill');
    await page.clock.runFor('12:50');
    await expect(said).toBeEmpty();
    await page.clock.runFor('00:15');
    await expect(said).toHaveText(/^Still helping\? \(1 min left\)|^Still helping\? \(2 min left\)/u);
    await expect(search).toBeFocused();
    await stay.focus();
    await page.keyboard.press('Enter');
    await expect(stay).toBeHidden();
    await expect(said).toHaveText(/^You are still logged in/u);
    await expect(search, 'what was typed, and where one was').toBeFocused();
    await expect(search).toHaveValue('drill');
    await page.clock.runFor('13:30');
    await expect(stay).toBeVisible();
    const other = await context.newPage();
    await other.goto('/account');
    await expect(stay, 'use in another tab is use here').toBeHidden();
    await other.close();
    await page.clock.fastForward('20:00');
    await expect(banner(page), 'the machine slept, and the server knows better').toContainText(/1[45] min left/u);
    const portal = await context.newPage();
    await portal.goto('/staff/account');
    const name = portal.getByRole('textbox', { name: 'Current password' });
    await name.fill('half typed');
    await portal.clock.runFor('13:30');
    const stayThere = portal.getByRole('button', { name: 'Stay logged in' });
    await stayThere.focus();
    await portal.keyboard.press('Enter');
    await expect(stayThere).toBeHidden();
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('half typed');
    await logOutInPortal(portal);
    await page.clock.fastForward('01:00');
    await expect(page.getByRole('heading', { name: /^Assist session ended: you logged out$/u }), 'over, without a click').toBeVisible();
    await expect(page.getByRole('link', { name: 'Log in again' })).toBeVisible();
  });

  test('B19, B9: an administrator sees her come without a reload, and ends the session by keyboard; she reads who did', async ({ page, browser, baseURL }) => {
    const admin = await another(browser, baseURL);
    await logInAsStaff(admin, STAFF.admin);
    await admin.clock.install();
    await admin.goto('/admin/assist-sessions?q=Novak');
    await expect(admin.getByRole('heading', { name: 'No open session matches' })).toBeVisible();
    await enterAccount(page, DENISE);
    await admin.clock.runFor('00:11');
    const end = admin.getByRole('link', { name: `End session: Vera Novak in the account of ${DENISE.name}` });
    await expect(end).toBeVisible();
    await expect(admin.getByRole('status').filter({ hasText: 'New: 1. Open now: 1.' })).toHaveCount(1);
    await end.focus();
    await page.goto('/p/drill-driver-18v-60');
    await page.goto('/account/orders');
    await admin.clock.runFor('00:11');
    await expect(end, 'an update takes no focus away').toBeFocused();
    await admin.keyboard.press('Enter');
    const dialog = admin.getByRole('dialog', { name: 'End session' });
    await expect(dialog).toContainText('Assist session ended: an administrator ended it');
    await expect(dialog).toContainText(DENISE.name);
    await expect(dialog.getByRole('textbox', { name: /^Reason/u })).toBeFocused();
    for (let tabs = 0; tabs < 6; tabs += 1) {
      await admin.keyboard.press('Tab');
      await expect(admin.locator('main a:focus, main input:focus').and(admin.locator(':not(dialog *)')), 'the focus stays in the dialog').toHaveCount(0);
    }
    await admin.keyboard.press('Escape');
    await expect(end).toBeFocused();
    await admin.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: /^Reason/u }).fill('Lunch');
    await admin.clock.runFor('00:11');
    await expect(dialog.getByRole('textbox', { name: /^Reason/u }), 'nor does it close a dialog').toHaveValue('Lunch');
    await admin.keyboard.press('Enter');
    await expect(admin.getByText(`Vera Novak is no longer in the account of ${DENISE.name}.`)).toBeVisible();
    await page.getByRole('link', { name: 'My Addresses' }).first().click();
    await expect(page.getByRole('heading', { name: 'Assist session ended: an administrator ended it' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Ask an administrator before you try again.');
    await expect(banner(page)).toHaveCount(0);
    await admin.context().close();
  });

  test('B20: in the customer’s own browser she comes and goes without a reload, and “Stop” ends it', async ({ page, browser, baseURL }) => {
    const denise = await another(browser, baseURL);
    await logInAsCustomer(denise, 'denise.nguyen@customer.example');
    await denise.clock.install();
    await denise.goto('/account');
    await expect(denise.getByText('is helping you')).toHaveCount(0);
    await enterAccount(page, DENISE);
    await denise.clock.runFor('00:21');
    const note = denise.getByRole('region', { name: 'Somebody is helping you' });
    await expect(note.getByRole('link', { name: 'Vera Novak is helping you' })).toBeVisible();
    await expect(politely(denise.locator('body')).filter({ hasText: 'Vera Novak is helping you' })).toHaveCount(1);
    await leaveAccount(page);
    await denise.clock.runFor('00:21');
    await expect(note).toBeHidden();
    await expect(politely(denise.locator('body')).filter({ hasText: 'Vera Novak is no longer in your account.' })).toHaveCount(1);
    await enterAccount(page, DENISE);
    await denise.clock.runFor('00:21');
    await note.getByRole('button', { name: /^Stop/u }).click();
    await expect(note).toBeHidden();
    await page.goto('/account');
    await expect(page.getByRole('heading', { name: 'Assist session ended: the customer stopped it' })).toBeVisible();
    await denise.context().close();
  });
});

test.describe('Clara, in a store of another language', () => {
  test.beforeEach(async ({ page }) => {
    await logInAsStaff(page, STAFF.clara);
    await enterAccount(page, MARIA);
  });
  test.afterEach(({ page }) => logOutStaff(page));

  test('X14, A12: the longest names leave the way out on a phone, in one line, on paper too', async ({ page }) => {
    await expect(page).toHaveURL('/es/account');
    const bar = page.getByRole('region', { name: 'Sesión de asistencia' });
    await expect(bar).toContainText(MARIA.name);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await expect(bar.getByRole('button', { name: 'Salir del cliente actual' })).toBeInViewport({ ratio: 1 });
      expect((await bar.boundingBox())?.height, `at ${width}`).toBeLessThanOrEqual(56);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(`Impreso por Clara Vidal Roca (asesor) en la cuenta de ${MARIA.name}`)).toBeVisible();
  });

  test('B6, S16: after the exit, Back shows nothing of the account, and a form of a tab left open does nothing and says why', async ({ page, context }) => {
    const open = await context.newPage();
    await open.goto('/es/p/drill-driver-18v-60');
    await page.goto('/es/account/addresses');
    await page.getByRole('button', { name: 'Salir del cliente actual' }).click();
    await expect(page).toHaveURL(/\/staff/u);
    await page.goBack();
    await expect(page).toHaveURL(/\/es\/account\/login/u);
    await expect(page.getByText(MARIA.name)).toHaveCount(0);
    await open.getByRole('button', { name: 'Añadir al carrito', exact: true }).click();
    await expect(open.getByRole('heading', { name: 'Sesión de asistencia terminada: usted salió de la cuenta del cliente' })).toBeVisible();
    await expect(open.getByRole('region', { name: 'Sesión de asistencia' })).toHaveCount(0);
    await open.getByRole('button', { name: 'Dejarla e ir a la tienda' }).click();
    await expect(open.getByRole('link', { name: /Carrito/u }).first()).toBeVisible();
  });
});

async function another(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}
