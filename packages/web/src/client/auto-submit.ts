/** Sends its form as soon as a choice changes. Styles hide `.fallback`, the button for browsers without script. */
export class AutoSubmit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', this.#send);
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.#send);
  }

  #send = (event: Event): void => {
    const field = event.target;
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.form?.requestSubmit();
  };
}
