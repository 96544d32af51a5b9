/** A branch of a tree of tick boxes: its own box ticks all below it, and shows whether all, some or none are. */
export class TickBranch extends HTMLElement {
  connectedCallback(): void {
    const whole = this.#whole();
    if (whole === null) return;
    whole.closest<HTMLElement>('[data-branch-whole]')?.removeAttribute('hidden');
    this.addEventListener('change', this.#follow);
    // Once the browser has put back what was ticked before a reload.
    requestAnimationFrame(this.#show);
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.#follow);
  }

  #whole(): HTMLInputElement | null {
    return this.querySelector(':scope > fieldset > [data-branch-whole] > input');
  }

  #leaves(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name]')].filter((box) => !box.disabled);
  }

  #follow = (event: Event): void => {
    const whole = this.#whole();
    if (whole !== null && event.target === whole) {
      for (const leaf of this.#leaves()) leaf.checked = whole.checked;
      // Branches within and around have to look again; they listen for the change, too.
      for (const inner of this.querySelectorAll<TickBranch>('tick-branch')) inner.show();
    }
    this.show();
  };

  show(): void {
    this.#show();
  }

  #show = (): void => {
    const whole = this.#whole();
    const leaves = this.#leaves();
    if (whole === null) return;
    const ticked = leaves.filter((leaf) => leaf.checked).length;
    whole.disabled = leaves.length === 0;
    whole.checked = leaves.length > 0 && ticked === leaves.length;
    whole.indeterminate = ticked > 0 && ticked < leaves.length;
  };
}
