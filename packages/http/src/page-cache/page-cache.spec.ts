import { describe, expect, it } from 'vitest';
import { ALL, PageCache } from './page-cache.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

function listening(): PageCache<string> {
  const cache = new PageCache<string>();
  cache.resume();
  return cache;
}

const put = (cache: PageCache<string>, key: string, ...tags: string[]): void => cache.putPage(key, `<p>${key}`, { tags, now: NOW, generation: cache.generation });

describe('B14: the page cache', () => {
  it('gives back what it was given, for a minute', () => {
    const cache = listening();
    put(cache, '/p/drill');
    expect(cache.page('/p/drill', later(59))).toBe('<p>/p/drill');
    expect(cache.page('/p/drill', later(60))).toBeNull();
    expect(cache.page('/p/saw', NOW)).toBeNull();
  });

  it('forgets what shows a thing that changed, and keeps the rest', () => {
    const cache = listening();
    put(cache, '/p/drill', 'product:A');
    put(cache, '/p/saw', 'product:B');
    cache.forget(['product:A']);
    expect([cache.page('/p/drill', NOW), cache.page('/p/saw', NOW)]).toEqual([null, '<p>/p/saw']);
    cache.forget([ALL]);
    expect(cache.page('/p/saw', NOW)).toBeNull();
  });

  it('takes nothing that was read before a change', () => {
    const cache = listening();
    const { generation } = cache;
    cache.forget(['product:A']);
    cache.putPage('/p/drill', 'old', { tags: [], now: NOW, generation });
    expect(cache.page('/p/drill', NOW)).toBeNull();
  });

  it('keeps nothing while news can’t be heard, and nothing over from before', () => {
    const cache = new PageCache<string>();
    put(cache, '/');
    expect(cache.page('/', NOW)).toBeNull();
    cache.resume();
    put(cache, '/');
    cache.pause();
    expect(cache.page('/', NOW)).toBeNull();
    cache.resume();
    expect(cache.page('/', NOW)).toBeNull();
  });

  it('holds 500 pages and lets the one go that nobody asked for longest', () => {
    const cache = listening();
    for (let n = 0; n < 500; n += 1) put(cache, `/${n}`);
    expect(cache.page('/0', NOW)).not.toBeNull();
    put(cache, '/new');
    expect([cache.page('/0', NOW), cache.page('/1', NOW)]).toEqual(['<p>/0', null]);
  });

  it('holds 100 searches and filtered lists, which drive out no page', () => {
    const cache = listening();
    put(cache, '/c/drills', 'product:A');
    for (let n = 0; n < 5000; n += 1) put(cache, `/c/drills?from=${n}`, 'product:A');
    expect([cache.page('/c/drills', NOW), cache.page('/c/drills?from=4999', NOW), cache.page('/c/drills?from=4899', NOW)]).toEqual(['<p>/c/drills', '<p>/c/drills?from=4999', null]);
    cache.forget(['product:A']);
    expect([cache.page('/c/drills', NOW), cache.page('/c/drills?from=4999', NOW)]).toEqual([null, null]);
  });
});
