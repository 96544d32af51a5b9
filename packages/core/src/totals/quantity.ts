import { err, ok, type Result } from '../kernel/result.ts';

/** The most pieces of one line; with {@link MAX_MINOR} a line's amount stays within 64 bits. */
export const MAX_QUANTITY = 99_999;

const QUANTITY = /^[1-9][0-9]{0,4}$/;

/** A number of pieces from outside: whole, from 1 to 99 999, as ASCII digits or a JSON number (M20). */
export function parseQuantity(input: unknown): Result<number, 'quantity-invalid'> {
  const text = typeof input === 'number' ? String(input) : input;
  return typeof text === 'string' && QUANTITY.test(text) ? ok(Number(text)) : err('quantity-invalid');
}
