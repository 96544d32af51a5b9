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
  const stored = Map.groupBy(rows, ({ path }) => path);
  const rowFor = (path: SettingPath, place: SettingPlace): SettingRow | undefined => {
    const found = stored.get(path);
    return found === undefined ? undefined : narrowest(found, settingDefinition(path), place);
  };
  return {
    get: (path, place = {}) => {
      const row = rowFor(path, place);
      return row === undefined ? builtIn(path, place.locale ?? 'en') : valueOf(path, row.value);
    },
    setAt: (path, place = {}) => rowFor(path, place)?.scope ?? null,
  };
}

function valueOf<Path extends SettingPath>(path: Path, stored: unknown): SettingValue<Path> {
  const parsed = parseSetting(path, stored);
  if (!parsed.ok) throw new RangeError(`The stored value of ${path} does not fit`);
  return parsed.value;
}

// What is built in is read once per process: every request asks for a dozen of them, and most shops set few.
const builtInValues = new Map<string, unknown>();

function builtIn<Path extends SettingPath>(path: Path, locale: Locale): SettingValue<Path> {
  const key = `${path} ${locale}`;
  if (!builtInValues.has(key)) {
    const definition = settingDefinition(path);
    builtInValues.set(key, valueOf(path, definition.type === 'text' ? definition.default[locale] : definition.default));
  }
  return builtInValues.get(key) as SettingValue<Path>;
}

// A row in a scope the setting doesn't have is as if it weren't there.
function narrowest(rows: readonly SettingRow[], { scopes }: SettingDefinition, { storeId, websiteId }: SettingPlace): SettingRow | undefined {
  const at = (scope: SettingScope, id: number | undefined): SettingRow | undefined =>
    id !== undefined && scopes.includes(scope) ? rows.find((row) => row.scope === scope && row.scopeId === id) : undefined;
  return at('store', storeId) ?? at('website', websiteId) ?? at('default', 0);
}
