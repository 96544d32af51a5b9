import type { Locale } from '../locale.ts';
import type { SettingDefinition, SettingScope } from './definition.ts';
import { parseSetting } from './parse-setting.ts';
import { settingDefinition, type SettingPath, type SettingValue } from './registry.ts';

/** A stored value; `scopeId` is the website's or store's id, 0 at default. */
export interface SettingRow {
  readonly path: string;
  readonly scope: SettingScope;
  readonly scopeId: number;
  readonly value: unknown;
}

/** Where a value is asked for. Texts that nobody has set come in the locale, English without one. */
export interface SettingPlace {
  readonly websiteId?: number;
  readonly storeId?: number;
  readonly locale?: Locale;
}

export interface SettingsReader {
  /** The value in force. Throws a RangeError for a stored value that no longer fits: guessing could open a door. */
  get<Path extends SettingPath>(path: Path, place?: SettingPlace): SettingValue<Path>;
  /** Where the value in force was set; null where it is the built-in one. */
  setAt(path: SettingPath, place?: SettingPlace): SettingScope | null;
}

/** Settings over their stored rows: store view, else website, else default, else what is built in (F1). */
export function settingsReader(rows: readonly SettingRow[]): SettingsReader {
  const stored = new Map(rows.map((row) => [keyOf(row.path, row.scope, row.scopeId), row]));
  const rowFor = (path: SettingPath, place: SettingPlace): SettingRow | undefined =>
    scopesOf(settingDefinition(path), place)
      .map(([scope, id]) => stored.get(keyOf(path, scope, id)))
      .find((row) => row !== undefined);
  return {
    get: (path, place = {}) => {
      const row = rowFor(path, place);
      return valueOf(path, row === undefined ? builtIn(settingDefinition(path), place.locale ?? 'en') : row.value);
    },
    setAt: (path, place = {}) => rowFor(path, place)?.scope ?? null,
  };
}

function valueOf<Path extends SettingPath>(path: Path, stored: unknown): SettingValue<Path> {
  const parsed = parseSetting(path, stored);
  if (!parsed.ok) throw new RangeError(`The stored value of ${path} does not fit`);
  return parsed.value;
}

const builtIn = (definition: SettingDefinition, locale: Locale): unknown =>
  definition.type === 'text' ? definition.default[locale] : definition.default;

// A row in a scope the setting doesn't have is as if it weren't there.
function scopesOf({ scopes }: SettingDefinition, { storeId, websiteId }: SettingPlace): [SettingScope, number][] {
  const narrowFirst: [SettingScope, number | undefined][] = [['store', storeId], ['website', websiteId], ['default', 0]];
  return narrowFirst.flatMap(([scope, id]) => (id !== undefined && scopes.includes(scope) ? [[scope, id]] : []));
}

const keyOf = (path: string, scope: SettingScope, id: number): string => `${path} ${scope} ${id}`;
