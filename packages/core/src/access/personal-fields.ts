/**
 * What is masked of a customer in view mode (B17), by the one name a field has on every page and in every answer. Names
 * and company stay: the banner says who it is; so do town and country, by which two addresses are told apart.
 */
export const PERSONAL_FIELDS = ['email', 'phone', 'street', 'postcode', 'vatNumber', 'customerComment'] as const;

export type PersonalField = (typeof PERSONAL_FIELDS)[number];

/** Parts of an answer that are about somebody else: who acts knows the own address. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set(['actor', 'staff']);

const PERSONAL: ReadonlySet<string> = new Set(PERSONAL_FIELDS);

const isPersonal = (name: string): name is PersonalField => PERSONAL.has(name);

/** The same again with every personal field masked, however deep; what was empty stays empty. */
export function maskPersonal<Shown>(shown: Shown, mask: (field: PersonalField) => unknown): Shown {
  return masked(shown, mask) as Shown;
}

function masked(value: unknown, mask: (field: PersonalField) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => masked(one, mask));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, ofField(name, held, mask)]));
}

function ofField(name: string, held: unknown, mask: (field: PersonalField) => unknown): unknown {
  if (ABOUT_OTHERS.has(name)) return held;
  if (isPersonal(name)) return isEmpty(held) ? held : mask(name);
  return masked(held, mask);
}

const isEmpty = (held: unknown): boolean => held === '' || held === null || held === undefined;

// Dates, maps and the like are what they are; rows of the database come without a prototype.
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
