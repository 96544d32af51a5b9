import { formatSetting, settingDefinition, settingsReader, type Locale, type Refusal, type SettingDefinition, type SettingPath, type SettingsReader } from '@onbehalf/core';
import type { SettingField, SettingInput } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import type { StoredSetting, TypedSetting } from '../use-cases/save-settings.ts';
import { scopeLabel, type ConfigScope } from './settings-scope.ts';

export interface FieldsQuestion {
  paths: readonly SettingPath[];
  at: ConfigScope;
  stored: readonly StoredSetting[];
  /** After a refusal: what was typed, and what is wrong with it. */
  typed: readonly TypedSetting[];
  refusals: readonly Refusal[];
}

/** Each setting with its value at a scope and where that comes from (F1). */
export function settingFields(deps: Deps, arrived: Arrived, { paths, at, stored, typed, refusals }: FieldsQuestion): SettingField[] {
  const reader = settingsReader(stored);
  const above = settingsReader(stored.filter((row) => !isAt(row, at)));
  const problems = problemsOf(deps, refusals, arrived);
  return paths.map((path) => {
    const own = stored.find((row) => row.path === path && isAt(row, at));
    const field = storedField({ deps, locale: arrived.locale, at, reader, above }, path, own);
    const again = typed.find((one) => one.path === path);
    const kept = again === undefined ? field : { ...field, value: typedText(again), inherited: again.inherit };
    return { ...kept, problem: problems.find((problem) => problem.field === path) ?? null };
  });
}

function isAt(row: StoredSetting, { scope, id }: ConfigScope): boolean {
  return row.scope === scope && row.scopeId === id;
}

interface Around {
  deps: Deps;
  locale: Locale;
  at: ConfigScope;
  reader: SettingsReader;
  /** The same settings without this scope's own. */
  above: SettingsReader;
}

function storedField({ deps, locale, at, reader, above }: Around, path: SettingPath, own: StoredSetting | undefined): SettingField {
  const definition = settingDefinition(path);
  const value = reader.get(path, at.place);
  const inheritedAt = above.setAt(path, at.parent);
  return {
    path,
    label: definition.label[locale],
    help: definition.help?.[locale] ?? '',
    note: noteOf(definition, value, locale),
    input: inputOf(deps, definition, locale),
    value: fieldText(definition, formatSetting(path, value)),
    inherited: own === undefined,
    inheritedFrom: inheritedAt === null ? deps.web.message('config.built-in', locale) : scopeLabel(deps, locale, inheritedAt === 'website' ? `website:${at.parent.websiteId ?? 0}` : inheritedAt),
    changed: own !== undefined,
    scopes: [...definition.scopes],
    editable: definition.scopes.includes(at.scope),
    changedBy: own === undefined ? null : { name: own.changedBy ?? '–', at: own.changedAt },
    problem: null,
  };
}

function noteOf(definition: SettingDefinition, value: unknown, locale: Locale): string | null {
  if (definition.type !== 'seconds' && definition.type !== 'integer') return null;
  const { note } = definition;
  return note !== undefined && typeof value === 'number' && value > note.above ? note.text[locale] : null;
}

const LONG_TEXT = 200;

function inputOf({ web }: Deps, definition: SettingDefinition, locale: Locale): SettingInput {
  switch (definition.type) {
    case 'yes-no':
      return { kind: 'yes-no' };
    case 'choice':
      return { kind: 'choice', options: optionsOf(definition.options, locale) };
    case 'seconds':
    case 'integer':
      return { kind: 'number', min: definition.min, max: definition.max, unit: definition.type === 'seconds' ? 's' : '' };
    case 'percent':
      return { kind: 'text' };
    case 'text':
      return { kind: definition.maxLength > LONG_TEXT ? 'long-text' : 'text' };
    default:
      if (definition.options !== undefined) return { kind: 'many', options: optionsOf(definition.options, locale) };
      return { kind: 'list', hint: web.message(definition.separator === 'line' ? 'config.one-a-line' : 'config.spaced', locale) };
  }
}

function optionsOf(options: readonly { value: string; label: Readonly<Record<Locale, string>> }[], locale: Locale): { value: string; label: string }[] {
  return options.map(({ value, label }) => ({ value, label: label[locale] }));
}

/** The stored text as the page's controls take it: lists one entry a line, yes and no as 1 and 0. */
function fieldText(definition: SettingDefinition, text: string): string {
  if (definition.type === 'yes-no') return text === 'yes' ? '1' : '0';
  return definition.type === 'list' && definition.separator === 'space' ? text.split(' ').join('\n') : text;
}

function typedText({ value }: TypedSetting): string {
  return Array.isArray(value) ? value.join('\n') : (value ?? '');
}
