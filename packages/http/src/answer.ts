import type { PageName, Pages } from '@onbehalf/web';
import type { Readable } from 'node:stream';

export interface CookieChange {
  name: 'staff' | 'shop' | 'assist' | 'flash' | 'handoff' | 'device' | 'sign-in' | 'cart';
  /** Null clears it. */
  value: string | null;
}

interface Common {
  status?: number;
  cookies?: CookieChange[];
  headers?: Record<string, string>;
  /** Personal data that the answer shows: the record keeps who looked at it (E1). */
  view?: { type: string; id: string };
  /** What the page shows, for the page cache: a change of it makes the page anew. */
  shows?: string[];
  /** It describes fields instead of saying what somebody's are: nothing of it is masked in view mode (B17). */
  aboutNobody?: true;
}

export type PageAnswer = { [N in PageName]: { kind: 'page'; page: N; props: Pages[N] } & Common }[PageName];

export type Answer =
  | PageAnswer
  | ({ kind: 'redirect'; to: string } & Common)
  | ({ kind: 'json'; body: unknown } & Common)
  | ({ kind: 'html'; html: string } & Common)
  | ({ kind: 'stream'; type: string; fileName: string; body: Readable } & Common)
  | ({ kind: 'empty' } & Common);

export function page<N extends PageName>(name: N, props: Pages[N], more: Common = {}): Answer {
  // The pair is right by the signature; the union can't see that.
  return { kind: 'page', page: name, props, ...more } as PageAnswer;
}

/** 303: whatever the method was, the next one is GET. */
export function redirect(to: string, more: Common = {}): Answer {
  return { kind: 'redirect', to, ...more };
}

export function json(body: unknown, more: Common = {}): Answer {
  return { kind: 'json', body, ...more };
}
