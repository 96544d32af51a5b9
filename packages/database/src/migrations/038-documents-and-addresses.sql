-- Invoices as files, and two addresses to begin a checkout with (G2, G3).

-- The buyer's VAT number as it was when the order was placed: an invoice must not change with the account.
alter table purchase add column customer_vat_number text not null default '' check (length(customer_vat_number) <= 40);
update purchase p set customer_vat_number = left(c.vat_number, 40) from customer c where c.id = p.customer_id and c.vat_number <> '';

create function keep_buyers_vat_number() returns trigger language plpgsql as $$
begin
  if new.customer_vat_number = '' then
    select left(c.vat_number, 40) into new.customer_vat_number from customer c where c.id = new.customer_id;
  end if;
  return new;
end $$;
create trigger purchase_vat_number before insert on purchase for each row execute function keep_buyers_vat_number();

-- The default address is where goods go; the one an invoice is written to may be another.
alter table customer_address add column is_default_billing boolean not null default false;
update customer_address set is_default_billing = true where is_default;
create unique index customer_address_default_billing on customer_address (customer_id) where is_default_billing;
