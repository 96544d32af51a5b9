import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerInMode } from './modes.ts';
import { checkRoutes, route, unclosable, type Route } from './route.ts';
import { routes } from './routes/index.ts';

const whole: Route = route({ method: 'GET', area: 'storefront', path: '/somewhere', handle: 'some_where', access: 'customer', inContext: 'view', input: z.object({}), run: async () => ({ refused: [] }) });
const post = { ...whole, method: 'POST', inContext: 'shop', audit: { group: 'cart', action: 'add-line' } } as const;

const answers = (inContext: 'view' | 'shop' | 'full'): string[] => (['view', 'shop', 'full'] as const).map((mode) => answerInMode({ method: 'POST', inContext }, mode));

describe('B16: what is not declared is not served', () => {
  it('B16: the tables of the shop have no gap', () => expect(() => checkRoutes(routes)).not.toThrow());

  it.each([
    ['a handle', { ...whole, handle: '' }, 'has no handle'],
    ['a handle that is a pattern', { ...whole, handle: 'customer_*' }, 'has no handle'],
    ['who may', { ...whole, access: { anyOf: [] } }, 'does not say who may'],
    ['a word for who may that exists', { ...whole, access: 'everybody' }, 'does not say who may'],
    ['what a context may do', { ...whole, inContext: undefined }, 'does not say what a context may do with it'],
    ['a word for it that exists', { ...whole, inContext: 'allow' }, 'does not say what a context may do with it'],
    ['an audit action for a change', { ...post, audit: null }, 'no audit action'],
    ['a page for its form', { ...post, formOf: 'no_such_page' }, 'which is no page'],
    ['a floor that fits the area', { ...whole, area: 'admin' }, 'does not fit its area'],
    ['view mode that only looks', { ...post, inContext: 'view' }, 'open in view mode'],
  ])('B15, B16: the server does not start with a route without %s', (_what, gap, message) => {
    expect(() => checkRoutes([gap as Route])).toThrow(message);
    expect(() => checkRoutes([whole])).not.toThrow();
  });

  it('B16: in a context an undeclared rule refuses, in every mode', () => {
    for (const inContext of [undefined, 'allow', '', 'never', 'outside']) {
      for (const mode of ['view', 'shop', 'full'] as const) expect(answerInMode({ method: 'GET', inContext } as Route, mode)).toBe('refused');
    }
  });

  it('B17: a mode opens its own routes and those of the smaller ones', () => {
    expect(answers('view')).toEqual(['allow', 'allow', 'allow']);
    expect(answers('shop')).toEqual(['refused', 'allow', 'allow']);
    expect(answers('full')).toEqual(['refused', 'refused', 'allow']);
    expect(answerInMode({ method: 'GET', inContext: 'view' }, 'view')).toBe('read');
  });

  it('B15: a handle can be closed where a context meets it and it is not the session’s own', () => {
    expect(['customer_account_edit', 'no_such_handle', 'adminhtml_order_index', 'staff_customer_logout'].map(unclosable)).toEqual([null, 'handle-unknown', null, 'handle-always-open']);
  });
});
