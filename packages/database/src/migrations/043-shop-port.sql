/*
 * The Shop port: all that assisted selling reads of a shop, and all that it asks of one in SQL. Its statements check, act
 * and record at once, so the port has to be where they run. An adapter for another engine puts its own views and functions
 * under these names; the battery in packages/assist/port-tests says what they must answer.
 *
 * The views have the rights of whoever asks: nothing can be read or held through them that couldn't be without.
 */
create schema shop_port;
grant usage on schema shop_port to onbehalf_app;

create view shop_port.website with (security_invoker) as select id, code, name from website;

create view shop_port.store with (security_invoker) as
  select id, code, website_id, name, base, locale, currency, prices_include_tax, country, time_zone, active, epoch from store;

create view shop_port.customer_group with (security_invoker) as select id, code, name from customer_group;

-- `epoch` rises with everything a start looks at (B9). `search_text` is lower case; what it is made of is the shop's choice.
create view shop_port.customer with (security_invoker) as
  select id, website_id, store_id, customer_group_id, email, external_id, first_name, last_name, company, status, confirmed_at,
         last_ip, last_order_at, epoch, record_key, created_at, search_text
    from customer;

-- The customers' own logins, never an actor's.
create view shop_port.customer_session with (security_invoker) as select id, token_hash, customer_id, store_id, ended_at from customer_session;

-- Of customers; `kind` tells the customer's own from the one that staff fill for him to accept (C8). `pieces` is null without a line.
create view shop_port.open_cart with (security_invoker) as
  select id, customer_id, store_id, kind, version, changed_in, others_version,
         (select sum(l.quantity)::integer from cart_line l where l.cart_id = cart.id) as pieces
    from cart where status = 'open' and customer_id is not null;

-- `name` per language, with the options chosen.
create view shop_port.product with (security_invoker) as select p.id, p.sku, full_name(p) as name from product p;

-- Amounts in minor units of the order's currency.
create view shop_port.placed_order with (security_invoker) as
  select id, number, cart_id, customer_id, store_id, placed_at, currency, total, actor_id, staff_group_id, owner_staff_id, assist_session_id, commission
    from purchase;

create view shop_port.placed_order_line with (security_invoker) as
  select purchase_id as order_id, position, sku, quantity, unit_minor, catalogue_minor, override_source from purchase_line;

-- To hold a customer while a start or an assignment is decided, the rows are locked through the view.
grant select on all tables in schema shop_port to onbehalf_app;
grant update on shop_port.customer to onbehalf_app;

/** The open cart as it is now, whole, so that it can be put back; never null. What is in `lines` and `concessions` is the shop's own affair but for the names the snapshot's reader knows. */
create function shop_port.cart_snapshot(p_customer bigint, p_store smallint, p_kind text) returns jsonb language sql stable
  set search_path = public, pg_temp as $$
select coalesce((
  select jsonb_build_object('cart', k.id, 'version', k.version, 'changed_in', k.changed_in, 'coupon', k.coupon_code, 'replacement_of', k.replacement_of,
           'lines', coalesce((select jsonb_agg(to_jsonb(l) order by l.position, l.id) from cart_line l where l.cart_id = k.id), '[]'::jsonb),
           'concessions', coalesce((select jsonb_agg(to_jsonb(g) order by g.kind) from cart_concession g where g.cart_id = k.id), '[]'::jsonb))
    from cart k where k.customer_id = p_customer and k.store_id = p_store and k.status = 'open' and k.kind = p_kind),
  '{"cart": null, "version": 0, "changed_in": null, "coupon": null, "replacement_of": null, "lines": [], "concessions": []}'::jsonb)
$$;

/** Holds the open cart until the transaction ends, as whoever changes a cart does; no row where there is none. */
create function shop_port.hold_cart(p_customer bigint, p_store smallint, p_kind text)
  returns table (id uuid, version integer, changed_in uuid, others_version integer) language sql volatile
  set search_path = public, pg_temp as $$
select k.id, k.version, k.changed_in, k.others_version from cart k
 where k.customer_id = p_customer and k.store_id = p_store and k.status = 'open' and k.kind = p_kind for no key update of k
$$;

/** Puts a held cart back to a snapshot of itself, whole: one version on, without what isn't sold any more, whose SKUs are given back. */
create function shop_port.restore_cart(p_cart uuid, p_kept jsonb, p_at timestamptz) returns table (version integer, left_out text[]) language plpgsql volatile
  set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  -- A row that is as it was stays where it is, and with it whatever waits for it.
  delete from cart_line t where t.cart_id = p_cart
     and not exists (select from jsonb_populate_recordset(null::cart_line, p_kept->'lines') e where to_jsonb(e) = to_jsonb(t));
  insert into cart_line select e.* from jsonb_populate_recordset(null::cart_line, p_kept->'lines') e
   where e.cart_id = p_cart and not exists (select from cart_line l where l.id = e.id)
     and exists (select from product p join product_for_sale w on w.product_id = p.id join store st on st.website_id = w.website_id
                  where p.id = e.product_id and st.id = (select k.store_id from cart k where k.id = p_cart)
                    and exists (select from price b where b.product_id in (p.id, p.parent_id) and b.website_id = w.website_id and b.source = 'base'));
  delete from cart_concession t where t.cart_id = p_cart
     and not exists (select from jsonb_populate_recordset(null::cart_concession, p_kept->'concessions') e where to_jsonb(e) = to_jsonb(t));
  insert into cart_concession select e.* from jsonb_populate_recordset(null::cart_concession, p_kept->'concessions') e
   where e.cart_id = p_cart and not exists (select from cart_concession g where g.cart_id = e.cart_id and g.kind = e.kind);
  return query
    update cart k set version = k.version + 1, changed_at = p_at, changed_in = (p_kept->>'changed_in')::uuid,
           coupon_code = (select c.code from coupon c where c.code = p_kept->>'coupon'), replacement_of = (p_kept->>'replacement_of')::bigint
     where k.id = p_cart
    returning k.version, array(
      select p.sku from jsonb_populate_recordset(null::cart_line, p_kept->'lines') e join product p on p.id = e.product_id
       where e.cart_id = p_cart and not exists (select from cart_line l where l.id = e.id) order by e.position);
end $$;
