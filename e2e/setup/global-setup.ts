import { openTestRun } from '@onbehalf/database/testing-run';
import { startShop } from './shop-process.ts';

/** One shop for the whole run, and one PostgreSQL for it and for those that specs start for themselves. */
export default async function openShop(): Promise<() => Promise<void>> {
  const endRun = await openTestRun();
  const { origin, close } = await startShop();
  process.env['ONBEHALF_E2E_ORIGIN'] = origin;
  return async () => {
    await close();
    await endRun();
  };
}
