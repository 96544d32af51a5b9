import type { CommissionEntry } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';

export interface CommissionLines {
  orderId: string;
  staff: { id: string; name: string };
  entries: readonly CommissionEntry[];
  now: Date;
  documentId?: string;
}

const INSERT = `
insert into commission_line (purchase_id, staff_id, staff_name, at, kind, state, amount, document_id)
select $1::bigint, $2::bigint, $3, $4, e.kind, e.state, e.amount, $6::bigint
  from jsonb_to_recordset($5::jsonb) as e (kind text, state text, amount bigint)`;

/** Adds lines to the ledger (D4). */
export async function addCommissionLines(unit: Unit, { orderId, staff, entries, now, documentId }: CommissionLines): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ kind, state, minor }) => ({ kind, state, amount: String(minor) }));
  await unit.query(INSERT, [orderId, staff.id, staff.name, now, JSON.stringify(rows), documentId ?? null]);
}
