/**
 * What every route answers to everybody, written by hand from the rows (A1, B2, B15–B17, F2) beside the declarations it is
 * compared with. A new route needs a line here: whoever adds one says twice, in two places, who may and in which mode.
 */
import { RESOURCE, type AssistMode, type ResourceId } from '@onbehalf/core';
import type { Route } from '@onbehalf/http/route';

/** `cart`: whoever has a cart, guests too, by a form of it (G3); `staff`: anybody who is logged in to the portal; `between`: whose second step is to come, and nobody else (A2). A list: any one of these rights. */
export type Who = 'anybody' | 'cart' | 'between' | 'customer' | 'context' | 'staff' | readonly ResourceId[];

/** The least mode of an assist session that opens it; `floor`: none, ever (B16); `portal`: its cookie isn't read there. */
export type Inside = AssistMode | 'floor' | 'portal';

/** `always`: answered whatever context cookie the browser holds; `ended`: answered also where that context is over. */
export type Way = 'always' | 'ended' | null;

export interface Expectation {
  who: Who;
  inside: Inside;
  way: Way;
}

type Line = readonly [who: Who, inside: Inside, handles: string];

const STOREFRONT: readonly Line[] = [
  ['anybody', 'view', 'cms_index_index catalog_category_index catalog_category_view catalogsearch_result_index catalog_product_view catalog_product_picture docs_problem_view staff_customer_logout staff_customer_leave assist_handoff_begin assist_handoff_view assist_handoff_redeem staff_customer_state'],
  // R01, R04: logging in as somebody else, and everything about passwords, accounts and confirmations.
  ['anybody', 'floor', 'customer_account_login customer_account_loginpost customer_account_forgotpassword customer_account_forgotpasswordpost customer_account_createpassword customer_account_resetpasswordpost'],
  ['anybody', 'floor', 'customer_account_create customer_account_createpost customer_account_confirmation customer_account_confirm'],
  // C02: consent, who helped, and the answer to what staff proposed are the customer's own.
  ['anybody', 'floor', 'customer_assistance_request customer_assistance_requestpost'],
  ['customer', 'floor', 'customer_assistance_index customer_assistance_now customer_assistance_stop customer_assistance_answer customer_assistance_code customer_side_cart_view customer_side_cart_accept customer_side_cart_decline'],
  ['customer', 'floor', 'customer_account_logout customer_account_password customer_account_passwordpost'],
  ['customer', 'view', 'customer_account_index customer_account_edit customer_address_index newsletter_manage_index wishlist_index_index'],
  ['customer', 'view', 'sales_order_history sales_order_view sales_order_invoice sales_order_shipment sales_order_creditmemo checkout_cart_waiting checkout_onepage_success'],
  // G3: a guest has a cart; what staff gave in a cart, and everything from the checkout on, is a customer's.
  ['anybody', 'view', 'checkout_cart_index'],
  ['anybody', 'shop', 'checkout_cart_add'],
  ['cart', 'shop', 'checkout_cart_updatepost checkout_cart_delete checkout_cart_couponpost checkout_cart_couponremove'],
  ['cart', 'floor', 'checkout_cart_guestcode'],
  ['customer', 'shop', 'checkout_cart_price_withdraw checkout_cart_quickorder staff_cart_discount_remove staff_cart_free_shipping_remove'],
  ['customer', 'shop', 'checkout_index_index checkout_onepage_saveorder sales_order_reorder wishlist_index_add wishlist_index_cart wishlist_index_remove'],
  // Who buys for a company and what the others ordered is closed inside (B10, B16); its name, numbers and addresses are as a customer's own.
  ['customer', 'floor', 'company_buyer_index company_buyer_invite company_buyer_withdraw company_buyer_deactivate company_buyer_activate company_buyer_role company_order_visibility company_order_history'],
  ['customer', 'view', 'company_index'],
  ['customer', 'full', 'company_editpost company_address_new company_address_formpost company_address_edit company_address_editpost company_address_default company_address_delete'],
  // D8: whoever has the mail pays, and no member of staff from inside, nor sees a page that does.
  ['anybody', 'floor', 'payment_link_view payment_link_pay payment_return_view payment_return_check payment_return_again payment_test_view payment_test_answer'],
  ['customer', 'floor', 'sales_order_pay'],
  // A file can't be masked: not in view mode.
  ['customer', 'shop', 'sales_order_printinvoice sales_order_printcreditmemo'],
  ['customer', 'full', 'customer_account_editpost newsletter_manage_save customer_address_new customer_address_formpost customer_address_edit customer_address_editpost customer_address_default customer_address_delete'],
  ['context', 'view', 'staff_customer_extend'],
  ['context', 'shop', 'staff_customers_note staff_order_replacement staff_cart_price staff_cart_price_reset staff_cart_discount staff_cart_free_shipping staff_cart_free_item staff_cart_restore staff_cart_send staff_cart_guestcart'],
];

const PORTAL: readonly Line[] = [
  ['anybody', 'portal', 'staff_account_login staff_account_loginpost staff_account_forgot staff_account_forgotpost staff_account_reset staff_account_resetpost staff_account_session'],
  ['between', 'portal', 'staff_account_code staff_account_codepost staff_account_setup staff_account_setuppost'],
  ['staff', 'portal', 'staff_account_factor staff_account_factorstart staff_account_factorsetup staff_account_factorsetuppost staff_account_factorcodes staff_account_factoroff staff_account_sessions staff_account_sessionend staff_account_sessionendall'],
  [[RESOURCE.staffSessions, RESOURCE.resetSecondFactor], 'portal', 'adminhtml_staff_security'],
  [[RESOURCE.staffSessions], 'portal', 'adminhtml_staff_endsession adminhtml_staff_endallsessions'],
  [[RESOURCE.resetSecondFactor], 'portal', 'adminhtml_staff_resetfactor'],
  ['staff', 'portal', 'staff_account_extend staff_account_logout staff_account_index staff_account_ways staff_account_password staff_index_index staff_receipt_view staff_receipt_restore staff_order_view staff_order_paylink staff_order_history staff_order_export adminhtml_index_index'],
  ['staff', 'portal', 'staff_customers_index staff_customers_start staff_customers_enter staff_customers_view staff_customers_note staff_handoff_view staff_handoff_mint staff_link_view staff_link_open staff_link_confirm staff_consent_ask staff_consent_code'],
  [[RESOURCE.createCustomer], 'portal', 'staff_customers_new staff_customers_create'],
  [[RESOURCE.loginAsCustomer], 'portal', 'staff_customers_link staff_customers_linkpost'],
  [[RESOURCE.approvePrices], 'portal', 'staff_approvals_index staff_approvals_view staff_approvals_decide'],
  [[RESOURCE.orders], 'portal', 'adminhtml_order_index adminhtml_order_view adminhtml_order_cancel adminhtml_order_paylink adminhtml_order_addcomment adminhtml_order_invoice_new adminhtml_order_invoice_save adminhtml_order_shipment_new adminhtml_order_shipment_save'],
  [[RESOURCE.orders], 'portal', 'adminhtml_order_creditmemo_new adminhtml_order_creditmemo_save adminhtml_invoice_index adminhtml_invoice_view adminhtml_invoice_pay adminhtml_shipment_index adminhtml_shipment_view adminhtml_creditmemo_index adminhtml_creditmemo_view adminhtml_invoice_print adminhtml_creditmemo_print'],
  [[RESOURCE.reassignOrders], 'portal', 'adminhtml_order_reassign'],
  [[RESOURCE.customers], 'portal', 'adminhtml_customer_new adminhtml_customer_create adminhtml_customer_index adminhtml_customer_view adminhtml_customer_edit adminhtml_customer_save adminhtml_customer_orders adminhtml_customer_staff'],
  [[RESOURCE.customers], 'portal', 'adminhtml_customer_addresses adminhtml_customer_address_new adminhtml_customer_address_edit adminhtml_customer_address_add adminhtml_customer_address_save'],
  [[RESOURCE.companies], 'portal', 'adminhtml_company_index adminhtml_company_new adminhtml_company_create adminhtml_company_edit adminhtml_company_save adminhtml_company_checkvat adminhtml_company_uncheckvat adminhtml_company_addbuyer adminhtml_company_buyerrole adminhtml_company_removebuyer'],
  [[RESOURCE.assignments], 'portal', 'adminhtml_customer_assign adminhtml_assignment_index adminhtml_assignment_save adminhtml_assignment_export adminhtml_assignment_check adminhtml_assignment_import adminhtml_staff_assign adminhtml_staff_unassign adminhtml_staff_adddeputy adminhtml_staff_removedeputy'],
  [[RESOURCE.staffAccounts], 'portal', 'adminhtml_staff_index adminhtml_staff_new adminhtml_staff_create adminhtml_staff_edit adminhtml_staff_save'],
  [[RESOURCE.staffAccounts, RESOURCE.assignments], 'portal', 'adminhtml_staff_customers adminhtml_staff_deputies'],
  [[RESOURCE.staffGroups], 'portal', 'adminhtml_staffgroup_index adminhtml_staffgroup_new adminhtml_staffgroup_create adminhtml_staffgroup_edit adminhtml_staffgroup_save adminhtml_staffgroup_delete'],
  [[RESOURCE.endAssistSessions], 'portal', 'adminhtml_assistsession_index adminhtml_assistsession_end adminhtml_assistsession_endpost'],
  [[RESOURCE.prices], 'portal', 'adminhtml_price_index adminhtml_price_new adminhtml_price_create adminhtml_price_checkimport adminhtml_price_import adminhtml_price_export adminhtml_price_edit adminhtml_price_save adminhtml_price_delete'],
  [[RESOURCE.prices], 'portal', 'adminhtml_pricelist_index adminhtml_pricelist_new adminhtml_pricelist_create adminhtml_pricelist_edit adminhtml_pricelist_save adminhtml_pricelist_assign adminhtml_pricelist_unassign'],
  [[RESOURCE.prices], 'portal', 'adminhtml_pricelist_checkmembers adminhtml_pricelist_importmembers adminhtml_pricelist_checkprices adminhtml_pricelist_importprices adminhtml_pricelist_exportprices adminhtml_pricelist_exportcustomers'],
  [[RESOURCE.prices], 'portal', 'adminhtml_coupon_index adminhtml_coupon_new adminhtml_coupon_create adminhtml_coupon_edit adminhtml_coupon_save'],
  [[RESOURCE.taxRates], 'portal', 'adminhtml_taxrate_index adminhtml_taxrate_new adminhtml_taxrate_create adminhtml_taxrate_edit adminhtml_taxrate_save adminhtml_taxrate_delete'],
  [[RESOURCE.shippingMethods], 'portal', 'adminhtml_shippingmethod_index adminhtml_shippingmethod_new adminhtml_shippingmethod_create adminhtml_shippingmethod_edit adminhtml_shippingmethod_save'],
  [[RESOURCE.products], 'portal', 'adminhtml_product_index adminhtml_product_new adminhtml_product_create adminhtml_product_edit adminhtml_product_save adminhtml_product_stock adminhtml_product_images_upload adminhtml_product_images_save adminhtml_product_images_delete adminhtml_product_options adminhtml_product_versions adminhtml_product_versions_add adminhtml_product_websites'],
  [[RESOURCE.products], 'portal', 'adminhtml_category_index adminhtml_category_new adminhtml_category_create adminhtml_category_edit adminhtml_category_save'],
  [[RESOURCE.configuration], 'portal', 'adminhtml_system_config_index adminhtml_system_config_edit adminhtml_system_config_save adminhtml_mail_index adminhtml_mail_view adminhtml_mail_body'],
  [[RESOURCE.roles], 'portal', 'adminhtml_user_role_index adminhtml_user_role_new adminhtml_user_role_create adminhtml_user_role_editrole adminhtml_user_role_saverole adminhtml_user_role_resources adminhtml_user_role_saveresources adminhtml_user_role_delete'],
  [[RESOURCE.actionLogs, RESOURCE.loginAsCustomerLog], 'portal', 'adminhtml_actionlog_index'],
];

const REST: readonly Line[] = [
  ['anybody', 'view', 'rest_me rest_openapi'],
  ['anybody', 'floor', 'staff_account_loginpost'],
  ['staff', 'floor', 'staff_account_logout staff_account_tokens staff_account_revoke staff_customers_index staff_customers_enter'],
  [[RESOURCE.loginAsCustomer], 'floor', 'staff_customers_linkpost'],
  [[RESOURCE.companies], 'floor', 'adminhtml_company_index adminhtml_company_create adminhtml_company_edit adminhtml_company_save adminhtml_company_checkvat adminhtml_company_uncheckvat adminhtml_company_addbuyer adminhtml_company_buyerrole adminhtml_company_removebuyer'],
  ['customer', 'view', 'company_index'],
  ['customer', 'full', 'company_editpost'],
  [[RESOURCE.staffAccounts], 'floor', 'adminhtml_staff_index adminhtml_staff_create adminhtml_staff_edit adminhtml_staff_save'],
  [[RESOURCE.staffAccounts, RESOURCE.assignments, RESOURCE.customers], 'floor', 'adminhtml_staff_customers'],
  [[RESOURCE.assignments], 'floor', 'adminhtml_assignment_save'],
  [[RESOURCE.approvePrices], 'floor', 'staff_approvals_index staff_approvals_view staff_approvals_decide'],
  [[RESOURCE.endAssistSessions], 'floor', 'adminhtml_assistsession_index adminhtml_assistsession_endpost'],
  ['anybody', 'floor', 'payment_provider_callback'],
  [[RESOURCE.orders], 'floor', 'adminhtml_order_paylink adminhtml_order_index adminhtml_order_view adminhtml_order_invoice_save adminhtml_order_shipment_save adminhtml_order_creditmemo_save adminhtml_invoice_print adminhtml_creditmemo_print'],
  ['customer', 'shop', 'sales_order_printinvoice sales_order_printcreditmemo'],
  // What anybody sees in a store, at a guest's prices.
  ['anybody', 'view', 'catalog_category_index catalog_category_view catalogsearch_result_index catalog_product_view'],
  ['customer', 'view', 'checkout_cart_index sales_order_history sales_order_view customer_account_edit customer_address_index newsletter_manage_index wishlist_index_index'],
  ['customer', 'shop', 'checkout_cart_quickorder sales_order_reorder wishlist_index_add wishlist_index_cart'],
  ['customer', 'shop', 'checkout_cart_add checkout_cart_updatepost checkout_cart_delete checkout_cart_price_withdraw checkout_cart_couponpost checkout_cart_couponremove checkout_index_index checkout_onepage_saveorder wishlist_index_remove staff_cart_discount_remove staff_cart_free_shipping_remove'],
  ['customer', 'full', 'customer_account_editpost newsletter_manage_save customer_address_formpost customer_address_editpost customer_address_default customer_address_delete'],
  ['context', 'view', 'staff_customer_logout'],
  ['context', 'shop', 'staff_cart_price staff_cart_price_reset staff_cart_discount staff_cart_free_shipping staff_cart_free_item staff_cart_restore staff_order_replacement staff_cart_guestcart'],
];

const WAYS: Readonly<Record<string, Way>> = { catalog_product_picture: 'always', assist_handoff_begin: 'always', assist_handoff_view: 'always', assist_handoff_redeem: 'always', staff_customer_leave: 'ended', staff_customer_state: 'ended' };

const expand = (lines: readonly Line[]): Map<string, Expectation> =>
  new Map(lines.flatMap(([who, inside, handles]) => handles.split(' ').map((handle) => [handle, { who, inside, way: WAYS[handle] ?? null }] as const)));

const TABLES = { storefront: expand(STOREFRONT), portal: expand(PORTAL), rest: expand(REST) };

const tableOf = (area: Route['area']): Map<string, Expectation> => TABLES[area === 'storefront' || area === 'rest' ? area : 'portal'];

/** Undefined for a route that nobody has written down yet. */
export const expectationOf = ({ area, handle }: Pick<Route, 'area' | 'handle'>): Expectation | undefined => tableOf(area).get(handle);

/** What is written down for routes that are not there. */
export function leftOver(routes: readonly Route[]): string[] {
  const there = new Set(routes.map(({ area, handle }) => `${area === 'storefront' || area === 'rest' ? area : 'portal'} ${handle}`));
  return Object.entries(TABLES).flatMap(([area, table]) => [...table.keys()].map((handle) => `${area} ${handle}`)).filter((name) => !there.has(name));
}
