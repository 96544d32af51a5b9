import { ClockTimes, type Left } from './clock-times.ts';

// The end is asked about only when it is surely there: what the server keeps is never told earlier than it is.
const GRACE_MS = 2000;
const ASK_AGAIN_MS = 5000;
/** A second that took this long was slept through. */
const SLEPT_MS = 10_000;
const LAST_CALL_SECONDS = 30;

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('session-clock') : null;

/**
 * Counts down how long a member of staff may go on, in the portal and in an assist session (B8).
 *
 *   <session-clock idle="900" idle-warn="120" limit="28800" limit-warn="120" state="/assist/state">
 *     <span data-left>…</span> <div data-question hidden><form>…</form></div> <p data-limit hidden>…</p> <span aria-live="polite" data-say></span>
 *   </session-clock>
 *
 * `idle` is begun anew by any use, also in another tab; `limit` by nothing. `state` tells what is left without counting as use:
 * asked after a sleep and at the end. Nothing here takes the focus; what changes is said politely.
 */
export class SessionClock extends HTMLElement {
  #times = new ClockTimes();
  #tick: ReturnType<typeof setInterval> | undefined;
  #shownAt = Date.now();
  #askedAt = 0;
  #said = '';
  #before: HTMLElement | null = null;

  connectedCallback(): void {
    this.#take({ idle: Number(this.getAttribute('idle')), limit: numberIn(this.getAttribute('limit')) });
    this.#tick = setInterval(() => this.#show(), 1000);
    document.addEventListener('htmx:after:request', this.#heard);
    document.addEventListener('visibilitychange', this.#woken);
    this.addEventListener('focusin', this.#entered);
    this.addEventListener('submit', this.#extend, { capture: true });
    channel?.addEventListener('message', this.#told);
  }

  disconnectedCallback(): void {
    clearInterval(this.#tick);
    document.removeEventListener('htmx:after:request', this.#heard);
    document.removeEventListener('visibilitychange', this.#woken);
    channel?.removeEventListener('message', this.#told);
  }

  /** A page fetched in part was use too: its own clock says how much is left now. */
  #heard = (event: Event): void => {
    const { ctx } = (event as CustomEvent<{ ctx?: { text?: string } }>).detail;
    const tag = /<session-clock[^>]*>/.exec(ctx?.text ?? '')?.[0];
    const idle = /\sidle="(\d+)"/.exec(tag ?? '')?.[1];
    if (idle) this.#take({ idle: Number(idle), limit: numberIn(/\slimit="(\d+)"/.exec(tag ?? '')?.[1]) });
  };

  /** Another tab of this browser went on working. */
  #told = (event: MessageEvent<number>): void => {
    this.#times.hear(event.data);
    this.#show();
  };

  #woken = (): void => {
    if (document.hidden) return;
    this.#show();
    void this.#ask();
  };

  #entered = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof HTMLElement && !this.contains(event.relatedTarget)) this.#before = event.relatedTarget;
  };

  #take(left: Left): void {
    this.#times.take(left);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel reaches this origin only
    channel?.postMessage(this.#times.idleEndsAt);
    this.#show();
  }

  #show(): void {
    const slept = Date.now() - this.#shownAt > SLEPT_MS;
    this.#shownAt = Date.now();
    const { left, asks } = this.#times.at(Date.now(), { idleWarn: this.#number('idle-warn'), limitWarn: this.#number('limit-warn') });
    for (const time of this.querySelectorAll('[data-left]')) setText(time, this.#words(left));
    for (const part of this.querySelectorAll<HTMLElement>('[data-question]')) part.hidden = asks !== 'question';
    for (const part of this.querySelectorAll<HTMLElement>('[data-limit]')) part.hidden = asks !== 'limit';
    this.#sayOnce(asks, left);
    if (slept || this.#times.isOver(Date.now() - GRACE_MS)) void this.#ask();
  }

  /** When it is time to ask, and once more shortly before the end; a text said every second is no help to anybody. */
  #sayOnce(asks: 'question' | 'limit' | null, left: number): void {
    const stage = asks === null ? '' : `${asks} ${left <= LAST_CALL_SECONDS ? 'last' : 'first'}`;
    if (stage === this.#said) return;
    this.#said = stage;
    if (asks !== null) this.#say(asks === 'question' ? this.dataset.sayQuestion : this.dataset.sayLimit, left);
    else if (this.#times.extended) this.#say(this.dataset.sayExtended, left);
  }

  #say(words: string | undefined, left: number): void {
    const place = this.querySelector('[data-say]');
    if (place) setText(place, (words ?? '').replace('#', this.#words(left)));
  }

  /** "Stay logged in" goes on where one is: nothing typed is lost. Without script the form leads back to the page. */
  #extend = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#post(form);
  };

  async #post(form: HTMLFormElement): Promise<void> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.set(name, value);
    body.set('quiet', '1');
    if (!(await this.#hear(() => fetch(form.action, { method: 'POST', body })))) return;
    if (this.contains(document.activeElement)) (this.#before?.isConnected ? this.#before : document.getElementById('main'))?.focus();
  }

  async #ask(): Promise<void> {
    if (Date.now() - this.#askedAt < ASK_AGAIN_MS) return;
    this.#askedAt = Date.now();
    await this.#hear(() => fetch(this.getAttribute('state') ?? '', { cache: 'no-store' }));
  }

  /** Whether the session still stands; where it doesn't, the page is asked for again, and the server says what happened. */
  async #hear(send: () => Promise<Response>): Promise<boolean> {
    try {
      const response = await send();
      const left = response.ok && response.headers.get('content-type')?.includes('json') ? ((await response.json()) as Partial<Left>) : {};
      if (typeof left.idle === 'number') {
        this.#take({ idle: left.idle, limit: left.limit ?? null });
        return true;
      }
      clearInterval(this.#tick);
      location.assign(location.pathname + location.search);
    } catch {
      // No network: the countdown goes on, and asks again.
    }
    return false;
  }

  #number(name: string): number {
    return Number(this.getAttribute(name));
  }

  #words(left: number): string {
    const [template, figure] = left < 60 ? [this.dataset.seconds, left] : [this.dataset.minutes, Math.floor(left / 60)];
    return (template ?? '#').replace('#', String(figure));
  }
}

const numberIn = (text: string | null | undefined): number | null => (text === null || text === undefined || text === '' ? null : Number(text));

/** Only where it changed: a text that is set again is a text that may be read out again. */
function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
