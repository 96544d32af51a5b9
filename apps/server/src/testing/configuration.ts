import { logInAsStaff, STAFF } from './people.ts';
import type { DemoShop } from './demo-shop.ts';
import type { Visit } from './test-browser.ts';

export interface Setting {
  section: string;
  path: string;
  value: string;
  /** 'default', 'website:2', 'store:3'. */
  scope?: string;
}

/** Saves one setting as an administrator does, on the Configuration page. */
export async function saveSetting(shop: DemoShop, { section, path, value, scope = 'default' }: Setting): Promise<Visit> {
  const browser = shop.browser();
  await logInAsStaff(browser, STAFF.admin);
  const page = `/admin/configuration/${section}?scope=${scope}`;
  await browser.get(page);
  return browser.post(page, { [`value:${path}`]: value });
}

/** Back to what is built in, at every scope. */
export async function forgetSetting(shop: DemoShop, path: string): Promise<void> {
  await shop.rows('delete from setting_value where path = $1', [path]);
}
