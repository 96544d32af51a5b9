-- G1: lists of a hundred thousand products.

-- The words of a product's name once more, marked, so that the index knows which products have all words in their name.
create function name_words(p_name jsonb) returns tsvector language sql immutable parallel safe as $$
  select coalesce(array_to_tsvector(array_agg('=' || w)), ''::tsvector) from unnest(tsvector_to_array(to_tsvector('simple'::regconfig, fold_words(text_of(p_name))))) w
$$;

drop index if exists product_words;
alter table product drop column search_words;
alter table product add column search_words tsvector not null generated always as (
  setweight(to_tsvector('simple'::regconfig, fold_words(text_of(name))), 'A') || setweight(to_tsvector('simple'::regconfig, fold_words(search_text)), 'D') || name_words(name)) stored;
create index product_words on product using gin (search_words) where parent_id is null;

-- Words that aren't letters alone: a model's, or in another script. Nothing resembles them; with search_word they are all words
-- that products are found by (numbers are looked up as they are), so that a beginning can be looked up as the words that begin so.
create table search_lexeme (word text primary key);
create index search_lexeme_begins on search_lexeme (word text_pattern_ops);
create index search_word_begins on search_word (word text_pattern_ops);

create or replace function keep_search_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  words constant text[] := array(select w from unnest(tsvector_to_array(new.search_words)) w where w !~ '^[=0-9]');
begin
  -- A catalogue has far fewer words than products: mostly there is nothing new. Digits resemble each other without meaning the same.
  if exists (select from unnest(words) w where w ~ '^[a-z]{3,40}$' and not exists (select from search_word s where s.word = w)) then
    insert into search_word (word, shown)
    select distinct on (f.word) f.word, w.shown
      from regexp_split_to_table(lower(text_of(new.name) || ' ' || new.search_text), '[^[:alpha:]]+') w (shown)
     cross join lateral (select fold_words(w.shown) as word) f
     where f.word ~ '^[a-z]{3,40}$'
     order by f.word, w.shown
    on conflict do nothing;
    -- However a word is written, none is missing.
    insert into search_word (word, shown) select w, w from unnest(words) w where w ~ '^[a-z]{3,40}$' order by w on conflict do nothing;
  end if;
  insert into search_lexeme (word)
  select w from unnest(words) w where w !~ '^[a-z]{3,40}$' and not exists (select from search_lexeme s where s.word = w) order by w
  on conflict do nothing;
  return null;
end $$;

insert into search_lexeme (word) select word from ts_stat('select search_words from product where parent_id is null') where word !~ '^[=0-9]' and word !~ '^[a-z]{3,40}$';
insert into search_word (word, shown) select word, word from ts_stat('select search_words from product where parent_id is null') where word ~ '^[a-z]{3,40}$' on conflict do nothing;
grant select on search_lexeme to onbehalf_app;

-- A version is found by the values of its options as by facts: "Colour: Red" is one choice, whether a product says it of itself or
-- a version is chosen by it. Of what both say, the version's own holds. A product with options has all that any version has: what
-- it is filtered by, its versions decide.
create function keep_variant_facets(p_parents bigint[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  variant record;
  chosen integer[];
  own integer[];
begin
  for variant in
    select v.id, p.facts, (select coalesce(jsonb_agg(jsonb_build_object('label', o.name, 'value', x.label) order by o.position, o.id), '[]')
                             from variant_value vv join product_option o on o.id = vv.option_id join product_option_value x on x.id = vv.value_id where vv.variant_id = v.id) as options
      from product v join product p on p.id = v.parent_id where v.parent_id = any (p_parents)
  loop
    -- One after the other: a value that is new is seen by the statement after.
    chosen := facet_values_of(variant.options);
    own := facet_values_of(variant.facts);
    own := array(select f.id from facet_value f where f.id = any (own) and not exists (select from facet_value o where o.id = any (chosen) and o.facet = f.facet));
    update product set facet_values = chosen || own where id = variant.id and facet_values <> chosen || own;
  end loop;
  update product p
     set facet_values = k.ids
    from (select p.id, array(select unnest(facet_values_of(p.facts)) union select unnest(v.facet_values) from product v where v.parent_id = p.id order by 1) as ids
            from product p where p.id = any (p_parents)) k
   where p.id = k.id and p.facet_values <> k.ids;
end $$;

create or replace function keep_combination() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update product p
     set combination = (select array_agg(v.value_id order by v.option_id) from variant_value v where v.variant_id = p.id)
   where p.id in (select variant_id from changed);
  perform keep_variant_facets(array(select distinct parent_id from changed));
  return null;
end $$;

create function keep_facets_of_product() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_variant_facets(array[new.id]);
  return null;
end $$;
create trigger product_variant_facets after update of facts on product
  for each row when (new.kind = 'configurable' and new.parent_id is null) execute function keep_facets_of_product();

create function keep_facets_of_option() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'product_option' then
    perform keep_variant_facets(array[new.product_id]);
  else
    perform keep_variant_facets(array(select o.product_id from product_option o where o.id = new.option_id));
  end if;
  return null;
end $$;
create trigger product_option_facets after update of name on product_option
  for each row when (new.name <> old.name) execute function keep_facets_of_option();
create trigger product_option_value_facets after update of label on product_option_value
  for each row when (new.label <> old.label) execute function keep_facets_of_option();

select keep_variant_facets(array(select id from product where kind = 'configurable' and parent_id is null));
revoke execute on function keep_variant_facets(bigint[]), keep_facets_of_product(), keep_facets_of_option() from public;
