import { percentText } from '../money/percent.ts';
import { settingDefinition, type SettingPath, type SettingValue } from './registry.ts';

/** A value as the text that is stored and that a field shows; {@link parseSetting} reads it back. */
export function formatSetting<Path extends SettingPath>(path: Path, value: SettingValue<Path>): string {
  return plainText(path, value);
}

function plainText(path: SettingPath, value: boolean | number | bigint | string | readonly string[] | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'bigint') return percentText(value);
  if (typeof value !== 'object') return String(value);
  const definition = settingDefinition(path);
  return value.join(definition.type === 'list' && definition.separator === 'line' ? '\n' : ' ');
}
