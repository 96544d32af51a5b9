import type { TestDatabase } from '@onbehalf/database/testing';
import { openTestRun } from '@onbehalf/database/testing-run';
import { STAFF } from './people.ts';
import { startShop } from './shop-process.ts';

/** Whose second factor no other test has to type: as Terrence, and nobody's colleague in the demo. */
async function addTheo({ owner }: TestDatabase): Promise<void> {
  await owner.query(
    `insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash, time_zone)
     select 'Theo', 'Turner', $1, role_id, staff_group_id, password_hash, time_zone from staff where email = $2`,
    [STAFF.theo, STAFF.terrence],
  );
}

/** One shop for the whole run, and one PostgreSQL for it and for those that specs start for themselves. */
export default async function openShop(): Promise<() => Promise<void>> {
  const endRun = await openTestRun();
  const { origin, close } = await startShop(() => ({}), addTheo);
  process.env['ONBEHALF_E2E_ORIGIN'] = origin;
  return async () => {
    await close();
    await endRun();
  };
}
