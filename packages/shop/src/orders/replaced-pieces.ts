import type { Unit } from '@onbehalf/assist/ports';

/** Pieces by SKU that other orders have replaced of this one already; a cancelled replacement replaced nothing. */
export async function replacedPieces(unit: Unit, orderId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await unit.query<{ sku: string; pieces: number }>(
    `select l.sku, sum(l.quantity)::int as pieces
       from purchase p join purchase_line l on l.purchase_id = p.id
      where p.replacement_of = $1::bigint and p.status <> 'cancelled' and l.override_source = 'free' and l.override_label = 'replacement'
      group by l.sku`,
    [orderId],
  );
  return new Map(rows.map(({ sku, pieces }) => [sku, pieces]));
}
