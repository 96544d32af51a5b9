import type { TestDatabase } from '@onbehalf/database/testing';

/** Who buys, and who sells for whom, in sale.spec.ts: each journey has people of its own, so that all may run at once. */
export interface SalePeople {
  key: string;
  store: 'main' | 'de' | 'es';
  /** Of the member of staff. */
  language: 'en' | 'de' | 'es';
  firstName: string;
  lastName: string;
}

/** Of pay-link.spec.ts. */
export const PAY_LINK_PEOPLE: SalePeople = { key: 'pia', store: 'main', language: 'en', firstName: 'Pia', lastName: 'Paylink' };

export const sellerEmail = (key: string): string => `${key}@sale.staff.example`;
export const buyerEmail = (key: string): string => `${key}@sale.customer.example`;

const ADD = `
with buyer as (
  insert into customer (website_id, store_id, customer_group_id, email, first_name, last_name, confirmed_at, password_hash)
  select s.website_id, s.id, j.customer_group_id, $1, $2, $3, now(), j.password_hash from store s, customer j where s.code = $4 and j.id = 1001
  returning id, website_id),
address as (
  insert into customer_address (customer_id, is_default, name, street, postcode, city, country)
  select id, true, $2 || ' ' || $3, '1 Old Street', '04101', 'Portland', case $4 when 'main' then 'US' when 'de' then 'DE' else 'ES' end from buyer),
agreed as (
  insert into consent (customer_id, website_id, answer, wording, answered_at) select id, website_id, 'given', 'As asked', now() from buyer),
seller as (
  insert into staff (first_name, last_name, email, role_id, staff_group_id, language, access_all_customers, password_hash)
  select 'Selma', 'Salazar', $5, role_id, staff_group_id, $6, true, password_hash from staff where email = 'max.keller@staff.example' returning id)
insert into staff_store (staff_id, store_id)
select seller.id, o.store_id from seller, staff m join staff_store o on o.staff_id = m.id where m.email = 'max.keller@staff.example'`;

export async function addSalePeople({ owner }: TestDatabase, people: readonly SalePeople[]): Promise<void> {
  for (const { key, store, language, firstName, lastName } of people) await owner.query(ADD, [buyerEmail(key), firstName, lastName, store, sellerEmail(key), language]);
}
