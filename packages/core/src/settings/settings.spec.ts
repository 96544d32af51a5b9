import { describe, expect, it } from 'vitest';
import { LOCALES } from '../locale.ts';
import { formatSetting } from './format-setting.ts';
import { parseSetting } from './parse-setting.ts';
import { isSettingPath, parseSettingScope, SECTION_LABELS, SETTING_PATHS, settingDefinition, SETTINGS, type SettingPath } from './registry.ts';
import { sessionLimitRefusals } from './session-limits.ts';
import { settingsReader } from './settings-reader.ts';

const LIVE: readonly SettingPath[] = [
  'assist/store_view', 'customer/share', 'staff/customers/create',
  'assist/enabled',
  'assist/handoff/lifetime', 'assist/link/lifetime', 'assist/consent/policy', 'assist/consent/title', 'assist/consent/tooltip', 'assist/session/max_lifetime',
  'assist/session/reasons', 'assist/session/reason_required', 'staff/session/lifetime', 'assist/restricted_handles',
  'staff/customers/show_before_search', 'staff/assignment/multiple', 'assist/price_edit/enabled', 'assist/price_edit/allow_zero', 'assist/price_edit/product_types',
  'assist/price_edit/show_alternatives', 'assist/price_edit/valid_for', 'assist/price_edit/min_margin', 'assist/price_edit/reasons', 'assist/price_edit/reason_required', 'assist/price_edit/approval', 'staff/order/set_permanently', 'staff/order/public_comment', 'staff/order/confirmation_copy', 'staff/group/default', 'commission/basis', 'commission/default_rate', 'commission/earned_when', 'pricing/rule', 'audit/ip_tracking', 'assist/page_cache_disabled', 'audit/suspicious/block', 'audit/retention_months', 'assist/consent/request_valid_for', 'assist/notify/customer', 'assist/notify/staff_name', 'assist/session/on_expiry_cart', 'assist/cart/mode',
  'tax/rounding', 'tax/reverse_charge', 'tax/seller_vat_number', 'payment/methods', 'payment/terms_days', 'payment/link/lifetime',
  'sales/documents/seller', 'sales/documents/tax_numbers', 'sales/documents/bank', 'sales/documents/footer',
];

const invalid = (path: SettingPath) => ({ ok: false, error: { code: 'setting-invalid', field: path } });

const title = (scope: 'default' | 'website' | 'store', scopeId: number, value: string) => ({ path: 'assist/consent/title', scope, scopeId, value });
const rows = [title('default', 0, 'D'), title('website', 1, 'W'), title('store', 5, 'S')];
const place = { websiteId: 1, storeId: 5 };
const titleReader = (count: number) => settingsReader(rows.slice(0, count));

describe('the registry', () => {
  it('has all 52 settings, and shows those that this release honours', () => {
    expect(SETTING_PATHS).toHaveLength(52);
    expect(SETTING_PATHS.filter((path) => SETTINGS[path].live).toSorted()).toEqual(LIVE.toSorted());
  });

  it.each(SETTING_PATHS)('%s reads its own default back from the text it is stored as', (path) => {
    const value = settingsReader([]).get(path);
    expect(parseSetting(path, formatSetting(path, value))).toEqual({ ok: true, value });
  });

  it.each(SETTING_PATHS)('%s says everything in every language', (path) => {
    const { label, help, section, row } = settingDefinition(path);
    for (const locale of LOCALES) {
      expect(label[locale]).not.toBe('');
      expect(help?.[locale]).not.toBe('');
      for (const word of section) expect(SECTION_LABELS[word]?.[locale]).toBeTruthy();
    }
    expect(row).toMatch(/^[A-K][0-9]+$/);
  });

  it('has no path beyond its own, inherited names included', () => {
    expect(isSettingPath('constructor')).toBe(false);
    expect(isSettingPath('assist/enabled')).toBe(true);
  });

  it('notes above 900 seconds that PCI DSS asks for 15 minutes', () =>
    expect(settingDefinition('staff/session/lifetime')).toMatchObject({ min: 60, max: 31_536_000, default: 900, note: { above: 900 } }));
});

describe('a value from outside', () => {
  it.each([[true, true], ['yes', true], ['1', true], ['true', true], [false, false], ['no', false], ['0', false], ['false', false]])('%j is %j', (input, value) =>
    expect(parseSetting('assist/enabled', input)).toEqual({ ok: true, value }));

  it.each(['', 'maybe', 'Yes', 1, 0, null, undefined])('%j is neither yes nor no', (input) =>
    expect(parseSetting('assist/enabled', input)).toEqual(invalid('assist/enabled')));

  it('keeps seconds within their bounds', () => {
    expect(parseSetting('staff/session/lifetime', '60')).toEqual({ ok: true, value: 60 });
    expect(parseSetting('staff/session/lifetime', 31_536_000)).toEqual({ ok: true, value: 31_536_000 });
    for (const input of ['59', '31536001', '9e2', '900.0', ' 900', '-900', '', '0900', 900.5, null])
      expect(parseSetting('staff/session/lifetime', input)).toEqual(invalid('staff/session/lifetime'));
  });

  it('takes one of the choices', () => {
    expect(parseSetting('assist/consent/policy', 'opt-out')).toEqual({ ok: true, value: 'opt-out' });
    expect(parseSetting('assist/consent/policy', 'anything')).toEqual(invalid('assist/consent/policy'));
  });

  it('turns percent into basis points; empty is none only where none is allowed', () => {
    expect(parseSetting('commission/default_rate', '7.5')).toEqual({ ok: true, value: 750n });
    expect(parseSetting('commission/default_rate', '')).toEqual(invalid('commission/default_rate'));
    expect(parseSetting('commission/default_rate', '101')).toEqual(invalid('commission/default_rate'));
    expect(parseSetting('assist/price_edit/min_margin', '')).toEqual({ ok: true, value: null });
  });

  it('splits a list of handles at spaces and one of reasons at lines', () => {
    expect(parseSetting('assist/restricted_handles', ' customer_account_edit\n wishlist_index_remove,customer_account_edit ')).toEqual({
      ok: true,
      value: ['customer_account_edit', 'wishlist_index_remove'],
    });
    expect(parseSetting('assist/session/reasons', 'phone order\r\n visit \n\n')).toEqual({ ok: true, value: ['phone order', 'visit'] });
    expect(parseSetting('assist/session/reasons', ['visit'])).toEqual({ ok: true, value: ['visit'] });
  });

  it.each(['*', 'customer_*', '(a+)+$', '/account', 'Customer_Account', '', 7])('%j is no handle, so it is refused and never matches all', (entry) =>
    expect(parseSetting('assist/restricted_handles', [entry]).ok).toBe(entry === ''));

  it('lists product types that exist', () => {
    expect(parseSetting('assist/price_edit/product_types', ['virtual'])).toEqual({ ok: true, value: ['virtual'] });
    expect(parseSetting('assist/price_edit/product_types', ['grouped']).ok).toBe(false);
    expect(parseSetting('assist/price_edit/product_types', 5).ok).toBe(false);
  });

  it('trims a text, and takes neither an empty nor an endless one', () => {
    expect(parseSetting('assist/consent/title', ' Help me ')).toEqual({ ok: true, value: 'Help me' });
    expect(parseSetting('assist/consent/title', ' ').ok).toBe(false);
    expect(parseSetting('assist/consent/title', 'x'.repeat(121)).ok).toBe(false);
  });

  it('is set only where the setting has a scope', () => {
    expect(parseSettingScope('assist/enabled', 'default')).toEqual({ ok: true, value: 'assist/enabled' });
    expect(parseSettingScope('assist/enabled', 'website')).toEqual({ ok: false, error: { code: 'setting-scope-wrong', field: 'assist/enabled' } });
    expect(parseSettingScope('assist/nothing', 'default')).toEqual({ ok: false, error: { code: 'setting-unknown' } });
  });

  it('leaves the longest assist session at least the idle time', () => {
    expect(sessionLimitRefusals({ lifetime: 900, maxLifetime: 900 })).toEqual([]);
    expect(sessionLimitRefusals({ lifetime: 901, maxLifetime: 900 })).toEqual([{ code: 'setting-invalid', field: 'assist/session/max_lifetime' }]);
  });
});

describe('the value in force', () => {
  it('is the store view’s, else the website’s, else the default, else what is built in', () => {
    const values = [3, 2, 1, 0].map((count) => titleReader(count).get('assist/consent/title', place));
    expect(values).toEqual(['S', 'W', 'D', 'Allow remote shopping assistance']);
  });

  it('says where it was set', () => {
    const scopes = [3, 2, 1, 0].map((count) => titleReader(count).setAt('assist/consent/title', place));
    expect(scopes).toEqual(['store', 'website', 'default', null]);
  });

  it('is not another website’s or store’s', () =>
    expect(settingsReader(rows).get('assist/consent/title', { websiteId: 2, storeId: 6 })).toBe('D'));

  it('ignores a row in a scope that the setting doesn’t have', () =>
    expect(settingsReader([{ path: 'assist/enabled', scope: 'website', scopeId: 1, value: 'no' }]).get('assist/enabled', place)).toBe(true));

  it('comes in the locale where nobody has set it', () =>
    expect(settingsReader([]).get('assist/consent/title', { locale: 'de' })).toBe('Unterstützung beim Einkauf aus der Ferne erlauben'));

  it('has the type of its setting', () => {
    const reader = settingsReader([{ path: 'pricing/rule', scope: 'default', scopeId: 0, value: 'lowest' }]);
    const rule: 'specific' | 'lowest' = reader.get('pricing/rule');
    const types: readonly ('simple' | 'configurable' | 'virtual' | 'downloadable')[] = reader.get('assist/price_edit/product_types');
    const rate: bigint = reader.get('commission/default_rate');
    expect([rule, types, rate]).toEqual(['lowest', ['simple', 'configurable'], 0n]);
  });

  it('fails aloud on a stored value that no longer fits', () =>
    expect(() => settingsReader([{ path: 'assist/enabled', scope: 'default', scopeId: 0, value: 'perhaps' }]).get('assist/enabled')).toThrow(/assist\/enabled/));
});
