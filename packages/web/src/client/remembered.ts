/** Ticks that only concern how a page looks stay in this tab: `data-remember` names them. */
export function rememberTicks(): void {
  recall();
  document.addEventListener('htmx:after:swap', recall);
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.remember) sessionStorage.setItem(target.dataset.remember, target.checked ? '1' : '');
  });
}

function recall(): void {
  for (const tick of document.querySelectorAll<HTMLInputElement>('input[data-remember]')) {
    tick.checked = sessionStorage.getItem(tick.dataset.remember ?? '') === '1';
  }
}
