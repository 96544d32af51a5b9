import type { Route } from '@onbehalf/http/route';
import type { DemoShop } from './demo-shop.ts';

const KINDS = ['invoice', 'shipment', 'credit-memo'] as const;

interface RealDocument {
  order: string;
  kind: string;
  number: string;
}

/** Real values for the patterns of the route tables: a customer's own order, a document of each kind, an address. */
export interface RealIds {
  order: string;
  documents: readonly RealDocument[];
  address: string;
}

/** What a customer has that pages are about. */
export async function realIdsOf(shop: DemoShop, customerId: string): Promise<RealIds> {
  const documents = await shop.rows<RealDocument>(
    'select distinct on (d.kind) d.kind, p.number as order, d.number from sales_document d join purchase p on p.id = d.purchase_id where p.customer_id = $1 order by d.kind, d.number', [customerId]);
  const [order] = await shop.rows<{ number: string }>(`select number from purchase where customer_id = $1 and customer_comment <> '' order by number limit 1`, [customerId]);
  const [address] = await shop.rows<{ id: string }>('select id::text from customer_address where customer_id = $1 order by id limit 1', [customerId]);
  return { order: order?.number ?? '', documents, address: address?.id ?? '' };
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** A pattern with its parts filled in. */
export function pathOf({ path }: Pick<Route, 'path'>, ids: RealIds): string {
  const kind = KINDS.find((one) => path.includes(`/:order/${one}s/:number`));
  const document = ids.documents.find((one) => one.kind === kind);
  return path
    .replace(':order', document?.order ?? ids.order)
    .replace(':number', document?.number ?? ids.order)
    .replace(':slug', path.startsWith('/p/') ? 'drill-driver-18v-60' : 'fasteners')
    .replace(':section', 'staff-general')
    .replace(':code', 'consent-missing')
    .replace(':sku', 'SKU-1001')
    .replace(':session', NOWHERE)
    .replace(':approvalId', NOWHERE)
    .replace(/:(staffId|customerId|tokenId|addressId)/, (_all, name: string) => (name === 'tokenId' ? NOWHERE : name === 'addressId' ? ids.address : '1001'))
    .replace(/:id(?=\/|$)/, /lines|items|receipts|mails|handoffs|side-carts|assistance|approvals|\/links\//.test(path) ? NOWHERE : path.includes('/addresses/') ? ids.address : '1001');
}
