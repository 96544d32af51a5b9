import { localTextSql } from './local-text.ts';

/** What was chosen of one option: "Size", "M". */
export interface OptionText {
  name: string;
  value: string;
}

/** SQL: what makes the variant in that row, in the asked language and the options' order; an empty list for any other product (G1). */
export const optionsSql = (product: string, locale: string): string => `
  case when ${product}.parent_id is null then '[]'::jsonb else (
    select coalesce(jsonb_agg(jsonb_build_object('name', ${localTextSql('po.name', locale)}, 'value', ${localTextSql('pv.label', locale)}) order by po.position, po.id), '[]'::jsonb)
      from variant_value vv join product_option po on po.id = vv.option_id join product_option_value pv on pv.id = vv.value_id
     where vv.variant_id = ${product}.id) end`;

/** "Colour: Red, Size: M". */
export const optionsText = (options: readonly OptionText[]): string => options.map(({ name, value }) => `${name}: ${value}`).join(', ');

/** SQL: the options of the parent in that row that somebody must choose from, as one text; null for what can be bought as it is. */
export const openOptionsSql = (product: string, locale: string): string => `
  case when ${product}.kind = 'configurable' and ${product}.parent_id is null then (
    select coalesce(string_agg(${localTextSql('po.name', locale)}, ', ' order by po.position, po.id), '–') from product_option po where po.product_id = ${product}.id) end`;
