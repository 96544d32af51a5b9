import type { Store } from '@onbehalf/assist';
import type { Locale, SettingPlace, SettingScope } from '@onbehalf/core';
import type { Deps } from '../deps.ts';

/** A place settings are looked at: where they would be stored, and what stands above it. */
export interface ConfigScope {
  scope: SettingScope;
  /** Website's or store's id; 0 at default. */
  id: number;
  place: SettingPlace;
  /** The place without this scope: where an inherited value comes from. */
  parent: SettingPlace;
  /** As in the address: `default`, `website:2`, `store:3`. */
  text: string;
}

/** A scope from outside; null where there is no such website or store view. Texts nobody has set show in the store's language. */
export function parseConfigScope(text: string, stores: readonly Store[], locale: Locale): ConfigScope | null {
  if (text === '' || text === 'default') return { scope: 'default', id: 0, place: { locale }, parent: { locale }, text: 'default' };
  const [kind, digits = ''] = text.split(':');
  const id = /^[1-9][0-9]{0,4}$/.test(digits) ? Number(digits) : 0;
  if (kind === 'website') {
    const store = stores.find((one) => one.websiteId === id);
    if (store === undefined) return null;
    return { scope: 'website', id, place: { websiteId: id, locale: store.locale }, parent: { locale: store.locale }, text: `website:${id}` };
  }
  const store = kind === 'store' ? stores.find((one) => one.id === id) : undefined;
  if (store === undefined) return null;
  const above = { websiteId: store.websiteId, locale: store.locale };
  return { scope: 'store', id, place: { ...above, storeId: id }, parent: above, text: `store:${id}` };
}

export interface ScopeChoice {
  value: string;
  depth: 0 | 1 | 2;
}

/** Default, then each website with its store views. */
export function scopeChoices(stores: readonly Store[]): ScopeChoice[] {
  const websites = Map.groupBy(stores, (store) => store.websiteId);
  return [
    { value: 'default', depth: 0 },
    ...[...websites].flatMap(([id, own]): ScopeChoice[] => [
      { value: `website:${id}`, depth: 1 },
      ...own.map((store): ScopeChoice => ({ value: `store:${store.id}`, depth: 2 })),
    ]),
  ];
}

/** A scope as people read it; the text itself where its store is no more. */
export function scopeLabel({ web, stores }: Pick<Deps, 'web' | 'stores'>, locale: Locale, text: string): string {
  const [kind, id] = text.split(':');
  if (kind === 'default') return web.message('config.default', locale);
  const name = kind === 'website' ? stores.find((one) => String(one.websiteId) === id)?.websiteName : stores.find((one) => String(one.id) === id)?.name;
  return name === undefined ? text : web.message(`config.${kind ?? ''}`, locale, { name });
}
