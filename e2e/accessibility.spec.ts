import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { enterAccount, logInAsCustomer, logInAsStaff, logOutInPortal, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

// axe runs with all its rules, on every page, in light and dark, on a desk and on a phone. Scripts that throw, errors in
// the console and what the content security policy stops fail every test by themselves (setup/test.ts).
// A trace of hundreds of checks would cost more than they do, and what fails says which page, width and element.
test.use({ reducedMotion: 'reduce', colorScheme: 'light', viewport: { width: 1280, height: 740 }, trace: 'off' });
test.describe.configure({ timeout: 240_000 });

const NARROWEST = 320;

test('G5: the shop, to a guest', async ({ page }) => {
  await expectGood(page, ['/', '/c/power-tools', '/c/power-tools?sort=name&stock=1', '/p/drill-driver-18v-60', '/p/step-ladder-5', '/search?q=drill', '/search?q=zzzz']);
  await expectGood(page, ['/cart', '/account/login', '/account/forgot', '/account/reset?token=nothing', '/no-such-page', '/de/', '/es/p/drill-driver-18v-60']);
  await page.goto('/p/drill-driver-18v-60');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('button', { name: 'Show code' }).click();
  await expect(page.getByText('Read this code to our staff')).toBeVisible();
  await expectGoodNow(page);
});

test('G5: the shop and the account, to a customer', async ({ page }) => {
  await logInAsCustomer(page, 'jennifer.flores@customer.example');
  await expectGood(page, ['/cart', '/account/wishlist', '/p/drill-driver-18v-60']);
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await expect(page).toHaveURL('/cart');
  await expectGood(page, ['/cart', '/checkout', '/account', '/account/orders', '/account/addresses', '/account/addresses/new']);
  await expectGood(page, ['/account/information', '/account/password', '/account/newsletter']);
  await page.goto('/account/addresses/new');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('[aria-invalid]').first()).toBeVisible();
  await expectGoodNow(page);
});

test('G5: an assist session, in German, down to the placed order and the end', async ({ page, context }) => {
  await logInAsStaff(page, STAFF.lukas);
  await enterAccount(page, { query: '1019', name: 'Michael Braun' });
  await page.goto('/de/p/drill-driver-18v-60');
  await page.getByRole('button', { name: 'In den Warenkorb', exact: true }).click();
  await expectGoodNow(page);
  await page.getByRole('textbox', { name: 'Preis ändern' }).fill('abc');
  await page.getByRole('button', { name: 'Ändern', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectGoodNow(page);
  await expectGood(page, ['/de/', '/de/p/drill-driver-18v-60', '/de/checkout', '/de/account', '/de/account/information', '/de/account/addresses', '/de/no-such-page']);
  await page.goto('/de/checkout');
  await page.getByRole('button', { name: 'Bestellung aufgeben' }).click();
  await expect(page.getByRole('heading', { name: 'Die Bestellung ist aufgegeben' })).toBeVisible();
  await expectGoodNow(page);
  await page.getByRole('link', { name: 'Bestellung ansehen' }).click();
  await expect(page).toHaveURL(/\/de\/account\/orders\/\d+$/u);
  await expectGoodNow(page);
  const portal = await context.newPage();
  await portal.goto('/staff/customers?q=1039');
  await portal.getByRole('button', { name: /: Mehmet Köhler$/u }).click();
  await expect(portal).toHaveURL(/\/enter/u);
  await expectGoodNow(portal);
  await expectGood(portal, ['/staff', '/staff/orders']);
  await logOutInPortal(portal);
  await page.goto('/de/account');
  await expect(page.getByRole('heading', { name: /^Assistenzsitzung beendet|^Sitzung/u })).toBeVisible();
  await expectGoodNow(page);
});

test('G5: the portal', async ({ page }) => {
  await expectGood(page, ['/staff/account/login', '/staff/account/forgot', '/staff/account/reset?token=nothing']);
  await page.goto('/staff/account/login');
  await page.getByLabel('E-mail').fill('nobody@staff.example');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectGoodNow(page);
  await logInAsStaff(page, STAFF.ruth);
  await expectGood(page, ['/staff', '/staff/customers', '/staff/customers?q=lee', '/staff/customers?q=x', '/staff/customers?q=zzzz', '/staff/customers/1002/enter']);
  await expectGood(page, ['/staff/orders', '/staff/orders?q=zzzz', '/staff/account', '/staff/account/second-factor', '/staff/account/sessions', '/staff/no-such-page']);
  await page.goto('/staff/orders');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'People' })).toBeVisible();
  await expectGoodNow(page);
});

test('G5: admin: every section of the configuration', async ({ page }) => {
  await logInAsStaff(page, STAFF.admin);
  await expectGood(page, ['/admin/configuration?search=session', '/admin/configuration?search=zzzz']);
  await page.goto('/admin/configuration');
  const sections = await page.getByRole('navigation', { name: 'Sections' }).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(sections.length).toBeGreaterThan(3);
  await expectGood(page, sections);
});

test('G5: admin: orders, the log and the mails', async ({ page }) => {
  await logInAsStaff(page, STAFF.admin);
  await expectGood(page, ['/admin/orders', '/admin/orders?q=zzzz', '/admin/action-logs', '/admin/mails', '/admin/assist-sessions']);
  await page.goto('/admin/action-logs');
  await page.getByText('Details').first().click();
  await expectGoodNow(page);
  await page.goto('/staff/account/forgot');
  await page.getByLabel('E-mail').fill(STAFF.vera);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.goto('/admin/mails');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Plain text' })).toBeVisible();
  await expectGoodNow(page);
  await page.goto('/admin/orders');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'People' })).toBeVisible();
  await expectGoodNow(page);
});

test('G5: admin: roles, staff accounts and groups', async ({ page }) => {
  await logInAsStaff(page, STAFF.admin);
  await expectGood(page, ['/admin/roles', '/admin/roles/new', '/admin/roles/1', '/admin/roles/2/resources', '/admin/staff', '/admin/staff?q=zzzz', '/admin/staff/new', '/admin/staff/1', '/admin/staff-groups', '/admin/staff-groups/1']);
});

async function expectGood(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectGoodNow(page);
  }
}

// Names and order don't hang on colours, nor contrast on width: a desk in the light and a phone in the dark see it all.
const SIGHTS = [{ width: 1280, colorScheme: 'light' }, { width: 360, colorScheme: 'dark' }] as const;

/** The page as it stands, without asking for it again. */
async function expectGoodNow(page: Page): Promise<void> {
  for (const sight of SIGHTS) {
    const { width, colorScheme } = sight;
    await look(page, sight);
    expect.soft(await overflow(page), `${page.url()} is wider than ${width} px`).toEqual([]);
    expect.soft(await violations(page), `${page.url()} at ${width} px, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: NARROWEST, height: 740 });
  expect.soft(await overflow(page), `${page.url()} is wider than ${NARROWEST} px`).toEqual([]);
  await look(page, SIGHTS[0]);
}

/** The browser begins at the first of the sights, and each page leaves it there for the next. */
async function look(page: Page, { width, colorScheme }: (typeof SIGHTS)[number]): Promise<void> {
  if (page.viewportSize()?.width === width) return;
  await page.setViewportSize({ width, height: 740 });
  await page.emulateMedia({ colorScheme });
}

interface Found {
  id: string;
  nodes: readonly { target: readonly unknown[]; failureSummary?: string }[];
}

interface Axe {
  run: (options: typeof ALL_RULES) => Promise<{ violations: Found[] }>;
}

// Every rule looks at every element; what is in order is not described at length.
const ALL_RULES = { resultTypes: ['violations' as const] };

/** The builder brings axe into the page; once there, it is asked again without being brought again. */
async function violations(page: Page): Promise<string[]> {
  const again = await page.evaluate(async (options) => (await (window as unknown as { axe?: Axe }).axe?.run(options))?.violations, ALL_RULES);
  const found: readonly Found[] = again ?? (await new AxeBuilder({ page }).setLegacyMode().options(ALL_RULES).analyze()).violations;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

/** What makes the document wider than the window; nothing when it is not. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} px`, ...wide.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${element.getAttribute('class') ?? ''}`)];
  });
}
