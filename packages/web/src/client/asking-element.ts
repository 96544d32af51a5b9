/** Asks its `src` every `every` seconds as long as the page is seen, and at once when somebody comes back to it. */
export abstract class AskingElement extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#wait();
  }

  disconnectedCallback(): void {
    this.rest();
  }

  /** One question. False: there is nothing to wait for, though who comes back to the page may ask once more. */
  protected abstract ask(src: string, signal: AbortSignal): Promise<boolean>;

  /** Asks no more. */
  protected rest(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(() => void this.#run(), Number(this.getAttribute('every')) * 1000);
  }

  #look = (): void => {
    this.#stop();
    if (!document.hidden) void this.#run();
  };

  async #run(): Promise<void> {
    this.#asking = new AbortController();
    let goesOn = true;
    try {
      goesOn = await this.ask(this.getAttribute('src') ?? '', this.#asking.signal);
    } catch {
      // Without a network the page stays as it is, and it is asked again.
    }
    if (goesOn && this.isConnected) this.#wait();
  }
}

/** The answer as data; null where it isn't any: over, or logged out, and the next thing anybody does says so. */
export async function askForData(src: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(src, { cache: 'no-store', signal });
  return response.headers.get('content-type')?.includes('json') ? response.json() : null;
}
