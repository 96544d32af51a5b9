import type { CustomerGroupCode, PriceListCode } from '../prices.ts';
import type { Country, StoreCode, WebsiteCode } from './places.ts';
import type { StaffEmail } from './staff.ts';

export type Address = Readonly<{ company: string; street: string; zip: string; city: string; region: string; country: Country; phone: string }>;

export type Customer = Readonly<{
  firstName: string;
  lastName: string;
  email: `${string}@customer.example`;
  /** Number in the merchant's ERP, such as ERP-004217. */
  externalId: string;
  company: string;
  vatNumber: string | null;
  phone: string;
  website: WebsiteCode;
  store: StoreCode;
  group: CustomerGroupCode;
  status: 'active' | 'blocked';
  /** Has agreed to remote shopping assistance. */
  hasConsent: boolean;
  /** The primary member of staff. */
  assignedTo: StaffEmail | null;
  priceLists: readonly PriceListCode[];
  /** The first is for billing and shipping, a second one is a building site. */
  addresses: readonly [Address, ...Address[]];
}>;
