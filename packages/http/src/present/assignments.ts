import type { AssignmentChange } from '@onbehalf/core';
import { z } from 'zod';

/** What a form asks for: a primary one, a further one, or to take away. */
export const KIND = z.enum(['primary', 'further', 'none']).catch('primary');

/** Typed words as a change; null where nobody is named and somebody must be. Taking away without a name is everybody. */
export function asksFor(kind: z.infer<typeof KIND>, staff: string): AssignmentChange | null {
  const staffId = /^[1-9][0-9]{0,17}$/.test(staff) ? staff : null;
  if (kind === 'none') return staff === '' || staffId !== null ? { kind, staffId } : null;
  return staffId === null ? null : { kind, staffId };
}
