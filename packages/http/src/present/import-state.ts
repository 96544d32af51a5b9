import type { Refusal } from '@onbehalf/core';
import type { ImportState } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import type { ImportRefused } from '../use-cases/import-prices.ts';

/** Nothing typed yet. */
export const NO_IMPORT: ImportState = { csv: '', good: null, bad: [], problems: [] };

/** How an import went, or would: how many rows are good, or each bad one by its line. */
export function importState(deps: Deps, request: Arrived, csv: string, outcome: { ok: true; value: { rows: number } } | { ok: false; error: ImportRefused }): ImportState {
  if (outcome.ok) return { csv, good: outcome.value.rows, bad: [], problems: [] };
  const sentences = (refusals: readonly Refusal[]): string => problemsOf(deps, refusals, request).map(({ text, remedy }) => (remedy === undefined ? text : `${text} ${remedy}`)).join(' ');
  return {
    csv, good: null,
    bad: outcome.error.bad.map(({ line, refusals }) => ({ line, text: sentences(refusals) })),
    problems: problemsOf(deps, outcome.error.refusals, request),
  };
}
