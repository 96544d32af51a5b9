// What people do and have done to them, and what a person would expect of it: for sequences.int.spec.ts.
import type { EndReason } from '@onbehalf/core';
import fc from 'fast-check';

export const IDLE = 900;
/** Short enough that a sequence reaches it without being idle. */
export const LONGEST = 1500;

export type Command =
  | { do: 'start'; actor: number; customer: number; switch: boolean }
  | { do: 'start-at-once'; actor: number }
  | { do: 'request' | 'exit' | 'log-in-anew' | 'log-out' | 'log-out-everywhere' | 'end-by-administrator'; actor: number }
  | { do: 'wait'; seconds: number }
  | { do: 'sweep' }
  | { do: 'consent' | 'open-account'; customer: number; yes: boolean }
  | { do: 'all-customers' | 'active'; actor: number; yes: boolean }
  | { do: 'feature'; yes: boolean };

const who = fc.integer({ min: 0, max: 1 });
// More is given than taken, so that there is somebody inside to take it from.
const mostly = fc.constantFrom(true, true, false);
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('start' as const), actor: who, customer: who, switch: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('start-at-once' as const), actor: who }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('request' as const, 'exit' as const, 'log-in-anew' as const, 'log-out' as const, 'log-out-everywhere' as const, 'end-by-administrator' as const), actor: who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(30, 600, 600, 600, IDLE - 1, IDLE) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'sweep' } as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('consent' as const, 'open-account' as const), customer: who, yes: mostly }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('all-customers' as const, 'active' as const), actor: who, yes: mostly }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('feature' as const), yes: mostly }) },
);

export interface Staff {
  id: string;
  token: string;
  lastUsed: number;
  ended: boolean;
}

export interface Context {
  id: string;
  token: string;
  actor: number;
  customer: number;
  staff: Staff;
  limit: number;
}

/** What a person would expect, kept beside the database. Times in seconds. */
export class Model {
  now = 0;
  feature = true;
  readonly active = [true, true];
  readonly sees = [true, true];
  readonly consents = [true, true];
  readonly open = [true, true];
  readonly staff: (Staff | null)[] = [null, null];
  readonly inside: (Context | null)[] = [null, null];

  idle = (staff: Staff): boolean => this.now - staff.lastUsed >= IDLE;

  /** Every cause for which a context would be over now; none: it lives. */
  causes({ actor, customer, staff, limit }: Context): EndReason[] {
    return [
      ...(this.idle(staff) ? ['idle' as const] : []), ...(this.now >= limit ? ['hard-limit' as const] : []), ...(this.feature ? [] : ['feature-off' as const]),
      ...(this.active[actor] === true ? [] : ['actor-deactivated' as const]), ...(this.sees[actor] === true ? [] : ['assignment-lost' as const]),
      ...(this.open[customer] === true ? [] : ['customer-blocked' as const]), ...(this.consents[customer] === true ? [] : ['consent-withdrawn' as const]),
    ];
  }

  mayStart = (actor: number, customer: number): boolean => this.feature && this.active[actor] === true && this.sees[actor] === true && this.open[customer] === true && this.consents[customer] === true;

  use(staff: Staff): void {
    if (!staff.ended && !this.idle(staff) && this.now - staff.lastUsed > 1) staff.lastUsed = this.now;
  }
}

const start = (actor: number, customer: number): Command => ({ do: 'start', actor, customer, switch: false });
const wait = (seconds: number): Command => ({ do: 'wait', seconds });
const use = (actor: number): Command => ({ do: 'request', actor });

/** Sequences that went wrong once, or would go wrong quietly. */
export const KNOWN: Command[][] = [
  [start(0, 0), { do: 'consent', customer: 0, yes: false }, start(0, 1), use(0)],
  [start(0, 0), { do: 'open-account', customer: 0, yes: false }, { do: 'start-at-once', actor: 0 }],
  [start(0, 0), wait(600), use(0), wait(600), use(0), wait(600), start(0, 1), use(0)],
  [start(0, 0), { do: 'log-in-anew', actor: 0 }, wait(600), start(1, 0), wait(600), start(0, 1), use(0)],
  [start(0, 0), wait(IDLE), { do: 'sweep' }, start(0, 0), { do: 'active', actor: 0, yes: false }, { do: 'sweep' }, use(0)],
];
