import type { Unit } from '@onbehalf/assist/ports';
import type { DocumentAuthor } from './record-document.ts';

export async function markCancelled(unit: Unit, orderId: string): Promise<void> {
  await unit.query(`update purchase set status = 'cancelled' where id = $1::bigint`, [orderId]);
}

export interface NewComment {
  orderId: string;
  visibility: 'private' | 'public';
  text: string;
  author: DocumentAuthor;
  now: Date;
}

export async function addOrderComment(unit: Unit, { orderId, visibility, text, author, now }: NewComment): Promise<void> {
  await unit.query(
    'insert into purchase_comment (purchase_id, at, visibility, text, actor_id, actor_name) values ($1::bigint, $2, $3, $4, $5::bigint, $6)',
    [orderId, now, visibility, text, author.id, author.name],
  );
}

export async function setOwner(unit: Unit, orderId: string, owner: DocumentAuthor): Promise<void> {
  await unit.query('update purchase set owner_staff_id = $2::bigint, owner_staff_name = $3 where id = $1::bigint', [orderId, owner.id, owner.name]);
}

/** Marks an invoice paid; false where it was already. */
export async function markPaid(unit: Unit, { invoiceId, at, by, reference }: { invoiceId: string; at: Date; by: string; reference: string }): Promise<boolean> {
  const rows = await unit.query(
    `update sales_document set paid_at = $2, paid_by = $3, payment_reference = $4 where id = $1::bigint and kind = 'invoice' and paid_at is null returning id`,
    [invoiceId, at, by, reference],
  );
  return rows.length === 1;
}
