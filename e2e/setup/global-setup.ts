import type { TestDatabase } from '@onbehalf/database/testing';
import { openTestRun } from '@onbehalf/database/testing-run';
import { STAFF } from './people.ts';
import { addSalePeople, PAY_LINK_PEOPLE } from './sale-people.ts';
import { SALES } from './sales-table.ts';
import { startShop } from './shop-process.ts';

/** Whose second factor no other test has to type: as Terrence, and nobody's colleague in the demo. */
async function addTheo({ owner }: TestDatabase): Promise<void> {
  await owner.query(
    `insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash, time_zone)
     select 'Theo', 'Turner', $1, role_id, staff_group_id, password_hash, time_zone from staff where email = $2`,
    [STAFF.theo, STAFF.terrence],
  );
}

/** Who shops for herself, too: as Max, who may enter every customer. */
async function addNora({ owner }: TestDatabase): Promise<void> {
  await owner.query(
    `with nora as (
       insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash, time_zone, access_all_customers)
       select 'Nora', 'Nilsson', $1, role_id, staff_group_id, password_hash, time_zone, access_all_customers from staff where email = $2 returning id)
     insert into staff_store (staff_id, store_id) select nora.id, t.store_id from nora, staff_store t join staff s on s.id = t.staff_id where s.email = $2`,
    [STAFF.nora, STAFF.max],
  );
}

/** One shop for the whole run, and one PostgreSQL for it and for those that specs start for themselves. */
export default async function openShop(): Promise<() => Promise<void>> {
  const endRun = await openTestRun();
  const { origin, close } = await startShop(() => ({}), async (database) => {
    await addTheo(database);
    await addNora(database);
    await addSalePeople(database, [...SALES, PAY_LINK_PEOPLE]);
  });
  process.env['ONBEHALF_E2E_ORIGIN'] = origin;
  return async () => {
    await close();
    await endRun();
  };
}
