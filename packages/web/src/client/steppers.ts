/** The buttons beside a quantity: shown only when they work. */
export function runSteppers(): void {
  showButtons();
  document.addEventListener('htmx:after:swap', showButtons);
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]') : null;
    const field = document.getElementById(button?.getAttribute('aria-controls') ?? '');
    if (!button || !(field instanceof HTMLInputElement)) return;
    const before = field.value;
    if (Number(button.dataset.step) > 0) field.stepUp();
    else field.stepDown();
    if (field.value !== before) for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  });
}

function showButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-step]')) button.hidden = false;
}
