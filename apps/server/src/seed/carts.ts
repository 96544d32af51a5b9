import type { Unit } from '@onbehalf/assist';
import { createRandom } from '../../demo/content/random.ts';
import type { Catalogue } from './catalogue.ts';
import type { SeededCustomer } from './customers.ts';
import { insertRows, need } from './insert-rows.ts';
import type { SeedFrame } from './seed-frame.ts';
import { idAt } from './visits.ts';

const HOUR_MS = 3_600_000;

/** Carts that somebody left: who with, how many hours ago, and what is in them. None is one of the named four's. */
const LEFT = [
  { whose: { assignedTo: 'sarah.johnson@staff.example', nth: 6 }, hours: 2, lines: [['SKU-1042', 4], ['SKU-1045', 2]] },
  { whose: { assignedTo: 'sarah.johnson@staff.example', nth: 11 }, hours: 27, lines: [['SKU-1021', 12], ['SKU-1031', 6], ['SKU-1024', 2]] },
  { whose: { assignedTo: 'hannah.weissgerber@staff.example', nth: 2 }, hours: 5, lines: [['SKU-1040', 1], ['SKU-1043', 8]] },
  { whose: { assignedTo: 'iker.mendoza@staff.example', nth: 1 }, hours: 51, lines: [['SKU-1013', 3]] },
] as const;

export async function seedCarts(unit: Unit, { frame, catalogue, customers }: { frame: SeedFrame; catalogue: Catalogue; customers: readonly SeededCustomer[] }): Promise<void> {
  const random = createRandom(3_011);
  const carts = LEFT.map(({ whose, hours, lines }) => {
    const customer = customers.filter(({ content }) => content.assignedTo === whose.assignedTo && content.status === 'active')[whose.nth];
    if (customer === undefined) throw new Error(`${whose.assignedTo} has no customer ${whose.nth}`);
    const at = new Date(frame.now.getTime() - hours * HOUR_MS);
    return { id: idAt(at, random), customer, at, lines: lines.map(([sku, quantity], index) => ({ id: idAt(at, random), sku, quantity, position: index + 1 })) };
  });
  await insertRows(unit, {
    into: 'cart',
    columns: 'id uuid, customer_id bigint, store_id smallint, version integer, created_at timestamptz, changed_at timestamptz',
    rows: carts.map(({ id, customer, at, lines }) => ({ id, customer_id: customer.id, store_id: need(frame.stores, customer.content.store).id, version: lines.length, created_at: at, changed_at: at })),
  });
  await insertRows(unit, {
    into: 'cart_line',
    columns: 'id uuid, cart_id uuid, position integer, product_id bigint, quantity integer',
    rows: carts.flatMap((cart) => cart.lines.map(({ sku, ...line }) => ({ ...line, cart_id: cart.id, product_id: need(catalogue.products, sku) }))),
  });
}
