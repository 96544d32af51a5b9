-- Opaque tokens only: SHA-256 of the exact string at rest. Three kinds of session that never stand in for each other (B2).

create table staff_session (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  staff_id bigint not null references staff,
  -- A browser's cookie or a bearer token of the API (H1).
  kind text not null check (kind in ('browser', 'api')),
  created_at timestamptz not null,
  -- Of the actor's own requests, in the portal or in a context; polling never counts (B8).
  last_used_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  ip text not null default '',
  user_agent text not null default '',
  check ((ended_at is null) = (end_reason is null))
) with (fillfactor = 80);
create index staff_session_of on staff_session (staff_id) where ended_at is null;
create index staff_session_idle on staff_session (last_used_at) where ended_at is null;

create table customer_session (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  customer_id bigint not null references customer,
  store_id smallint not null references store,
  kind text not null check (kind in ('browser', 'api')),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  check ((ended_at is null) = (end_reason is null))
) with (fillfactor = 80);
create index customer_session_of on customer_session (customer_id) where ended_at is null;

-- The customer context a member of staff is in. Holds no staff credential: only the id of the session it began from.
create table assist_session (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  kind text not null check (kind in ('browser', 'api')),
  staff_session_id uuid not null references staff_session,
  actor_id bigint not null references staff,
  subject_id bigint not null references customer,
  store_id smallint not null references store,
  mode text not null check (mode in ('view', 'shop', 'full')),
  reason text not null default '',
  reference text not null default '',
  -- Names as they were, for the order and the log's reader.
  actor_name text not null,
  subject_name text not null,
  staff_group_id bigint not null references staff_group,
  return_to text not null default '/staff',
  cart_on_entry jsonb,
  started_at timestamptz not null,
  hard_limit_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  -- Head of the session's chain in the record (E4).
  last_seq integer not null default 0,
  prev_hash bytea,
  last_hash bytea,
  check ((ended_at is null) = (end_reason is null)),
  check (hard_limit_at > started_at)
) with (fillfactor = 70);
-- One customer at a time per actor, guaranteed here and nowhere else (B7, S12).
create unique index assist_session_one_live on assist_session (actor_id) where ended_at is null;
create index assist_session_inside on assist_session (subject_id) where ended_at is null;
create index assist_session_of_actor on assist_session (actor_id, started_at desc);
create index assist_session_of_staff_session on assist_session (staff_session_id) where ended_at is null;

grant select, insert, update on staff_session, customer_session, assist_session to onbehalf_app;
