import { record, peopleOf, type Unit } from '@onbehalf/assist';
import type { CommissionEntry, Refusal, Result } from '@onbehalf/core';
import { addCommissionLines, holdOrder, setOwner, type HeldOrder } from '@onbehalf/shop';
import type { Arrived } from '../../arrived.ts';

interface Reassigning {
  unit: Unit;
  request: Pick<Arrived, 'caller' | 'origin' | 'now'>;
}

/**
 * D6: gives orders to another member of staff, each with the commission that stands on it, by a pair of ledger lines per
 * state, and an entry each. Gives how many changed hands; all of them or none.
 */
export async function reassignOrders({ unit, request }: Reassigning, { numbers, staffId }: { numbers: readonly string[]; staffId: string }): Promise<Result<number, Refusal[]>> {
  if (numbers.length === 0) return { ok: false, error: [{ code: 'orders-not-chosen' }] };
  const to = await staffNamed(unit, staffId);
  if (to === null) return { ok: false, error: [{ code: 'staff-not-chosen', field: 'to' }] };
  let moved = 0;
  // In the order of their numbers, so that two who reassign the same ones never wait for each other in a circle.
  for (const number of [...new Set(numbers)].toSorted()) {
    const held = await holdOrder(unit, number);
    if (!held.ok) return { ok: false, error: [held.error] };
    if (held.value.owner?.id === to.id) continue;
    await move({ unit, request }, held.value, to);
    moved += 1;
  }
  return { ok: true, value: moved };
}

async function move({ unit, request }: Reassigning, held: HeldOrder, to: { id: string; name: string }): Promise<void> {
  const { pending, earned } = held.commission;
  const { now } = request;
  await setOwner(unit, held.id, to);
  if (held.owner !== null) {
    await addCommissionLines(unit, { orderId: held.id, staff: held.owner, entries: standing(-pending, -earned), now });
    await addCommissionLines(unit, { orderId: held.id, staff: to, entries: standing(pending, earned), now });
  }
  await record(unit, { people: peopleOf(request.caller), origin: request.origin, now }, {
    group: 'order', action: 'reassign', object: { type: 'order', id: held.number },
    detail: { before: held.owner?.id ?? null, after: to.id, commission: pending + earned },
  });
}

function standing(pending: bigint, earned: bigint): CommissionEntry[] {
  const lines: CommissionEntry[] = [{ state: 'pending', kind: 'reassigned', minor: pending }, { state: 'earned', kind: 'reassigned', minor: earned }];
  return lines.filter(({ minor }) => minor !== 0n);
}

async function staffNamed(unit: Unit, id: string): Promise<{ id: string; name: string } | null> {
  if (!/^[1-9][0-9]{0,17}$/.test(id)) return null;
  const [row] = await unit.query<{ id: string; name: string }>(`select id::text as id, first_name || ' ' || last_name as name from staff where id = $1::bigint and active`, [id]);
  return row ?? null;
}
