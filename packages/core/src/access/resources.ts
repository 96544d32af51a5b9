/** What a role can be given, by name; the values are stored with roles and never renamed (F2). */
export const RESOURCE = {
  orders: 'sales.orders',
  editItemPrice: 'sales.edit-item-price',
  approvePrices: 'sales.approve-prices',
  viewMargin: 'sales.view-margin',
  reassignOrders: 'sales.reassign-orders',
  products: 'catalog.products',
  prices: 'catalog.prices',
  customers: 'customers.all',
  createCustomer: 'customers.create',
  companies: 'customers.companies',
  loginAsCustomer: 'customers.login-as-customer.login',
  loginAsCustomerLog: 'customers.login-as-customer.log',
  endAssistSessions: 'customers.login-as-customer.end',
  assistanceOptIn: 'customers.assistance-opt-in',
  staffAccounts: 'staff.accounts',
  staffGroups: 'staff.groups',
  staffSessions: 'staff.sessions',
  resetSecondFactor: 'staff.second-factor',
  assignments: 'staff.assignments',
  commissionReport: 'reports.commission',
  sessionReport: 'reports.sessions',
  configuration: 'stores.configuration',
  stores: 'stores.all',
  taxRates: 'stores.tax-rates',
  shippingMethods: 'stores.shipping-methods',
  roles: 'system.roles',
  actionLogs: 'system.action-logs',
  exportActionLogs: 'system.action-logs.export',
} as const;

export type ResourceId = (typeof RESOURCE)[keyof typeof RESOURCE];

/** Every resource, for a role with "All". */
export const RESOURCE_IDS: readonly ResourceId[] = Object.values(RESOURCE);

/** Whether a word from outside is a resource. */
export const isResourceId = (input: unknown): input is ResourceId => RESOURCE_IDS.some((id) => id === input);
