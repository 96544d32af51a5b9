/** What canonical JSON can carry. Nothing optional: absent is `null` or the key isn't there. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | bigint
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * One text for one value, whatever order its keys were written in: the bytes that are hashed (E4).
 * Keys by UTF-16 code unit as in RFC 8785; a bigint becomes a decimal string.
 * Throws a TypeError for anything that JSON would drop or change in silence.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value === 'number') return numberText(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return objectText(value);
}

const isList = (value: CanonicalValue): value is readonly CanonicalValue[] => Array.isArray(value);

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON has no ${value}`);
  return JSON.stringify(value);
}

function objectText(value: { readonly [key: string]: CanonicalValue }): string {
  if (!isPlain(value)) throw new TypeError(`Canonical JSON has no ${typeof value}`);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
