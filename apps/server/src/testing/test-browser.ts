/** A browser as far as the server can tell: cookies, forms with their tokens, fetch metadata; no script. */
export interface Visit {
  status: number;
  /** Path and query where the last redirect led. */
  url: string;
  html: string;
  /** What a person reads, white space collapsed. */
  text: string;
  headers: Headers;
}

const MOST_REDIRECTS = 5;

/** Hears every answer, also those on the way that a person never sees. */
export type Listener = (response: Response, body: string) => void;

export class TestBrowser {
  readonly origin: string;
  readonly cookies = new Map<string, string>();
  #last = '';
  #listener: Listener | undefined;

  constructor(origin: string, listener?: Listener) {
    this.origin = origin;
    this.#listener = listener;
  }

  async get(path: string): Promise<Visit> {
    return this.#follow(await this.#send('GET', path));
  }

  /** Posts a form with the token of the page looked at last, as that page would. */
  async post(path: string, fields: Record<string, string> = {}): Promise<Visit> {
    const body = new URLSearchParams({ _csrf: tokenIn(this.#last), ...fields });
    return this.#follow(await this.#send('POST', path, body));
  }

  /** Posts a form with files, as post() does without. */
  async upload(path: string, files: readonly File[], fields: Record<string, string> = {}): Promise<Visit> {
    const body = new FormData();
    for (const [name, value] of Object.entries({ _csrf: tokenIn(this.#last), ...fields })) body.append(name, value);
    for (const file of files) body.append('files', file);
    return this.#follow(await this.#send('POST', path, body));
  }

  /** The bare answer, with headers of one's own: for what no page would send. */
  raw(path: string, init: { method?: string; headers?: Record<string, string>; body?: URLSearchParams | FormData }): Promise<Response> {
    return fetch(`${this.origin}${path}`, { redirect: 'manual', ...init, headers: { cookie: this.#cookieHeader(), ...init.headers } });
  }

  /** The token that forms of the page looked at last carry. */
  get formToken(): string {
    return tokenIn(this.#last);
  }

  async #send(method: string, path: string, body?: URLSearchParams | FormData): Promise<Response> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie: this.#cookieHeader(), 'sec-fetch-site': 'same-origin', 'accept-language': 'en' },
      ...(body === undefined ? {} : { body }),
    });
    this.#keep(response);
    this.#listener?.(response, await response.clone().text());
    return response;
  }

  async #follow(first: Response): Promise<Visit> {
    let response = first;
    for (let n = 0; n < MOST_REDIRECTS && response.headers.has('location'); n += 1) {
      const to = new URL(response.headers.get('location') ?? '', this.origin);
      response = await this.#send('GET', to.pathname + to.search);
    }
    const html = await response.text();
    this.#last = html;
    const { pathname, search } = new URL(response.url);
    return { status: response.status, url: pathname + search, html, text: textOf(html), headers: response.headers };
  }

  #cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function tokenIn(html: string): string {
  // A button writes its value first.
  return (/name="_csrf" value="([^"]*)"/.exec(html) ?? /<button [^>]*value="([^"]*)"[^>]* name="_csrf"/.exec(html))?.[1] ?? '';
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(span|bdi|b|strong|em|a)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
