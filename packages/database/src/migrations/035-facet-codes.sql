-- G1: what a filtered list's address calls a value is what people call it: "colour:blue". Search folds "ue" and "u" into
-- one, which an address has no need of.
create or replace function word_code(p_text jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(nullif(btrim(left(regexp_replace(regexp_replace(normalize(lower(t.en), nfd), '[\u0300-\u036f]+', '', 'g'), '[^a-z0-9]+', '-', 'g'), 60), '-'), ''), left(md5(t.en), 12))
    from (select coalesce(case jsonb_typeof(p_text) when 'string' then p_text #>> '{}' else p_text->>'en' end, '') as en) t
$$;

delete from facet_value;
update product set facts = facts where parent_id is null;
