// node tools/screenshots.mjs: the assisted order as pictures for the documentation, on a desk and on a phone, light and dark.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import startShop from '../e2e/setup/global-setup.ts';
import { findBrowser } from './find-browser.mjs';
import { ROOT, main } from './steps.mjs';

const FOLDER = path.join(ROOT, 'docs', 'images');
const PASSWORD = 'demo-Onbehalf-2026';
const DRILL = 'Drill driver 18 V, 60 Nm';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ name: string, act: (page: Page) => Promise<unknown> }} Step */

/** Each picture is of what the step before it led to. @type {readonly Step[]} */
const STEPS = [
  { name: '01-login', act: (page) => page.goto('/staff/account/login') },
  {
    name: '02-customers',
    act: async (page) => {
      await page.getByLabel('E-mail').fill('sarah.johnson@staff.example');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await page.getByRole('link', { name: 'Customers', exact: true }).click();
      await page.getByRole('searchbox', { name: 'Search customers' }).pressSequentially('doe');
      await page.getByRole('status').filter({ hasText: '1 customer' }).waitFor();
    },
  },
  {
    name: '03-dashboard',
    act: async (page) => {
      await page.getByRole('button', { name: 'Login to this account: John Doe' }).click();
      await page.getByRole('heading', { name: 'John Doe', exact: true }).waitFor();
    },
  },
  {
    name: '04-product',
    act: async (page) => {
      await page.getByRole('searchbox', { name: 'Search products' }).fill('SKU-1001');
      await page.keyboard.press('Enter');
      await page.getByRole('main').getByRole('link', { name: DRILL }).click();
      await page.getByRole('spinbutton', { name: `Quantity of ${DRILL}` }).fill('2');
    },
  },
  {
    name: '05-cart',
    act: async (page) => {
      await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
      const line = page.getByRole('listitem', { name: DRILL });
      await line.getByRole('textbox', { name: 'Edit Price' }).fill('80.00');
      await line.getByRole('button', { name: 'Update', exact: true }).click();
      await line.getByRole('button', { name: 'Reset price' }).waitFor();
    },
  },
  {
    name: '06-checkout',
    act: async (page) => {
      await page.getByRole('button', { name: 'Proceed to checkout' }).click();
      await page.getByRole('heading', { name: 'Checkout' }).waitFor();
    },
  },
  {
    name: '07-placed',
    act: async (page) => {
      await page.getByRole('button', { name: 'Place order' }).click();
      await page.getByRole('heading', { name: 'The order is placed' }).waitFor();
    },
  },
  {
    name: '08-receipt',
    act: async (page) => {
      await page.getByRole('button', { name: 'Logout from current customer' }).click();
      await page.getByRole('region', { name: 'What you did for John Doe' }).waitFor();
    },
  },
  {
    name: '09-my-orders',
    act: async (page) => {
      await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'My Orders' }).click();
      await page.getByRole('heading', { name: 'My Orders' }).waitFor();
    },
  },
  {
    name: '10-order',
    act: async (page) => {
      await page.getByRole('rowheader').getByRole('link').first().click();
      await page.getByRole('region', { name: 'People' }).waitFor();
    },
  },
];

/** Both colour schemes of one moment, what floats and blinks left out. @param {Page} page @param {string} name */
async function shoot(page, name) {
  const { width } = page.viewportSize() ?? { width: 0 };
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: path.join(FOLDER, `${width}-${name}-${colorScheme}.png`), caret: 'hide', animations: 'disabled' });
  }
}

await main(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const stopShop = await startShop();
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: ['--no-sandbox', '--disable-gpu'], ...(executablePath === undefined ? {} : { executablePath }) });
  try {
    for (const viewport of SIZES) {
      const page = await browser.newPage({ viewport, baseURL: process.env.ONBEHALF_E2E_ORIGIN ?? '' });
      for (const { name, act } of STEPS) {
        await act(page);
        await page.waitForLoadState('networkidle');
        await shoot(page, name);
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await stopShop();
  }
  console.log(`${SIZES.length * STEPS.length * 2} pictures in ${path.relative(ROOT, FOLDER)}`);
  return 0;
});
