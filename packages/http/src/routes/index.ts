import type { Route } from '../route.ts';
import { adminRoutes } from './admin/index.ts';
import { assistSessionRestRoutes } from './rest/assist-sessions.ts';
import { approvalRestRoutes } from './rest/approvals.ts';
import { accountRestRoutes } from './rest/account.ts';
import { orderAgainRestRoutes } from './rest/again.ts';
import { addressRestRoutes } from './rest/addresses.ts';
import { companyRestRoutes } from './rest/companies.ts';
import { ownCompanyRestRoutes } from './rest/company.ts';
import { concessionRestRoutes } from './rest/concessions.ts';
import { assignmentRestRoutes } from './rest/assignments.ts';
import { openApiRoute } from './rest/openapi.ts';
import { pdfRestRoutes } from './rest/pdf.ts';
import { productListRestRoutes } from './rest/product-lists.ts';
import { paymentRestRoutes } from './rest/payments.ts';
import { productRestRoutes } from './rest/products.ts';
import { salesRestRoutes } from './rest/sales.ts';
import { shopRestRoutes } from './rest/shop.ts';
import { staffAccountRestRoutes } from './rest/staff-accounts.ts';
import { staffRestRoutes } from './rest/staff.ts';
import { approvalRoutes } from './staff/approvals.ts';
import { consentRoutes } from './staff/consent.ts';
import { customerRoutes } from './staff/customers.ts';
import { handoffRoutes } from './staff/handoffs.ts';
import { newCustomerRoutes } from './staff/customer-new.ts';
import { customerPageRoutes } from './staff/customer.ts';
import { linkRoutes } from './staff/links.ts';
import { staffAccountPageRoutes } from './staff/account.ts';
import { forgotPasswordRoutes } from './staff/forgot-password.ts';
import { staffLoginRoutes } from './staff/login.ts';
import { secondFactorRoutes } from './staff/second-factor.ts';
import { secondStepRoutes } from './staff/second-step.ts';
import { ownSessionRoutes } from './staff/sessions.ts';
import { staffOrderRoutes } from './staff/order.ts';
import { myOrderRoutes } from './staff/orders.ts';
import { stayRoutes } from './staff/stay.ts';
import { portalRoutes } from './staff/portal.ts';
import { accountRoutes } from './storefront/account.ts';
import { companyBuyerRoutes } from './storefront/company-buyers.ts';
import { companyRoutes } from './storefront/company.ts';
import { addressRoutes } from './storefront/addresses.ts';
import { assistanceRoutes } from './storefront/assistance.ts';
import { assistRoutes } from './storefront/assist.ts';
import { handOverRoutes } from './storefront/hand-over.ts';
import { cartRoutes } from './storefront/cart.ts';
import { catalogueRoutes } from './storefront/catalogue.ts';
import { productListRoutes } from './storefront/product-lists.ts';
import { checkoutRoutes } from './storefront/checkout.ts';
import { sideCartRoutes } from './storefront/side-cart.ts';
import { cartRestoreRoutes } from './storefront/cart-restore.ts';
import { guestCodeRoutes } from './storefront/guest-code.ts';
import { concessionRoutes } from './storefront/concessions.ts';
import { loginRoutes } from './storefront/login.ts';
import { orderAgainRoutes } from './storefront/order-again.ts';
import { orderRoutes } from './storefront/orders.ts';
import { payRoutes } from './storefront/pay.ts';
import { testProviderRoutes } from './storefront/test-provider.ts';
import { noteRoutes } from './storefront/notes.ts';
import { pictureRoutes } from './storefront/pictures.ts';
import { problemRoutes } from './storefront/problems.ts';
import { registerRoutes } from './storefront/register.ts';
import { quickOrderRoutes } from './storefront/quick-order.ts';
import { wishlistRoutes } from './storefront/wishlist.ts';

/** Every route there is. A security review is reading these tables. */
export const routes: readonly Route[] = [
  ...catalogueRoutes, ...productListRoutes, ...pictureRoutes,
  ...loginRoutes,
  ...registerRoutes,
  ...accountRoutes,
  ...noteRoutes,
  ...addressRoutes,
  ...companyRoutes,
  ...companyBuyerRoutes,
  ...orderRoutes,
  ...orderAgainRoutes,
  ...quickOrderRoutes,
  ...wishlistRoutes,
  ...cartRoutes,
  ...concessionRoutes,
  ...cartRestoreRoutes,
  ...guestCodeRoutes,
  ...sideCartRoutes,
  ...checkoutRoutes,
  ...payRoutes,
  ...testProviderRoutes,
  ...assistRoutes,
  ...handOverRoutes,
  ...assistanceRoutes,
  ...problemRoutes,
  ...staffLoginRoutes,
  ...secondStepRoutes,
  ...forgotPasswordRoutes,
  ...staffAccountPageRoutes,
  ...stayRoutes,
  ...secondFactorRoutes,
  ...ownSessionRoutes,
  ...portalRoutes,
  ...staffOrderRoutes,
  ...newCustomerRoutes,
  ...customerRoutes,
  ...handoffRoutes,
  ...customerPageRoutes,
  ...linkRoutes,
  ...consentRoutes,
  ...myOrderRoutes,
  ...approvalRoutes,
  ...adminRoutes,
  ...staffRestRoutes,
  ...staffAccountRestRoutes,
  ...assignmentRestRoutes,
  ...assistSessionRestRoutes,
  ...approvalRestRoutes,
  ...productListRestRoutes,
  ...productRestRoutes,
  ...shopRestRoutes,
  ...salesRestRoutes,
  ...paymentRestRoutes,
  ...pdfRestRoutes,
  ...accountRestRoutes,
  ...concessionRestRoutes,
  ...orderAgainRestRoutes,
  ...addressRestRoutes,
  ...companyRestRoutes,
  ...ownCompanyRestRoutes,
  openApiRoute(() => routes),
];
