-- F3: lists of a hundred thousand products and half a million prices are read off an index, whatever they are filtered by.
create index product_of_category_by_sku on product (category_id, sku) where parent_id is null;
create index product_of_kind on product (kind, sku) where parent_id is null;
create index product_inactive on product (sku) where parent_id is null and not active;
create index price_of_source on price (source, id);
