-- Signing in: limits that many processes share and that nobody can turn against the staff (A1, D03), and the second
-- factor (A2).

-- A key says who tried and from where as a keyed digest: neither an e-mail nor an address stands here.
alter table rate_limit add column closed_until double precision not null default 0;

-- Where somebody has logged in before, as a keyed digest of kind, e-mail and network. From there the limit on the whole
-- account does not count.
create table login_place (
  place bytea primary key check (length(place) = 32),
  used_at timestamptz not null
);

-- Who has a role that asks for it sets one up right after the password.
alter table role add column second_factor_required boolean not null default false;

create table staff_second_factor (
  staff_id bigint primary key references staff on delete cascade,
  -- AES-256-GCM under a key derived from the server's secret, bound to the account.
  secret bytea not null,
  set_up_at timestamptz not null,
  -- The last time step a code was taken for: a code works once (RFC 6238, 5.2).
  last_step bigint not null
);

-- A secret that was shown and not yet confirmed with a code.
create table staff_second_factor_draft (
  staff_id bigint primary key references staff on delete cascade,
  secret bytea not null,
  made_at timestamptz not null
);

create table staff_recovery_code (
  staff_id bigint not null references staff on delete cascade,
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

-- A password that was right, and a second step that is still to come: no session, and no right at all.
create table staff_sign_in (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  staff_id bigint not null references staff on delete cascade,
  step text not null check (step in ('code', 'set-up')),
  next text not null default '',
  -- The account as it was when the password was right: a change of it ends this too.
  staff_epoch bigint not null,
  created_at timestamptz not null
);
create index staff_sign_in_of on staff_sign_in (staff_id);

grant select, insert, update, delete on login_place, staff_second_factor, staff_second_factor_draft, staff_recovery_code, staff_sign_in to onbehalf_app;
