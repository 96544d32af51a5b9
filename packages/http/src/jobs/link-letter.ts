import { issueLinkToken, lookUpSettings } from '@onbehalf/assist';
import type { Mails } from '@onbehalf/web';
import type { Writing } from './writing.ts';

interface LinkRow {
  name: string;
  customer: string;
  maker: string | null;
}

const LINK_SQL = `
select a.first_name || ' ' || a.last_name as name, c.first_name || ' ' || c.last_name as customer,
  case when m.id = a.id then null else m.first_name || ' ' || m.last_name end as maker
  from login_link l join staff a on a.id = l.actor_id join staff m on m.id = l.made_by join customer c on c.id = l.customer_id where l.id = $1`;

/** B18: its token is made here, and its time begins. */
export async function loginLink({ deps, unit, row, store }: Writing): Promise<Mails['login-link']> {
  const id = row.params['link'] ?? '';
  const [found] = await unit.query<LinkRow>(LINK_SQL, [id]);
  const issued = await issueLinkToken(unit, { id, settings: await lookUpSettings(unit), random: deps.random });
  if (found === undefined || issued === null) throw new Error(`A mail with login link ${id}, which is not there`);
  return { shopName: store.name, ...found, url: `${deps.config.staffOrigin}/staff/link?token=${issued.token}`, minutes: Math.max(1, Math.floor(issued.seconds / 60)) };
}
