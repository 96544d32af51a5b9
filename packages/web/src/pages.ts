import type * as admin from './props/admin.ts';
import type * as customers from './props/customers.ts';
import type * as staff from './props/staff.ts';
import type * as staffAdmin from './props/staff-admin.ts';
import type * as storefront from './props/storefront.ts';

/** Every page by name with what it is given. Routes answer with one of these. */
export interface Pages {
  'storefront/home': storefront.HomeProps;
  'storefront/category': storefront.CategoryProps;
  'storefront/search': storefront.SearchProps;
  'storefront/product': storefront.ProductProps;
  'storefront/cart': storefront.CartProps;
  'storefront/checkout': storefront.CheckoutProps;
  'storefront/placed': storefront.PlacedProps;
  'storefront/login': storefront.LoginProps;
  'storefront/forgot': storefront.ForgotProps;
  'storefront/reset': storefront.ResetProps;
  'storefront/account': storefront.AccountProps;
  'storefront/account-information': storefront.AccountInformationProps;
  'storefront/password': storefront.PasswordProps;
  'storefront/orders': storefront.OrdersProps;
  'storefront/order': storefront.OrderProps;
  'storefront/addresses': storefront.AddressesProps;
  'storefront/address': storefront.AddressProps;
  'storefront/wishlist': storefront.WishlistProps;
  'storefront/newsletter': storefront.NewsletterProps;
  'storefront/assist-ended': storefront.AssistEndedProps;
  problem: storefront.ProblemPageProps;
  'staff/login': staff.StaffLoginProps;
  'staff/forgot': storefront.ForgotProps;
  'staff/reset': storefront.ResetProps;
  'staff/dashboard': staff.StaffDashboardProps;
  'staff/customers': staff.CustomersProps;
  'staff/start': staff.StartAssistProps;
  'staff/orders': staff.MyOrdersProps;
  'staff/order': staff.StaffOrderProps;
  'staff/receipt': staff.ReceiptProps;
  'staff/account': staff.StaffAccountProps;
  'admin/orders': admin.AdminOrdersProps;
  'admin/order': admin.AdminOrderProps;
  'admin/customers': customers.AdminCustomersProps;
  'admin/customer': customers.AdminCustomerProps;
  'admin/customer-information': customers.AdminCustomerInformationProps;
  'admin/customer-addresses': customers.AdminCustomerAddressesProps;
  'admin/customer-address': customers.AdminCustomerAddressProps;
  'admin/customer-orders': customers.AdminCustomerOrdersProps;
  'admin/configuration': admin.ConfigurationProps;
  'admin/action-logs': admin.ActionLogsProps;
  'admin/roles': staffAdmin.RolesProps;
  'admin/role': staffAdmin.RoleProps;
  'admin/role-resources': staffAdmin.RoleResourcesProps;
  'admin/mails': admin.MailsProps;
  'admin/mail': admin.MailProps;
}

export type PageName = keyof Pages;
