import { AskingElement, askForData } from './asking-element.ts';

interface Answer {
  lines: { id: string; waiting: boolean; text: string }[];
}

/**
 * While a price waits for somebody's decision (C5): asks `src` every `every` seconds as long as the page is seen, and says
 * politely what was decided, with a link that shows it. Nothing on the page moves under the hands of who works on it, and
 * asking counts as nobody's use (B8).
 */
export class WaitingPrice extends AskingElement {
  protected override async ask(src: string, signal: AbortSignal): Promise<boolean> {
    const answer = (await askForData(src, signal)) as Answer | null;
    if (answer === null) return false;
    const line = answer.lines.find(({ id }) => id === this.dataset.line);
    if (line?.waiting === true) return true;
    this.#say(line?.text ?? this.dataset.changed ?? '');
    return false;
  }

  #say(text: string): void {
    this.rest();
    const news = this.querySelector<HTMLElement>('[data-news]');
    if (news) news.textContent = text;
    for (const part of this.querySelectorAll<HTMLElement>('[data-then]')) part.hidden = false;
    for (const part of this.querySelectorAll<HTMLElement>('[data-until]')) part.hidden = true;
  }
}
