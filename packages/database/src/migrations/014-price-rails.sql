-- Why a price was edited, and prices that wait for a second person (C5).

create table price_approval (
  id uuid primary key,
  -- What was asked about, as it was: cart and line may be gone when the answer comes, so neither is a reference.
  cart_id uuid not null,
  line_id uuid not null,
  product_id bigint not null references product,
  customer_id bigint not null references customer,
  store_id smallint not null references store,
  assist_session_id uuid not null references assist_session,
  actor_id bigint not null references staff,
  quantity integer not null check (quantity between 1 and 99999),
  currency char(3) not null,
  -- Minor units of one piece: asked for, without anybody's edit, and what it costs the shop where that is known.
  minor bigint not null check (minor between 0 and 1000000000000),
  catalogue_minor bigint not null check (catalogue_minor between 0 and 1000000000000),
  reason text not null default '',
  -- Which limits it is beyond.
  codes text[] not null check (cardinality(codes) > 0),
  asked_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'approved', 'declined', 'void')),
  -- Four eyes: never the one who asked.
  decided_by bigint references staff check (decided_by <> actor_id),
  decided_at timestamptz,
  comment text not null default '' check (length(comment) <= 500),
  check ((status in ('approved', 'declined')) = (decided_by is not null))
);
create index price_approval_waiting on price_approval (store_id, asked_at) where status = 'waiting';
create index price_approval_decided on price_approval (decided_at desc) where decided_at is not null;

alter table cart_line
  add column override_reason text not null default '',
  -- The newest request about this line; what it says of the line is read there.
  add column price_approval_id uuid references price_approval;

alter table purchase_line
  add column override_reason text not null default '',
  add column override_actor_name text,
  add column override_approver_name text;

-- Whoever changes or takes away a line that waits, by whatever way: the request is void with the same statement.
create function void_price_approval() returns trigger language plpgsql as $$
begin
  update price_approval set status = 'void', decided_at = now()
   where id = old.price_approval_id and status = 'waiting'
     and (tg_op = 'DELETE' or new.price_approval_id is distinct from id or new.quantity > quantity);
  return null;
end $$;
create trigger cart_line_void_approval after delete or update of quantity, price_approval_id on cart_line
  for each row when (old.price_approval_id is not null) execute function void_price_approval();

grant select, insert on price_approval to onbehalf_app;
grant update (status, decided_by, decided_at, comment) on price_approval to onbehalf_app;
