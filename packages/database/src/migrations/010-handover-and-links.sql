-- The way into a customer from another origin (B3), and by a link in a mail (B18). Opaque tokens, SHA-256 at rest.

-- One hand-over: begun by a checked POST in the portal, minted for one browser, used once. Its id is no secret, its token is.
create table handoff (
  id uuid primary key,
  staff_session_id uuid not null references staff_session,
  actor_id bigint not null references staff,
  customer_id bigint not null references customer,
  store_id smallint not null references store,
  -- What the actor was asked and answered in the portal (B7, B11).
  reason text not null default '',
  reference text not null default '',
  switch boolean not null,
  confirmed boolean not null,
  next text not null default '',
  return_to text not null default '/staff',
  created_at timestamptz not null,
  -- Null until the store's browser has said which one it is.
  token_hash bytea unique check (length(token_hash) = 32),
  nonce_hash bytea check (length(nonce_hash) = 32),
  -- By the database's clock, as every look at it.
  expires_at timestamptz not null,
  used_at timestamptz,
  superseded_at timestamptz,
  check ((token_hash is null) = (nonce_hash is null)),
  check (used_at is null or token_hash is not null),
  check (used_at is null or superseded_at is null)
);
-- A new one takes the place of an open one (T14).
create unique index handoff_one_open on handoff (actor_id) where used_at is null and superseded_at is null;
create index handoff_old on handoff (created_at);

-- One link: for one member of staff into one customer. The token is made when the mail is sent (D5).
create table login_link (
  id uuid primary key,
  actor_id bigint not null references staff,
  customer_id bigint not null references customer,
  made_by bigint not null references staff,
  -- The address it went to: a change of the account's address closes the link (E07).
  recipient text not null,
  created_at timestamptz not null,
  token_hash bytea unique check (length(token_hash) = 32),
  expires_at timestamptz,
  used_at timestamptz,
  check ((token_hash is null) = (expires_at is null)),
  check (used_at is null or token_hash is not null)
);
create index login_link_old on login_link (created_at);

grant select, insert, update, delete on handoff, login_link to onbehalf_app;
