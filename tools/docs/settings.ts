import { SETTING_PATHS, formatSetting, settingDefinition, settingsReader, type SettingDefinition, type SettingPath } from '@onbehalf/core';
import { code, page, table } from './markdown.ts';

const SCOPES = { default: 'default', website: 'website', store: 'store view' } as const;

export function settingsPage(): string {
  const live = SETTING_PATHS.filter((path) => settingDefinition(path).live);
  const reserved = SETTING_PATHS.filter((path) => !settingDefinition(path).live);
  const sections = Map.groupBy(live, (path) => settingDefinition(path).section.join(' › '));
  return page(
    'Settings',
    'They are set in admin under Stores › Configuration. The narrowest scope that has a value decides: store view, then website, then default, then what is built in. A change acts on the next request.',
    ...[...sections].flatMap(([section, paths]) => [
      `## ${section}`,
      table(['label', 'path', 'value', 'built in', 'scopes', 'row'], paths.map(rowOf)),
      ...helpOf(paths),
    ]),
    '## Reserved paths',
    'These are registered and have no effect in this release. The Configuration page does not show them.',
    reserved.map(code).join(', '),
  );
}

function rowOf(path: SettingPath): string[] {
  const definition = settingDefinition(path);
  const scopes = definition.scopes.map((scope) => SCOPES[scope]).join(', ');
  return [definition.label.en, code(path), valueText(definition), builtIn(path), scopes, definition.row];
}

function valueText(definition: SettingDefinition): string {
  switch (definition.type) {
    case 'yes-no':
      return 'yes or no';
    case 'choice':
      return definition.options.map(({ value, label }) => (value === label.en ? code(value) : `${code(value)} (${label.en})`)).join(', ');
    case 'seconds':
    case 'integer':
      return `${definition.type === 'seconds' ? 'seconds' : 'number'}, ${definition.min} to ${definition.max}`;
    case 'percent':
      return 'percent';
    case 'text':
      return `text, at most ${definition.maxLength} characters`;
    default:
      return definition.options === undefined ? `list, one ${definition.separator === 'line' ? 'on each line' : 'after a space'}` : `any of ${definition.options.map(({ value }) => code(value)).join(', ')}`;
  }
}

const nothingSet = settingsReader([]);

function builtIn(path: SettingPath): string {
  const text = formatSetting(path, nothingSet.get(path));
  return text === '' ? '(empty)' : text.split('\n').join(', ');
}

function helpOf(paths: readonly SettingPath[]): string[] {
  const lines = paths.flatMap((path) => {
    const definition = settingDefinition(path);
    const note = 'note' in definition && definition.note !== undefined ? ` Above ${definition.note.above}: ${definition.note.text.en}` : '';
    return definition.help === undefined ? [] : [`- ${definition.label.en}: ${definition.help.en}${note}`];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}
