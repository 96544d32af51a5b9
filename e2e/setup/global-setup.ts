import { startShop } from './shop-process.ts';

/** One shop for the whole run. */
export default async function openShop(): Promise<() => Promise<void>> {
  const { origin, close } = await startShop();
  process.env['ONBEHALF_E2E_ORIGIN'] = origin;
  return close;
}
