import type { LocalText } from '../locale.ts';

/** Where a value may be set: narrower goes before wider. */
export type SettingScope = 'default' | 'website' | 'store';

/** One value to choose from. */
export interface SettingOption<Value extends string = string> {
  readonly value: Value;
  readonly label: LocalText;
}

interface SettingCommon {
  /** Tab and section under Stores › Settings › Configuration, in English; {@link SECTION_LABELS} has the rest. */
  readonly section: readonly [tab: string, section: string];
  readonly label: LocalText;
  readonly help?: LocalText;
  readonly scopes: readonly SettingScope[];
  /** The row of FEATURES.md that asks for it. */
  readonly row: string;
  /** Whether this release honours it; the Configuration page shows no others. */
  readonly live: boolean;
}

export interface YesNoSetting extends SettingCommon {
  readonly type: 'yes-no';
  readonly default: boolean;
}

export interface ChoiceSetting extends SettingCommon {
  readonly type: 'choice';
  readonly options: readonly SettingOption[];
  readonly default: string;
}

export interface NumberSetting extends SettingCommon {
  readonly type: 'seconds' | 'integer';
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Shown beside a value above this one, which is still allowed. */
  readonly note?: { readonly above: number; readonly text: LocalText };
}

/** The value is in basis points; null, where it is the default, means none. */
export interface PercentSetting extends SettingCommon {
  readonly type: 'percent';
  readonly default: bigint | null;
}

export interface TextSetting extends SettingCommon {
  readonly type: 'text';
  readonly maxLength: number;
  /** What it has to look like; such a text may be empty too. */
  readonly form?: 'eu-vat-number';
  readonly default: LocalText;
}

export interface ListSetting extends SettingCommon {
  readonly type: 'list';
  /** How the list is written in a text field. */
  readonly separator: 'line' | 'space';
  /** Where present, nothing else may be listed. */
  readonly options?: readonly SettingOption[];
  readonly default: readonly string[];
}

export type SettingDefinition = YesNoSetting | ChoiceSetting | NumberSetting | PercentSetting | TextSetting | ListSetting;

/** A section's settings by path. */
export type SettingTable = Readonly<Record<string, SettingDefinition>>;

/** The type of value that a definition stands for. */
export type ValueOf<D> =
  D extends { type: 'yes-no' } ? boolean
  : D extends { type: 'choice'; options: readonly SettingOption<infer Value>[] } ? Value
  : D extends { type: 'seconds' | 'integer' } ? number
  : D extends { type: 'percent'; default: null } ? bigint | null
  : D extends { type: 'percent' } ? bigint
  : D extends { type: 'text' } ? string
  : D extends { type: 'list'; options: readonly SettingOption<infer Value>[] } ? readonly Value[]
  : D extends { type: 'list' } ? readonly string[]
  : never;
