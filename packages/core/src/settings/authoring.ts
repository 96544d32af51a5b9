import type { LocalText } from '../locale.ts';
import type { SettingOption, SettingScope } from './definition.ts';

/** One text in English, German, Spanish. */
export const text = (en: string, de: string, es: string): LocalText => ({ en, de, es });

export const option = <const Value extends string>(value: Value, label: LocalText): SettingOption<Value> => ({ value, label });

export const D: readonly SettingScope[] = ['default'];
export const DW: readonly SettingScope[] = ['default', 'website'];
export const DWS: readonly SettingScope[] = ['default', 'website', 'store'];
