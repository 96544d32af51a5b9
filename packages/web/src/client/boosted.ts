interface SwapDetail {
  ctx?: { target?: Element; sourceElement?: Element; text?: string };
  response?: { status: number };
}

/** What a full page load does for people and a swapped one has to do by hand. */
export function behaveLikeAPage(): void {
  // A refused form keeps the address of the page it stands on, so that a reload shows the page and not a bare POST address.
  document.addEventListener('htmx:before:history:update', (event) => {
    const { response } = (event as CustomEvent<SwapDetail>).detail;
    if (response && response.status >= 400) event.preventDefault();
  });
  // After a link, or a form that led to another page, the first field or the heading takes the focus, so that a screen reader
  // says where one is, and the page begins at its top. A form that stays where it was keeps the focus it had.
  let heading = headingNow();
  let home = '';
  document.addEventListener('htmx:before:swap', (event) => {
    home = (event as CustomEvent<SwapDetail>).detail.ctx?.sourceElement?.closest<HTMLElement>('[data-home]')?.dataset.home ?? '';
  });
  document.addEventListener('htmx:after:swap', (event) => {
    const { target, sourceElement, text = '' } = (event as CustomEvent<SwapDetail>).detail.ctx ?? {};
    if (target !== document.body) return;
    document.documentElement.lang = /<html lang="([^"]+)"/.exec(text)?.[1] ?? document.documentElement.lang;
    const before = heading;
    heading = headingNow();
    if (!(sourceElement instanceof HTMLAnchorElement) && heading === before) {
      // The button that was pressed may be gone with what it did: the focus stays at its line all the same.
      if (document.activeElement === document.body) document.getElementById(home)?.focus({ preventScroll: true });
      return;
    }
    // A page that begins with a field, as the customer search does, begins there after a link too.
    const first = document.body.querySelector<HTMLElement>('main [autofocus]') ?? document.getElementById('page-title');
    first?.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: 'instant' });
  });
}

const headingNow = (): string => document.getElementById('page-title')?.textContent ?? '';
