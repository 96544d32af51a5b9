import type { SettingRow, SettingScope } from '@onbehalf/core';
import { describe, expect, it } from 'vitest';
import type { ConfigScope } from '../present/settings-scope.ts';
import { decideSettings, typedSettings, type TypedSetting } from './save-settings.ts';

const DEFAULT: ConfigScope = { scope: 'default', id: 0, place: {}, parent: {}, text: 'default' };
const EU: ConfigScope = { scope: 'website', id: 2, place: { websiteId: 2 }, parent: {}, text: 'website:2' };
const DE: ConfigScope = { scope: 'store', id: 3, place: { websiteId: 2, storeId: 3 }, parent: { websiteId: 2 }, text: 'store:3' };

const row = (path: string, value: string, scope: SettingScope = 'default', scopeId = 0): SettingRow => ({ path, scope, scopeId, value });
const field = (path: string, value: string | string[] | undefined, inherit = false): TypedSetting => ({ path, value, inherit });
const decide = (stored: SettingRow[], at: ConfigScope, ...typed: TypedSetting[]) => decideSettings(stored, { at, typed, websiteIds: [1, 2] });
const changed = (path: string, before: string, after: string, stored: string | null = after) => ({ ok: true, value: [{ path, before, after, stored }] });
const NOTHING = { ok: true, value: [] };

const POLICY = 'assist/consent/policy';
const TITLE = 'assist/consent/title';
const LIFETIME = 'staff/session/lifetime';
const LONGEST = 'assist/session/max_lifetime';

describe('a value', () => {
  it('is written where it differs from what applies, and nowhere else', () => {
    expect(decide([], DEFAULT, field(LIFETIME, '3600'), field('assist/enabled', '1'))).toEqual(changed(LIFETIME, '900', '3600'));
    expect(decide([row(LIFETIME, '3600')], DEFAULT, field(LIFETIME, '3600'))).toEqual(NOTHING);
    expect(decide([row(LIFETIME, '3600')], DEFAULT, field(LIFETIME, '900'))).toEqual(changed(LIFETIME, '3600', '900'));
  });

  it('at a website stands beside the default one, and a store view’s beside both', () => {
    const stored = [row(TITLE, 'Everywhere'), row(TITLE, 'In Europe', 'website', 2)];
    expect(decide(stored, EU, field(TITLE, 'In the EU'))).toEqual(changed(TITLE, 'In Europe', 'In the EU'));
    expect(decide(stored, DE, field(TITLE, 'In Deutschland'))).toEqual(changed(TITLE, 'In Europe', 'In Deutschland'));
  });

  it('goes back to the parent’s by “Use parent value”, whatever stands in the field', () => {
    const stored = [row(POLICY, 'opt-out'), row(POLICY, 'not-asked', 'website', 2)];
    expect(decide(stored, EU, field(POLICY, 'opt-in', true))).toEqual(changed(POLICY, 'not-asked', 'opt-out', null));
    expect(decide([row(POLICY, 'opt-out')], DEFAULT, field(POLICY, 'opt-out', true))).toEqual(changed(POLICY, 'opt-out', 'opt-in', null));
  });

  it('that is typed over an inherited one counts, although “Use parent value” is still ticked', () => {
    expect(decide([], EU, field(POLICY, 'opt-out', true))).toEqual(changed(POLICY, 'opt-in', 'opt-out'));
    expect(decide([], EU, field(POLICY, 'opt-in', true))).toEqual(NOTHING);
  });

  it('can be pinned to what the parent happens to have, by taking the tick away', () => {
    expect(decide([], EU, field(POLICY, 'opt-in'))).toEqual(changed(POLICY, 'opt-in', 'opt-in'));
  });
});

describe('a refusal', () => {
  it('names every field that can’t be taken, and nothing is left to write', () => {
    const decided = decide([], DEFAULT, field(LIFETIME, '59'), field('assist/enabled', 'maybe'), field('assist/restricted_handles', 'cart*'), field(POLICY, 'opt-out'));
    expect(decided).toEqual({ ok: false, error: [LIFETIME, 'assist/enabled', 'assist/restricted_handles'].map((path) => ({ code: 'setting-invalid', field: path })) });
  });

  it('comes for a path that isn’t one, and a scope it doesn’t have', () => {
    expect(decide([], DEFAULT, field('no/such', '1'))).toEqual({ ok: false, error: [{ code: 'setting-unknown' }] });
    expect(decide([], EU, field(LIFETIME, '600'))).toEqual({ ok: false, error: [{ code: 'setting-scope-wrong', field: LIFETIME }] });
  });

  it('comes at the field that was changed, where a session could outlast the longest one on any website', () => {
    expect(decide([], DEFAULT, field(LIFETIME, '30000'))).toEqual({ ok: false, error: [{ code: 'setting-invalid', field: LIFETIME }] });
    expect(decide([row(LIFETIME, '3600')], EU, field(LONGEST, '3599'))).toEqual({ ok: false, error: [{ code: 'setting-invalid', field: LONGEST }] });
    expect(decide([row(LONGEST, '1000', 'website', 2)], DEFAULT, field(LIFETIME, '1001'))).toEqual({ ok: false, error: [{ code: 'setting-invalid', field: LIFETIME }] });
    expect(decide([], DEFAULT, field(LIFETIME, '30000'), field(LONGEST, '30000'))).toMatchObject({ ok: true });
  });
});

describe('a form', () => {
  const TYPES = 'assist/price_edit/product_types';
  const SHOWN = ['assist/price_edit/enabled', TYPES] as const;

  it('repeats a name for each tick box', () => {
    expect(typedSettings({ [`value:${TYPES}`]: ['simple', 'virtual'], scope: 'default' }, SHOWN)).toEqual([field(TYPES, ['simple', 'virtual'])]);
  });

  it('with no box ticked at all empties the list, but only where the rest of the form has come', () => {
    expect(typedSettings({ 'value:assist/price_edit/enabled': '1' }, SHOWN)).toContainEqual(field(TYPES, []));
    expect(typedSettings({}, SHOWN)).toEqual([]);
    expect(typedSettings({ 'value:assist/price_edit/enabled': '1', [`inherit:${TYPES}`]: '1' }, SHOWN)).toContainEqual(field(TYPES, undefined, true));
  });

  it('has line breaks as the web writes them', () => {
    expect(decide([row('assist/session/reasons', 'visit\nother')], DEFAULT, field('assist/session/reasons', 'visit\r\nother'))).toEqual(NOTHING);
  });
});
