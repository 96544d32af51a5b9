import { sumOf, taxParts, type DocumentKind, type TaxPart } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { isRowId } from '../accounts/ids.ts';
import type { OptionText } from '../catalog/option-text.ts';
import { likeText } from '../catalog/search-products.ts';

/** One document in a list. */
export interface ListedDocument {
  id: string;
  kind: DocumentKind;
  number: string;
  at: Date;
  orderNumber: string;
  orderedAt: Date;
  customerId: string;
  customerName: string;
  storeId: number;
  currency: string;
  pieces: number;
  totalMinor: bigint;
  paidAt: Date | null;
  /** By when an invoice has to be paid, YYYY-MM-DD; null: nothing was agreed (G3). */
  dueOn: string | null;
  /** Of the store that sold it: the calendar its days are counted by. */
  timeZone: string;
  tracking: string;
}

/** What narrows a list; null or '' is no limit. */
export interface DocumentFilters {
  /** Beginning of its own number. */
  number: string;
  /** Beginning of the order's. */
  order: string;
  /** Part of the customer's name, company or e-mail. */
  customer: string;
  from: Date | null;
  /** First moment no more. */
  to: Date | null;
}

export interface DocumentPage {
  documents: ListedDocument[];
  next: string | null;
}

type ListedRow = Omit<ListedDocument, 'totalMinor'> & { totalMinor: string };

const LISTED = `
  d.id::text as id, d.kind, d.number, d.at, p.number as "orderNumber", p.placed_at as "orderedAt", p.customer_id::text as "customerId",
  p.customer_name as "customerName", p.store_id::int as "storeId", p.currency::text as currency, d.total::text as "totalMinor", d.paid_at as "paidAt", to_char(d.due_on, 'YYYY-MM-DD') as "dueOn", (select s.time_zone from store s where s.id = p.store_id) as "timeZone", d.tracking,
  (select coalesce(sum(l.quantity), 0)::int from sales_document_line l where l.document_id = d.id) as pieces`;

const toListed = (row: ListedRow): ListedDocument => ({ ...row, totalMinor: BigInt(row.totalMinor) });

// A bound is null where it doesn't limit: one text, one plan by the index of the kind's newest.
const LIST = `
select ${LISTED} from sales_document d join purchase p on p.id = d.purchase_id
 where d.kind = $1
   and ($2 = '' or d.number like $2 || '%') and ($3 = '' or p.number like $3 || '%')
   and ($4 = '' or lower(p.customer_name || ' ' || p.customer_company || ' ' || p.customer_email) like '%' || $4 || '%')
   and ($5::timestamptz is null or d.at >= $5) and ($6::timestamptz is null or d.at < $6)
   and ($7::bigint is null or (d.at, d.id) < (select a.at, a.id from sales_document a where a.id = $7::bigint))
 order by d.at desc, d.id desc limit $8`;

/** Documents of one kind, newest first, by keyset (F3). */
export async function listDocuments(unit: Unit, { kind, filters, after, limit }: { kind: DocumentKind; filters: DocumentFilters; after: string | null; limit: number }): Promise<DocumentPage> {
  if (after !== null && !isRowId(after)) return { documents: [], next: null };
  const params = [
    kind, likeText(filters.number.trim()), likeText(filters.order.trim()), likeText(filters.customer.trim().toLowerCase()),
    filters.from, filters.to, after, limit + 1,
  ];
  const rows = await unit.query<ListedRow>(LIST, params);
  const documents = rows.slice(0, limit).map(toListed);
  return { documents, next: rows.length > limit ? (documents.at(-1)?.id ?? null) : null };
}

/** All documents of one order, oldest first. */
export async function documentsOf(unit: Unit, orderNumber: string): Promise<ListedDocument[]> {
  const rows = await unit.named<ListedRow>(
    'shop-documents-of',
    `select ${LISTED} from sales_document d join purchase p on p.id = d.purchase_id where p.number = $1 order by d.id`,
    [orderNumber],
  );
  return rows.map(toListed);
}

export interface SalesDocumentLine {
  position: number;
  sku: string;
  name: string;
  image: string;
  options: OptionText[];
  pieces: number;
  unitMinor: bigint;
  subtotalMinor: bigint;
  discountMinor: bigint;
  taxBasisPoints: number;
  netMinor: bigint;
  taxMinor: bigint;
}

/** One document, complete. */
export interface SalesDocument extends ListedDocument {
  /** The buyer's, as it was when the order was placed. */
  buyersVatNumber: string;
  actorName: string;
  subtotalMinor: bigint;
  discountMinor: bigint;
  shippingMinor: bigint;
  taxMinor: bigint;
  /** By rate, the highest first. */
  taxes: TaxPart[];
  adjustmentRefundMinor: bigint;
  adjustmentFeeMinor: bigint;
  paidBy: string | null;
  paymentReference: string;
  restocked: boolean;
  lines: SalesDocumentLine[];
}

type Amounts = 'totalMinor' | 'subtotalMinor' | 'discountMinor' | 'shippingMinor' | 'taxMinor' | 'adjustmentRefundMinor' | 'adjustmentFeeMinor';
type LineAmounts = 'unitMinor' | 'subtotalMinor' | 'discountMinor' | 'netMinor' | 'taxMinor';
type LineJson = Omit<SalesDocumentLine, LineAmounts> & Record<LineAmounts, string>;
type DocumentRow = Omit<SalesDocument, Amounts | 'lines' | 'taxes'> & Record<Amounts, string> & { lines: LineJson[]; shippingTaxBasisPoints: number | null; pricesIncludeTax: boolean };

const ONE = `
select ${LISTED}, p.customer_vat_number as "buyersVatNumber", d.actor_name as "actorName", d.subtotal::text as "subtotalMinor", d.discount::text as "discountMinor", d.shipping::text as "shippingMinor",
       d.tax::text as "taxMinor", d.adjustment_refund::text as "adjustmentRefundMinor", d.adjustment_fee::text as "adjustmentFeeMinor",
       p.shipping_tax_basis_points as "shippingTaxBasisPoints", p.prices_include_tax as "pricesIncludeTax", d.paid_by as "paidBy", d.payment_reference as "paymentReference", d.restocked,
       (select coalesce(jsonb_agg(jsonb_build_object('position', l.position, 'sku', l.sku, 'name', l.name, 'image', l.image, 'options', l.options, 'pieces', x.quantity,
                 'unitMinor', l.unit_minor::text, 'subtotalMinor', x.subtotal::text,
                 'discountMinor', x.discount::text, 'taxBasisPoints', l.tax_basis_points, 'netMinor', x.net::text, 'taxMinor', x.tax::text) order by l.position), '[]'::jsonb)
          from sales_document_line x join purchase_line l on l.purchase_id = x.purchase_id and l.position = x.position
         where x.document_id = d.id) as lines
  from sales_document d join purchase p on p.id = d.purchase_id
 where d.kind = $1 and d.number = $2 and ($3::bigint is null or p.customer_id = $3::bigint)`;

/** One document by its number, of one customer only where an id is given; null where there is none. */
export async function documentByNumber(unit: Unit, { kind, number, customerId }: { kind: DocumentKind; number: string; customerId: string | null }): Promise<SalesDocument | null> {
  const [row] = await unit.named<DocumentRow>('shop-document', ONE, [kind, number, customerId]);
  if (row === undefined) return null;
  const { shippingTaxBasisPoints: _rate, pricesIncludeTax: _included, ...document } = row;
  const lines = row.lines.map((line) => ({ ...line, unitMinor: BigInt(line.unitMinor), subtotalMinor: BigInt(line.subtotalMinor), discountMinor: BigInt(line.discountMinor), netMinor: BigInt(line.netMinor), taxMinor: BigInt(line.taxMinor) }));
  return {
    ...document,
    totalMinor: BigInt(row.totalMinor), subtotalMinor: BigInt(row.subtotalMinor), discountMinor: BigInt(row.discountMinor), shippingMinor: BigInt(row.shippingMinor),
    taxMinor: BigInt(row.taxMinor), adjustmentRefundMinor: BigInt(row.adjustmentRefundMinor), adjustmentFeeMinor: BigInt(row.adjustmentFeeMinor),
    taxes: documentTaxes(row, lines),
    lines,
  };
}

/** As on the order: the lines' by their rates, and what is left of the whole for shipping. */
function documentTaxes({ taxMinor, shippingMinor, shippingTaxBasisPoints, pricesIncludeTax }: DocumentRow, lines: readonly SalesDocumentLine[]): TaxPart[] {
  const shippingTax = BigInt(taxMinor) - sumOf(lines.map((line) => line.taxMinor));
  const net = pricesIncludeTax ? BigInt(shippingMinor) - shippingTax : BigInt(shippingMinor);
  const rate = shippingTaxBasisPoints ?? Math.max(0, ...lines.map((line) => line.taxBasisPoints));
  return taxParts([
    ...lines.map((line): TaxPart => ({ taxBasisPoints: BigInt(line.taxBasisPoints), net: line.netMinor, tax: line.taxMinor, gross: line.netMinor + line.taxMinor })),
    { taxBasisPoints: BigInt(rate), net, tax: shippingTax, gross: net + shippingTax },
  ]);
}
