import type { DemoShop } from './demo-shop.ts';

export interface TestSettings {
  set(path: string, value: string | number, scope?: 'default' | 'website' | 'store', scopeId?: number): Promise<void>;
  /** Everything that a test has set goes back. */
  clear(): Promise<void>;
}

/** Settings as the Configuration page stores them. */
export function setting(shop: DemoShop): TestSettings {
  return {
    set: async (path, value, scope = 'default', scopeId = 0) => {
      await shop.rows(
        `insert into setting_value (path, scope, scope_id, value, changed_at) values ($1, $2, $3, to_jsonb($4::text), now())
         on conflict (path, scope, scope_id) do update set value = excluded.value`, [path, scope, scopeId, String(value)]);
    },
    clear: async () => {
      await shop.rows(`delete from setting_value where path like 'assist/price_edit/%'`);
    },
  };
}
