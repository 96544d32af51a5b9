import type { StoreCode } from './places.ts';

export type StaffGroup = 'Sales' | 'Customer Service' | 'Key Accounts';
export type StaffRole = 'sales' | 'customer-service' | 'viewer' | 'team-lead' | 'administrator';

export type Staff = Readonly<{
  firstName: string;
  lastName: string;
  /** Who they are in the demo; the address is the stable name. */
  email: `${string}@staff.example`;
  phone: string;
  group: StaffGroup;
  role: StaffRole;
  stores: readonly StoreCode[];
  language: 'en' | 'de' | 'es';
  timeZone: string;
  accessAllCustomers: boolean;
  canEditItemPrice: boolean;
  canCreateCustomer: boolean;
  /** Percent, decimal string. */
  commissionRate: string;
  largestDiscountPercent: number;
  sendOrderCopy: boolean;
}>;

export const staffGroups = [
  { name: 'Sales', isDefault: true, lead: 'ruth.sanders@staff.example' },
  { name: 'Customer Service', isDefault: false, lead: null },
  { name: 'Key Accounts', isDefault: false, lead: 'ruth.sanders@staff.example' },
] as const satisfies readonly { name: StaffGroup; isDefault: boolean; lead: string | null }[];

const everyStore = ['main', 'de', 'es'] as const;
const noSelling = { canEditItemPrice: false, canCreateCustomer: false, commissionRate: '0.00', largestDiscountPercent: 0, sendOrderCopy: false } as const;
const seller = { role: 'sales', accessAllCustomers: false, canEditItemPrice: true, canCreateCustomer: true, sendOrderCopy: true } as const;

export const staff = [
  { firstName: 'Sarah', lastName: 'Johnson', email: 'sarah.johnson@staff.example', phone: '+1 303-555-0101', group: 'Sales', stores: ['main'], language: 'en', timeZone: 'America/Denver', ...seller, commissionRate: '5.00', largestDiscountPercent: 20 },
  { firstName: 'Max', lastName: 'Keller', email: 'max.keller@staff.example', phone: '+49 30 23125001', group: 'Key Accounts', stores: everyStore, language: 'de', timeZone: 'Europe/Berlin', ...seller, accessAllCustomers: true, canEditItemPrice: false, commissionRate: '3.00', largestDiscountPercent: 0 },
  { firstName: 'Olivia', lastName: 'Brandt', email: 'olivia.brandt@staff.example', phone: '+1 312-555-0102', group: 'Customer Service', stores: everyStore, language: 'en', timeZone: 'America/Chicago', role: 'customer-service', accessAllCustomers: true, canEditItemPrice: true, canCreateCustomer: true, commissionRate: '0.00', largestDiscountPercent: 100, sendOrderCopy: false },
  { firstName: 'Vera', lastName: 'Novak', email: 'vera.novak@staff.example', phone: '+1 312-555-0103', group: 'Customer Service', stores: everyStore, language: 'en', timeZone: 'America/Chicago', role: 'viewer', accessAllCustomers: true, ...noSelling },
  { firstName: 'Ruth', lastName: 'Sanders', email: 'ruth.sanders@staff.example', phone: '+1 303-555-0104', group: 'Sales', stores: everyStore, language: 'en', timeZone: 'America/Denver', ...seller, role: 'team-lead', accessAllCustomers: true, commissionRate: '2.00', largestDiscountPercent: 40 },
  { firstName: 'Ana', lastName: 'Duarte', email: 'admin@staff.example', phone: '+1 303-555-0105', group: 'Customer Service', stores: everyStore, language: 'en', timeZone: 'America/Denver', role: 'administrator', accessAllCustomers: true, ...noSelling, canCreateCustomer: true },
  { firstName: 'Terrence', lastName: 'Cole', email: 'terrence.cole@staff.example', phone: '+1 617-555-0106', group: 'Sales', stores: ['main'], language: 'en', timeZone: 'America/New_York', ...seller, commissionRate: '4.50', largestDiscountPercent: 15 },
  { firstName: 'Hannah', lastName: 'Weißgerber', email: 'hannah.weissgerber@staff.example', phone: '+49 89 99998007', group: 'Sales', stores: ['de'], language: 'de', timeZone: 'Europe/Berlin', ...seller, commissionRate: '4.00', largestDiscountPercent: 15 },
  { firstName: 'Íker', lastName: 'Mendoza Peña', email: 'iker.mendoza@staff.example', phone: '+34 910 000008', group: 'Sales', stores: ['es'], language: 'es', timeZone: 'Europe/Madrid', ...seller, commissionRate: '4.00', largestDiscountPercent: 15 },
  { firstName: 'Grace', lastName: 'Okonkwo', email: 'grace.okonkwo@staff.example', phone: '+1 713-555-0109', group: 'Key Accounts', stores: ['main'], language: 'en', timeZone: 'America/Chicago', ...seller, commissionRate: '3.50', largestDiscountPercent: 25 },
  { firstName: 'Lukas', lastName: 'Brunner', email: 'lukas.brunner@staff.example', phone: '+43 720 000010', group: 'Key Accounts', stores: ['de', 'es'], language: 'de', timeZone: 'Europe/Vienna', ...seller, commissionRate: '3.50', largestDiscountPercent: 25 },
  { firstName: 'Clara', lastName: 'Vidal Roca', email: 'clara.vidal@staff.example', phone: '+34 910 000011', group: 'Customer Service', stores: ['de', 'es'], language: 'es', timeZone: 'Europe/Madrid', ...seller, role: 'customer-service', accessAllCustomers: true, canEditItemPrice: false, commissionRate: '0.00', largestDiscountPercent: 0 },
] as const satisfies readonly Staff[];

export type StaffEmail = (typeof staff)[number]['email'];
