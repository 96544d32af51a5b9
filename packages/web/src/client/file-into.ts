/** "Choose a file" beside a field of text: the file's lines become the field's value. Shown only when it works. */
export function readFilesIntoFields(): void {
  showButtons();
  document.addEventListener('htmx:after:swap', showButtons);
  document.addEventListener('change', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return;
    const field = document.getElementById(target.closest<HTMLElement>('[data-file-into]')?.dataset.fileInto ?? '');
    const [file] = target.files ?? [];
    if (!(field instanceof HTMLTextAreaElement) || !file) return;
    void read(file, field);
    // Choosing the same file again, once it is corrected, has to count as a change.
    target.value = '';
  });
}

async function read(file: File, field: HTMLTextAreaElement): Promise<void> {
  field.value = await file.text();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

function showButtons(): void {
  for (const label of document.querySelectorAll<HTMLElement>('[data-file-into]')) label.hidden = false;
}
