-- Administrators keep catalogue and prices (F3, G4). What a price is for never changes: another product or customer is
-- another row, so that the record's before and after speak of one thing.
grant insert, delete on price to onbehalf_app;
grant update (min_quantity, amount, percent_off_basis_points, valid_from, valid_to) on price to onbehalf_app;
grant insert on price_list to onbehalf_app;
grant update (name, valid_from, valid_to, active) on price_list to onbehalf_app;
grant insert, delete on customer_price_list to onbehalf_app;
grant insert on coupon to onbehalf_app;
grant update (website_id, percent_basis_points, valid_from, valid_to, active) on coupon to onbehalf_app;
grant insert on product to onbehalf_app;
grant update (sku, slug, active, category_id, image, name, summary, description, tax_class, weight_grams, search_text) on product to onbehalf_app;
grant insert, delete on product_website to onbehalf_app;
grant update (cost) on product_website to onbehalf_app;
grant insert on category to onbehalf_app;
grant update (slug, position, name) on category to onbehalf_app;
grant usage on all sequences in schema public to onbehalf_app;

-- Its name is the label a clerk chooses by (C4): two of one name could not be told apart.
create unique index price_list_name on price_list (website_id, lower(name));
create index price_of_list on price (price_list_id, id) where price_list_id is not null;
create index customer_price_list_of on customer_price_list (price_list_id, customer_id);
