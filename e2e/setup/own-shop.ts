import { startShop } from './shop-process.ts';
import { test as base } from './test.ts';

/** As test, at a shop of its own: for what changes the settings that everybody else works under. */
export const test = base.extend<object, { shopOrigin: string }>({
  shopOrigin: [
    async ({ browserName: _any }, use) => {
      const { origin, close } = await startShop();
      await use(origin);
      await close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ shopOrigin }, use) => use(shopOrigin),
});
