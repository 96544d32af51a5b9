import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import { parse } from 'csv-parse/sync';

/** One row of an import, with the line a person finds it at in the file. */
export interface CsvRow<Column extends string> {
  line: number;
  cells: Readonly<Record<Column, string>>;
}

export interface CsvShape<Column extends string> {
  /** What has to be there. Other columns are not looked at. */
  required: readonly Column[];
  optional?: readonly Column[];
}

const MOST_ROWS = 5000;

/**
 * Reads a file with a header line. Comma, semicolon and tab part columns alike, as spreadsheets in different countries
 * write them; a byte order mark, blank lines and spaces around a cell are nothing. Names of columns forgive case.
 * Refuses with `csv-unreadable`, `csv-column-missing` or `csv-too-long`; a bad cell is for the caller to name by its line.
 */
export function readCsv<Column extends string>(text: string, shape: CsvShape<Column>): Result<CsvRow<Column>[], Refusal> {
  const lines = linesOf(text);
  if (lines === null) return err({ code: 'csv-unreadable', field: 'csv' });
  const [header, ...rows] = lines;
  if (header === undefined || rows.length === 0) return err({ code: 'csv-unreadable', field: 'csv' });
  if (rows.length > MOST_ROWS) return err({ code: 'csv-too-long', field: 'csv', facts: { most: MOST_ROWS } });
  const names = header.cells.map((name) => name.toLowerCase());
  const missing = shape.required.filter((column) => !names.includes(column.toLowerCase()));
  if (missing.length > 0) return err({ code: 'csv-column-missing', field: 'csv', facts: { columns: missing.join(', ') } });
  const columns = [...shape.required, ...(shape.optional ?? [])];
  return ok(rows.map(({ line, cells }) => ({ line, cells: pick(columns, names, cells) })));
}

function pick<Column extends string>(columns: readonly Column[], names: readonly string[], cells: readonly string[]): Record<Column, string> {
  return Object.fromEntries(columns.map((column) => [column, cells[names.indexOf(column.toLowerCase())] ?? ''])) as Record<Column, string>;
}

interface Line {
  line: number;
  cells: string[];
}

function linesOf(text: string): Line[] | null {
  const firstLine = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const delimiter = [';', '\t', ','].find((one) => firstLine.includes(one)) ?? ',';
  try {
    const parsed: unknown = parse(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true });
    return Array.isArray(parsed) ? parsed.flatMap(lineOf) : null;
  } catch {
    return null; // an open quote: what follows can't be told apart any more
  }
}

function lineOf(parsed: unknown): Line[] {
  if (typeof parsed !== 'object' || parsed === null || !('record' in parsed) || !('info' in parsed)) return [];
  const { record, info } = parsed;
  if (!Array.isArray(record) || typeof info !== 'object' || info === null || !('lines' in info) || typeof info.lines !== 'number') return [];
  const cells = record.map(String);
  return cells.some((cell) => cell !== '') ? [{ line: info.lines, cells }] : [];
}
