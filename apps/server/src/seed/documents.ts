import type { Unit } from '@onbehalf/assist';
import type { DocumentKind } from '@onbehalf/core';
import { insertRows, need } from './insert-rows.ts';
import type { OrderStory, ToldDocument } from './order-story.ts';

/** A past order in the database, with what became of it. */
export interface ToldOrder {
  id: string;
  owner: { id: string; name: string } | null;
  story: OrderStory;
}

const SEQUENCES: Readonly<Record<DocumentKind, string>> = { invoice: 'invoice_number', shipment: 'shipment_number', 'credit-memo': 'credit_memo_number' };

const COLUMNS = `kind text, number text, purchase_id bigint, at timestamptz, actor_id bigint, actor_name text, subtotal bigint, discount bigint, shipping bigint,
  tax bigint, total bigint, tracking text, paid_at timestamptz, paid_by text`;
const LINE_COLUMNS = `document_id bigint, purchase_id bigint, position integer, quantity integer, subtotal bigint, discount bigint, net bigint, tax bigint, gross bigint`;
const LEDGER_COLUMNS = `purchase_id bigint, staff_id bigint, staff_name text, at timestamptz, kind text, state text, amount bigint, document_id bigint`;

// As an invoice that is made now gets it (G3).
const DUE = `update sales_document d set due_on = (d.at at time zone s.time_zone)::date + p.payment_days
  from purchase p join store s on s.id = p.store_id where p.id = d.purchase_id and d.kind = 'invoice' and p.payment_days is not null`;

/** Invoices, shipments and credit memos of past orders, numbered as they were made, and the ledger of their commissions. */
export async function seedDocuments(unit: Unit, orders: readonly ToldOrder[], author: { id: string; name: string }): Promise<void> {
  const told = orders.flatMap((order) => order.story.documents.map((document) => ({ order, document }))).toSorted((a, b) => a.document.at.getTime() - b.document.at.getTime());
  const ids = new Map<ToldDocument, string>();
  for (const kind of ['invoice', 'shipment', 'credit-memo'] as const) {
    const some = told.filter(({ document }) => document.kind === kind);
    const numbers = await unit.query<{ number: string }>(`select nextval('${SEQUENCES[kind]}')::text as number from generate_series(1, $1::integer)`, [some.length]);
    const rows = some.map(({ order, document: { at, draft, tracking, paidAt } }, index) => ({
      kind, number: numbers[index]?.number, purchase_id: order.id, at, actor_id: author.id, actor_name: author.name, subtotal: draft.subtotal, discount: draft.discount,
      shipping: draft.shipping, tax: draft.tax, total: draft.total, tracking, paid_at: paidAt, paid_by: paidAt === null ? null : author.name,
    }));
    const made = await insertRows<{ id: string; number: string }>(unit, { into: 'sales_document', columns: COLUMNS, rows }, 'id::text, number');
    const idOf = new Map(made.map(({ id, number }) => [number, id]));
    for (const [index, { document }] of some.entries()) ids.set(document, need(idOf, numbers[index]?.number ?? ''));
  }
  const lines = told.flatMap(({ order, document }) => document.draft.lines.map(({ position, pieces, row, discount, net, tax, gross }) => ({
    document_id: need(ids, document), purchase_id: order.id, position, quantity: pieces, subtotal: row, discount, net, tax, gross,
  })));
  await unit.query(DUE);
  await insertRows(unit, { into: 'sales_document_line', columns: LINE_COLUMNS, rows: lines });
  await insertRows(unit, { into: 'commission_line', columns: LEDGER_COLUMNS, rows: orders.flatMap((order) => ledgerRows(order, ids)) });
}

function ledgerRows({ id, owner, story }: ToldOrder, ids: ReadonlyMap<ToldDocument, string>): object[] {
  if (owner === null) return [];
  return story.ledger.map(({ at, kind, state, minor, document }) => ({
    purchase_id: id, staff_id: owner.id, staff_name: owner.name, at, kind, state, amount: minor, document_id: document === null ? null : need(ids, document),
  }));
}
