import type { ComponentType } from 'react';
import type { PageName, Pages } from './pages.ts';
import { HomePage } from './pages/storefront/home.tsx';
import { CategoriesPage } from './pages/storefront/categories.tsx';
import { CategoryPage } from './pages/storefront/category.tsx';
import { SearchPage } from './pages/storefront/search.tsx';
import { ProductPage } from './pages/storefront/product.tsx';
import { CartPage } from './pages/storefront/cart.tsx';
import { CheckoutPage } from './pages/storefront/checkout.tsx';
import { PayPage } from './pages/storefront/pay.tsx';
import { PayReturnPage } from './pages/storefront/pay-return.tsx';
import { TestProviderPage } from './pages/storefront/test-provider.tsx';
import { PlacedPage } from './pages/storefront/placed.tsx';
import { LoginPage } from './pages/storefront/login.tsx';
import { ForgotPage } from './pages/storefront/forgot.tsx';
import { ResetPage } from './pages/storefront/reset.tsx';
import { AccountPage } from './pages/storefront/account.tsx';
import { AccountInformationPage } from './pages/storefront/account-information.tsx';
import { PasswordPage } from './pages/storefront/password.tsx';
import { OrdersPage } from './pages/storefront/orders.tsx';
import { OrderPage } from './pages/storefront/order.tsx';
import { DocumentPage } from './pages/storefront/document.tsx';
import { ReorderPage } from './pages/storefront/reorder.tsx';
import { ReplacementPage } from './pages/storefront/replacement.tsx';
import { QuickOrderPage } from './pages/storefront/quick-order.tsx';
import { AddressesPage } from './pages/storefront/addresses.tsx';
import { AddressPage } from './pages/storefront/address.tsx';
import { WishlistPage } from './pages/storefront/wishlist.tsx';
import { NewsletterPage } from './pages/storefront/newsletter.tsx';
import { AssistEndedPage } from './pages/storefront/assist-ended.tsx';
import { HandoffPage } from './pages/storefront/handoff.tsx';
import { AssistancePage } from './pages/storefront/assistance.tsx';
import { SideCartPage } from './pages/storefront/side-cart.tsx';
import { ConsentRequestPage } from './pages/storefront/consent-request.tsx';
import { ProblemPage } from './pages/problem.tsx';
import { StaffLoginPage } from './pages/staff/login.tsx';
import { StaffForgotPage } from './pages/staff/forgot.tsx';
import { StaffResetPage } from './pages/staff/reset.tsx';
import { StaffDashboardPage } from './pages/staff/dashboard.tsx';
import { StaffCustomersPage } from './pages/staff/customers.tsx';
import { StaffStartPage } from './pages/staff/start.tsx';
import { StaffHandoffPage } from './pages/staff/handoff.tsx';
import { LinkFormPage } from './pages/staff/link-form.tsx';
import { LinkSentPage } from './pages/staff/link-sent.tsx';
import { StaffOrdersPage } from './pages/staff/orders.tsx';
import { StaffOrderPage } from './pages/staff/order.tsx';
import { StaffApprovalPage } from './pages/staff/approval.tsx';
import { StaffApprovalsPage } from './pages/staff/approvals.tsx';
import { StaffReceiptPage } from './pages/staff/receipt.tsx';
import { LoginCodePage } from './pages/staff/login-code.tsx';
import { FactorSetUpPage } from './pages/staff/factor-set-up.tsx';
import { RecoveryCodesPage } from './pages/staff/recovery-codes.tsx';
import { SecondFactorPage } from './pages/staff/second-factor.tsx';
import { OwnSessionsPage } from './pages/staff/sessions.tsx';
import { AdminStaffSecurityPage } from './pages/admin/staff-security.tsx';
import { StaffAccountPage } from './pages/staff/account.tsx';
import { AdminOrdersPage } from './pages/admin/orders.tsx';
import { AdminOrderPage } from './pages/admin/order.tsx';
import { AdminCustomerNewPage } from './pages/admin/customer-new.tsx';
import { StaffCustomerPage } from './pages/staff/customer.tsx';
import { StaffCustomerNewPage } from './pages/staff/customer-new.tsx';
import { RegisterPage } from './pages/storefront/register.tsx';
import { CompanyBuyersPage } from './pages/storefront/company-buyers.tsx';
import { CompanyPage } from './pages/storefront/company.tsx';
import { AdminCompaniesPage } from './pages/admin/companies.tsx';
import { AdminCompanyPage } from './pages/admin/company.tsx';
import { ConfirmAccountPage } from './pages/storefront/confirm-account.tsx';
import { AdminCustomersPage } from './pages/admin/customers.tsx';
import { AdminCustomerPage } from './pages/admin/customer.tsx';
import { AdminCustomerInformationPage } from './pages/admin/customer-information.tsx';
import { AdminCustomerAddressesPage } from './pages/admin/customer-addresses.tsx';
import { AdminCustomerAddressPage } from './pages/admin/customer-address.tsx';
import { AdminAssignmentsPage } from './pages/admin/assignments.tsx';
import { AdminCustomerStaffPage } from './pages/admin/customer-staff.tsx';
import { AdminCustomerOrdersPage } from './pages/admin/customer-orders.tsx';
import { AdminDocumentFormPage } from './pages/admin/document-form.tsx';
import { AdminDocumentsPage } from './pages/admin/documents.tsx';
import { AdminDocumentPage } from './pages/admin/document.tsx';
import { AdminConfigurationPage } from './pages/admin/configuration.tsx';
import { AdminActionLogsPage } from './pages/admin/action-logs.tsx';
import { AdminAssistSessionsPage } from './pages/admin/assist-sessions.tsx';
import { AdminAssistSessionEndPage } from './pages/admin/assist-session-end.tsx';
import { AdminStaffPage } from './pages/admin/staff.tsx';
import { AdminStaffCustomersPage } from './pages/admin/staff-customers.tsx';
import { AdminStaffDeputiesPage } from './pages/admin/staff-deputies.tsx';
import { AdminStaffAccountPage } from './pages/admin/staff-account.tsx';
import { AdminStaffGroupsPage } from './pages/admin/staff-groups.tsx';
import { AdminStaffGroupPage } from './pages/admin/staff-group.tsx';
import { AdminRolesPage } from './pages/admin/roles.tsx';
import { AdminRolePage } from './pages/admin/role.tsx';
import { AdminRoleResourcesPage } from './pages/admin/role-resources.tsx';
import { AdminMailsPage } from './pages/admin/mails.tsx';
import { AdminMailPage } from './pages/admin/mail.tsx';
import { AdminPricePage } from './pages/admin/price.tsx';
import { AdminCategoriesPage } from './pages/admin/categories.tsx';
import { AdminCategoryPage } from './pages/admin/category.tsx';
import { AdminShippingMethodPage } from './pages/admin/shipping-method.tsx';
import { AdminShippingMethodsPage } from './pages/admin/shipping-methods.tsx';
import { AdminTaxRatePage } from './pages/admin/tax-rate.tsx';
import { AdminTaxRatesPage } from './pages/admin/tax-rates.tsx';
import { AdminCouponPage } from './pages/admin/coupon.tsx';
import { AdminCouponsPage } from './pages/admin/coupons.tsx';
import { AdminProductPage } from './pages/admin/product.tsx';
import { AdminProductsPage } from './pages/admin/products.tsx';
import { AdminPriceListPage } from './pages/admin/price-list.tsx';
import { AdminPriceListsPage } from './pages/admin/price-lists.tsx';
import { AdminPricesPage } from './pages/admin/prices.tsx';

/** Every page by name. A page that is missing, or takes other props, fails the type check. */
export const registry: Readonly<{ [N in PageName]: ComponentType<Pages[N]> }> = {
  'storefront/home': HomePage,
  'storefront/categories': CategoriesPage,
  'storefront/category': CategoryPage,
  'storefront/search': SearchPage,
  'storefront/product': ProductPage,
  'storefront/cart': CartPage,
  'storefront/checkout': CheckoutPage,
  'storefront/pay': PayPage,
  'storefront/pay-return': PayReturnPage,
  'storefront/test-provider': TestProviderPage,
  'storefront/placed': PlacedPage,
  'storefront/login': LoginPage,
  'storefront/forgot': ForgotPage,
  'storefront/reset': ResetPage,
  'storefront/account': AccountPage,
  'storefront/account-information': AccountInformationPage,
  'storefront/password': PasswordPage,
  'storefront/orders': OrdersPage,
  'storefront/order': OrderPage,
  'storefront/document': DocumentPage,
  'storefront/reorder': ReorderPage,
  'storefront/replacement': ReplacementPage,
  'storefront/quick-order': QuickOrderPage,
  'storefront/addresses': AddressesPage,
  'storefront/address': AddressPage,
  'storefront/wishlist': WishlistPage,
  'storefront/newsletter': NewsletterPage,
  'storefront/assistance': AssistancePage,
  'storefront/side-cart': SideCartPage,
  'storefront/consent-request': ConsentRequestPage,
  'storefront/assist-ended': AssistEndedPage,
  'storefront/handoff': HandoffPage,
  problem: ProblemPage,
  'staff/login': StaffLoginPage,
  'staff/forgot': StaffForgotPage,
  'staff/reset': StaffResetPage,
  'staff/dashboard': StaffDashboardPage,
  'staff/customers': StaffCustomersPage,
  'staff/start': StaffStartPage,
  'staff/handoff': StaffHandoffPage,
  'staff/link-form': LinkFormPage,
  'staff/link-sent': LinkSentPage,
  'staff/orders': StaffOrdersPage,
  'staff/order': StaffOrderPage,
  'staff/receipt': StaffReceiptPage,
  'staff/approvals': StaffApprovalsPage,
  'staff/approval': StaffApprovalPage,
  'staff/account': StaffAccountPage,
  'staff/login-code': LoginCodePage,
  'staff/factor-set-up': FactorSetUpPage,
  'staff/recovery-codes': RecoveryCodesPage,
  'staff/second-factor': SecondFactorPage,
  'staff/sessions': OwnSessionsPage,
  'admin/orders': AdminOrdersPage,
  'admin/order': AdminOrderPage,
  'storefront/register': RegisterPage,
  'storefront/company': CompanyPage,
  'storefront/company-buyers': CompanyBuyersPage,
  'admin/companies': AdminCompaniesPage,
  'admin/company': AdminCompanyPage,
  'storefront/confirm-account': ConfirmAccountPage,
  'staff/customer': StaffCustomerPage,
  'staff/customer-new': StaffCustomerNewPage,
  'admin/customer-new': AdminCustomerNewPage,
  'admin/customers': AdminCustomersPage,
  'admin/customer': AdminCustomerPage,
  'admin/customer-information': AdminCustomerInformationPage,
  'admin/customer-addresses': AdminCustomerAddressesPage,
  'admin/customer-address': AdminCustomerAddressPage,
  'admin/customer-orders': AdminCustomerOrdersPage,
  'admin/customer-staff': AdminCustomerStaffPage,
  'admin/assignments': AdminAssignmentsPage,
  'admin/document-form': AdminDocumentFormPage,
  'admin/documents': AdminDocumentsPage,
  'admin/document': AdminDocumentPage,
  'admin/configuration': AdminConfigurationPage,
  'admin/action-logs': AdminActionLogsPage,
  'admin/assist-sessions': AdminAssistSessionsPage,
  'admin/assist-session-end': AdminAssistSessionEndPage,
  'admin/staff': AdminStaffPage,
  'admin/staff-account': AdminStaffAccountPage,
  'admin/staff-customers': AdminStaffCustomersPage,
  'admin/staff-deputies': AdminStaffDeputiesPage,
  'admin/staff-groups': AdminStaffGroupsPage,
  'admin/staff-group': AdminStaffGroupPage,
  'admin/roles': AdminRolesPage,
  'admin/staff-security': AdminStaffSecurityPage,
  'admin/role': AdminRolePage,
  'admin/role-resources': AdminRoleResourcesPage,
  'admin/mails': AdminMailsPage,
  'admin/mail': AdminMailPage,
  'admin/prices': AdminPricesPage,
  'admin/price': AdminPricePage,
  'admin/price-lists': AdminPriceListsPage,
  'admin/price-list': AdminPriceListPage,
  'admin/products': AdminProductsPage,
  'admin/product': AdminProductPage,
  'admin/categories': AdminCategoriesPage,
  'admin/category': AdminCategoryPage,
  'admin/tax-rates': AdminTaxRatesPage,
  'admin/tax-rate': AdminTaxRatePage,
  'admin/shipping-methods': AdminShippingMethodsPage,
  'admin/shipping-method': AdminShippingMethodPage,
  'admin/coupons': AdminCouponsPage,
  'admin/coupon': AdminCouponPage,
};
