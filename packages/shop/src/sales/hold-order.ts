import { err, ok, type CommissionBalance, type Refusal, type Result, type SoldLine, type SoldOrder } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';

/** An order that nobody else changes until the transaction ends, with what is on its documents. */
export interface HeldOrder {
  id: string;
  number: string;
  websiteId: number;
  storeId: number;
  customerId: string;
  owner: { id: string; name: string } | null;
  sold: SoldOrder;
  commission: CommissionBalance;
  /** Pieces on invoices that are paid, by position. */
  paid: ReadonlyMap<number, number>;
}

interface OrderRow {
  websiteId: number;
  storeId: number;
  customerId: string;
  owner: { id: string; name: string } | null;
  status: SoldOrder['status'];
  currency: SoldOrder['currency'];
  pricesIncludeTax: boolean;
  shipping: string;
  tax: string;
  shippingInvoiced: boolean;
  shippingRefunded: string;
  invoicedTotal: string;
  refundedTotal: string;
  awaitsPayment: boolean;
  lines: LineJson[];
  commission: { pending: string; earned: string; reversed: string; everEarned: string };
  paid: { position: number; pieces: number }[];
}

type Amount = 'unitMinor' | 'discountMinor' | 'netMinor' | 'taxMinor' | 'grossMinor';
type LineJson = Omit<SoldLine, Amount> & Record<Amount, string>;

/** What the ledger of order `p` comes to, by state (D4). */
export const COMMISSION_BALANCE = `(
  select jsonb_build_object(
           'pending', coalesce(sum(k.amount) filter (where k.state = 'pending'), 0)::text,
           'earned', coalesce(sum(k.amount) filter (where k.state = 'earned'), 0)::text,
           'reversed', coalesce(-sum(k.amount) filter (where k.kind = 'reversed'), 0)::text,
           'everEarned', coalesce(sum(k.amount) filter (where k.kind = 'earned' and k.state = 'earned'), 0)::text)
    from commission_line k where k.purchase_id = p.id)`;

const HELD = `
select p.website_id::int as "websiteId", p.store_id::int as "storeId", p.customer_id::text as "customerId",
       case when p.owner_staff_id is not null then jsonb_build_object('id', p.owner_staff_id::text, 'name', p.owner_staff_name) end as owner,
       p.status, p.currency::text as currency, p.prices_include_tax as "pricesIncludeTax", p.shipping::text as shipping, p.tax::text as tax,
       p.shipping_invoiced as "shippingInvoiced", p.shipping_refunded::text as "shippingRefunded",
       p.invoiced_total::text as "invoicedTotal", p.refunded_total::text as "refundedTotal", ${COMMISSION_BALANCE} as commission,
       exists (select 1 from order_payment y where y.purchase_id = p.id and y.state = 'awaiting') as "awaitsPayment",
       (select jsonb_agg(jsonb_build_object('position', l.position, 'sku', l.sku, 'kind', l.product_kind, 'quantity', l.quantity,
                 'unitMinor', l.unit_minor::text, 'discountMinor', l.discount::text, 'netMinor', l.net::text, 'taxMinor', l.tax::text,
                 'grossMinor', l.gross::text, 'invoiced', l.invoiced, 'shipped', l.shipped, 'refunded', l.refunded) order by l.position)
          from purchase_line l where l.purchase_id = p.id) as lines,
       (select coalesce(jsonb_agg(jsonb_build_object('position', x.position, 'pieces', x.pieces)), '[]'::jsonb)
          from (select dl.position, sum(dl.quantity)::int as pieces from sales_document d join sales_document_line dl on dl.document_id = d.id
                 where d.purchase_id = p.id and d.kind = 'invoice' and d.paid_at is not null group by dl.position) as x) as paid
  from purchase p where p.id = $1::bigint`;

/**
 * Takes hold of an order before anything is decided about it. Two statements: the second one begins after any wait, so it
 * sees what the request before this one has written. Refuses with 'order-not-found'.
 */
export async function holdOrder(unit: Unit, number: string): Promise<Result<HeldOrder, Refusal>> {
  const [held] = await unit.named<{ id: string }>('shop-hold-order', 'select id::text as id from purchase where number = $1 for no key update', [number]);
  if (held === undefined) return err({ code: 'order-not-found' });
  const [row] = await unit.named<OrderRow>('shop-held-order', HELD, [held.id]);
  if (row === undefined) throw new Error(`Order ${number} was held and is not there`);
  return ok(toHeld(held.id, number, row));
}

/** The same for a reader, without holding it. Throws where there is no such order: whoever asks has just read it. */
export async function loadSoldOrder(unit: Unit, number: string): Promise<SoldOrder> {
  const [row] = await unit.query<OrderRow>(HELD.replace('p.id = $1::bigint', 'p.number = $1'), [number]);
  if (row === undefined) throw new Error(`There is no order ${number}`);
  return toHeld('', number, row).sold;
}

function toHeld(id: string, number: string, row: OrderRow): HeldOrder {
  const { websiteId, storeId, customerId, owner, status, currency, pricesIncludeTax, shippingInvoiced, awaitsPayment } = row;
  return {
    id, number, websiteId, storeId, customerId, owner,
    sold: {
      status, currency, pricesIncludeTax, shippingInvoiced, awaitsPayment,
      shippingMinor: BigInt(row.shipping), taxMinor: BigInt(row.tax), shippingRefundedMinor: BigInt(row.shippingRefunded),
      invoicedMinor: BigInt(row.invoicedTotal), refundedMinor: BigInt(row.refundedTotal), lines: row.lines.map(toSoldLine),
    },
    commission: toBalance(row.commission),
    paid: new Map(row.paid.map(({ position, pieces }) => [position, pieces])),
  };
}

const toSoldLine = (line: LineJson): SoldLine => ({
  ...line,
  unitMinor: BigInt(line.unitMinor), discountMinor: BigInt(line.discountMinor), netMinor: BigInt(line.netMinor),
  taxMinor: BigInt(line.taxMinor), grossMinor: BigInt(line.grossMinor),
});

export const toBalance = (balance: OrderRow['commission']): CommissionBalance => ({
  pending: BigInt(balance.pending), earned: BigInt(balance.earned), reversed: BigInt(balance.reversed), everEarned: BigInt(balance.everEarned),
});
