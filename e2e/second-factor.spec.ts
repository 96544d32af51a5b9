import { codeOf, stepAt } from '@onbehalf/assist';
import type { Page } from '@playwright/test';
import { PASSWORD, STAFF, logInAsStaff, logOutStaff } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an app shows now, or a step later. */
function codeFor(typed: string, steps: bigint): string {
  const bits = typed.replaceAll(/\s/gu, '').split('').map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return codeOf(key, stepAt(new Date()) + steps);
}

async function password(page: Page): Promise<void> {
  await page.goto('/staff/account/login');
  await page.getByLabel('E-mail').fill(STAFF.theo);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible();
}

test('A2: a member of staff sets up a second factor, logs in with its code, and without the phone by a recovery code', async ({ page }) => {
  await logInAsStaff(page, STAFF.theo);
  await page.goto('/staff/account/second-factor');
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await expect(page.getByRole('img', { name: 'Picture with the key for the app' })).toBeVisible();
  const key = await page.locator('.factor-text').innerText();
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('This code is wrong.')).toBeVisible();
  await page.getByLabel('Code').fill(codeFor(key, 0n));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 of 10')).toBeVisible();
  await logOutStaff(page);

  await password(page);
  await page.goto('/staff/customers');
  await expect(page).toHaveURL(/\/staff\/account\/login/u);
  await password(page);
  await page.getByLabel('Code').fill(codeFor(key, 1n));
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page).toHaveURL('/staff');
  await logOutStaff(page);

  await password(page);
  await page.getByLabel('Code').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page).toHaveURL('/staff');
  await page.goto('/staff/account/second-factor');
  await expect(page.getByText('9 of 10')).toBeVisible();
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByLabel('Code of the app').fill(codes[1] ?? '');
  await page.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('The second factor is turned off.')).toBeVisible();
  await logOutStaff(page);
});
