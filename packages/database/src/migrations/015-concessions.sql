-- What staff give off a cart as a whole (C10): a discount in percent or in money, and free shipping.
create table cart_concession (
  cart_id uuid not null references cart on delete cascade,
  kind text not null check (kind in ('discount', 'free-shipping')),
  percent_basis_points integer check (percent_basis_points between 1 and 10000),
  amount_minor bigint check (amount_minor between 1 and 1000000000000),
  -- In another currency than the store's it is none, as an edited price is.
  currency char(3) not null,
  reason text not null,
  -- Largest discount of whoever gave it, at that time: the cart as a whole stays within it. Null is no limit.
  limit_basis_points integer check (limit_basis_points between 0 and 10000),
  session_id uuid not null references assist_session,
  actor_id bigint not null references staff,
  given_at timestamptz not null,
  primary key (cart_id, kind),
  check (kind = 'discount' or (percent_basis_points is null and amount_minor is null)),
  check (kind <> 'discount' or (percent_basis_points is null) <> (amount_minor is null))
);
grant select, insert, update, delete on cart_concession to onbehalf_app;

-- A free item is a line of its own beside the product's ordinary one: price zero, source 'free', its reason as the label.
alter table cart_line add column override_limit_basis_points integer check (override_limit_basis_points between 0 and 10000);
alter table cart_line add check (override_source is distinct from 'free' or (override_minor = 0 and override_label is not null));
drop index cart_line_product;
create unique index cart_line_product on cart_line (cart_id, product_id) where override_source is distinct from 'free';
create unique index cart_line_free on cart_line (cart_id, product_id, override_label) where override_source = 'free';

-- The order that this one replaces faulty goods of (D7).
alter table cart add column replacement_of bigint references purchase;
alter table purchase
  -- The part of the discount that staff gave off the whole cart.
  add column staff_discount bigint not null default 0 check (staff_discount >= 0 and staff_discount <= discount),
  add column staff_discount_reason text,
  add column free_shipping_reason text check (free_shipping_reason is null or shipping = 0),
  add column replacement_of bigint references purchase;
create index purchase_replacing on purchase (replacement_of) where replacement_of is not null;
