import type { Unit } from '@onbehalf/assist/ports';

const SET = 'update customer set newsletter = $2::boolean where id = $1::bigint and newsletter <> $2::boolean returning 1 as one';

/** Subscribes or unsubscribes; `changed` is false where it was so already. */
export async function setNewsletter(unit: Unit, customerId: string, subscribed: boolean): Promise<{ changed: boolean }> {
  const rows = await unit.query<{ one: number }>(SET, [customerId, subscribed]);
  return { changed: rows.length > 0 };
}
