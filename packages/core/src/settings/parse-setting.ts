import { parseVatNumber, vatNumberCountry } from '../customers/vat-number.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { ListSetting, NumberSetting, SettingDefinition } from './definition.ts';
import { parseBasisPoints } from '../money/percent.ts';
import { settingDefinition, type SettingPath, type SettingValue } from './registry.ts';

type Plain = boolean | number | bigint | string | readonly string[] | null;

/** Undefined is no value for this setting. */
type Reading = Plain | undefined;

/** Reads a value from a form, the API, the command line or a stored row. Refuses with `setting-invalid` at the path. */
export function parseSetting<Path extends SettingPath>(path: Path, input: unknown): Result<SettingValue<Path>, Refusal> {
  const reading = readingOf(settingDefinition(path), input);
  if (reading === undefined) return err({ code: 'setting-invalid', field: path });
  return ok(reading as SettingValue<Path>);
}

function readingOf(definition: SettingDefinition, input: unknown): Reading {
  switch (definition.type) {
    case 'yes-no':
      return YES_NO.get(input);
    case 'choice':
      return definition.options.find((option) => option.value === input)?.value;
    case 'percent':
      return input === null || input === '' ? emptyPercent(definition.default) : parseBasisPoints(input);
    case 'text':
      return definition.form === 'eu-vat-number' ? euVatNumber(input) : singleText(definition.maxLength, input);
    case 'list':
      return list(definition, input);
    default:
      return wholeNumber(definition, input);
  }
}

const YES_NO: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['yes', true],
  ['1', true],
  [false, false],
  ['false', false],
  ['no', false],
  ['0', false],
]);

function wholeNumber({ min, max }: NumberSetting, input: unknown): Reading {
  const text = typeof input === 'number' ? String(input) : input;
  if (typeof text !== 'string' || !/^(?:0|[1-9][0-9]{0,9})$/.test(text)) return undefined;
  const number = Number(text);
  return number >= min && number <= max ? number : undefined;
}

const emptyPercent = (fallback: bigint | null): Reading => (fallback === null ? null : undefined);

function singleText(maxLength: number, input: unknown): Reading {
  const text = typeof input === 'string' ? input.trim() : '';
  return text !== '' && text.length <= maxLength ? text : undefined;
}

/** As it is kept; empty is none. */
function euVatNumber(input: unknown): Reading {
  const number = parseVatNumber(typeof input === 'string' ? input : '?');
  return number.ok && (number.value === '' || vatNumberCountry(number.value) !== null) ? number.value : undefined;
}

function list(definition: ListSetting, input: unknown): Reading {
  const written = typeof input === 'string' ? input.split(SPLIT[definition.separator]) : input;
  if (!Array.isArray(written)) return undefined;
  const entries: unknown[] = written.map((entry: unknown) => (typeof entry === 'string' ? entry.trim() : entry));
  const kept = [...new Set(entries.filter((entry) => entry !== ''))];
  return kept.every((entry) => isEntry(definition, entry)) ? kept : undefined;
}

const SPLIT = { line: /\r?\n/, space: /[\s,]+/ } as const;

// A handle is a plain word: a pattern or a star would promise a match that never happens (R09).
function isEntry({ options, separator }: ListSetting, entry: unknown): entry is string {
  if (typeof entry !== 'string') return false;
  if (options !== undefined) return options.some((option) => option.value === entry);
  return separator === 'space' ? /^[a-z][a-z0-9_]{0,99}$/.test(entry) : entry.length <= 120 && !/[\r\n]/.test(entry);
}
