import type { DocumentDraft, DocumentKind, SoldOrder } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import type { HeldOrder } from './hold-order.ts';

/** Who makes a document; without an id: no member of staff, but what the name says. */
export interface DocumentAuthor {
  id: string | null;
  name: string;
}

/** A document that was decided, and the order as it stands with it. */
export interface Recording {
  held: HeldOrder;
  kind: DocumentKind;
  draft: DocumentDraft;
  after: SoldOrder;
  author: DocumentAuthor;
  now: Date;
  tracking?: string;
  restocked?: boolean;
}

const SEQUENCES: Readonly<Record<DocumentKind, string>> = { invoice: 'invoice_number', shipment: 'shipment_number', 'credit-memo': 'credit_memo_number' };
const COUNTERS: Readonly<Record<DocumentKind, string>> = { invoice: 'invoiced', shipment: 'shipped', 'credit-memo': 'refunded' };

// From the day of the invoice, by the calendar of the store that sold it (G3).
const DUE_ON = '(select (d.at at time zone s.time_zone)::date + p.payment_days from purchase p join store s on s.id = p.store_id where p.id = $1::bigint)';

// An invoice over nothing is paid as it is made: nobody will ever send money for it.
const recordSql = (kind: DocumentKind): string => `
with made as (
  insert into sales_document (kind, number, purchase_id, at, actor_id, actor_name, subtotal, discount, shipping, tax, adjustment_refund,
      adjustment_fee, total, tracking, restocked, paid_at, paid_by, due_on)
  select '${kind}', nextval('${SEQUENCES[kind]}')::text, $1::bigint, d.at, d.actor_id, d.actor_name, d.subtotal, d.discount, d.shipping, d.tax,
      d.adjustment_refund, d.adjustment_fee, d.total, d.tracking, d.restocked,
      case when '${kind}' = 'invoice' and d.total = 0 then d.at end, case when '${kind}' = 'invoice' and d.total = 0 then d.actor_name end,
      ${kind === 'invoice' ? DUE_ON : 'null::date'}
    from jsonb_to_record($2::jsonb) as d (at timestamptz, actor_id bigint, actor_name text, subtotal bigint, discount bigint, shipping bigint,
      tax bigint, adjustment_refund bigint, adjustment_fee bigint, total bigint, tracking text, restocked boolean)
  returning id, number),
part as (
  select * from jsonb_to_recordset($3::jsonb) as l (
    "position" integer, pieces integer, "row" bigint, discount bigint, net bigint, tax bigint, gross bigint)),
lines as (
  insert into sales_document_line (document_id, purchase_id, position, quantity, subtotal, discount, net, tax, gross)
  select m.id, $1::bigint, l."position", l.pieces, l."row", l.discount, l.net, l.tax, l.gross from made m, part l),
counted as (
  update purchase_line p set ${COUNTERS[kind]} = p.${COUNTERS[kind]} + l.pieces
    from part l where p.purchase_id = $1::bigint and p.position = l."position"),
standing as (
  update purchase p set status = s.status, shipping_invoiced = s.shipping_invoiced, shipping_refunded = s.shipping_refunded,
      invoiced_total = s.invoiced_total, refunded_total = s.refunded_total
    from jsonb_to_record($4::jsonb) as s (status text, shipping_invoiced boolean, shipping_refunded bigint, invoiced_total bigint, refunded_total bigint)
   where p.id = $1::bigint)
select id::text as id, number from made`;

/** Writes the document, counts its pieces on the order's lines and moves the order on: one statement. */
export async function recordDocument(unit: Unit, recording: Recording): Promise<{ id: string; number: string }> {
  const { held, kind, draft } = recording;
  const params = [held.id, json(documentOf(recording)), json(draft.lines), json(standingOf(recording.after))];
  const [row] = await unit.named<{ id: string; number: string }>(`shop-record-${kind}`, recordSql(kind), params);
  if (row === undefined) throw new Error(`Order ${held.number}: a ${kind} was not written`);
  return row;
}

const documentOf = ({ draft, author, now, tracking = '', restocked = false }: Recording) => ({
  at: now, actor_id: author.id, actor_name: author.name, subtotal: draft.subtotal, discount: draft.discount, shipping: draft.shipping, tax: draft.tax,
  adjustment_refund: draft.adjustmentRefund, adjustment_fee: draft.adjustmentFee, total: draft.total, tracking, restocked,
});

const standingOf = (after: SoldOrder) => ({
  status: after.status, shipping_invoiced: after.shippingInvoiced, shipping_refunded: after.shippingRefundedMinor,
  invoiced_total: after.invoicedMinor, refunded_total: after.refundedMinor,
});

/** bigint as text: JSON numbers end at 2^53. */
const json = (value: object): string => JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member));
