import { difference } from './price-difference.ts';

/**
 * While a price is typed: the difference to the price before, in money and percent. Informational; the server decides.
 *
 *   <price-preview original="95.00" currency="USD" lang="en-US"><input name="price"> … <output></output></price-preview>
 */
export class PricePreview extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', this.#show);
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#show);
  }

  #show = (event: Event): void => {
    const field = event.target;
    const output = this.querySelector('output');
    if (!(field instanceof HTMLInputElement) || !output) return;
    output.textContent = difference(field.value.trim(), this.getAttribute('original') ?? '', this.getAttribute('currency') ?? '', languageOf(this));
  };
}

const languageOf = (element: HTMLElement): string => element.closest<HTMLElement>('[lang]')?.lang ?? 'en';
