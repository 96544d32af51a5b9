/** A browser that goes from origin to origin: cookies of each apart, redirects followed with their fragments, and of script only what a hand-over needs. */
export interface Walk {
  status: number;
  /** The whole address, with what stands behind the number sign. */
  url: string;
  html: string;
  text: string;
  headers: Headers;
}

const MOST_REDIRECTS = 6;

export class WalkingBrowser {
  readonly cookies = new Map<string, Map<string, string>>();
  /** Every address asked for, as a server's log would have it. */
  readonly asked: string[] = [];
  #last: Walk | null = null;

  async get(address: string): Promise<Walk> {
    return this.#follow(await this.#send('GET', new URL(address)), new URL(address));
  }

  /** Posts a form of the page looked at last. */
  async post(address: string, fields: Record<string, string> = {}): Promise<Walk> {
    const url = new URL(address);
    const body = new URLSearchParams({ _csrf: field(this.#last?.html ?? '', '_csrf'), ...fields });
    return this.#follow(await this.#send('POST', url, body), url);
  }

  /** As the page's script does on the way: sends the portal's form, and then the ticket from the address. */
  async handOver(from: Walk): Promise<Walk> {
    const ticketPage = await this.goOn(from);
    return this.redeem(ticketPage);
  }

  /** The portal's page on the way: its form, sent. */
  goOn(from: Walk): Promise<Walk> {
    const { origin, pathname } = new URL(from.url);
    return this.post(`${origin}${pathname}`, { nonce: field(from.html, 'nonce') });
  }

  redeem(from: Walk): Promise<Walk> {
    const { origin, pathname, hash } = new URL(from.url);
    return this.post(`${origin}${pathname}`, { ticket: hash.slice(1) });
  }

  /** The bare answer to one request, with this browser's cookies. */
  bare(address: string, init: { method?: string; headers?: Record<string, string>; body?: URLSearchParams | string } = {}): Promise<Response> {
    const url = new URL(address);
    return fetch(url, { redirect: 'manual', ...init, headers: { cookie: this.#cookieHeader(url.origin), 'sec-fetch-site': 'same-origin', ...init.headers } });
  }

  async #send(method: string, url: URL, body?: URLSearchParams): Promise<Response> {
    this.asked.push(`${url.origin}${url.pathname}${url.search}`);
    const response = await fetch(`${url.origin}${url.pathname}${url.search}`, {
      method, redirect: 'manual', headers: { cookie: this.#cookieHeader(url.origin), 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }, ...(body === undefined ? {} : { body }),
    });
    this.#keep(url.origin, response);
    return response;
  }

  async #follow(first: Response, asked: URL): Promise<Walk> {
    let response = first;
    let url = asked;
    for (let n = 0; n < MOST_REDIRECTS && response.headers.has('location'); n += 1) {
      url = new URL(response.headers.get('location') ?? '', url);
      response = await this.#send('GET', url);
    }
    const html = await response.text();
    this.#last = { status: response.status, url: url.href, html, text: textOf(html), headers: response.headers };
    return this.#last;
  }

  #cookieHeader(origin: string): string {
    return [...(this.cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(origin: string, response: Response): void {
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
  }
}

export function field(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(span|bdi|b|strong|em|a)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ').trim();
}
