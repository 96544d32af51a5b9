import type { Unit } from '@onbehalf/assist';
import {
  formatSetting, parseSetting, parseSettingScope, sessionLimitRefusals, settingDefinition, settingsReader,
  type Refusal, type Result, type SettingPath, type SettingRow,
} from '@onbehalf/core';
import { emailsOnTwoWebsites } from '@onbehalf/shop';
import { unclosable } from '../route.ts';
import type { ConfigScope } from '../present/settings-scope.ts';
import { defaultGroupRefusals } from './default-staff-group.ts';

/** A stored value with who set it. */
export interface StoredSetting extends SettingRow {
  changedAt: Date;
  /** Null where that person is no longer there. */
  changedBy: string | null;
}

/** One field of the form, as it was sent. */
export interface TypedSetting {
  path: string;
  /** Undefined: only "Use parent value" was sent. */
  value: string | string[] | undefined;
  inherit: boolean;
}

export interface SettingChange {
  path: SettingPath;
  /** In force before and after, as text. */
  before: string;
  after: string;
  /** What is stored from now on; null: the parent's value applies. */
  stored: string | null;
}

const STORED_SQL = `
select v.path, v.scope, v.scope_id::integer as "scopeId", v.value, v.changed_at as "changedAt", a.first_name || ' ' || a.last_name as "changedBy"
  from setting_value v left join staff a on a.id = v.changed_by`;

export function storedSettings(unit: Unit): Promise<StoredSetting[]> {
  return unit.named('stored-settings', STORED_SQL, []);
}

export interface SaveCommand {
  at: ConfigScope;
  typed: readonly TypedSetting[];
  websiteIds: readonly number[];
  now: Date;
  actorId: string;
}

/** Writes what differs, all of it or nothing; the refusals name every field that can't be taken (F1). */
export async function saveSettings(unit: Unit, command: SaveCommand): Promise<Result<SettingChange[], Refusal[]>> {
  // One save after the other: what two of them leave together has to fit as well.
  await unit.query('select epoch from setting_epoch for update');
  const stored = await storedSettings(unit);
  const decided = decideSettings(stored, command);
  if (!decided.ok) return decided;
  const standing = await sharingRefusals(unit, decided.value);
  if (standing.length > 0) return { ok: false, error: standing };
  const unknown = await defaultGroupRefusals(unit, decided.value);
  if (unknown.length > 0) return { ok: false, error: unknown };
  const open = handleRefusals(decided.value);
  if (open.length > 0) return { ok: false, error: open };
  for (const change of decided.value) await write(unit, command, change);
  return decided;
}

/** What a save would change, or every reason why not. No I/O. */
export function decideSettings(stored: readonly SettingRow[], { at, typed, websiteIds }: Pick<SaveCommand, 'at' | 'typed' | 'websiteIds'>): Result<SettingChange[], Refusal[]> {
  const outcomes = typed.map((one) => changeOf(stored, at, one));
  const changes = outcomes.flatMap((outcome) => (outcome.ok && outcome.value !== null ? [outcome.value] : []));
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
  refusals.push(...limitRefusals(after(stored, at, changes), changes, websiteIds));
  return refusals.length > 0 ? { ok: false, error: refusals } : { ok: true, value: changes };
}

// G2: one address, one account. The lock above and the trigger of migration 009 keep it so from here on.
async function sharingRefusals(unit: Unit, changes: readonly SettingChange[]): Promise<Refusal[]> {
  const shares = changes.some((change) => change.path === 'customer/share' && change.after === 'global');
  const count = shares ? await emailsOnTwoWebsites(unit) : 0;
  return count === 0 ? [] : [{ code: 'accounts-not-shareable', field: 'customer/share', facts: { count } }];
}

// B15: a handle that is none, or that stays open whatever is set, would close nothing, and nobody would notice.
function handleRefusals(changes: readonly SettingChange[]): Refusal[] {
  const field = 'assist/restricted_handles';
  const typed = changes.find(({ path }) => path === field)?.stored?.split(' ').filter((handle) => handle !== '') ?? [];
  return (['handle-unknown', 'handle-always-open'] as const).flatMap((code) => {
    const found = typed.filter((handle) => unclosable(handle) === code);
    return found.length === 0 ? [] : [{ code, field, facts: { handles: found.join(', ') } }];
  });
}

function changeOf(stored: readonly SettingRow[], at: ConfigScope, { path: asked, value, inherit }: TypedSetting): Result<SettingChange | null, Refusal> {
  const known = parseSettingScope(asked, at.scope);
  if (!known.ok) return known;
  const path = known.value;
  if (!settingDefinition(path).live) return { ok: false, error: { code: 'setting-unknown', field: path } };
  const own = stored.find((row) => row.path === path && isAt(row, at));
  const above = formatSetting(path, settingsReader(stored.filter((row) => !isAt(row, at))).get(path, at.parent));
  const before = own === undefined ? above : formatSetting(path, settingsReader(stored).get(path, at.place));
  if (inherit && (own !== undefined || value === undefined)) return { ok: true, value: own === undefined ? null : { path, before, after: above, stored: null } };
  if (value === undefined) return { ok: true, value: null };
  const parsed = parseSetting(path, normal(value));
  if (!parsed.ok) return parsed;
  const text = formatSetting(path, parsed.value);
  const change = { ok: true, value: { path, before, after: text, stored: text } } as const;
  // Nothing of its own so far: "Use parent value" still ticked beside another value means the value. Unticked beside the
  // same one it is pinned, where there is a parent scope to part from.
  if (own === undefined) return text === above && (inherit || at.scope === 'default') ? { ok: true, value: null } : change;
  return text === before ? { ok: true, value: null } : change;
}

function isAt(row: SettingRow, { scope, id }: ConfigScope): boolean {
  return row.scope === scope && row.scopeId === id;
}

// A form sends line breaks as CR LF (HTML).
function normal(value: string | string[]): string | string[] {
  return Array.isArray(value) ? value : value.replaceAll('\r\n', '\n');
}

function after(stored: readonly SettingRow[], { scope, id }: ConfigScope, changes: readonly SettingChange[]): SettingRow[] {
  const changed = new Set<string>(changes.map((change) => change.path));
  const kept = stored.filter((row) => !(row.scope === scope && row.scopeId === id && changed.has(row.path)));
  return [...kept, ...changes.flatMap(({ path, stored: value }) => (value === null ? [] : [{ path, scope, scopeId: id, value }]))];
}

const LIFETIME = 'staff/session/lifetime';
const LONGEST = 'assist/session/max_lifetime';

/** B8 on every website, shown at the field that was changed. */
function limitRefusals(rows: readonly SettingRow[], changes: readonly SettingChange[], websiteIds: readonly number[]): Refusal[] {
  const changed = changes.map((change) => change.path).filter((path) => path === LIFETIME || path === LONGEST);
  if (changed.length === 0) return [];
  const reader = settingsReader(rows);
  const places = [{}, ...websiteIds.map((websiteId) => ({ websiteId }))];
  const found = places.flatMap((place) => sessionLimitRefusals({ lifetime: reader.get(LIFETIME), maxLifetime: reader.get(LONGEST, place) }));
  const field = changed.includes(LONGEST) ? LONGEST : LIFETIME;
  return found.slice(0, 1).map((refusal) => ({ ...refusal, field }));
}

async function write(unit: Unit, { at, now, actorId }: SaveCommand, { path, stored }: SettingChange): Promise<void> {
  if (stored === null) {
    await unit.query('delete from setting_value where path = $1 and scope = $2 and scope_id = $3', [path, at.scope, at.id]);
    return;
  }
  await unit.query(
    `insert into setting_value (path, scope, scope_id, value, changed_at, changed_by) values ($1, $2, $3, to_jsonb($4::text), $5, $6)
     on conflict (path, scope, scope_id) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [path, at.scope, at.id, stored, now, actorId],
  );
}

/** The fields of a form: `value:{path}`, which may repeat, and `inherit:{path}`. `shown` are the settings the form was made of. */
export function typedSettings(form: Readonly<Record<string, unknown>>, shown: readonly SettingPath[]): TypedSetting[] {
  const sent = new Set(Object.keys(form).flatMap((name) => /^(?:value|inherit):(.+)$/.exec(name)?.[1] ?? []));
  const typed = [...sent].map((path) => ({ path, value: valueOf(form[`value:${path}`]), inherit: form[`inherit:${path}`] !== undefined }));
  return [...typed, ...emptied(sent, shown).map((path) => ({ path, value: [], inherit: false }))];
}

// Tick boxes that are all empty send nothing. Where the rest of the form has come, that is an empty list.
function emptied(sent: ReadonlySet<string>, shown: readonly SettingPath[]): SettingPath[] {
  const boxes = shown.filter(isTickBoxes);
  const isWhole = shown.every((path) => boxes.includes(path) || sent.has(path));
  return isWhole ? boxes.filter((path) => !sent.has(path)) : [];
}

function isTickBoxes(path: SettingPath): boolean {
  const definition = settingDefinition(path);
  return definition.type === 'list' && definition.options !== undefined;
}

function valueOf(sent: unknown): TypedSetting['value'] {
  if (typeof sent === 'string') return sent;
  return Array.isArray(sent) ? sent.filter((one) => typeof one === 'string') : undefined;
}
