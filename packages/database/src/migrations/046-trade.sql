-- What a trade supplier in the EU sells by (G2, G3): reverse charge, days to pay, and how much a company may owe.

-- When somebody of the shop looked the company's VAT number up, and who. A number that changes, by whomever and however, is unchecked.
alter table company
  add column vat_checked_at timestamptz,
  add column vat_checked_by bigint references staff,
  add column vat_checked_by_name text,
  add check ((vat_checked_at is null) = (vat_checked_by_name is null) and (vat_checked_at is null) = (vat_checked_by is null)),
  add check (vat_checked_at is null or vat_number <> ''),
  -- Null: the website's days (Config: payment/terms_days).
  add column payment_days smallint check (payment_days between 0 and 365),
  -- Minor units of the website's currency; null: as much as it orders.
  add column credit_limit bigint check (credit_limit between 0 and 1000000000000);

create function uncheck_changed_vat_number() returns trigger language plpgsql as $$
begin
  new.vat_checked_at := null;
  new.vat_checked_by := null;
  new.vat_checked_by_name := null;
  return new;
end $$;
create trigger company_vat_number before update on company
  for each row when (new.vat_number is distinct from old.vat_number) execute function uncheck_changed_vat_number();

alter table customer add column payment_days smallint check (payment_days between 0 and 365);

alter table purchase
  -- The seller's, of an order under reverse charge; null: any other order.
  add column seller_vat_number text check (seller_vat_number ~ '^[A-Z0-9+*]{4,20}$'),
  add constraint purchase_reverse_charge check (seller_vat_number is null or (tax = 0 and not prices_include_tax)),
  -- Of an order that is paid after it was invoiced, as they were when it was placed; null: any other order.
  add column payment_days smallint check (payment_days between 0 and 365),
  add column due_on date,
  add check ((payment_days is null) = (due_on is null));

-- Fires after purchase_vat_number, which fills the buyer's in.
create function refuse_reverse_charge_without_number() returns trigger language plpgsql as $$
begin
  if new.seller_vat_number is not null and new.customer_vat_number = '' then
    raise exception 'an order under reverse charge has the VAT number of its buyer' using errcode = 'check_violation', table = 'purchase';
  end if;
  return new;
end $$;
create trigger purchase_vat_numbers before insert on purchase for each row execute function refuse_reverse_charge_without_number();

-- What a company owes is looked at when it orders.
create index purchase_owed_by_company on purchase (company_id) where company_id is not null and payment_days is not null;

alter table sales_document
  add column due_on date,
  add constraint sales_document_due check (due_on is null or kind = 'invoice');

grant update (vat_checked_at, vat_checked_by, vat_checked_by_name, payment_days, credit_limit) on company to onbehalf_app;
