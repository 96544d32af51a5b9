/** What a kept thing shows, by name: `product:SKU-1001`. A change names the same tag and it is forgotten. */
export type Tag = string;

/** Everything: a change of catalogue, prices or settings may show anywhere. */
export const ALL: Tag = '*';

interface Kept<Value> {
  value: Value;
  tags: ReadonlySet<Tag>;
  /** Milliseconds since 1970. */
  until: number;
}

const MOST_PAGES = 500;
/** Of searches and filtered lists, of which there is no end: they drive out one another and no page of the catalogue. */
const MOST_ASKED = 100;
const MOST_FRAGMENTS = 200;
/** Bounds what no news arrives of: a price that begins or ends by its date. */
const KEPT_FOR_MS = 60_000;

/**
 * B14: pages of the anonymous shop, and fragments of the catalogue without anything personal. One process's own; news of
 * changes comes from the database to every process alike (see page-news.ts). While it can't be heard, nothing is kept.
 */
export class PageCache<Page = Buffer> {
  readonly #pages = new Map<string, Kept<Page>>();
  readonly #asked = new Map<string, Kept<Page>>();
  readonly #fragments = new Map<string, Kept<unknown>>();
  #generation = 0;
  #isListening = false;

  /** To be taken before what is kept is read: a change in between makes it stale before it is put here. */
  get generation(): number {
    return this.#generation;
  }

  page(key: string, now: Date): Page | null {
    return found(this.#shelfOf(key), key, now);
  }

  putPage(key: string, page: Page, { tags, now, generation }: { tags: Iterable<Tag>; now: Date; generation: number }): void {
    if (this.#isStale(generation)) return;
    const shelf = this.#shelfOf(key);
    keep(shelf, key, { value: page, tags: new Set(tags), until: now.getTime() + KEPT_FOR_MS }, shelf === this.#asked ? MOST_ASKED : MOST_PAGES);
  }

  fragment(key: string, now: Date): unknown {
    return found(this.#fragments, key, now);
  }

  putFragment(key: string, value: unknown, { now, generation }: { now: Date; generation: number }): void {
    if (this.#isStale(generation)) return;
    keep(this.#fragments, key, { value, tags: new Set(), until: now.getTime() + KEPT_FOR_MS }, MOST_FRAGMENTS);
  }

  forget(tags: readonly Tag[]): void {
    this.#generation += 1;
    if (tags.includes(ALL)) {
      this.#pages.clear();
      this.#asked.clear();
      this.#fragments.clear();
      return;
    }
    for (const shelf of [this.#pages, this.#asked]) {
      for (const [key, { tags: own }] of shelf) if (tags.some((tag) => own.has(tag))) shelf.delete(key);
    }
  }

  /** News can be heard: what was kept before may have missed some. */
  resume(): void {
    this.forget([ALL]);
    this.#isListening = true;
  }

  pause(): void {
    this.#isListening = false;
    this.forget([ALL]);
  }

  #shelfOf(key: string): Map<string, Kept<Page>> {
    return key.includes('?') ? this.#asked : this.#pages;
  }

  #isStale(generation: number): boolean {
    return !this.#isListening || generation !== this.#generation;
  }
}

function found<Value>(kept: Map<string, Kept<Value>>, key: string, now: Date): Value | null {
  const one = kept.get(key);
  if (one === undefined) return null;
  kept.delete(key);
  if (one.until <= now.getTime()) return null;
  kept.set(key, one); // used last: forgotten last
  return one.value;
}

function keep<Value>(kept: Map<string, Kept<Value>>, key: string, one: Kept<Value>, most: number): void {
  kept.delete(key);
  kept.set(key, one);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
