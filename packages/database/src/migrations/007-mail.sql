-- Durable outbox (D5): template and parameters, never a secret; what must be secret is made when the mail is sent.
create table mail (
  id uuid primary key,
  template text not null,
  params jsonb not null,
  locale text not null,
  recipient text not null,
  actor_id bigint references staff,
  subject_id bigint references customer,
  assist_session_id uuid references assist_session,
  created_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  subject_line text
);
create index mail_newest on mail (created_at desc, id desc);
create index mail_waiting on mail (created_at) where status = 'waiting';

-- Without SMTP_URL, demo mode delivers here: a mailbox to read on /admin/mails. Production never writes to it (K3).
create table demo_inbox (
  mail_id uuid primary key references mail on delete cascade,
  html text not null,
  body text not null
);

grant select, insert, update on mail to onbehalf_app;
grant select, insert, update, delete on demo_inbox to onbehalf_app;
grant usage on all sequences in schema public to onbehalf_app;
