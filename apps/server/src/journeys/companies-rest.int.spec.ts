import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, type ApiAnswer } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { CUSTOMER, PASSWORD, STAFF } from '../testing/people.ts';

let shop: DemoShop;
let admin: ApiClient;
let sarah: ApiClient;
let groupId = '';
let company = '';

const codes = ({ body }: ApiAnswer): unknown => (Array.isArray(body['errors']) ? (body['errors'] as { code: string }[]).map(({ code }) => code) : [body['code']]);
const staff = async (email: string): Promise<ApiClient> => {
  const api = new ApiClient(shop.server.origin);
  return api.with((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
};
const entries = (action: string) => shop.rows<{ result: string }>(`select result from audit_entry where action_group = 'company' and action = $1 order by at`, [action]);

const enter = async (): Promise<ApiClient> => admin.with((await admin.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true })).body['token']);

beforeAll(async () => {
  shop = await openDemoShop();
  [admin, sarah] = [await staff(STAFF.admin), await staff(STAFF.sarah)];
  [{ id: groupId } = { id: '' }] = await shop.rows<{ id: string }>(`select id::text from customer_group where code = 'trade'`);
});
afterAll(async () => {
  await expectInvariants(shop);
  await shop.close();
});

describe('H1: companies over REST, for whoever keeps companies', () => {
  it('are made, read, changed and listed by cursor, with the page’s refusals at the names of the body', async () => {
    const body = { websiteId: '1', name: 'Acme Works', vatNumber: 'ATU13585627', groupId, paymentDays: 14, creditLimit: '5000.00' };
    const refused = await admin.call('POST', '/V1/companies', { ...body, vatNumber: 'ATU1', groupId: '999999', creditLimit: '1e9' });
    expect([refused.status, refused.headers.get('content-type')?.includes('problem+json'), JSON.stringify(refused.body).includes('"groupId"')]).toEqual([422, true, true]);
    const made = await admin.call('POST', '/V1/companies', body);
    expect([made.status, made.body]).toEqual([201, {
      id: expect.any(String) as string, websiteId: '1', name: 'Acme Works', vatNumber: 'ATU13585627', vatCheck: null, groupId, orderVisibility: 'own', paymentDays: 14, creditLimit: { amount: '5000.00', currency: 'USD' },
    }]);
    company = String(made.body['id']);
    const changed = await admin.call('PUT', `/V1/companies/${company}`, { name: 'Acme Works LLC', paymentDays: null });
    expect(changed.body).toMatchObject({ name: 'Acme Works LLC', vatNumber: 'ATU13585627', paymentDays: null, creditLimit: { amount: '5000.00' } });
    expect((await admin.call('PUT', `/V1/companies/${company}`, { creditLimit: null })).body).toMatchObject({ creditLimit: null });
    expect((await admin.call('PUT', `/V1/companies/${company}`, { paymentDays: 366 })).status).toBe(422);
    expect((await admin.call('GET', '/V1/companies?q=acme')).body).toMatchObject({ items: [{ id: company }], next: null });
    await shop.rows(`insert into company (website_id, name, customer_group_id) select 1, 'Row ' || lpad(i::text, 3, '0'), $1 from generate_series(1, 60) i`, [groupId]);
    const first = await admin.call('GET', '/V1/companies?q=row');
    const second = await admin.call('GET', `/V1/companies?q=row&cursor=${String(first.body['next'])}`);
    const names = [first, second].flatMap((answer) => (answer.body['items'] as { name: string }[]).map(({ name }) => name));
    expect([names.length, new Set(names).size, names[50], second.body['next']]).toEqual([60, 60, 'Row 051', null]);
    expect((await admin.call('GET', '/V1/companies/999999')).status).toBe(404);
    expect(await entries('create')).toEqual(['refused', 'done'].map((result) => ({ result })));
  });

  it('have their VAT number marked as checked, for the one that was looked up', async () => {
    expect((await admin.call('PUT', `/V1/companies/${company}/vat-check`, { vatNumber: 'ESB12345674' })).status).toBe(409);
    expect((await admin.call('PUT', `/V1/companies/${company}/vat-check`, { vatNumber: 'ATU13585627' })).body).toMatchObject({ vatCheck: { by: expect.any(String) as string } });
    expect((await admin.call('PUT', `/V1/companies/${company}`, { vatNumber: 'ESB12345674' })).body).toMatchObject({ vatCheck: null });
    await admin.call('PUT', `/V1/companies/${company}/vat-check`, { vatNumber: 'ESB12345674' });
    expect((await admin.call('DELETE', `/V1/companies/${company}/vat-check`)).body).toMatchObject({ vatCheck: null });
  });

  it('have buyers added, given another role and taken out', async () => {
    const path = `/V1/companies/${company}/buyers`;
    expect(codes(await admin.call('POST', path, { customer: 'nobody@nowhere.example' }))).toEqual(['customer-unknown']);
    expect((await admin.call('POST', path, { customer: 'john.doe@customer.example', role: 'administrator' })).status).toBe(201);
    expect(codes(await admin.call('POST', path, { customer: CUSTOMER.john }))).toEqual(['buyer-elsewhere']);
    await admin.call('POST', path, { customer: CUSTOMER.jane });
    expect((await admin.call('PUT', `${path}/${CUSTOMER.jane}`, { role: 'administrator' })).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: CUSTOMER.jane, role: 'administrator' })]) as unknown });
    expect((await admin.call('DELETE', `${path}/${CUSTOMER.jane}`)).status).toBe(204);
    expect((await admin.call('DELETE', `${path}/${CUSTOMER.jane}`)).status).toBe(404);
    expect(((await admin.call('GET', path)).body['items'] as { id: string }[]).map(({ id }) => id)).toEqual([CUSTOMER.john]);
    expect(await entries('add-buyer')).toHaveLength(4);
  });

  it('are closed to staff without the right, and to every assist session', async () => {
    const inside = sarah.with((await sarah.call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true })).body['token']);
    for (const caller of [sarah, inside]) {
      for (const [method, path, body] of [
        ['GET', '/V1/companies'], ['GET', `/V1/companies/${company}`], ['PUT', `/V1/companies/${company}`, { name: 'Mine' }], ['PUT', `/V1/companies/${company}/vat-check`, { vatNumber: 'ESB12345674' }],
        ['POST', `/V1/companies/${company}/buyers`, { customer: CUSTOMER.jane }], ['DELETE', `/V1/companies/${company}/buyers/${CUSTOMER.john}`],
      ] as const) expect([path, (await caller.call(method, path, body)).status]).toEqual([path, 403]);
    }
    expect(await shop.rows('select name, vat_checked_at from company where id = $1', [company])).toEqual([{ name: 'Acme Works LLC', vat_checked_at: null }]);
  });
});

describe('H1: the own company over REST', () => {
  it('is read in view mode, masked, and changed in full mode by an administrator of it alone', async () => {
    const mine = '/V1/customers/me/company';
    await shop.rows(`update consent set scope = 'full' where customer_id = $1`, [CUSTOMER.john]);
    const full = await enter();
    expect((await full.call('GET', mine)).body).toEqual({ company: { name: 'Acme Works LLC', vatNumber: 'ESB12345674', role: 'administrator', orderVisibility: 'own', paymentDays: null } });
    expect(codes(await full.call('PUT', mine, { name: 'Acme', vatNumber: 'DE1' }))).toEqual(['vat-number-invalid']);
    expect((await full.call('PUT', mine, { name: 'Acme', vatNumber: 'ATU13585627' })).body).toMatchObject({ company: { name: 'Acme', vatNumber: 'ATU13585627' } });
    await shop.rows(`update customer set company_role = 'buyer' where id = $1`, [CUSTOMER.john]);
    expect(codes(await (await enter()).call('PUT', mine, { name: 'Mine', vatNumber: '' }))).toEqual(['company-administrator-only']);
    await shop.rows(`update customer set company_role = 'administrator' where id = $1`, [CUSTOMER.john]);
    await shop.rows(`update consent set scope = 'view' where customer_id = $1`, [CUSTOMER.john]);
    const view = await enter();
    expect((await view.call('GET', mine)).body).toMatchObject({ company: { name: 'Acme', vatNumber: null } });
    expect((await view.call('PUT', mine, { name: 'Mine', vatNumber: '' })).status).toBe(403);
  });
});
