import { describe, expect, it } from 'vitest';
import { cursorOf, keysetPaging } from './admin-paging.ts';

const at = (trail: string, next: string | null) => keysetPaging({ path: '/admin/orders', query: { q: 'a b', staff: '' }, trail, next });

describe('paging by keyset', () => {
  it('begins at the first page and leads on', () => {
    expect(cursorOf('')).toBeNull();
    expect(at('', '7')).toEqual({ previous: null, next: '/admin/orders?q=a+b&after=7' });
    expect(at('', null)).toEqual({ previous: null, next: null });
  });

  it('leads back the way it came', () => {
    expect(cursorOf('7~3')).toBe('3');
    expect(at('7~3', '1')).toEqual({ previous: '/admin/orders?q=a+b&after=7', next: '/admin/orders?q=a+b&after=7%7E3%7E1' });
    expect(at('7', null)).toEqual({ previous: '/admin/orders?q=a+b', next: null });
  });
});
