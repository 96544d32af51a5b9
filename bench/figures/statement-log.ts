import type { Unit } from '@onbehalf/database';

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The two statements of one set price, as the use case sent them for one context. */
export interface PriceStatements {
  readonly load: Statement;
  readonly write: Statement;
}

/** Where the conditional write takes the version of the cart that was looked at. */
export const VERSION_AT = 3;

/** A unit that also notes what goes through it: the baseline sends the very same statements. */
export function noting(unit: Unit, statements: Statement[]): Unit {
  return {
    query: () => Promise.reject(new Error('A hot path sends named statements only')),
    named: (name, text, values = []) => {
      statements.push({ name, text, values });
      return unit.named(name, text, values);
    },
  };
}
