import type { Paging } from '@onbehalf/web';

/** Cursors of the pages before this one, oldest first, so that a page by keyset has a way back as well. */
const SEPARATOR = '~';
const MOST = 20;

export interface Paged {
  path: string;
  /** What else stands in the address; empty values are left out. */
  query: Readonly<Record<string, string>>;
  /** The address's `after`. */
  trail: string;
  /** Cursor of the page that follows; null at the end. */
  next: string | null;
}

/** The cursor a page begins after; null for the first page. */
export function cursorOf(trail: string): string | null {
  const last = trail.split(SEPARATOR).at(-1) ?? '';
  return last === '' ? null : last;
}

export function keysetPaging({ path, query, trail, next }: Paged): Paging {
  const cursors = trail === '' ? [] : trail.split(SEPARATOR);
  const at = (trailThere: readonly string[]): string => addressOf(path, { ...query, after: trailThere.slice(-MOST).join(SEPARATOR) });
  return {
    previous: cursors.length === 0 ? null : at(cursors.slice(0, -1)),
    next: next === null ? null : at([...cursors, next]),
  };
}

/** A path with the query's values that aren't empty. */
export function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return text === '' ? path : `${path}?${text}`;
}
