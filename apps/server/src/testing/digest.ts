import type { DemoShop } from './demo-shop.ts';

// Who looks and how often is written down, and who was refused too. Everything else has to stay as it is.
const MAY_CHANGE = /^(audit_.*|suspicion|login_.*|.*_session)$/;

/** A digest of every table, but for what a refused request may leave: equal before and after where nothing was done. */
export async function digestOf(shop: DemoShop): Promise<Record<string, string>> {
  const tables = await shop.rows<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    if (MAY_CHANGE.test(name)) continue;
    const [row] = await shop.rows<{ digest: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest from "${name}" t`);
    found[name] = row?.digest ?? '';
  }
  // What runs out is ended by a job, whenever it comes by.
  for (const name of ['assist_session', 'staff_session', 'customer_session']) {
    const [row] = await shop.rows<{ digest: string }>(`select count(*) || ' ' || count(*) filter (where ended_at is null or end_reason in ('idle', 'hard-limit')) as digest from "${name}"`);
    found[name] = row?.digest ?? '';
  }
  return found;
}
