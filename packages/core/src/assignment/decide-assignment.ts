import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';

/** One member of staff of a customer. Of a customer's, exactly one is the primary one (A5). */
export interface Assigned {
  readonly staffId: string;
  readonly isPrimary: boolean;
}

/** What is asked for. `none` takes one member of staff away, or with null everybody. */
export type AssignmentChange =
  | { readonly kind: 'primary' | 'further'; readonly staffId: string }
  | { readonly kind: 'none'; readonly staffId: string | null };

/**
 * Who is assigned after a change; `now` has the primary one first and the others as long as they have been there.
 * `multiple` is "Can customer have multiple staff". No: a new primary one replaces everybody. Yes: the old one stays as
 * a further one, and when the primary one goes the further one of longest standing follows.
 */
export function decideAssignment(now: readonly Assigned[], change: AssignmentChange, multiple: boolean): Result<readonly Assigned[], Refusal> {
  if (change.kind === 'none') return withoutStaff(now, change.staffId, multiple);
  const { kind, staffId } = change;
  const already = now.find((one) => one.staffId === staffId);
  if (kind === 'further' && !multiple) return err({ code: 'assignment-one-only', field: 'kind' });
  if (already !== undefined && (kind === 'further' || already.isPrimary)) return err({ code: 'assignment-exists', field: 'staff' });
  const others = multiple ? now.filter((one) => one.staffId !== staffId) : [];
  if (kind === 'further' && others.length > 0) return ok([...others, { staffId, isPrimary: false }]);
  return ok([{ staffId, isPrimary: true }, ...others.map((one) => ({ ...one, isPrimary: false }))]);
}

function withoutStaff(now: readonly Assigned[], staffId: string | null, multiple: boolean): Result<readonly Assigned[], Refusal> {
  const gone = now.filter((one) => staffId === null || one.staffId === staffId);
  if (gone.length === 0) return err({ code: 'assignment-missing', field: 'staff' });
  const rest = now.filter((one) => !gone.includes(one));
  if (!gone.some(({ isPrimary }) => isPrimary)) return ok(rest);
  // Where there is one only, nobody who didn't count before comes to count by another's going.
  return ok(multiple ? rest.map((one, index) => ({ ...one, isPrimary: index === 0 })) : []);
}

/** Who assigns; `seesAll`: may enter every customer without being assigned. */
export interface Assigner {
  readonly id: string;
  readonly seesAll: boolean;
}

/** F2, P11: nobody gives himself customers, a colleague's by standing in for him either, who couldn't enter them anyway. */
export const ownAssignmentRefusal = ({ id, seesAll }: Assigner, staffId: string | null, field: 'staff' | 'deputy'): Refusal | null =>
  staffId === id && !seesAll ? { code: 'assignment-own', field } : null;

/** From the beginning of a moment up to, but not including, another; in milliseconds. */
export interface Standing {
  readonly begins: number;
  readonly ends: number;
  /** Whether the absent colleague is the customer's primary one. */
  readonly isPrimary: boolean;
}

/** Whether a lead opens an account as the group's (A4, A5); null: it is nobody's of a group of theirs. */
export const assignedByGroup = (ofGroup: boolean | null, { multiple }: { multiple: boolean }): boolean => ofGroup === true || (ofGroup === false && multiple);

/** Whether somebody opens an account otherwise than as its primary one: as a further one, or as today's deputy (A5). */
export function assignedFurther(own: boolean | null, standsIn: readonly Standing[], { multiple, now }: { multiple: boolean; now: number }): boolean {
  if (own === false && multiple) return true;
  return standsIn.some(({ begins, ends, isPrimary }) => begins <= now && now < ends && (isPrimary || multiple));
}
