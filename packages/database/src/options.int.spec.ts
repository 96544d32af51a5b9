import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query(`insert into category (code, slug, image, name, description) values ('work', 'work', 'x', '{"en":"Work"}', '{}')`);
  for (const [sku, kind] of [['GLOVE', 'configurable'], ['PAINT', 'configurable'], ['NAIL', 'simple']]) {
    await database.owner.query(
      `insert into product (sku, slug, kind, category_id, image, name, summary, description, unit, search_text)
       values ($1::text, lower($1::text), $2, 1, 'x', jsonb_build_object('en', $1::text), '{}', '{}', '{"en":"pair"}', lower($1::text))`, [sku, kind]);
  }
  await database.owner.query(`insert into product_option (id, product_id, name) overriding system value values (1, 1, '{"en":"Size"}'), (2, 1, '{"en":"Colour"}'), (3, 2, '{"en":"Colour"}')`);
  await database.owner.query(`insert into product_option_value (id, option_id, label) overriding system value values (1, 1, '{"en":"M"}'), (2, 1, '{"en":"L"}'), (3, 2, '{"en":"Black"}'), (4, 3, '{"en":"White"}')`);
  for (const sku of ['GLOVE-M', 'GLOVE-L', 'GLOVE-X']) await variant(sku, 1);
});
afterAll(() => database.drop());

const variant = (sku: string, parent: number): Promise<unknown> => database.app.query(
  `insert into product (sku, slug, kind, parent_id, category_id, image, name, summary, description, unit, stock, search_text)
   values ($1::text, lower($1::text), 'configurable', $2, 1, '', '{}', '{}', '{}', '{}', 5, '')`, [sku, parent]);

const values = (sku: string, pairs: [option: number, value: number][], parent = 1): Promise<unknown> => database.app.query(
  `insert into variant_value (variant_id, parent_id, option_id, value_id)
   select (select id from product where sku = $1), $2::bigint, o, v from unnest($3::bigint[], $4::bigint[]) as u (o, v)`,
  [sku, parent, pairs.map(([option]) => option), pairs.map(([, value]) => value)]);

describe('products with options (G1)', () => {
  test('G1: a variant has its parent words, and follows them', async () => {
    const { rows } = await database.app.query(`select name, unit, image, kind, search_text from product where sku = 'GLOVE-M'`);
    expect(rows).toEqual([{ name: { en: 'GLOVE' }, unit: { en: 'pair' }, image: 'x', kind: 'configurable', search_text: 'glove-m' }]);
    await database.app.query(`update product set name = '{"en":"Work glove"}', image = 'y' where sku = 'GLOVE'`);
    const after = await database.app.query(`select name, image from product where sku = 'GLOVE-M'`);
    expect(after.rows).toEqual([{ name: { en: 'Work glove' }, image: 'y' }]);
  });

  test('G1: each combination exists once', async () => {
    await values('GLOVE-M', [[1, 1], [2, 3]]);
    await values('GLOVE-L', [[2, 3], [1, 2]]);
    await expect(values('GLOVE-X', [[2, 3], [1, 1]])).rejects.toMatchObject({ code: '23505' });
    const { rows } = await database.app.query(`select sku, combination::text from product where combination is not null order by sku`);
    expect(rows).toEqual([{ sku: 'GLOVE-L', combination: '{2,3}' }, { sku: 'GLOVE-M', combination: '{1,3}' }]);
  });

  test.each<[string, [number, number][], number]>([
    ["a value of another product's option", [[1, 4]], 1],
    ["another product's option", [[3, 4]], 1],
    ["another product's option under that product's name", [[3, 4]], 2],
    ['two values of one option', [[1, 1], [1, 2]], 1],
  ])('G1: a variant never gets %s', async (_, pairs, parent) => {
    await expect(values('GLOVE-X', pairs, parent)).rejects.toThrow(/violates|has no variants/);
  });

  test('G1: only a configurable product has variants, and a variant has none', async () => {
    await expect(variant('NAIL-1', 3)).rejects.toMatchObject({ code: '23514' });
    const { rows } = await database.app.query<{ id: string }>(`select id::text as id from product where sku = 'GLOVE-M'`);
    await expect(variant('GLOVE-M-1', Number(rows[0]?.id))).rejects.toMatchObject({ code: '23514' });
    await expect(database.owner.query(`update product set stock = 3 where sku = 'GLOVE'`)).rejects.toMatchObject({ code: '23514' });
  });

  test.each([
    `update product set parent_id = null where sku = 'GLOVE-M'`,
    `update product set combination = '{9}' where sku = 'GLOVE-M'`,
    `update variant_value set value_id = 2`,
    'delete from variant_value',
  ])('G1: the app may not: %s', async (statement) => {
    await expect(database.app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('G1: a value that a variant has stays', async () => {
    await expect(database.app.query('delete from product_option_value where id = 1')).rejects.toMatchObject({ code: '23503' });
    await expect(database.app.query('delete from product_option where id = 1')).rejects.toMatchObject({ code: '23503' });
  });

  test('G1: a parent is for sale nowhere, and a variant only where its parent is', async () => {
    await database.owner.query(`insert into website (id, code, name) values (1, 'us', 'United States')`);
    await database.owner.query('insert into product_website (product_id, website_id) select id, 1 from product');
    const bought = async () => (await database.app.query<{ sku: string }>('select p.sku from product_for_sale s join product p on p.id = s.product_id order by p.sku')).rows.map(({ sku }) => sku);
    expect(await bought()).toEqual(['GLOVE-L', 'GLOVE-M', 'GLOVE-X', 'NAIL']);
    await database.app.query(`update product set active = false where sku = 'GLOVE'`);
    expect(await bought()).toEqual(['NAIL']);
  });
});
