/** A button of a form that leads to a page asks in a dialog instead, where there is script: `data-opens` names the dialog (B12). */
export function openDialogs(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-opens]') : null;
    const dialog = document.getElementById(button?.dataset.opens ?? '');
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.showModal();
  });
}
