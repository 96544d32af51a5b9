import { AskingElement } from './asking-element.ts';

/**
 * A table that follows what happens elsewhere (B19): asks `src` every `every` seconds while somebody can see it, and takes over
 * what has changed, row by row and cell by cell. What has the focus stays, and so does an open dialog. `data-began`, `data-ended`
 * and `data-open` carry the words said about it, with "#" for the figure.
 */
export class LiveRows extends AskingElement {
  protected override async ask(src: string, signal: AbortSignal): Promise<boolean> {
    const response = await fetch(src, { signal, headers: { accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('live-rows [data-live]');
    // Logged out, or the right is gone: the page itself says which.
    if (response.ok && fresh) this.#take(fresh);
    else if (response.ok || response.status === 403) location.reload();
    return true;
  }

  #take(fresh: Element): void {
    const here = this.querySelector('[data-live]');
    if (!here) return;
    const before = rowsIn(here).filter((row) => !isGone(row)).map(({ id }) => id);
    const now = rowsIn(fresh).map(({ id }) => id);
    const ended = before.filter((id) => !now.includes(id));
    const began = now.filter((id) => !before.includes(id));
    if (rowsIn(here).length > 0 && rowsIn(fresh).length > 0) mergeRows(here, fresh, this.dataset.gone ?? '');
    else if (here.contains(document.activeElement)) rowsIn(here).forEach((row) => markGone(row, this.dataset.gone ?? ''));
    else here.replaceChildren(...fresh.childNodes);
    this.#takeCount(here, fresh);
    tellDialogs(ended);
    if (began.length + ended.length > 0) this.#say(began.length, ended.length, Number(here.querySelector<HTMLElement>('[data-total]')?.dataset.total ?? 0));
  }

  #takeCount(here: Element, fresh: Element): void {
    const [from, to] = [fresh.querySelector<HTMLElement>('[data-total]'), here.querySelector<HTMLElement>('[data-total]')];
    if (!from || !to || from.dataset.total === to.dataset.total) return;
    to.dataset.total = from.dataset.total ?? '';
    to.textContent = from.textContent;
  }

  #say(began: number, ended: number, open: number): void {
    const words = [began > 0 ? this.dataset.began?.replace('#', String(began)) : '', ended > 0 ? this.dataset.ended?.replace('#', String(ended)) : '', this.dataset.open?.replace('#', String(open))];
    const news = this.querySelector('[data-news]');
    if (news) news.textContent = words.filter(Boolean).join(' ');
  }
}

const rowsIn = (part: Element): HTMLElement[] => [...part.querySelectorAll<HTMLElement>('tbody > tr')];

const isGone = (row: HTMLElement): boolean => row.dataset.over !== undefined;

function mergeRows(here: Element, fresh: Element, goneWord: string): void {
  const body = here.querySelector('tbody');
  const wanted = new Map(rowsIn(fresh).map((row) => [row.id, row]));
  for (const row of rowsIn(here)) {
    const next = wanted.get(row.id);
    if (next) takeCells(row, next);
    else if (row.contains(document.activeElement)) markGone(row, goneWord);
    else row.remove();
  }
  // Newest first, on both sides: what is new is put in, nothing that stands is moved, and so nothing loses the focus.
  let after: Element | null = null;
  for (const [id, row] of wanted) {
    const standing: Element | null = document.getElementById(id);
    const placed: Element = standing ?? row;
    if (!standing) body?.insertBefore(row, after ? after.nextSibling : body.firstChild);
    after = placed;
  }
}

function takeCells(row: HTMLElement, next: HTMLElement): void {
  for (const [at, cell] of [...row.children].entries()) {
    const other = next.children[at];
    if (other && !cell.contains(document.activeElement) && cell.innerHTML !== other.innerHTML) cell.replaceChildren(...other.childNodes);
  }
}

/** Over, but somebody's focus is in it: it stays where it is, says so, and goes with the next look. */
function markGone(row: HTMLElement, word: string): void {
  if (isGone(row)) return;
  row.dataset.over = '';
  row.classList.add('row-over');
  const last = row.querySelector('.cell-last');
  if (last) last.textContent = word;
}

/** The dialog that asks about a session which has ended meanwhile says so, and stays open. */
function tellDialogs(ended: readonly string[]): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open][data-row]')) {
    if (!ended.includes(dialog.dataset.row ?? '')) continue;
    for (const note of dialog.querySelectorAll<HTMLElement>('[data-gone]')) note.textContent = note.dataset.text ?? '';
  }
}
