-- A cart of the actor's own, which the customer accepts or declines (C8).

alter table cart
  add column kind text not null default 'customer' check (kind in ('customer', 'side')),
  -- When it was sent to the customer, and in which session.
  add column offered_at timestamptz,
  add column offered_in uuid references assist_session,
  drop constraint cart_status_check,
  add constraint cart_status_check check (status in ('open', 'ordered', 'offered', 'accepted', 'declined')),
  add check (kind = 'side' or status in ('open', 'ordered')),
  add check ((status in ('offered', 'accepted', 'declined')) = (offered_at is not null)),
  add check ((offered_at is null) = (offered_in is null));
drop index cart_one_open;
create unique index cart_one_open on cart (customer_id, store_id, kind) where status = 'open';
create index cart_offered on cart (customer_id, store_id) where status = 'offered';

-- Which cart the session works in, from its start to its end, whatever the shop decides meanwhile.
alter table assist_session add column cart_kind text not null default 'customer' check (cart_kind in ('customer', 'side'));
