/** A button inside `data-print` opens the browser's print dialog; without script it isn't shown. */
export function runPrintButtons(): void {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-print]')) print();
  });
}
