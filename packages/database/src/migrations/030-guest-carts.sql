-- A guest's cart (G3): it belongs to the browser that holds its token, of which only the hash is kept.

alter table cart
  alter column customer_id drop not null,
  add column guest_hash bytea check (octet_length(guest_hash) = 32),
  drop constraint cart_kind_check,
  add constraint cart_kind_check check (kind in ('customer', 'side', 'guest')),
  -- A cart has a customer or a guest, never both and never neither.
  add constraint cart_has_one_owner check ((kind = 'guest') = (customer_id is null) and (kind = 'guest') = (guest_hash is not null)),
  -- Nobody orders as a guest, and no member of staff was ever in such a cart.
  add constraint cart_of_guest check (kind <> 'guest' or (status = 'open' and changed_in is null and replacement_of is null));
create unique index cart_one_of_guest on cart (guest_hash, store_id) where kind = 'guest';
-- By its beginning, which no change moves: an index on the last change would make every change of every cart dearer.
create index cart_of_guest_since on cart (created_at) where kind = 'guest';

/*
 * Carts never mix, whatever the app does: a cart keeps whose it is, a line stays in its cart, and nobody's edited price or
 * concession gets into a guest's.
 */
create function refuse_mixed_cart() returns trigger language plpgsql as $$
begin
  raise exception 'carts never mix' using errcode = 'check_violation', table = tg_table_name;
end $$;
create trigger cart_keeps_owner before update of customer_id, guest_hash, kind, store_id on cart
  for each row when (old.customer_id is distinct from new.customer_id or old.guest_hash is distinct from new.guest_hash
    or old.kind <> new.kind or old.store_id <> new.store_id) execute function refuse_mixed_cart();
create trigger cart_line_keeps_cart before update of cart_id on cart_line
  for each row when (old.cart_id <> new.cart_id) execute function refuse_mixed_cart();

create function refuse_guest_concession() returns trigger language plpgsql as $$
begin
  if exists (select from cart where id = new.cart_id and kind = 'guest') then
    raise exception 'a guest pays the shop''s prices' using errcode = 'check_violation', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger cart_line_of_guest before insert or update of override_source on cart_line
  for each row when (new.override_source is not null) execute function refuse_guest_concession();
create trigger cart_concession_of_guest before insert on cart_concession
  for each row execute function refuse_guest_concession();
