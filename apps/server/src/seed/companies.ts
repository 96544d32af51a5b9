import type { Unit } from '@onbehalf/assist';
import { insertRows } from './insert-rows.ts';
import { WEBSITES } from './stores.ts';

const NAME = 'Nordlicht Montagebau GmbH';
/** Right by its check digit; nobody's that we know of. */
const VAT_NUMBER = 'DE246813573';
const ADDRESSES = [
  { name: 'Warenannahme', street: 'Kaistraße 40', postcode: '20457', is_default: true, is_default_billing: false },
  { name: 'Buchhaltung', street: 'Kontorhausweg 3', postcode: '20095', is_default: false, is_default_billing: true },
];

const BUYERS = `
select c.id::text as id from customer c
 where c.website_id = $1 and c.store_id = $2 and c.status = 'active' and c.confirmed_at is not null
   and not exists (select from customer_price_list m where m.customer_id = c.id) order by c.id desc limit 3`;

/**
 * One company with three buyers of the German store (G2): the first its administrator. They were customers before, and their orders from
 * then stay their own; those since carry the company.
 */
export async function seedCompany(unit: Unit, { storeId, now }: { storeId: number; now: Date }): Promise<void> {
  const [company] = await unit.query<{ id: string }>(
    `insert into company (website_id, name, vat_number, customer_group_id, order_visibility, created_at) select $1, $2, $3, g.id, 'own', $4 from customer_group g where g.code = 'trade' returning id::text as id`,
    [WEBSITES.eu, NAME, VAT_NUMBER, now]);
  if (company === undefined) throw new Error('The demo has no customer group for its company');
  const buyers = await unit.query<{ id: string }>(BUYERS, [WEBSITES.eu, storeId]);
  for (const [index, { id }] of buyers.entries()) {
    await unit.query('update customer set company_id = $2::bigint, company_role = $3 where id = $1::bigint', [id, company.id, index === 0 ? 'administrator' : 'buyer']);
    await unit.query(`update purchase set company_id = $2::bigint where id = (select max(id) from purchase where customer_id = $1::bigint)`, [id, company.id]);
  }
  const rows = ADDRESSES.map((address) => ({ ...address, company_id: company.id, company: NAME, city: 'Hamburg', region: '', country: 'DE', phone: '+49 40 5550100' }));
  await insertRows(unit, { into: 'customer_address', columns: 'company_id bigint, is_default boolean, is_default_billing boolean, name text, company text, street text, postcode text, city text, region text, country text, phone text', rows });
}
