import { startShop } from './shop-process.ts';
import { test as base } from './test.ts';

interface OwnShop {
  /** One for each spec: workers, and so shops, are shared by what has the same name. */
  shopName: string;
  shopOrigin: string;
}

/** As test, at a shop of its own: for what changes the settings that everybody else works under. Say `test.use({ shopName })`. */
export const test = base.extend<object, OwnShop>({
  shopName: ['', { scope: 'worker', option: true }],
  shopOrigin: [
    async ({ shopName: _name }, use) => {
      const { origin, close } = await startShop();
      await use(origin);
      await close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ shopOrigin }, use) => use(shopOrigin),
});
