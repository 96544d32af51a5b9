import { describe, expect, it } from 'vitest';
import { cartDifference, type KeptCart, type KeptLine } from './cart-difference.ts';
import { cartRestoreRefusal, type CartRestoreQuestion } from './cart-restore.ts';

const question: CartRestoreQuestion = {
  sessionId: 's1',
  entry: { cartId: 'c1', version: 4 },
  open: { id: 'c1', version: 6, changedIn: 's1', othersVersion: 4 },
  ordered: false,
  seen: 6,
};
const open = (more: Partial<NonNullable<CartRestoreQuestion['open']>>) => ({ id: 'c1', version: 6, changedIn: 's1', othersVersion: 4, ...more });

describe('C8: a cart is put back', () => {
  it.each<[string, Partial<CartRestoreQuestion>]>([
    ['where only this session changed it', {}],
    ['where others changed it before entry', { open: open({ othersVersion: 3 }) }],
    ['where this session began it', { entry: { cartId: null, version: 0 }, open: open({ othersVersion: 0 }) }],
    ['where nobody looks, at an expiry', { seen: null }],
  ])('%s', (_what, more) => expect(cartRestoreRefusal({ ...question, ...more })).toBeNull());

  it.each<[string, Partial<CartRestoreQuestion>, string]>([
    ['ordered meanwhile', { ordered: true }, 'cart-ordered'],
    ['another cart than on entry', { open: open({ id: 'c2' }) }, 'cart-ordered'],
    ['gone', { open: null }, 'cart-ordered'],
    ['none then and none now', { entry: { cartId: null, version: 0 }, open: null }, 'cart-as-on-entry'],
    ['nothing kept', { entry: null }, 'cart-as-on-entry'],
    ['untouched', { open: open({ version: 4 }), seen: 4 }, 'cart-as-on-entry'],
    ['newer than what was looked at', { seen: 5 }, 'cart-changed'],
    ['last changed by the customer', { open: open({ changedIn: null }) }, 'cart-changed-by-others'],
    ['last changed by a colleague', { open: open({ changedIn: 's2' }) }, 'cart-changed-by-others'],
    ['changed by others in between', { open: open({ othersVersion: 5 }) }, 'cart-changed-by-others'],
    ['the customer’s own new cart', { entry: { cartId: null, version: 0 }, open: open({ changedIn: null, version: 1, othersVersion: 0 }), seen: 1 }, 'cart-changed-by-others'],
  ])('not where it is %s', (_what, more, code) => expect(cartRestoreRefusal({ ...question, ...more })).toBe(code));
});

const line = (productId: string, more: Partial<KeptLine> = {}): KeptLine => ({ productId, freeReason: null, quantity: 1, edited: null, ...more });
const cart = (lines: KeptLine[], more: Partial<KeptCart> = {}): KeptCart => ({ lines, coupon: null, discount: null, freeShipping: false, ...more });
const edited = (minor: bigint) => ({ minor, catalogueMinor: 9500n });

describe('C8: the difference', () => {
  it('is none between equals', () => expect(cartDifference(cart([line('1', { edited: edited(1n) })]), cart([line('1', { edited: edited(1n) })]))).toEqual([]));

  it('tells added, removed, quantity and price apart; a free item is another line', () => {
    const before = cart([line('1', { quantity: 2 }), line('2', { edited: edited(8000n) }), line('3')]);
    const after = cart([line('1', { quantity: 3, edited: edited(9000n) }), line('2'), line('1', { freeReason: 'sample' }), line('4')]);
    expect(cartDifference(before, after).map((one) => [one.kind, 'before' in one ? one.before : null, 'after' in one ? one.after : null])).toEqual([
      ['quantity', 2, 3], ['price', 9500n, 9000n], ['price', 8000n, 9500n], ['added', null, null], ['added', null, null], ['removed', null, null],
    ]);
  });

  it('names what is given on the whole cart', () =>
    expect(cartDifference(cart([], { coupon: 'A', freeShipping: true }), cart([], { discount: '5 %' }))).toEqual([
      { kind: 'coupon', before: 'A', after: null }, { kind: 'discount', before: null, after: '5 %' }, { kind: 'free-shipping', after: false },
    ]));
});
