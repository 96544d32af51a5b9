-- Where a list has no room for options of their own, a variant is told from the next by its name: "Work glove (Black, M)".
create function full_name(p product) returns jsonb language sql stable as $$
  select case when p.parent_id is null then p.name else (
    select jsonb_object_agg(n.key, n.value || coalesce((
             select ' (' || string_agg(coalesce(nullif(pv.label->>n.key, ''), pv.label->>'en'), ', ' order by po.position, po.id) || ')'
               from variant_value vv join product_option po on po.id = vv.option_id join product_option_value pv on pv.id = vv.value_id
              where vv.variant_id = p.id), ''))
      from jsonb_each_text(p.name) n where n.value <> '') end $$;
revoke all on function full_name from public;
grant execute on function full_name to onbehalf_app;
