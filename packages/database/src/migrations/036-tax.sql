-- Tax by country and class (G3): kept in admin, and by rate on every order.

-- What a rate is called among those who keep it ("VAT 19 %"); nothing is reckoned by it.
alter table tax_rate add column name text not null default '' check (char_length(name) <= 100);
alter table tax_rate add constraint tax_rate_country check (country ~ '^[A-Z]{2}$');
alter table tax_rate add constraint tax_rate_class check (tax_class ~ '^[a-z][a-z0-9-]{0,39}$');
grant insert, delete on tax_rate to onbehalf_app;
grant update (basis_points, name) on tax_rate to onbehalf_app;

-- The rate on shipping as it was; orders from before it was kept have the highest rate of their lines.
alter table purchase add column shipping_tax_basis_points integer check (shipping_tax_basis_points between 0 and 10000);
