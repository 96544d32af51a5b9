import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';

/** What staff write down about a customer: something to know, or that they were there (A9). */
export type CustomerNoteKind = 'note' | 'visit';

const MOST = 2000;

/** The text of a note from outside, trimmed. Refuses with 'note-missing'. */
export function parseCustomerNote(input: string): Result<string, Refusal[]> {
  const text = input.replaceAll('\r\n', '\n').trim();
  return text === '' || text.length > MOST ? err([{ code: 'note-missing', field: 'text', facts: { most: MOST } }]) : ok(text);
}
