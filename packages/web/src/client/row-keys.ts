/**
 * Arrow keys lead from the search field into the rows of its list; Enter presses the row's own button, as ever. Enter in the
 * field itself enters the only account that is found ("doe", Enter, and in), and leads to the first of several. It waits until
 * the rows shown are those of what was typed: a wrong account is worse than a moment.
 * Rows carry `data-row`, the button or link that enters `data-enter`, the list `data-query` and, with one row in all, `data-found`.
 */
export class RowKeys extends HTMLElement {
  /** What Enter was pressed for while its rows are on their way. */
  #wanted: string | null = null;

  connectedCallback(): void {
    this.addEventListener('keydown', this.#move);
    this.addEventListener('keydown', this.#enter);
    this.addEventListener('input', this.#forget);
    this.addEventListener('htmx:after:swap', this.#answer);
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.#move);
    this.removeEventListener('keydown', this.#enter);
    this.removeEventListener('input', this.#forget);
    this.removeEventListener('htmx:after:swap', this.#answer);
  }

  #enter = (event: KeyboardEvent): void => {
    const field = event.target;
    if (event.key !== 'Enter' || event.isComposing || event.repeat || !(field instanceof HTMLInputElement) || field.type !== 'search') return;
    const typed = field.value.trim();
    if (typed === '') return;
    event.preventDefault();
    this.#wanted = typed;
    this.#answer();
    if (this.#wanted !== null) field.dispatchEvent(new Event('search', { bubbles: true }));
  };

  #forget = (): void => {
    this.#wanted = null;
  };

  #answer = (): void => {
    const list = this.querySelector<HTMLElement>('[data-query]');
    if (this.#wanted === null || list?.dataset.query !== this.#wanted) return;
    this.#wanted = null;
    const first = list.querySelector<HTMLElement>('[data-enter]');
    if (list.dataset.found === 'one' && first?.getAttribute('aria-disabled') !== 'true') first?.click();
    else first?.focus();
  };

  #move = (event: KeyboardEvent): void => {
    const from = event.target;
    if (!(from instanceof HTMLElement) || from.matches('select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...this.querySelectorAll<HTMLElement>('[data-row]')];
    const here = rows.findIndex((row) => row.contains(from));
    if (event.key === 'ArrowDown') this.#focus(event, rows[here + 1]);
    if (event.key === 'ArrowUp' && here >= 0) this.#focus(event, rows[here - 1] ?? this.querySelector<HTMLElement>('input[type=search]') ?? undefined);
  };

  #focus(event: KeyboardEvent, goal: HTMLElement | undefined): void {
    if (!goal) return;
    event.preventDefault();
    (goal.querySelector<HTMLElement>('[data-enter]') ?? goal).focus();
  }
}
