-- The record (E1, E2, E4). The row format is fixed from here on:
--   canonical = 'onbehalf/audit/v1' LF stream LF seq LF (hex of the previous row's hash, or '-') LF body
--   leaf      = SHA-256(0x00 || canonical)
-- body is canonical JSON. Personal data in it is sealed under the subject's (or, without one, the actor's) key, so that
-- erasing the key erases the data while every hash still holds (E7). The other columns are copies to search by.

create sequence audit_sequence;

create table audit_entry (
  -- Month of the stream's start: an assist session never straddles partitions.
  month date not null,
  -- The assist session, or an id of its own for an entry outside one.
  stream uuid not null,
  seq integer not null check (seq > 0),
  id bigint not null default nextval('audit_sequence'),
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  actor_id bigint,
  staff_group_id bigint,
  subject_id bigint,
  assist_session_id uuid,
  store_id smallint,
  action_group text not null,
  action text not null,
  object_type text,
  object_id text,
  result text not null check (result in ('done', 'refused', 'failed')),
  canonical bytea not null,
  prev_hash bytea,
  leaf bytea not null check (length(leaf) = 32),
  primary key (month, stream, seq)
) partition by range (month);

create index audit_at on audit_entry (at desc, id desc);
create index audit_actor on audit_entry (actor_id, at desc, id desc);
create index audit_subject on audit_entry (subject_id, at desc, id desc);
create index audit_group on audit_entry (action_group, at desc, id desc);
create index audit_actor_group on audit_entry (actor_id, action_group, at desc, id desc);
create index audit_action on audit_entry (action, at desc, id desc);
create index audit_store on audit_entry (store_id, at desc, id desc);
create index audit_not_done on audit_entry (result, at desc, id desc) where result <> 'done';
create index audit_object on audit_entry (object_type, object_id, at desc, id desc);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only' using errcode = 'insufficient_privilege';
end $$;

-- Runs with the owner's rights: the app may ask for a month's partition but can't create tables.
create function ensure_audit_partition(p_month date) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  first date := date_trunc('month', p_month)::date;
  part text := 'audit_entry_' || to_char(p_month, 'YYYY_MM');
begin
  if to_regclass(part) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('audit-partition'));
  if to_regclass(part) is not null then
    return;
  end if;
  execute format('create table %I partition of audit_entry for values from (%L) to (%L)', part, first, (first + interval '1 month')::date);
  -- Row triggers on the parent are cloned to partitions, the one on TRUNCATE is not: each gets both by name.
  execute format('create trigger append_only before update or delete on %I for each row execute function refuse_audit_change()', part);
  execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_audit_change()', part);
  execute format('alter table %I enable always trigger append_only', part);
  execute format('alter table %I enable always trigger no_truncate', part);
  execute format('grant select, insert on %I to onbehalf_app', part);
end $$;

create trigger no_truncate before truncate on audit_entry for each statement execute function refuse_audit_change();
alter table audit_entry enable always trigger no_truncate;

do $$
begin
  for n in -13..3 loop
    perform ensure_audit_partition((date_trunc('month', now() at time zone 'UTC') + make_interval(months => n))::date);
  end loop;
end $$;

create function audit_canonical(p_stream uuid, p_seq integer, p_prev bytea, p_body text) returns bytea
language sql immutable as $$
  select convert_to('onbehalf/audit/v1' || chr(10) || p_stream::text || chr(10) || p_seq::text || chr(10)
    || coalesce(encode(p_prev, 'hex'), '-') || chr(10) || p_body, 'UTF8')
$$;

create function audit_leaf(p_canonical bytea) returns bytea language sql immutable as $$
  select sha256('\x00'::bytea || p_canonical)
$$;

-- Writes one entry in the caller's transaction. With p_session it is chained to that assist session, whose row is
-- locked by it; an assist session that is over takes no further entry, so nothing can be done in it either (K03).
create function record_audit(p_session uuid, p_body text) returns bigint language plpgsql
  set search_path = public, pg_temp as $$
declare
  body jsonb := p_body::jsonb;
  v_stream uuid := p_session;
  v_seq integer := 1;
  v_prev bytea;
  v_month date := date_trunc('month', (body->>'at')::timestamptz at time zone 'UTC')::date;
  v_canonical bytea;
  v_leaf bytea;
  v_id bigint;
begin
  if p_session is null then
    v_stream := gen_random_uuid();
  else
    update assist_session s
       set last_seq = s.last_seq + 1,
           prev_hash = s.last_hash,
           last_hash = audit_leaf(audit_canonical(s.id, s.last_seq + 1, s.last_hash, p_body))
     where s.id = p_session and s.ended_at is null
    returning s.last_seq, s.prev_hash, s.last_hash, date_trunc('month', s.started_at at time zone 'UTC')::date
      into v_seq, v_prev, v_leaf, v_month;
    if not found then
      raise exception 'assist session % is over', p_session using errcode = 'OB001';
    end if;
  end if;
  v_canonical := audit_canonical(v_stream, v_seq, v_prev, p_body);
  insert into audit_entry (month, stream, seq, at, actor_id, staff_group_id, subject_id, assist_session_id, store_id,
      action_group, action, object_type, object_id, result, canonical, prev_hash, leaf)
  values (v_month, v_stream, v_seq, (body->>'at')::timestamptz, (body->'actor'->>'id')::bigint,
      (body->'actor'->>'groupId')::bigint, (body->>'subject')::bigint, (body->>'assistSession')::uuid,
      (body->>'store')::smallint, body->>'action_group', body->>'action', body->'object'->>'type', body->'object'->>'id',
      body->>'result', v_canonical, v_prev, coalesce(v_leaf, audit_leaf(v_canonical)))
  returning id into v_id;
  return v_id;
end $$;

-- One view row per object, session and five minutes (E1): the mark decides, the entry follows in the same transaction.
create table audit_view_mark (
  session_id uuid not null,
  object text not null,
  bucket bigint not null,
  primary key (session_id, object, bucket)
);

grant select, insert on audit_entry to onbehalf_app;
grant usage on sequence audit_sequence to onbehalf_app;
grant select, insert, delete on audit_view_mark to onbehalf_app;
revoke execute on function ensure_audit_partition(date) from public;
grant execute on function ensure_audit_partition(date) to onbehalf_app;
