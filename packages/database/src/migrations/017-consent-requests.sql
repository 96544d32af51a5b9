-- Consent asked for one occasion (B10). Secrets are made when the mail is sent and kept as hashes; nobody of the staff ever sees one.
create table consent_request (
  id uuid primary key,
  customer_id bigint not null references customer on delete cascade,
  website_id smallint not null references website,
  store_id smallint not null references store,
  actor_id bigint not null references staff,
  actor_name text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  token_hash bytea unique check (length(token_hash) = 32),
  -- Keyed: six digits alone could be tried out.
  code_hash bytea check (length(code_hash) = 32),
  code_made_at timestamptz,
  tries smallint not null default 0 check (tries between 0 and 5),
  answered_at timestamptz,
  answer text check (answer in ('approved', 'declined', 'replaced')),
  way text check (way in ('link', 'code', 'account')),
  check ((answered_at is null) = (answer is null))
);
-- One open request of an actor to a customer: asking again replaces it.
create unique index consent_request_open on consent_request (customer_id, actor_id) where answered_at is null;
create index consent_request_of on consent_request (customer_id, asked_at desc);

-- Whether the customer has been told by mail, or needn't be (B20).
alter table assist_session add column start_told_at timestamptz;
alter table assist_session add column end_told_at timestamptz;
update assist_session set start_told_at = started_at, end_told_at = ended_at;
create index assist_session_untold on assist_session (id) where start_told_at is null or (end_told_at is null and ended_at is not null);

grant select, insert, update on consent_request to onbehalf_app;
