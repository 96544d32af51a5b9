import type { Refusal } from '@onbehalf/core';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import type { QuickOrdered } from '../use-cases/quick-order.ts';

/** Each bad line by its number, with what is wrong with it, in the reader's language. */
export function quickOrderRefusals(deps: Deps, { locale }: Arrived, refused: QuickOrdered['refused']): Refusal[] {
  return refused.map(({ line, refusal }): Refusal => ({
    code: 'quick-order-line',
    field: 'lines',
    facts: { line: line.line, problem: `${line.text.slice(0, 60)}: ${deps.web.refusalSentence(refusal, locale).text.replace(/\.$/, '')}` },
  }));
}
