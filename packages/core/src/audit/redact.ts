import type { CanonicalValue } from '../kernel/canonical-json.ts';

const SECRET_NAME = /pass(?:word|wd|phrase)|token|secret|card|cvv|cookie|authorization|credential|api[-_]?key/i;

/** The same facts without anything named like a secret, at any depth (E1). */
export function redact(facts: { readonly [name: string]: CanonicalValue }): { [name: string]: CanonicalValue } {
  const kept = Object.entries(facts).filter(([name]) => !SECRET_NAME.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, redactedValue(value)]));
}

function redactedValue(value: CanonicalValue): CanonicalValue {
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(redactedValue) : redact(value);
}

const isList = (value: CanonicalValue): value is readonly CanonicalValue[] => Array.isArray(value);
