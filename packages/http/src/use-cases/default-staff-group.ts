import { staffGroupNamed, type StaffGroupSaved, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import type { Arrived } from '../arrived.ts';
import { actorOfRequest } from '../present/actor.ts';
import type { SettingChange } from './save-settings.ts';

const PATH = 'staff/group/default';

/** The setting names a group by its name: one that is renamed stays the default (A4). True: the setting was moved along. */
export async function followDefaultGroup(unit: Unit, request: Arrived, { before, after }: StaffGroupSaved): Promise<boolean> {
  if (before === null || before.name === after.name || before.name.toLowerCase() !== request.settings.get(PATH).trim().toLowerCase()) return false;
  await unit.query(
    `insert into setting_value (path, scope, scope_id, value, changed_at, changed_by) values ($1, 'default', 0, to_jsonb($2::text), $3, $4::bigint)
     on conflict (path, scope, scope_id) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [PATH, after.name, request.now, actorOfRequest(request).actor.id],
  );
  return true;
}

/** Only a group that is there can be the default. */
export async function defaultGroupRefusals(unit: Unit, changes: readonly SettingChange[]): Promise<Refusal[]> {
  const change = changes.find(({ path }) => path === PATH);
  if (change === undefined || (await staffGroupNamed(unit, change.after)) !== null) return [];
  return [{ code: 'staff-group-not-found', field: PATH }];
}
