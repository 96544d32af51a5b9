import type { CustomerNoteKind } from '@onbehalf/core';
import type { Unit } from '../ports.ts';

export interface CustomerNote {
  id: string;
  kind: CustomerNoteKind;
  at: Date;
  staffName: string;
  /** Written while the author was in the customer's account (D7). */
  fromInside: boolean;
  text: string;
}

export interface NewNote {
  customerId: string;
  kind: CustomerNoteKind;
  at: Date;
  staff: { id: string; name: string };
  assistSessionId: string | null;
  text: string;
}

/** Adds a note; gives its id. */
export async function addNote(unit: Unit, { customerId, kind, at, staff, assistSessionId, text }: NewNote): Promise<string> {
  const [row] = await unit.query<{ id: string }>(
    `insert into customer_note (customer_id, kind, at, staff_id, staff_name, assist_session_id, text) values ($1, $2, $3, $4, $5, $6, $7) returning id::text as id`,
    [customerId, kind, at, staff.id, staff.name, assistSessionId, text],
  );
  return row?.id ?? '';
}

/** What staff wrote about a customer, newest first. */
export function notesOf(unit: Unit, { customerId, limit }: { customerId: string; limit: number }): Promise<CustomerNote[]> {
  return unit.named<CustomerNote>(
    'customer-notes',
    `select id::text as id, kind, at, staff_name as "staffName", assist_session_id is not null as "fromInside", text
       from customer_note where customer_id = $1::bigint order by at desc, id desc limit $2`,
    [customerId, limit],
  );
}
