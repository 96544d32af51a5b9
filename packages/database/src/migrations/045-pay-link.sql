-- Payment by a link (G3, D8): what an order waits for, the links in mails, the tries at a provider, and what goes back.

-- What an order is to be paid with from outside. Amount and currency are the order's and never change.
create table order_payment (
  id uuid primary key,
  purchase_id bigint not null unique references purchase on delete cascade,
  amount bigint not null check (amount between 1 and 1000000000000000),
  currency char(3) not null,
  state text not null default 'awaiting' check (state in ('awaiting', 'paid', 'cancelled')),
  paid_at timestamptz,
  -- Once for a customer who pays, whatever comes in twice.
  check ((state = 'paid') = (paid_at is not null))
);
create index order_payment_awaiting on order_payment (purchase_id) where state = 'awaiting';

create function payment_of_its_order() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from purchase p where p.id = new.purchase_id and p.total = new.amount and p.currency = new.currency) then
    raise exception 'the payment of order % is not over what the order comes to', new.purchase_id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger order_payment_of_its_order before insert or update of amount, currency, purchase_id on order_payment
  for each row execute function payment_of_its_order();

-- A link in a mail. The token is made when the mail is sent (D5); a new link takes the place of the one before.
create table payment_link (
  id uuid primary key,
  payment_id uuid not null references order_payment on delete cascade,
  recipient text not null,
  made_by bigint references staff,
  created_at timestamptz not null,
  token_hash bytea unique check (octet_length(token_hash) = 32),
  expires_at timestamptz,
  replaced_at timestamptz,
  check ((token_hash is null) = (expires_at is null))
);
create unique index payment_link_one_open on payment_link (payment_id) where replaced_at is null;
create index payment_link_of on payment_link (payment_id);

-- One try at a provider. Its id is the key by which the provider makes one payment of it, however often it is asked.
create table payment_attempt (
  id uuid primary key,
  payment_id uuid not null references order_payment on delete cascade,
  provider text not null,
  -- The provider's own name for it; null until it has told us.
  reference text,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  -- 'returned': paid where nothing was due any more, and sent back.
  state text not null default 'open' check (state in ('open', 'paid', 'declined', 'cancelled', 'returned')),
  started_at timestamptz not null,
  -- When the provider is asked what became of it, where it hasn't told.
  look_at timestamptz not null,
  settled_at timestamptz,
  refunded bigint not null default 0 check (refunded between 0 and amount),
  unique (provider, reference),
  check ((state = 'open') = (settled_at is null)),
  check (state in ('paid', 'returned') or refunded = 0)
);
-- However many pages, clicks and callbacks: one try at a time, and one payment.
create unique index payment_attempt_one_open on payment_attempt (payment_id) where state = 'open';
create unique index payment_attempt_one_paid on payment_attempt (payment_id) where state = 'paid';
create index payment_attempt_to_look_at on payment_attempt (look_at) where state = 'open';

-- Callbacks that were heard: one that comes again says nothing new.
create table payment_notice (
  provider text not null,
  notice_id text not null,
  heard_at timestamptz not null,
  primary key (provider, notice_id)
);
create index payment_notice_old on payment_notice (heard_at);

-- Money on its way back. Its id is the key by which the provider sends it once.
create table payment_refund (
  id uuid primary key,
  attempt_id uuid not null references payment_attempt on delete cascade,
  -- The credit memo; null where the payment itself was not due.
  document_id bigint unique references sales_document on delete cascade,
  amount bigint not null check (amount > 0),
  asked_at timestamptz not null,
  reference text,
  done_at timestamptz,
  check ((reference is null) = (done_at is null))
);
create index payment_refund_of on payment_refund (attempt_id);
create index payment_refund_waiting on payment_refund (asked_at) where done_at is null;

-- What the test provider knows, as a provider keeps its books elsewhere: nothing here refers to the shop's own tables.
create table test_payment (
  reference text primary key,
  key text not null unique,
  order_number text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  state text not null default 'open' check (state in ('open', 'paid', 'declined', 'cancelled')),
  shop_name text not null,
  return_url text not null,
  callback_url text not null,
  refunded bigint not null default 0 check (refunded between 0 and case when state = 'paid' then amount else 0 end)
);
create table test_refund (
  key text primary key,
  reference text not null references test_payment on delete cascade,
  amount bigint not null check (amount > 0)
);

grant select, insert on order_payment, payment_link, payment_attempt, payment_refund, test_payment, test_refund to onbehalf_app;
grant update (state, paid_at) on order_payment to onbehalf_app;
grant update (token_hash, expires_at, replaced_at) on payment_link to onbehalf_app;
grant update (reference, state, look_at, settled_at, refunded) on payment_attempt to onbehalf_app;
grant update (reference, done_at) on payment_refund to onbehalf_app;
grant select, insert, delete on payment_notice to onbehalf_app;
grant update (state, refunded) on test_payment to onbehalf_app;
