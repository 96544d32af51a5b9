/**
 * Sends its form as soon as a choice changes. Styles hide `.fallback`, the button for browsers without script. Within a
 * fold that can be closed it waits for the button: the answer would close it under the finger that chooses the next.
 */
export class AutoSubmit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', this.#send);
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.#send);
  }

  #send = (event: Event): void => {
    if (this.closest('details')?.querySelector('summary')?.checkVisibility() === true) return;
    const field = event.target;
    if (!(field instanceof HTMLSelectElement || field instanceof HTMLInputElement) || field.form === null) return;
    // The hidden button may lead elsewhere than its form.
    const button = this.querySelector<HTMLButtonElement>('button.fallback');
    field.form.requestSubmit(button?.form === field.form ? button : null);
  };
}
