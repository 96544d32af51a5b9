import type { Unit } from '@onbehalf/assist';

interface Insert {
  into: string;
  /** Names with their types, as PostgreSQL writes them. */
  columns: string;
  rows: readonly object[];
}

/**
 * Many rows in one statement, by way of one JSON parameter. Bytes go as text with a leading `\x`, bigint as text.
 * Gives what `returning` says, in the order of the rows.
 */
export async function insertRows<Row>(unit: Unit, { into, columns, rows }: Insert, returning = ''): Promise<Row[]> {
  if (rows.length === 0) return [];
  const names = columns.split(',').map((column) => column.trim().split(' ')[0]).join(', ');
  const given = returning === '' ? '' : ` returning ${returning}`;
  const text = `insert into ${into} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as r (${columns})${given}`;
  return unit.query<Row>(text, [JSON.stringify(rows, asText)]);
}

const asText = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** Bytes as {@link insertRows} takes them. */
export const hex = (bytes: Buffer): string => String.raw`\x${bytes.toString('hex')}`;

/** The value under that key; a seed that names something it hasn't made is a mistake in the seed. */
export function need<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo has no ${String(key)}`);
  return value;
}
