import type { Unit } from '@onbehalf/assist/ports';

/** Products in the order of their ids, as the checkout takes them: no two wait for each other in a circle. */
const HOLD = `
select p.id from product p
 where p.id = any (select l.product_id from purchase_line l where l.purchase_id = $1::bigint) and p.stock is not null
 order by p.id for no key update`;

const RESTOCK = `
update product p set stock = p.stock + r.pieces
  from (select l.product_id, sum(w.pieces)::int as pieces
          from jsonb_to_recordset($2::jsonb) as w ("position" integer, pieces integer)
          join purchase_line l on l.purchase_id = $1::bigint and l.position = w."position"
         group by l.product_id) as r
 where p.id = r.product_id and p.stock is not null`;

/** Puts pieces of an order's lines back on the shelf, where there is one. */
export async function restock(unit: Unit, orderId: string, pieces: readonly { position: number; pieces: number }[]): Promise<void> {
  if (pieces.length === 0) return;
  await unit.query(HOLD, [orderId]);
  await unit.query(RESTOCK, [orderId, JSON.stringify(pieces.map((one) => ({ position: one.position, pieces: one.pieces })))]);
}
