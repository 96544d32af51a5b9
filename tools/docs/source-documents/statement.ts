/** What a document says, in our words, and where Onbehalf shows that it is so. */
export interface Statement {
  says: string;
  /** Row of the feature contract. */
  row: string;
  /** Where a person sees it: page, button, setting. */
  see: string;
  /** Spec file with a part of the title of a test in it. */
  tests: readonly TestReference[];
  /** Where we do otherwise on purpose, and why. */
  deviation?: string;
}

export type TestReference = readonly [file: string, title: string];

export interface Chapter {
  heading: string;
  statements: readonly Statement[];
}

export interface SourceDocument {
  /** Begins the number of each of its statements. */
  letter: string;
  title: string;
  about: string;
  chapters: readonly Chapter[];
}

interface More {
  tests: readonly TestReference[];
  deviation?: string;
}

export const says = (text: string, row: string, see: string, { tests, deviation }: More): Statement => ({
  says: text,
  row,
  see,
  tests,
  ...(deviation === undefined ? {} : { deviation }),
});

const J = (name: string) => `apps/server/src/journeys/${name}.int.spec.ts`;

/** Spec files that many statements point to. */
export const SPEC = {
  assistedOrder: J('assisted-order'),
  refusals: J('refusals'),
  rest: J('rest'),
  idle: J('idle'),
  walk: J('route-walk'),
  selfOrder: J('self-order'),
  accounts: J('accounts'),
  inContext: J('in-context'),
  handover: J('handover'),
  settingsAssist: J('settings-assist'),
  settingsRecord: J('settings-record'),
  staffAccounts: J('staff-accounts'),
  roles: J('roles'),
  adminCustomers: J('admin-customers'),
  startTroubles: J('start-troubles'),
  storeChoice: J('store-choice'),
  loginAsCustomer: J('login-as-customer'),
  loginLink: J('login-link'),
  pageCache: J('page-cache'),
  concessions: J('concessions'),
  commissionJourney: J('commission'),
  cartSafety: J('cart-safety'),
  sessionExpired: J('session-expired'),
  claims: 'apps/server/src/docs/claims.int.spec.ts',
  access: 'packages/core/src/access/access.spec.ts',
  override: 'packages/core/src/price-override/price-override.spec.ts',
  commission: 'packages/core/src/commission/commission.spec.ts',
  checkout: 'packages/shop/src/checkout/checkout.int.spec.ts',
  orders: 'packages/shop/src/orders/orders.int.spec.ts',
  cart: 'packages/shop/src/cart/cart.int.spec.ts',
  search: 'packages/assist/src/search/search-customers.int.spec.ts',
  readLog: 'packages/assist/src/record/read-log.int.spec.ts',
  jobs: 'packages/http/src/jobs/jobs.int.spec.ts',
  admin: 'packages/http/src/routes/admin/admin.int.spec.ts',
  shopAccounts: 'packages/shop/src/accounts/accounts.int.spec.ts',
  e2eOrder: 'e2e/assisted-order.spec.ts',
  e2eRefusals: 'e2e/refusals.spec.ts',
  e2eBanner: 'e2e/banner.spec.ts',
  e2eAdmin: 'e2e/admin.spec.ts',
  e2eCustomer: 'e2e/customer.spec.ts',
  e2eSetUp: 'e2e/set-up-from-zero.spec.ts',
  e2eField: 'e2e/field-visit.spec.ts',
  e2ePhone: 'e2e/phone-sale.spec.ts',
  e2eService: 'e2e/service-case.spec.ts',
} as const;
