-- An order is the cart's customer's, whatever the app says: the order of a visit never goes to the customer before (C8).
alter table cart add constraint cart_of_customer unique (id, customer_id);
alter table purchase drop constraint purchase_cart_id_fkey,
  add constraint purchase_of_cart foreign key (cart_id, customer_id) references cart (id, customer_id);

-- What a guest reads out to staff, so that they can put his cart into a customer's (B21).
create table guest_cart_code (
  cart_id uuid primary key references cart on delete cascade,
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  expires_at timestamptz not null
);
grant select, insert, update, delete on guest_cart_code to onbehalf_app;
