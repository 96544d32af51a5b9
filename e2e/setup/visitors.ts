import type { Browser, Locator, Page } from '@playwright/test';
import { logInAsCustomer, logInByForm } from './people.ts';
import type { ShopProcess } from './shop-process.ts';
import { complaintsOf, expect } from './test.ts';

/** Somebody with a browser of their own in a shop of the spec's own. */
export interface Visitor {
  page: Page;
  leave: () => Promise<void>;
}

export async function staffAt(shop: ShopProcess, browser: Browser, email: string, viewport = { width: 1280, height: 900 }): Promise<Visitor> {
  const visitor = await visit(shop, browser, viewport);
  await logInByForm(visitor.page, email);
  return visitor;
}

export async function customerAt(shop: ShopProcess, browser: Browser, email: string): Promise<Visitor> {
  const visitor = await visit(shop, browser, { width: 1280, height: 900 });
  await logInAsCustomer(visitor.page, email);
  return visitor;
}

async function visit(shop: ShopProcess, browser: Browser, viewport: { width: number; height: number }): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: shop.origin, viewport, hasTouch: viewport.width < 500 });
  const complaints = complaintsOf(context);
  const page = await context.newPage();
  return {
    page,
    leave: async () => {
      expect(complaints, 'complaints in the console').toEqual([]);
      await context.close();
    },
  };
}

/** On a phone nobody scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: document.documentElement.clientWidth }));
  expect(scroll, page.url()).toBeLessThanOrEqual(width);
}

/** One hand holds the phone: what comes next stands in the lower half of what is seen, and is big enough for a thumb. */
export async function expectUnderThumb(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeInViewport({ ratio: 1 });
  const box = await target.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
  expect((box?.y ?? 0) + (box?.height ?? 0) / 2, 'in reach of the thumb').toBeGreaterThan(height / 2);
}
