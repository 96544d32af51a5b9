import { RESOURCE } from '@onbehalf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, PASSWORD, STAFF } from '../testing/people.ts';

let shop: DemoShop;
let api: ApiClient;
let admin: ApiClient;
beforeAll(async () => {
  shop = await openDemoShop();
  api = new ApiClient(shop.server.origin);
  admin = await staff(STAFF.admin);
});
afterAll(() => shop.close());

async function staff(email: string): Promise<ApiClient> {
  const { body } = await api.call('POST', '/V1/staff/token', { email, password: PASSWORD });
  return api.with(body['token']);
}

async function one(sql: string, params: unknown[] = []): Promise<string> {
  const [row] = await shop.rows<{ it: string }>(sql, params);
  return row?.it ?? '';
}

const staffId = (email: string) => one('select id::text as it from staff where email = $1', [email]);
const roleId = (name: string) => one('select id::text as it from role where name = $1', [name]);
const items = (answer: { body: Record<string, unknown> }) => answer.body['items'] as Record<string, unknown>[];
const lastEntry = () => one(`select action_group || '/' || action || ' ' || result as it from audit_entry where action_group in ('staff', 'staff-session') order by id desc limit 1`);

describe('H1: staff accounts over REST', () => {
  it('are listed, narrowed, searched and read one by one, page by page', async () => {
    const all = await admin.call('GET', '/V1/staff');
    expect(items(all).length).toBeGreaterThanOrEqual(12);
    expect(items(await admin.call('GET', '/V1/staff/search?q=keller')).map(({ name }) => name)).toEqual(['Max Keller']);
    expect(items(await admin.call('GET', '/V1/staff?active=false'))).toEqual([]);
    expect(items(await admin.call('GET', `/V1/staff?roleId=${await roleId('View only')}`)).map(({ name }) => name)).toEqual(['Vera Novak']);
    const sarah = await admin.call('GET', `/V1/staff/${await staffId(STAFF.sarah)}`);
    expect(sarah.body).toMatchObject({ name: 'Sarah Johnson', roleName: 'Sales', groupName: 'Sales', stores: ['main'], commissionRate: '5', canEditItemPrice: true, accessAllCustomers: false });
    expect(JSON.stringify(all.body)).not.toMatch(/password|hash/i);
    for (let n = 0; n < 51; n += 1) await shop.rows(`insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash, active) select 'Page', 'Turner', 'page' || $1 || '@staff.example', role_id, staff_group_id, 'none', false from staff where email = $2`, [n, STAFF.vera]);
    const first = await admin.call('GET', '/V1/staff/search?q=turner');
    const second = await admin.call('GET', `/V1/staff/search?q=turner&cursor=${String(first.body['next'])}`);
    expect([items(first).length, items(second).length, second.body['next']]).toEqual([50, 1, null]);
    await shop.rows(`delete from staff where last_name = 'Turner'`);
  });

  it('staff/group/default: one that is made without a group gets the one it names, is invited, changed in part, and made inactive', async () => {
    const body = { firstName: 'Rosa', lastName: 'Rest', email: 'Rosa.Rest@staff.example', roleId: await roleId('Sales') };
    const made = await admin.call('POST', '/V1/staff', body);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Rosa Rest', email: 'rosa.rest@staff.example', groupName: 'Sales', active: true, commissionRate: null, stores: [] });
    expect(await one(`select template as it from mail where recipient = 'rosa.rest@staff.example'`)).toBe('staff-invitation');
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('staff/group/default', 'default', 0, to_jsonb('Key Accounts'::text), now())`);
    const other = await admin.call('POST', '/V1/staff', { ...body, email: 'rosita@staff.example' });
    expect(other.body).toMatchObject({ groupName: 'Key Accounts' });
    await shop.rows(`delete from setting_value where path = 'staff/group/default'`);
    const path = `/V1/staff/${String(made.body['id'])}`;
    const changed = await admin.call('PUT', path, { commissionRate: '4.25', stores: ['main', 'es'], accessAllCustomers: true });
    expect(changed.body).toMatchObject({ name: 'Rosa Rest', commissionRate: '4.25', stores: ['main', 'es'], accessAllCustomers: true });
    expect(await lastEntry()).toBe('staff/update done');
    expect((await admin.call('DELETE', path)).body).toMatchObject({ active: false, commissionRate: '4.25' });
    expect(await lastEntry()).toBe('staff/deactivate done');
    expect((await admin.call('PUT', path, { active: true })).body).toMatchObject({ active: true });
    expect(await lastEntry()).toBe('staff/activate done');
  });

  it('refuses what the pages refuse, at the names of the request, and keeps nothing', async () => {
    const body = { firstName: 'Rosa', lastName: 'Rest', email: 'new@staff.example', roleId: await roleId('Sales') };
    const cases: [object, string, string, number][] = [
      [{ email: STAFF.sarah }, 'staff-email-taken', 'email', 422], [{ email: 'nobody' }, 'staff-email-invalid', 'email', 422], [{ roleId: '999999' }, 'role-not-found', 'roleId', 404],
      [{ groupId: '999999' }, 'staff-group-not-found', 'groupId', 404], [{ stores: ['moon'] }, 'store-unavailable', 'stores', 403], [{ commissionRate: '4,25' }, 'staff-percent-invalid', 'commissionRate', 422],
      [{ maxDiscount: '100.01' }, 'staff-percent-invalid', 'maxDiscount', 422], [{ timeZone: 'Mars/Olympus' }, 'staff-time-zone-unknown', 'timeZone', 422], [{ ownCustomerId: '99999999' }, 'staff-own-customer-unknown', 'ownCustomerId', 422],
    ];
    for (const [more, code, field, status] of cases) expect(await admin.call('POST', '/V1/staff', { ...body, ...more })).toMatchObject({ status, body: { code, refusals: [{ code, field }] } });
    expect(await staffId('new@staff.example')).toBe('');
    expect((await admin.call('GET', '/V1/staff/999999')).body).toMatchObject({ code: 'staff-not-found' });
    expect((await admin.call('POST', '/V1/staff', { firstName: 'Nobody' })).status).toBe(422);
  });

  it('a bearer needs the right, and gives no more than he has; the last administrator stays', async () => {
    const sarah = await staff(STAFF.sarah);
    for (const [method, path] of [['GET', '/V1/staff'], ['GET', '/V1/staff/search?q=a'], ['GET', `/V1/staff/${await staffId(STAFF.max)}`], ['DELETE', `/V1/staff/${await staffId(STAFF.max)}`], ['GET', `/V1/staff/${await staffId(STAFF.max)}/customers`]] as const)
      expect(await sarah.call(method, path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await api.call('GET', '/V1/staff')).status).toBe(401);
    await shop.rows(
      `with r as (insert into role (name, resources_mode) values ('People', 'custom') returning id), x as (insert into role_resource select id, unnest($1::text[]) from r)
       insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash) select 'Pia', 'People', 'pia@staff.example', r.id, a.staff_group_id, a.password_hash from r, staff a where a.email = $2`,
      [[RESOURCE.staffAccounts], STAFF.admin]);
    const pia = await staff('pia@staff.example');
    const own = `/V1/staff/${await staffId('pia@staff.example')}`;
    for (const more of [{ roleId: await roleId('Administrator') }, { accessAllCustomers: true }, { canEditItemPrice: true }, { stores: ['main'] }]) expect(await pia.call('PUT', own, more)).toMatchObject({ status: 403, body: { code: 'rights-beyond-own' } });
    expect(await pia.call('DELETE', `/V1/staff/${await staffId(STAFF.admin)}`)).toMatchObject({ status: 403, body: { code: 'rights-beyond-own' } });
    expect(await admin.call('DELETE', `/V1/staff/${await staffId(STAFF.admin)}`)).toMatchObject({ status: 409, body: { code: 'last-administrator' } });
    expect(await one('select active::text as it from staff where email = $1', [STAFF.admin])).toBe('true');
  });

  it('who is made inactive is out at once: the token and the context begun with it are over', async () => {
    const lukas = await staff('lukas.brunner@staff.example');
    await shop.rows(`update staff set access_all_customers = true where email = 'lukas.brunner@staff.example'`);
    const john = await one(`select c.id::text as it from customer c join store s on s.id = c.store_id join consent k on k.customer_id = c.id and k.answer = 'given' and k.superseded_at is null where s.code = 'de' and c.status = 'active' and c.confirmed_at is not null limit 1`);
    const inside = api.with((await lukas.call('POST', `/V1/staff/customers/${john}/token`, {})).body['token']);
    expect((await inside.call('GET', '/V1/me')).status).toBe(200);
    await admin.call('DELETE', `/V1/staff/${await staffId('lukas.brunner@staff.example')}`);
    expect((await lukas.call('GET', '/V1/me')).status).toBe(401);
    expect((await inside.call('GET', '/V1/me')).body).toMatchObject({ code: 'assist-session-over' });
    expect((await api.call('POST', '/V1/staff/token', { email: 'lukas.brunner@staff.example', password: PASSWORD })).status).toBe(401);
  });

  it('lists the customers assigned to a member of staff, and only those', async () => {
    const found = await admin.call('GET', `/V1/staff/${await staffId(STAFF.sarah)}/customers`);
    expect(items(found)).toHaveLength(40);
    expect(items(found)[0]).toMatchObject({ id: CUSTOMER.john, name: 'John Doe', isPrimary: true, store: 'main', status: 'active' });
    expect(items(found).some(({ id }) => id === CUSTOMER.uma)).toBe(false);
    expect((await admin.call('GET', '/V1/staff/999999/customers')).status).toBe(404);
  });
});

describe('H1: own tokens', () => {
  it('are listed without themselves, and revoked one by one; a colleague’s is not there', async () => {
    const [desk, phone, other] = [await staff(STAFF.max), await staff(STAFF.max), await staff(STAFF.vera)];
    const listed = items(await desk.call('GET', '/V1/staff/tokens'));
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ current }) => current === true)).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain('ort_');
    const theirs = String(items(await phone.call('GET', '/V1/staff/tokens')).find(({ current }) => current === true)?.['id']);
    expect(await other.call('DELETE', `/V1/staff/tokens/${theirs}`)).toMatchObject({ status: 404 });
    expect((await phone.call('GET', '/V1/me')).status).toBe(200);
    expect((await desk.call('DELETE', `/V1/staff/tokens/${theirs}`)).status).toBe(204);
    expect(await lastEntry()).toBe('staff-session/revoke-token done');
    expect((await phone.call('GET', '/V1/me')).status).toBe(401);
    expect((await desk.call('DELETE', '/V1/staff/token')).status).toBe(204);
    expect((await desk.call('GET', '/V1/me')).status).toBe(401);
  });

  it('are all told of in OpenAPI', async () => {
    const { body } = await api.call('GET', '/V1/openapi.json');
    const paths = body['paths'] as Record<string, Record<string, unknown>>;
    expect(Object.keys(paths['/V1/staff'] ?? {})).toEqual(['get', 'post']);
    expect(Object.keys(paths['/V1/staff/{staffId}'] ?? {})).toEqual(['get', 'put', 'delete']);
    for (const path of ['/V1/staff/search', '/V1/staff/{staffId}/customers', '/V1/staff/tokens', '/V1/staff/tokens/{tokenId}', '/V1/staff/token']) expect(paths[path]).toBeDefined();
  });
});
