import { routes } from '@onbehalf/http';
import type { Route } from '@onbehalf/http/route';
import { describe, expect, it } from 'vitest';
import { NOT_ASKED_FOR } from './not-asked-for.ts';
import { expectationOf, leftOver } from './route-expectations.ts';

const nameOf = ({ method, area, path, handle }: Route): string => `${method} ${area}:${path} (${handle})`;

const ACCESS = { public: 'anybody', cart: 'cart', 'sign-in': 'between', customer: 'customer', context: 'context', actor: 'staff' } as const;
const INSIDE = { view: 'view', shop: 'shop', full: 'full', never: 'floor', outside: 'portal' } as const;

/** The declaration in the words of the table. */
function declared({ access, inContext, anyContext, whenEnded }: Route): unknown {
  const who = typeof access === 'string' ? ACCESS[access] : 'resource' in access ? [access.resource] : [...access.anyOf];
  return { who, inside: INSIDE[inContext], way: anyContext ? 'always' : whenEnded ? 'ended' : null };
}

describe('B15, B16: every route is written down twice, in the route tables and in the table of the walk', () => {
  it('B16: a route without a line in testing/route-expectations.ts is named here: add its handle there', () => {
    expect(routes.filter((route) => expectationOf(route) === undefined).map(nameOf)).toEqual([]);
  });

  it('B16: a line without a route is named here', () => expect(leftOver(routes)).toEqual([]));

  it('B16, B17: both say the same of who may and of what a context may', () => {
    const known = routes.filter((route) => expectationOf(route) !== undefined);
    expect(known.filter((route) => JSON.stringify(expectationOf(route)) !== JSON.stringify(declared(route))).map((route) => ({ route: nameOf(route), written: expectationOf(route), declared: declared(route) }))).toEqual([]);
  });
});

describe('P09: fields nobody asked for', () => {
  // By hand: who takes one of them at all. In a context: the box that only the customer himself can tick, and the customer in the address.
  const TAKES: Readonly<Record<string, string>> = {
    'storefront customer_account_loginpost': 'email password', 'storefront customer_account_forgotpasswordpost': 'email', 'storefront customer_account_resetpasswordpost': 'password', 'storefront customer_account_createpost': 'email password',
    'storefront customer_account_editpost': 'consent consentShown', 'storefront customer_account_passwordpost': 'password', 'rest staff_customer_logout': 'customerId', 'rest staff_customers_enter': 'customerId', 'rest staff_customers_linkpost': 'customerId', 'rest staff_account_loginpost': 'email password',
    'rest adminhtml_staff_create': 'accessAllCustomers canCreateCustomer canEditItemPrice commissionRate email groupId maxDiscount roleId', 'rest adminhtml_assignment_save': 'staffId',
    'staff staff_account_loginpost': 'email password', 'staff staff_account_forgotpost': 'email', 'staff staff_account_resetpost': 'password', 'staff staff_account_password': 'password',
    'staff staff_account_factorcodes': 'password', 'staff staff_account_factoroff': 'password', 'staff staff_account_factorstart': 'password',
    'staff staff_customers_create': 'email group', 'admin adminhtml_customer_create': 'email group', 'admin adminhtml_customer_save': 'consent email group status',
    'admin adminhtml_customer_assign': 'staff', 'admin adminhtml_assignment_save': 'group staff', 'admin adminhtml_staff_assign': 'customer', 'admin adminhtml_staff_unassign': 'customer',
    'admin adminhtml_price_create': 'customer group', 'admin adminhtml_price_save': 'customer group', 'admin adminhtml_pricelist_assign': 'customer', 'admin adminhtml_pricelist_unassign': 'customer', 'admin adminhtml_system_config_save': 'scope',
    'admin adminhtml_staff_create': 'accessAllCustomers canCreateCustomer canEditItemPrice commissionRate email group maxDiscount role', 'admin adminhtml_staff_save': 'accessAllCustomers canCreateCustomer canEditItemPrice commissionRate email group maxDiscount role',
    'admin adminhtml_staffgroup_create': 'commissionRate', 'admin adminhtml_staffgroup_save': 'commissionRate', 'admin adminhtml_user_role_create': 'mode', 'admin adminhtml_user_role_saverole': 'mode', 'admin adminhtml_user_role_saveresources': 'resources scope',
    'storefront company_buyer_invite': 'email role', 'storefront company_buyer_role': 'role', 'admin adminhtml_company_create': 'group', 'admin adminhtml_company_save': 'group',
    'rest adminhtml_company_create': 'groupId websiteId', 'rest adminhtml_company_save': 'groupId',
    'rest adminhtml_company_addbuyer': 'customer role', 'rest adminhtml_company_buyerrole': 'customerId role', 'rest adminhtml_company_removebuyer': 'customerId',
    'admin adminhtml_company_addbuyer': 'customer role', 'admin adminhtml_company_buyerrole': 'customerId role', 'admin adminhtml_company_removebuyer': 'customerId',
    'rest adminhtml_staff_save': 'accessAllCustomers canCreateCustomer canEditItemPrice commissionRate email groupId maxDiscount roleId staffId',
  };

  it('P09: on every route: what a body may say is written down, and who says whom, what rights or whose is in it where it belongs and nowhere else (else: add it to TAKES above)', () => {
    const taken = routes.filter(({ method }) => method !== 'GET').map((route) => [`${route.area} ${route.handle}`, fieldsOf(route).filter((name) => name in NOT_ASKED_FOR)] as const);
    const byRoute = Map.groupBy(taken, ([name]) => name);
    const found = Object.fromEntries([...byRoute].map(([name, all]) => [name, [...new Set(all.flatMap(([, fields]) => fields))].toSorted().join(' ')] as const).filter(([, fields]) => fields !== ''));
    expect(found).toEqual(TAKES);
  });
});

function fieldsOf({ input }: Route): string[] {
  if (!('shape' in input) || typeof input.shape !== 'object' || input.shape === null) throw new Error('A body that says nothing of its fields');
  return Object.keys(input.shape);
}
