import { z } from 'zod';
import { redirect } from '../../answer.ts';
import { adminEntries } from '../../frame.ts';
import { route, type Route } from '../../route.ts';
import { actionLogRoutes } from './action-logs.ts';
import { configurationRoutes } from './configuration.ts';
import { assistSessionRoutes } from './assist-sessions.ts';
import { companyAdminRoutes } from './companies.ts';
import { assignmentRoutes } from './assignments.ts';
import { customerStaffRoutes } from './customer-staff.ts';
import { adminCustomerAddressRoutes } from './customer-addresses.ts';
import { adminNewCustomerRoutes } from './customer-new.ts';
import { adminCustomerRoutes } from './customers.ts';
import { documentRoutes } from './documents.ts';
import { mailRoutes } from './mails.ts';
import { orderDocumentRoutes } from './order-documents.ts';
import { adminOrderPageRoutes } from './order.ts';
import { adminOrderRoutes } from './orders.ts';
import { roleRoutes } from './roles.ts';
import { categoryRoutes } from './categories.ts';
import { couponRoutes } from './coupons.ts';
import { shippingMethodRoutes } from './shipping-methods.ts';
import { taxRateRoutes } from './tax-rates.ts';
import { productPictureRoutes } from './product-pictures.ts';
import { productRoutes } from './products.ts';
import { priceListRoutes } from './price-lists.ts';
import { priceRoutes } from './prices.ts';
import { staffGroupRoutes } from './staff-groups.ts';
import { staffCustomerRoutes } from './staff-customers.ts';
import { staffDeputyRoutes } from './staff-deputies.ts';
import { staffSecurityRoutes } from './staff-security.ts';
import { staffAccountRoutes } from './staff.ts';

/** The administrators' pages. None of them is open to a customer context. */
export const adminRoutes: Route[] = [
  route({
    method: 'GET', area: 'admin', path: '/admin', handle: 'adminhtml_index_index', access: 'actor', inContext: 'outside', input: z.object({}),
    run: async ({ request }) => {
      const [first] = adminEntries(request.caller);
      return first === undefined ? { refused: [{ code: 'forbidden' }] } : { answer: redirect(`/admin/${first}`) };
    },
  }),
  ...adminOrderRoutes,
  ...adminNewCustomerRoutes,
  ...adminCustomerRoutes,
  ...adminCustomerAddressRoutes,
  ...customerStaffRoutes,
  ...companyAdminRoutes,
  ...assistSessionRoutes,
  ...assignmentRoutes,
  ...priceRoutes,
  ...priceListRoutes,
  ...adminOrderPageRoutes,
  ...orderDocumentRoutes,
  ...documentRoutes,
  ...couponRoutes,
  ...taxRateRoutes,
  ...shippingMethodRoutes,
  ...productRoutes, ...productPictureRoutes,
  ...categoryRoutes,
  ...configurationRoutes,
  ...staffAccountRoutes,
  ...staffCustomerRoutes,
  ...staffDeputyRoutes,
  ...staffSecurityRoutes,
  ...staffGroupRoutes,
  ...roleRoutes,
  ...actionLogRoutes,
  ...mailRoutes,
];
