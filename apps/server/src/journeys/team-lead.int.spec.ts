import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { STAFF, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

/** The newest order of somebody, by group or by e-mail. */
async function orderOf(where: string, value: string): Promise<string> {
  const [row] = await shop.rows<{ number: string }>(
    `select p.number from purchase p join staff a on a.id = p.owner_staff_id join staff_group g on g.id = a.staff_group_id where ${where} = $1 and p.status <> 'cancelled' order by p.placed_at desc limit 1`, [value]);
  return row?.number ?? '';
}

describe('A4: a team lead', () => {
  it('sees the own orders first, and the team’s with whose they are, their sums and their CSV', async () => {
    const ruth = await staff(STAFF.ruth);
    const sarahs = await orderOf('a.email', STAFF.sarah);
    const mine = await ruth.get('/staff/orders');
    expect(mine.text).toContain('My team');
    expect(mine.html).not.toContain(`/staff/orders/${sarahs}"`);
    const team = await ruth.get(`/staff/orders?scope=team&q=${sarahs}`);
    expect(team.html).toContain(`/staff/orders/${sarahs}"`);
    expect(team.text).toContain('Sarah Johnson');
    expect(team.html).toContain('name="scope" value="team"');
    const csv = await (await ruth.raw('/staff/orders.csv?scope=team', {})).text();
    expect(csv.split('\n')[0]).toMatch(/status,staff$/);
    expect(csv).toContain(sarahs);
    expect(csv).toContain('Sarah Johnson');
    const [sum] = await shop.rows<{ n: number }>(
      `select count(*)::int as n from purchase p where p.owner_staff_id in (select a.id from staff a join staff_group g on g.id = a.staff_group_id join staff l on l.id = g.lead_staff_id where l.email = $1 union select id from staff where email = $1)`, [STAFF.ruth]);
    expect(csv.trim().split('\n')).toHaveLength((sum?.n ?? 0) + 1);
  });

  it('opens an order of the team, and none of another group', async () => {
    const ruth = await staff(STAFF.ruth);
    expect((await ruth.get(`/staff/orders/${await orderOf('a.email', STAFF.sarah)}`)).status).toBe(200);
    const elsewhere = await orderOf('g.name', 'Customer Service');
    if (elsewhere !== '') expect((await ruth.get(`/staff/orders/${elsewhere}`)).status).toBe(404);
    await shop.rows(`update staff_group set lead_staff_id = null`);
    expect((await ruth.get(`/staff/orders/${await orderOf('a.email', STAFF.sarah)}`)).status).toBe(404);
    expect((await ruth.get('/staff/orders?scope=team')).text).not.toContain('Sarah Johnson');
    await shop.rows(`update staff_group set lead_staff_id = (select id from staff where email = $1) where name in ('Sales', 'Key Accounts')`, [STAFF.ruth]);
  });

  it('is who the group names: nobody else has the choice, and asking for it in the address gives the own orders', async () => {
    const sarah = await staff(STAFF.sarah);
    const terrences = await orderOf('a.email', 'terrence.cole@staff.example');
    const page = await sarah.get(`/staff/orders?scope=team&q=${terrences}`);
    expect(page.text).not.toContain('My team');
    expect(page.html).not.toContain(`/staff/orders/${terrences}"`);
    expect(await (await sarah.raw('/staff/orders.csv?scope=team', {})).text()).not.toContain(terrences);
    expect((await sarah.get(`/staff/orders/${terrences}`)).status).toBe(404);
  });
});
