import { lookUpSettings, record, type Unit } from '@onbehalf/assist';

interface PartitionRow {
  name: string;
}

const PARTITIONS_SQL = `
select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
 where i.inhparent = 'audit_entry'::regclass order by c.relname`;

/**
 * E7: deletes months of the record in which every entry is past its time. As owner, at a start or a migration: the
 * application itself can only insert, so that nobody who has broken into it can make the record forget.
 */
export async function expireRecord(unit: Unit, { now, requestId }: { now: Date; requestId: string }): Promise<string[]> {
  const months = (await lookUpSettings(unit)).get('audit/retention_months');
  const dropped: string[] = [];
  let entries = 0;
  for (const { name } of await unit.query<PartitionRow>(PARTITIONS_SQL)) {
    if (!/^audit_entry_\d{4}_\d{2}$/u.test(name)) continue;
    const [found] = await unit.query<{ count: number; over: boolean }>(
      `select count(*)::integer as count, coalesce(max(at) < $1::timestamptz - make_interval(months => $2), to_date(right($3, 7), 'YYYY_MM') + interval '1 month' < $1::timestamptz - make_interval(months => $2)) as over from ${name}`,
      [now, months, name],
    );
    if (found?.over !== true) continue;
    await unit.query(`drop table ${name}`);
    dropped.push(name.slice(-7).replace('_', '-'));
    entries += found.count;
  }
  if (entries > 0) {
    const people = { actor: null, subject: null, assistSessionId: null, storeId: null, chained: false };
    await record(unit, { people, origin: { ip: null, userAgent: '', requestId }, now }, { group: 'action-log', action: 'delete-expired', detail: { months: dropped, entries, keptMonths: months } });
  }
  return dropped;
}
