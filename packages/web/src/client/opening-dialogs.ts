/** A button of a form that leads to a page asks in a dialog instead, where there is script: `data-opens` names the dialog (B12). */
export function openDialogs(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-opens]') : null;
    const dialog = document.getElementById(button?.dataset.opens ?? '');
    if (!button || !(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    if (button.dataset.action !== undefined) fill(dialog, button);
    dialog.showModal();
  });
}

/** One dialog for many rows (B19): `data-action` is where its form goes, `data-put-{name}` what stands in `data-put="{name}"`. */
function fill(dialog: HTMLDialogElement, button: HTMLElement): void {
  const form = dialog.querySelector('form');
  if (form) {
    form.reset();
    form.action = button.dataset.action ?? '';
  }
  dialog.dataset.row = button.dataset.row ?? '';
  for (const place of dialog.querySelectorAll<HTMLElement>('[data-put]')) place.textContent = button.getAttribute(`data-put-${place.dataset.put ?? ''}`);
  for (const note of dialog.querySelectorAll('[data-gone]')) note.textContent = '';
}
