import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openShopServer, staffBrowser, type Shown, type ShopServer, type StaffBrowser } from '../../testing/shop-server.ts';
import { adminRoutes } from './index.ts';

let server: ShopServer;
let admin: StaffBrowser;
let clerk: StaffBrowser;

beforeAll(async () => {
  server = await openShopServer();
  const [other] = await server.rows<{ id: string }>(
    `with r as (insert into role (name, resources_mode) values ('Clerk', 'custom') returning id), x as (insert into role_resource select id, 'sales.orders' from r)
     insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash) select 'Cleo', 'Clerk', 'cleo@staff.example', r.id, $1, 'none' from r returning id::text as id`,
    [server.shop.staff.groupId],
  );
  admin = await staffBrowser(server, adminRoutes, server.shop.staff.id);
  clerk = await staffBrowser(server, adminRoutes, other?.id ?? '');
});
afterAll(() => server.drop());
beforeEach(() => server.rows('delete from setting_value'));

interface Field {
  path: string;
  value: string;
  inherited: boolean;
  inheritedFrom: string;
  changedBy: { name: string } | null;
  note: string | null;
  editable: boolean;
  problem: { code: string } | null;
}
interface PageShown {
  page: string;
  props: { fields: Field[]; problems: { code: string; field: string }[]; rows: Record<string, unknown>[]; filters: Record<string, string>; paging: { previous: string | null; next: string | null } };
  flash: { text: string }[];
}
const pageIn = ({ body }: Shown): PageShown => JSON.parse(body) as PageShown;
const fieldIn = (shown: Shown, path: string): Field | undefined => pageIn(shown).props.fields.find((one) => one.path === path);
const settings = () => server.rows('select path, scope, scope_id::int as id, value from setting_value order by path, scope');
const entries = (group: string) =>
  server.rows<{ result: string; body: string }>(`select result, convert_from(canonical, 'UTF8') as body from audit_entry where action_group = $1 order by id desc`, [group]);

const GENERAL = '/admin/configuration/staff-general';
const CUSTOMERS = '/admin/configuration/customers-login-as-customer';

describe('the way in', () => {
  it('leads to the first page the actor may open', async () => {
    expect((await admin.get('/admin')).headers['location']).toBe('/admin/orders');
    expect((await clerk.get('/admin')).headers['location']).toBe('/admin/orders');
  });

  it.each(['/admin/configuration', '/admin/action-logs', '/admin/mails', '/admin/mails/00000000-0000-0000-0000-000000000000/body'])('is closed at %s to who hasn’t the right', async (url) => {
    expect((await clerk.get(url)).status).toBe(403);
  });

  it('is closed to a form of who hasn’t the right, and that is on record', async () => {
    expect((await clerk.post(GENERAL, { scope: 'default', 'value:staff/session/lifetime': '7200' })).status).toBe(403);
    expect(await settings()).toEqual([]);
    expect((await entries('configuration'))[0]).toMatchObject({ result: 'refused' });
  });
});

describe('Save Config', () => {
  it('writes what changed, says so on the page that follows, and records before and after', async () => {
    const saved = await admin.post(GENERAL, { scope: 'default', 'value:staff/session/lifetime': '3600', 'value:staff/customers/show_before_search': '1' });
    expect([saved.status, saved.headers['location']]).toEqual([303, GENERAL]);
    expect(await settings()).toEqual([{ path: 'staff/session/lifetime', scope: 'default', id: 0, value: '3600' }]);
    expect((await entries('configuration'))[0]?.body).toContain('"changes":[{"after":"3600","before":"900","inherited":false,"path":"staff/session/lifetime"}],"scope":"default"');
    const shown = await admin.get(GENERAL);
    expect(pageIn(shown).flash[0]?.text).toContain('flash.configuration-saved');
    expect(fieldIn(shown, 'staff/session/lifetime')).toMatchObject({ value: '3600', inherited: false, changedBy: { name: 'Sam Seller' } });
    expect(fieldIn(shown, 'staff/session/lifetime')?.note).toContain('PCI');
  });

  it('writes nothing at all where one value is refused, and keeps what was typed', async () => {
    const before = (await entries('configuration')).length;
    const refused = await admin.post(CUSTOMERS, { scope: 'default', 'value:assist/enabled': '0', 'value:assist/session/max_lifetime': 'soon', 'value:assist/consent/policy': 'sometimes' });
    expect(refused.status).toBe(422);
    expect(await settings()).toEqual([]);
    expect(pageIn(refused).props.problems.map(({ code, field }) => [code, field])).toEqual([['setting-invalid', 'assist/session/max_lifetime'], ['setting-invalid', 'assist/consent/policy']]);
    expect(fieldIn(refused, 'assist/session/max_lifetime')).toMatchObject({ value: 'soon', problem: { code: 'setting-invalid' } });
    expect(fieldIn(refused, 'assist/enabled')).toMatchObject({ value: '0', problem: null });
    expect(await entries('configuration')).toHaveLength(before + 1);
    expect((await entries('configuration'))[0]).toMatchObject({ result: 'refused' });
  });

  it('records nothing where nothing changed', async () => {
    const before = (await entries('configuration')).length;
    expect((await admin.post(GENERAL, { scope: 'default', 'value:staff/session/lifetime': '900' })).status).toBe(303);
    expect(await entries('configuration')).toHaveLength(before);
  });

  it('lets two saves at the same time never leave a pair that doesn’t fit', async () => {
    await server.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/session/max_lifetime', 'default', 0, '"5000"', now())`);
    const both = await Promise.all([
      admin.post(GENERAL, { scope: 'default', 'value:staff/session/lifetime': '5000' }),
      admin.post(CUSTOMERS, { scope: 'default', 'value:assist/session/max_lifetime': '4000' }),
    ]);
    expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([303, 422]);
  });
});

describe('scopes', () => {
  const title = 'assist/consent/title';
  const at = async (scope: string) => fieldIn(await admin.get(`${CUSTOMERS}?scope=${scope}`), title);

  it('go from store view to website to default to what is built in', async () => {
    expect(await at('store:2')).toMatchObject({ value: 'Unterstützung beim Einkauf aus der Ferne erlauben', inherited: true, inheritedFrom: 'config.built-in' });
    await admin.post(CUSTOMERS, { scope: 'default', [`value:${title}`]: 'Everywhere' });
    expect(await at('store:2')).toMatchObject({ value: 'Everywhere', inherited: true, inheritedFrom: 'config.default' });
    await admin.post(CUSTOMERS, { scope: 'website:2', [`value:${title}`]: 'In Europe' });
    expect(await at('store:2')).toMatchObject({ value: 'In Europe', inheritedFrom: 'config.website {"name":"Europe"}' });
    expect(await at('store:1')).toMatchObject({ value: 'Everywhere' });
    await admin.post(CUSTOMERS, { scope: 'store:2', [`value:${title}`]: 'In Deutschland' });
    expect(await at('store:2')).toMatchObject({ value: 'In Deutschland', inherited: false });
    await admin.post(CUSTOMERS, { scope: 'store:2', [`value:${title}`]: 'In Deutschland', [`inherit:${title}`]: '1' });
    expect(await at('store:2')).toMatchObject({ value: 'In Europe', inherited: true });
  });

  it('that a setting doesn’t have show it read only, and refuse it', async () => {
    expect(fieldIn(await admin.get(`${GENERAL}?scope=website:2`), 'staff/session/lifetime')).toMatchObject({ editable: false });
    expect((await admin.post(GENERAL, { scope: 'website:2', 'value:staff/session/lifetime': '600' })).status).toBe(422);
    expect(await settings()).toEqual([]);
  });

  it('that don’t exist are not found', async () => {
    expect((await admin.get(`${GENERAL}?scope=website:9`)).status).toBe(404);
    expect((await admin.post(GENERAL, { scope: 'store:99', 'value:staff/session/lifetime': '600' })).status).toBe(404);
  });
});

describe('the search', () => {
  it('finds settings of any section by their words, and nothing else', async () => {
    const found = pageIn(await admin.get('/admin/configuration?search=session+lifetime')).props.fields.map((one) => one.path);
    expect(found).toContain('staff/session/lifetime');
    expect(pageIn(await admin.get('/admin/configuration?search=keep+action+logs')).props.fields.map((one) => one.path)).toEqual(['audit/retention_months']);
  });

  it('saves from what it found', async () => {
    const saved = await admin.post('/admin/configuration/search', { search: 'session lifetime', scope: 'default', 'value:staff/session/lifetime': '1200' });
    expect(saved.headers['location']).toBe('/admin/configuration?search=session+lifetime');
    expect(await settings()).toMatchObject([{ value: '1200' }]);
  });
});

describe('the action log', () => {
  it('shows the last 30 days and records that it was read, with the filters and no e-mail in the open', async () => {
    const shown = pageIn(await admin.get('/admin/action-logs?group=configuration&customer=anna@customer.example'));
    expect(shown.page).toBe('admin/action-logs');
    const { from, to } = shown.props.filters;
    expect((Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000).toBe(30);
    const [reading] = await entries('action-log');
    expect(reading?.body).toContain('"action":"view"');
    expect(reading?.body).toContain(`"customers":["${server.shop.anna.id}"]`);
    expect(reading?.body).toContain('"group":"configuration"');
    expect(reading?.body).not.toContain('anna@customer.example');
  });

  it('goes on where the page ended, and back', async () => {
    for (let n = 0; n < 60; n += 1) await admin.get('/admin/action-logs?group=report');
    const first = pageIn(await admin.get('/admin/action-logs?group=action-log'));
    expect(first.props.rows).toHaveLength(50);
    const second = pageIn(await admin.get(first.props.paging.next ?? ''));
    const seen = new Set([...first.props.rows, ...second.props.rows].map((row) => row['id']));
    expect(seen.size).toBe(50 + second.props.rows.length);
    expect(second.props.paging.previous).not.toBeNull();
    expect(pageIn(await admin.get(second.props.paging.previous ?? '')).page).toBe('admin/action-logs');
  });

  it('gives nothing to a page fetched ahead, and so records nothing', async () => {
    const before = (await entries('action-log')).length;
    const ahead = await admin.get('/admin/action-logs', { 'sec-purpose': 'prefetch' });
    expect([ahead.status, ahead.body]).toEqual([503, '']);
    expect(await entries('action-log')).toHaveLength(before);
  });

  it.each(['from=2026-13-01', 'actor=1%27', 'store=x', 'after=~~_x', 'result=none', 'group=constructor&action=constructor'])('takes %s for no filter', async (query) => {
    expect((await admin.get(`/admin/action-logs?${query}`)).status).toBe(200);
  });
});

describe('the mails', () => {
  const ID = '0198c2de-0000-7000-8000-00000000000a';
  beforeAll(async () => {
    await server.rows(`insert into mail (id, template, params, locale, recipient, created_at, status, subject_line) values ($1, 'order-confirmation', '{}', 'en', 'anna@customer.example', now(), 'sent', 'Your order')`, [ID]);
    await server.rows(`insert into demo_inbox values ($1, '<p onclick="x()">Hello</p><script>x()</script>', 'Hello')`, [ID]);
  });

  it('are listed with their state', async () => {
    expect(pageIn(await admin.get('/admin/mails')).props.rows).toMatchObject([{ id: ID, to: 'anna@customer.example', subject: 'Your order', status: 'sent', href: `/admin/mails/${ID}` }]);
  });

  it('show their HTML under a policy that lets nothing run, and the look is on record once', async () => {
    const body = await admin.get(`/admin/mails/${ID}/body`);
    expect(body.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;.*sandbox$/);
    await admin.get(`/admin/mails/${ID}/body`);
    expect((await entries('customer')).filter((entry) => entry.body.includes(ID))).toHaveLength(1);
  });

  it.each(['nothing', '0198c2de-0000-7000-8000-00000000000b', "1' or true"])('has none called %s', async (id) => {
    expect((await admin.get(`/admin/mails/${encodeURIComponent(id)}`)).status).toBe(404);
  });
});

describe('orders', () => {
  it('are listed, and one that isn’t there is not found', async () => {
    expect(pageIn(await clerk.get('/admin/orders?staff=1&status=new&q=1')).page).toBe('admin/orders');
    expect((await clerk.get('/admin/orders/424242')).status).toBe(404);
  });
});
