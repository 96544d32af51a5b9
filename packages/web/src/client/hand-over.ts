const TICKET = /^#(oho_[A-Za-z0-9_-]{43})$/;

/**
 * Sends its form by itself, on the way between the portal and a store (B3).
 *
 *   <hand-over><form method="post">…</form></hand-over>
 *
 * With `fragment`, what stands behind the address's number sign goes into the field of that name, and out of the address and
 * the browser's history first (T12); where there is no ticket, nothing is sent and the page says what to do.
 */
export class HandOver extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const name = this.getAttribute('fragment');
    if (!form || this.dataset.sent) return;
    if (name !== null && !fill(form, name)) return;
    this.dataset.sent = '1';
    form.requestSubmit();
  }
}

function fill(form: HTMLFormElement, name: string): boolean {
  const ticket = TICKET.exec(location.hash)?.[1];
  history.replaceState(null, '', location.pathname);
  const field = form.elements.namedItem(name);
  if (ticket === undefined || !(field instanceof HTMLInputElement)) return false;
  field.value = ticket;
  return true;
}
