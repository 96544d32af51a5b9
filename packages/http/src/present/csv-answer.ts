import { stringify } from 'csv-stringify';
import type { Unit } from '@onbehalf/assist';
import type { Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';

export interface CsvAnswer {
  name: string;
  columns: readonly string[];
  /** Rows in batches, so that no export fills the memory. */
  batches: (unit: Unit) => AsyncIterable<readonly (readonly string[])[]>;
}

/** A file as it streams. Formulas are taken their force from (V01). */
export function csvAnswer(deps: Deps, { now }: Arrived, { name, columns, batches }: CsvAnswer): Answer {
  const out = stringify({ header: true, columns: [...columns], escape_formulas: true });
  const fill = deps.db.read(async (unit) => {
    for await (const batch of batches(unit)) {
      for (const row of batch) if (!out.write(row)) await new Promise((resolve) => out.once('drain', resolve));
    }
    out.end();
  });
  fill.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return { kind: 'stream', type: 'text/csv; charset=utf-8', fileName: `${name}-${now.toISOString().slice(0, 10)}.csv`, body: out };
}
