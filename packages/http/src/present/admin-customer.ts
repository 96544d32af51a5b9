import { customerById, type Customer } from '@onbehalf/shop';
import type { CustomerFrame, CustomerSection } from '@onbehalf/web';
import { assistEntry, type EntryContext } from './assist-entry.ts';

const SECTIONS: readonly { key: CustomerSection; path: string }[] = [
  { key: 'view', path: '' },
  { key: 'information', path: '/information' },
  { key: 'addresses', path: '/addresses' },
  { key: 'orders', path: '/orders' },
  { key: 'staff', path: '/staff' },
];

export interface FramedCustomer {
  customer: Customer;
  frame: CustomerFrame;
}

/** One customer's frame in admin with the section that is open; null where there is no such customer. */
export async function adminCustomerFrame(context: EntryContext, id: string, open: CustomerSection): Promise<FramedCustomer | null> {
  const customer = await customerById(context.unit, id);
  if (customer === null) return null;
  const sections = SECTIONS.map(({ key, path }) => ({ key, href: `/admin/customers/${id}${path}`, current: key === open }));
  return { customer, frame: { id, name: `${customer.firstName} ${customer.lastName}`, sections, entry: await assistEntry(context, id) } };
}
