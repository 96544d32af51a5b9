/** Who is behind a request that no member of staff makes: a customer alone, or nobody. One named statement each, as for {@link lookUpContext}. */
import { settingsReader, type SettingsReader } from '@onbehalf/core';
import type { Caller } from '../caller.ts';
import type { Store, Unit } from '../ports.ts';
import { SETTINGS_JSON, STORE_JSON, SUBJECT_ALONE_COLUMNS, subjectOf, type RequestColumns, type SettingRow, type SubjectColumns } from './rows.ts';

const CUSTOMER_SQL = `
select s.id as session_id, s.ended_at, ${SUBJECT_ALONE_COLUMNS},
  ${STORE_JSON} as store, ${SETTINGS_JSON} as settings
from shop_port.customer_session s
join shop_port.customer c on c.id = s.customer_id left join consent con on con.customer_id = c.id and con.superseded_at is null
join shop_port.store st on st.id = s.store_id join shop_port.website w on w.id = st.website_id
where s.token_hash = $1 and s.ended_at is null`;

interface CustomerRow extends SubjectColumns {
  session_id: string;
  store: Store;
  settings: SettingRow[];
}

export interface CustomerLookUp {
  caller: Extract<Caller, { kind: 'customer' }>;
  /** The account was closed to the customer since: nobody is logged in. */
  isBarred: boolean;
  settings: SettingsReader;
}

/** The customer's own session; null once it is over. */
export async function lookUpCustomer(unit: Unit, { hash }: { hash: Buffer }): Promise<CustomerLookUp | null> {
  const [row] = await unit.named<CustomerRow>('look-up-customer', CUSTOMER_SQL, [hash]);
  if (row === undefined) return null;
  const caller = { kind: 'customer', sessionId: row.session_id, subject: subjectOf(row), store: row.store } as const;
  return { caller, isBarred: row.subject_status !== 'active', settings: settingsReader(row.settings) };
}

/** Settings alone, for a request nobody is behind. */
export async function lookUpSettings(unit: Unit): Promise<SettingsReader> {
  const [row] = await unit.named<Pick<RequestColumns, 'settings'>>('look-up-settings', `select ${SETTINGS_JSON} as settings`, []);
  return settingsReader(row?.settings ?? []);
}
