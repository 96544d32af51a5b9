interface Detail {
  ctx?: { sourceElement?: Element };
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = 'input:not([type="hidden"], [type="radio"], [type="checkbox"]), textarea, select';

/** An answer knows what stood in the form when it was asked for: what is typed while it is on its way is put back after it. */
export function keepWhatIsTyped(): void {
  let asked = new Map<string, string>();
  let typed = new Map<string, string>();
  document.addEventListener('htmx:before:request', (event) => {
    asked = valuesIn(formOf(event));
  });
  document.addEventListener('htmx:before:swap', (event) => {
    typed = new Map([...valuesIn(formOf(event))].filter(([name, value]) => asked.has(name) && asked.get(name) !== value));
  });
  document.addEventListener('htmx:after:swap', () => {
    for (const [name, value] of typed) for (const field of fieldsIn(document.querySelector('form:has([data-keeps-typed])'))) if (field.name === name) field.value = value;
    typed = new Map();
  });
}

const formOf = (event: Event): Element | null => (event as CustomEvent<Detail>).detail.ctx?.sourceElement?.closest('[data-keeps-typed]')?.closest('form') ?? null;

const fieldsIn = (form: Element | null): Field[] => [...(form?.querySelectorAll<Field>(FIELDS) ?? [])];

const valuesIn = (form: Element | null): Map<string, string> => new Map(fieldsIn(form).map(({ name, value }) => [name, value]));
