import { AskingElement, askForData } from './asking-element.ts';

interface Helper {
  id: string;
  name: string;
}

/**
 * Tells a customer who is in the account, as it comes and goes (B20): asks `src` every `every` seconds while the page is seen.
 * A note that has the focus stays until the focus has left it. What changed is said politely.
 */
export class HelpingNotes extends AskingElement {
  protected override async ask(src: string, signal: AbortSignal): Promise<boolean> {
    // Whoever is logged out sees nobody's helpers, and is not asked about again.
    const answer = (await askForData(src, signal)) as { helping: Helper[] } | null;
    if (answer !== null) this.#take(answer.helping);
    return answer !== null;
  }

  #take(helping: readonly Helper[]): void {
    const notes = this.querySelector<HTMLElement>('[data-notes]');
    if (!notes) return;
    const said: string[] = [];
    for (const note of notes.querySelectorAll<HTMLElement>('[data-note]')) {
      if (helping.some(({ id }) => id === note.dataset.note) || note.contains(document.activeElement)) continue;
      said.push((this.dataset.over ?? '#').replace('#', note.dataset.name ?? nameIn(note, this.dataset.begun ?? '#')));
      note.remove();
    }
    for (const helper of helping) {
      if (notes.querySelector(`[data-note="${CSS.escape(helper.id)}"]`)) continue;
      const note = this.#noteOf(helper);
      if (note) notes.append(note);
      said.push((this.dataset.begun ?? '#').replace('#', helper.name));
    }
    notes.hidden = notes.childElementCount === 0;
    const place = this.querySelector('[data-say]');
    if (place && said.length > 0) place.textContent = said.join(' ');
  }

  #noteOf({ id, name }: Helper): HTMLElement | null {
    const made = this.querySelector('template')?.content.firstElementChild?.cloneNode(true);
    if (!(made instanceof HTMLElement)) return null;
    const [words, form, button] = [made.querySelector('[data-words]'), made.querySelector('form'), made.querySelector('button')];
    form?.setAttribute('action', (form.getAttribute('action') ?? '').replace(made.dataset.note ?? '', id));
    made.dataset.note = id;
    made.dataset.name = name;
    if (words) words.textContent = (words.textContent ?? '').replace('#', name);
    button?.setAttribute('aria-label', (button.getAttribute('aria-label') ?? '').replace('#', name));
    return made;
  }
}

/** The name in a note that the server made: what its sentence has in place of "#". */
function nameIn(note: HTMLElement, sentence: string): string {
  const [before = '', after = ''] = sentence.split('#');
  const text = note.querySelector('[data-words]')?.textContent ?? '';
  return text.slice(before.length, text.length - after.length);
}
