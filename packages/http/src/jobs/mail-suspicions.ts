import type { Unit } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import type { Deps } from '../deps.ts';
import { queueMails } from './mail-outbox.ts';

interface NewsRow {
  id: string;
  readers: { id: string; email: string; language: string }[] | null;
}

// Each is taken by one process (skip locked), in the transaction that queues its mails.
const NEWS_SQL = `
update suspicion s set mailed_at = $1
 where s.id in (select id from suspicion where mailed_at is null order by id limit 50 for update skip locked)
returning s.id::text as id, (select jsonb_agg(jsonb_build_object('id', a.id::text, 'email', a.email, 'language', a.language))
  from staff a join role r on r.id = a.role_id
 where a.active and a.id <> s.actor_id
   and (r.resources_mode = 'all' or exists (select 1 from role_resource x where x.role_id = r.id and x.resource = $2))) as readers`;

/** E6: whoever may read the log is told of an unusual start; never the one it is about. */
export async function mailSuspicions(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction(async (unit: Unit) => {
    const news = await unit.query<NewsRow>(NEWS_SQL, [now, RESOURCE.actionLogs]);
    const mails = news.flatMap(({ id, readers }) =>
      (readers ?? []).map(({ id: reader, email, language }) => ({
        id: deps.random.uuid(), template: 'suspicious-activity' as const, params: { suspicion: id }, locale: language, recipient: email,
        actorId: reader, subjectId: null, assistSessionId: null,
      })));
    await queueMails(unit, mails, now);
  });
}
