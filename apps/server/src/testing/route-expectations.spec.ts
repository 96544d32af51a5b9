import { routes } from '@onbehalf/http';
import type { Route } from '@onbehalf/http/route';
import { describe, expect, it } from 'vitest';
import { expectationOf, leftOver } from './route-expectations.ts';

const nameOf = ({ method, area, path, handle }: Route): string => `${method} ${area}:${path} (${handle})`;

const ACCESS = { public: 'anybody', 'sign-in': 'between', customer: 'customer', context: 'context', actor: 'staff' } as const;
const INSIDE = { view: 'view', shop: 'shop', full: 'full', never: 'floor', outside: 'portal' } as const;

/** The declaration in the words of the table. */
function declared({ access, inContext, anyContext, whenEnded }: Route): unknown {
  const who = typeof access === 'string' ? ACCESS[access] : 'resource' in access ? [access.resource] : [...access.anyOf];
  return { who, inside: INSIDE[inContext], way: anyContext ? 'always' : whenEnded ? 'ended' : null };
}

describe('B15, B16: every route is written down twice, in the route tables and in the table of the walk', () => {
  it('B16: a route without a line in testing/route-expectations.ts is named here: add its handle there', () => {
    expect(routes.filter((route) => expectationOf(route) === undefined).map(nameOf)).toEqual([]);
  });

  it('B16: a line without a route is named here', () => expect(leftOver(routes)).toEqual([]));

  it('B16, B17: both say the same of who may and of what a context may', () => {
    const known = routes.filter((route) => expectationOf(route) !== undefined);
    expect(known.filter((route) => JSON.stringify(expectationOf(route)) !== JSON.stringify(declared(route))).map((route) => ({ route: nameOf(route), written: expectationOf(route), declared: declared(route) }))).toEqual([]);
  });
});
