import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { PageRequest, TimeLeft } from '../request.ts';
import type { Assets } from './assets.ts';
import { AssistBanner } from './assist-banner.tsx';
import { bannerOf } from './kept-banner.tsx';
import { RequestProvider } from './request-context.tsx';
import { figuresOf } from './session-clock.tsx';

const assets = {} as Assets;

const timeLeft: TimeLeft = { idle: 840, idleWarn: 120, limit: 7200, limitWarn: 120, endsAt: new Date('2026-03-01T15:14:00Z') };

const request: PageRequest = {
  area: 'storefront',
  locale: 'en',
  url: '/cart?sort=name&in="stock"',
  origin: 'http://localhost',
  portalHref: '/staff',
  csrf: 'token-1',
  store: { id: 1, code: 'us', name: 'Harbour', base: '', locale: 'en', currency: 'USD', pricesIncludeTax: false },
  storeLinks: [],
  viewer: { kind: 'customer', name: 'John Doe' },
  assist: { subjectName: 'John Doe', actorName: 'Sarah Johnson', mode: 'full' },
  timeLeft,
  helping: [],
  cartCount: 0,
  categories: [],
  allCategoriesHref: null,
  flash: [],
  timeZone: 'UTC',
};

/** The same without a template: every letter rendered for this request alone. */
function written(asked: PageRequest): string {
  const { assist, timeLeft: left } = asked;
  if (assist === null) return '';
  const figures = left === null ? null : figuresOf(left, asked);
  return renderToStaticMarkup(<RequestProvider request={asked} assets={assets}><AssistBanner assist={assist} figures={figures} /></RequestProvider>);
}

const read = (html: string | null): string => (html ?? '').replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

describe('B5: the banner that is kept and filled in', () => {
  const requests: Record<string, PageRequest> = {
    'as it is most of the time': request,
    'with another token, address and time': { ...request, csrf: 'token-2', url: `/p/a'b?<x>&y`, timeLeft: { ...timeLeft, idle: 500, limit: 600, endsAt: new Date('2026-03-01T16:00:00Z') } },
    'in German, in another store': { ...request, locale: 'de', store: { ...request.store, base: '/de' } as PageRequest['store'] },
    'when it asks whether to go on': { ...request, timeLeft: { ...timeLeft, idle: 59 } },
    'at the other limit': { ...request, timeLeft: { ...timeLeft, limit: 45 } },
    'of somebody who may only look': { ...request, assist: { subjectName: 'John Doe', actorName: 'Sarah Johnson', mode: 'view' } },
    'with names that look like code': { ...request, assist: { subjectName: `<b>"O'Neill" & co</b>`, actorName: 'csrf; $& $1 {url}', mode: 'full' } },
    'with letters of other scripts': { ...request, assist: { subjectName: 'Łukasz Żółć 張偉 🙂 of Szczebrzeszyn', actorName: 'Ελένη \u202Eabc', mode: 'shop' } },
    'without a clock': { ...request, timeLeft: null },
  };

  for (const [what, asked] of Object.entries(requests)) {
    it(`says what it would say if it were written anew: ${what}`, () => {
      expect(read(bannerOf(asked, assets))).toBe(written(asked));
      expect(read(bannerOf(asked, assets))).toBe(written(asked));
    });
  }

  it('never carries a token, a name or an address of the request before', () => {
    bannerOf({ ...request, csrf: 'token-of-before', url: '/before' }, assets);
    const other = bannerOf({ ...request, csrf: 'token-of-now', url: '/now', assist: { subjectName: 'Mary Major', actorName: 'Sarah Johnson', mode: 'full' } }, assets);
    const same = bannerOf({ ...request, csrf: 'token-of-now', url: '/now' }, assets);
    for (const html of [other, same]) expect(html).not.toMatch(/before/);
    expect(other).not.toContain('John Doe');
  });

  it('stays a string of one byte a letter, whatever the names', () => {
    for (const asked of Object.values(requests)) expect(bannerOf(asked, assets)).not.toMatch(/[^\0-\xFF]/u);
  });

  it('is nothing outside an assist session', () => {
    expect(bannerOf({ ...request, assist: null }, assets)).toBeNull();
  });
});
