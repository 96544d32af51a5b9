import type { Unit } from '@onbehalf/assist';

/**
 * Runs a large insert without the table's indexes and makes them again afterwards, which takes a fraction of the time.
 * In the caller's transaction: whatever goes wrong, the indexes are there. Keys and unique indexes stay.
 */
export async function withoutIndexes<T>(unit: Unit, table: string, act: () => Promise<T>): Promise<T> {
  const indexes = await unit.query<{ name: string; definition: string }>(INDEXES, [table]);
  for (const { name } of indexes) await unit.query(`drop index ${name}`);
  const result = await act();
  await unit.query(`set local maintenance_work_mem = '512MB'`);
  for (const { definition } of indexes) await unit.query(definition.replace(' ON ONLY ', ' ON '));
  return result;
}

// Of a partitioned table only the index as a whole: those of its partitions come and go with it.
const INDEXES = `
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
 where i.indrelid = $1::regclass and not i.indisunique and not i.indisprimary
 order by 1`;
