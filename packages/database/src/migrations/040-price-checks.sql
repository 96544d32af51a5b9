-- What the database itself knows of an edited price (C2, C5): a statement that comes past the application is refused too.

-- An edited price is whole: with its currency, its pieces, what it stands in place of, and who gave it in which session.
alter table cart_line
  add constraint cart_line_price_whole check (
    (override_minor is null) = (override_currency is null) and (override_minor is null) = (override_actor_id is null)
    and (override_minor is null) = (override_catalogue_minor is null)),
  add constraint cart_line_price_catalogue check (override_catalogue_minor between 0 and 1000000000000),
  add constraint cart_line_price_quantity check (override_quantity between 1 and 99999),
  add constraint cart_line_price_currency check (override_currency ~ '^[A-Z]{3}$');

-- It was given in an assist session with the cart's own customer, by that session's actor (M16, M18).
create function refuse_price_of_another_session() returns trigger language plpgsql as $$
begin
  if not exists (select from assist_session s join cart c on c.id = new.cart_id
                  where s.id = new.override_session_id and s.subject_id = c.customer_id and s.actor_id = new.override_actor_id) then
    raise exception 'this price was given in no assist session with this customer' using errcode = 'check_violation', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger cart_line_price_session before insert or update of override_session_id, override_actor_id on cart_line
  for each row when (new.override_session_id is not null) execute function refuse_price_of_another_session();

-- Zero only where the store allows it (C2, M09). What was allowed when it was given is left alone: a price put back as it was,
-- or brought along with a side cart, is no new one.
create function refuse_zero_price() returns trigger language plpgsql as $$
begin
  if exists (select from assist_session s where s.id = new.override_session_id and s.ended_at is null)
    and coalesce((
      select v.value #>> '{}' from setting_value v
        join cart c on c.id = new.cart_id join store st on st.id = c.store_id
       where v.path = 'assist/price_edit/allow_zero'
         and (v.scope = 'default' or (v.scope = 'website' and v.scope_id = st.website_id) or (v.scope = 'store' and v.scope_id = st.id))
       order by array_position(array['store', 'website', 'default'], v.scope) limit 1), 'no') not in ('yes', 'true', '1') then
    raise exception 'this store allows no price of zero' using errcode = 'check_violation', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger cart_line_price_zero before update of override_minor on cart_line
  for each row when (new.override_minor = 0 and new.override_source <> 'free' and old.override_minor is distinct from 0)
  execute function refuse_zero_price();
