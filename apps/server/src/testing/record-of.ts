import type { DemoShop } from './demo-shop.ts';

/** One entry of the record, as far as it can be read without a key. */
export interface RecordedEntry {
  action: string;
  result: string;
  codes: string[];
  actor: string | null;
  subject: string | null;
  object: string | null;
  session: string | null;
  detail: Record<string, unknown> | null;
}

/** The newest entries that name a customer as subject or object, newest first. */
export function recordOf(shop: DemoShop, customerId: string, limit = 5): Promise<RecordedEntry[]> {
  return shop.rows<RecordedEntry>(
    `select e.action_group || '.' || e.action as action, e.result, a.email as actor, e.subject_id::text as subject, e.object_type || ' ' || e.object_id as object, e.assist_session_id::text as session,
       array(select jsonb_array_elements_text(b.body->'codes')) as codes, b.body->'detail' as detail
     from audit_entry e left join staff a on a.id = e.actor_id, lateral (select split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb as body) b
     where e.subject_id = $1 or (e.object_type = 'customer' and e.object_id = $1::text) order by e.id desc limit $2`,
    [customerId, limit],
  );
}
