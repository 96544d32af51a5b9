/**
 * Arrow keys lead from the search field into the rows of its list; Enter presses the row's own button, as ever. Enter in the
 * field itself only searches: what was typed and the rows shown may differ for a moment, and a wrong account is worse than a key.
 * Rows carry `data-row`, the button or link that enters carries `data-enter`.
 */
export class RowKeys extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('keydown', this.#move);
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.#move);
  }

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
