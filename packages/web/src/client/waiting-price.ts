interface Answer {
  lines: { id: string; waiting: boolean; text: string }[];
}

/**
 * While a price waits for somebody's decision (C5): asks `src` every `every` seconds as long as the page is seen, and says
 * politely what was decided, with a link that shows it. Nothing on the page moves under the hands of who works on it, and
 * asking counts as nobody's use (B8).
 */
export class WaitingPrice extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#wait();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(() => void this.#ask(), Number(this.getAttribute('every')) * 1000);
  }

  #look = (): void => {
    clearTimeout(this.#timer);
    if (!document.hidden) void this.#ask();
  };

  async #ask(): Promise<void> {
    try {
      const response = await fetch(this.getAttribute('src') ?? '', { cache: 'no-store' });
      // Over or logged out: the next thing anybody does says so.
      if (!response.headers.get('content-type')?.includes('json')) return;
      const line = ((await response.json()) as Answer).lines.find(({ id }) => id === this.dataset.line);
      if (line?.waiting !== true) return this.#say(line?.text ?? this.dataset.changed ?? '');
    } catch {
      // Without a network it is asked again.
    }
    if (this.isConnected) this.#wait();
  }

  #say(text: string): void {
    document.removeEventListener('visibilitychange', this.#look);
    const news = this.querySelector<HTMLElement>('[data-news]');
    if (news) news.textContent = text;
    for (const part of this.querySelectorAll<HTMLElement>('[data-then]')) part.hidden = false;
    for (const part of this.querySelectorAll<HTMLElement>('[data-until]')) part.hidden = true;
  }
}
