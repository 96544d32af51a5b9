// The page is asked for again only when the session is surely over: a request a moment too early would count as activity
// and keep a session alive that nobody is in.
const GRACE_MS = 2000;

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('assist-clock') : null;

/**
 * Counts down what is left of the assist session, from the seconds the server said and without asking it again (B8).
 *
 *   <assist-clock seconds="734" warn="120" data-minutes="# min left" data-seconds="# s left">
 *     <span data-left>…</span> <div data-question hidden>…</div>
 *   </assist-clock>
 *
 * Below `warn` the question with its button is shown; at zero the page is asked for again, and the server says what happened.
 */
export class AssistClock extends HTMLElement {
  #endsAt = 0;
  #tick: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#start(Number(this.getAttribute('seconds')));
    this.#tick = setInterval(() => this.#show(), 1000);
    document.addEventListener('htmx:after:request', this.#heard);
    channel?.addEventListener('message', this.#told);
  }

  disconnectedCallback(): void {
    clearInterval(this.#tick);
    document.removeEventListener('htmx:after:request', this.#heard);
    channel?.removeEventListener('message', this.#told);
  }

  /** A page fetched in part was activity too: its own clock says how much is left now. */
  #heard = (event: Event): void => {
    const { ctx } = (event as CustomEvent<{ ctx?: { text?: string } }>).detail;
    const seconds = /<assist-clock[^>]*? seconds="(\d+)"/.exec(ctx?.text ?? '')?.[1];
    if (seconds) this.#start(Number(seconds));
  };

  /** Another tab of this browser went on working. */
  #told = (event: MessageEvent<number>): void => {
    if (event.data > this.#endsAt) this.#endsAt = event.data;
    this.#show();
  };

  #start(seconds: number): void {
    this.#endsAt = Date.now() + seconds * 1000;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel reaches this origin only
    channel?.postMessage(this.#endsAt);
    this.#show();
  }

  #show(): void {
    const left = Math.max(0, Math.ceil((this.#endsAt - Date.now()) / 1000));
    const asks = left <= Number(this.getAttribute('warn'));
    for (const time of this.querySelectorAll('[data-left]')) setText(time, this.#words(left));
    for (const question of this.querySelectorAll<HTMLElement>('[data-question]')) question.hidden = !asks;
    if (Date.now() < this.#endsAt + GRACE_MS) return;
    clearInterval(this.#tick);
    location.assign(location.pathname + location.search);
  }

  #words(left: number): string {
    const [template, figure] = left < 60 ? [this.dataset.seconds, left] : [this.dataset.minutes, Math.floor(left / 60)];
    return (template ?? '#').replace('#', String(figure));
  }
}

/** Only where it changed: a text that is set again is a text that may be read out again. */
function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
