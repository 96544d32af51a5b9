import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { SettingDefinition, SettingScope, ValueOf } from './definition.ts';
import { assistConsent } from './sections/assist-consent.ts';
import { assistSession } from './sections/assist-session.ts';
import { catalogPrices } from './sections/catalog-prices.ts';
import { customersAccounts } from './sections/customers-accounts.ts';
import { loginAsCustomer } from './sections/login-as-customer.ts';
import { salesPayment } from './sections/sales-payment.ts';
import { salesTax } from './sections/sales-tax.ts';
import { salesDocuments } from './sections/sales-documents.ts';
import { staffCommission } from './sections/staff-commission.ts';
import { staffGeneral } from './sections/staff-general.ts';
import { staffOrders } from './sections/staff-orders.ts';
import { staffPriceEditing } from './sections/staff-price-editing.ts';
import { systemActionLogs } from './sections/system-action-logs.ts';

export { SECTION_LABELS } from './sections/section-labels.ts';

/** Every setting there is (SETTINGS.md). The Configuration page, command line, API and docs come from here (F1). */
export const SETTINGS = {
  ...loginAsCustomer,
  ...assistConsent,
  ...assistSession,
  ...customersAccounts,
  ...staffGeneral,
  ...staffPriceEditing,
  ...staffOrders,
  ...staffCommission,
  ...catalogPrices,
  ...salesTax,
  ...salesPayment,
  ...salesDocuments,
  ...systemActionLogs,
} as const;

export type SettingPath = keyof typeof SETTINGS;

/** The type of a setting's value: `SettingValue<'staff/session/lifetime'>` is number. */
export type SettingValue<Path extends SettingPath> = ValueOf<(typeof SETTINGS)[Path]>;

/** Every path, in the order the Configuration page shows them. */
export const SETTING_PATHS: readonly SettingPath[] = Object.keys(SETTINGS).filter(isSettingPath);

/** Whether a word from outside is the path of a setting. */
export function isSettingPath(input: unknown): input is SettingPath {
  return typeof input === 'string' && Object.hasOwn(SETTINGS, input);
}

type Defined = SettingDefinition & { readonly path: SettingPath };

// Made once: every request asks for a dozen of them.
const DEFINITIONS: ReadonlyMap<SettingPath, Defined> = new Map(SETTING_PATHS.map((path) => [path, { path, ...SETTINGS[path] }]));

/** A setting with its path, as data. */
export function settingDefinition(path: SettingPath): Defined {
  const definition = DEFINITIONS.get(path);
  if (definition === undefined) throw new RangeError(`There is no setting ${path}`);
  return definition;
}

/** A path and scope from outside that a value may be set at, or the reason why not. */
export function parseSettingScope(path: unknown, scope: SettingScope): Result<SettingPath, Refusal> {
  if (!isSettingPath(path)) return err({ code: 'setting-unknown' });
  return settingDefinition(path).scopes.includes(scope) ? ok(path) : err({ code: 'setting-scope-wrong', field: path });
}
