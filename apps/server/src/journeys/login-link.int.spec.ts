import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { endEverySession, expectInvariants } from '../testing/invariants.ts';
import { openMailServer, type MailServer, type Received } from '../testing/mail-server.ts';
import { CUSTOMER, PASSWORD, STAFF, hidden, logInAsStaff } from '../testing/people.ts';
import { TestBrowser } from '../testing/test-browser.ts';

let post: MailServer;
let shop: DemoShop;
beforeAll(async () => {
  post = await openMailServer();
  shop = await openDemoShop({}, { SMTP_URL: post.url });
});
afterAll(async () => {
  await shop.close();
  await post.close();
});
afterEach(async () => {
  post.mails.length = 0;
  await expectInvariants(shop);
  await endEverySession(shop);
});

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function nextMail(): Promise<Received> {
  await expect.poll(() => post.mails.length, { timeout: 15_000 }).toBeGreaterThan(0);
  const [mail] = post.mails.splice(0, 1);
  if (mail === undefined) throw new Error('No mail');
  return mail;
}

/** Path and query of the link in a mail. */
const linkIn = ({ text }: Received): string => /https?:\/\/[^/\s"]+(\/staff\/link\?token=oml_[A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '';

async function mailedTo(email: string, customerId: string, to: 'me' | 'assigned' = 'me'): Promise<Received> {
  const maker = await staff(email);
  await maker.get(`/staff/customers/${customerId}/link`);
  const sent = await maker.post(`/staff/customers/${customerId}/link`, { to });
  expect(sent.url).toMatch(/^\/staff\/links\/[0-9a-f-]{36}$/);
  expect(sent.html).not.toMatch(/oml_/);
  return nextMail();
}

/** The confirm page's one button. */
function confirm(browser: TestBrowser, page: { html: string }, customerId: string, more: Record<string, string> = {}) {
  return browser.post(`/staff/customers/${customerId}/enter`, { link: hidden(page.html, 'link'), ...more });
}

const contexts = () => shop.rows<{ subject_id: string }>('select subject_id::text from assist_session where ended_at is null');
const links = () => shop.rows<{ used: boolean }>('select used_at is not null as used from login_link order by created_at desc limit 1');

async function newestRefusal(): Promise<{ codes: string[]; actor: string } | undefined> {
  const [row] = await shop.rows<{ codes: string[]; actor: string }>(
    `select split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb->'codes' as codes, a.email as actor
     from audit_entry e left join staff a on a.id = e.actor_id where e.result = 'refused' order by e.id desc limit 1`);
  return row;
}

describe('B18: a login link by mail', () => {
  it('staff click the link in the mail, log in, confirm, and are in the customer’s account', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    expect(mail.to).toEqual([STAFF.sarah]);
    expect(mail.text).toContain('John Doe');
    expect(mail.text).toContain('10 minutes');
    const sarah = shop.browser();
    const login = await sarah.get(linkIn(mail));
    expect(login.url).toContain('/staff/account/login?next=');
    const page = await sarah.post('/staff/account/login', { email: STAFF.sarah, password: PASSWORD, next: linkIn(mail) });
    expect(page.url).toBe(linkIn(mail));
    expect(page.text).toContain('John Doe');
    expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual(['no-referrer', 'private, no-store']);
    const inside = await confirm(sarah, page, CUSTOMER.john);
    expect(inside.url).toBe('/account');
    expect(inside.text).toContain('You are logged in as: John Doe');
    expect(await links()).toEqual([{ used: true }]);
  });

  it('goes to the assigned colleague, in the colleague’s language, with the maker’s name', async () => {
    const mail = await mailedTo(STAFF.max, CUSTOMER.john, 'assigned');
    expect(mail.to).toEqual([STAFF.sarah]);
    expect(mail.text).toContain('Max Keller had this link sent to you.');
    const sarah = await staff(STAFF.sarah);
    const page = await sarah.get(linkIn(mail));
    expect((await confirm(sarah, page, CUSTOMER.john)).text).toContain('You are logged in as: John Doe');
  });

  it('asks what a start asks, and keeps the link until it is answered', async () => {
    const first = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const sarah = await staff(STAFF.sarah);
    await confirm(sarah, await sarah.get(linkIn(first)), CUSTOMER.john);
    const second = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const again = await sarah.get(linkIn(second));
    const asked = await confirm(sarah, again, CUSTOMER.john);
    expect(asked.status).toBe(422);
    expect(await links()).toEqual([{ used: false }]);
    expect((await confirm(sarah, asked, CUSTOMER.john, { switch: '1' })).text).toContain('You are logged in as: John Doe');
  });

  it('REST: POST /V1/staff/customers/:customerId/link mails it and gives no token', async () => {
    const client = new ApiClient(shop.server.origin);
    const { body } = await client.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD });
    const made = await client.with(body['token']).call('POST', `/V1/staff/customers/${CUSTOMER.john}/link`, { to: 'me' });
    expect(made.status).toBe(202);
    expect(made.body).toMatchObject({ recipient: { email: STAFF.sarah } });
    expect(JSON.stringify(made.body)).not.toMatch(/oml_/);
    expect(linkIn(await nextMail())).not.toBe('');
    const refused = await client.with(body['token']).call('POST', `/V1/staff/customers/${CUSTOMER.jane}/link`, {});
    expect([refused.status, refused.body['code']]).toEqual([403, 'consent-missing']);
  });
});

describe('what must not happen to a link', () => {
  it('E02: forwarded, it opens nothing for another member of staff, who learns no name, and the log has it', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const nobody = await shop.browser().get(linkIn(mail));
    expect([nobody.url.startsWith('/staff/account/login?next='), nobody.text.includes('John Doe')]).toEqual([true, false]);
    const olivia = await staff(STAFF.olivia);
    const page = await olivia.get(linkIn(mail));
    expect(page.status).toBe(403);
    expect(page.text).toContain('This link was mailed to a colleague');
    expect(page.text).not.toContain('John Doe');
    expect(await newestRefusal()).toEqual({ codes: ['link-not-yours'], actor: STAFF.olivia });
    await olivia.get('/staff/customers');
    const token = linkIn(mail).split('token=')[1] ?? '';
    const tried = await olivia.post(`/staff/customers/${CUSTOMER.john}/enter`, { link: token });
    expect(tried.status).toBe(403);
    expect(await contexts()).toEqual([]);
    expect(await links()).toEqual([{ used: false }]);
  });

  it('E04: works once, of ten at the same time too', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const sarah = await staff(STAFF.sarah);
    const page = await sarah.get(linkIn(mail));
    const body = new URLSearchParams({ _csrf: sarah.formToken, link: hidden(page.html, 'link') });
    const answers = await Promise.all(Array.from({ length: 10 }, () => sarah.raw(`/staff/customers/${CUSTOMER.john}/enter`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body })));
    expect(answers.filter((one) => one.status === 303)).toHaveLength(1);
    expect(await contexts()).toHaveLength(1);
    const again = await sarah.get(linkIn(mail));
    expect(again.status).toBe(410);
    expect(again.text).toContain('This link has been used or is too old.');
  });

  it('looking at it changes nothing, however often and whoever looks (A11: scanners)', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const scanner = shop.browser();
    for (let n = 0; n < 3; n += 1) await scanner.get(linkIn(mail));
    const sarah = await staff(STAFF.sarah);
    for (let n = 0; n < 3; n += 1) await sarah.get(linkIn(mail));
    expect(await contexts()).toEqual([]);
    expect(await links()).toEqual([{ used: false }]);
  });

  it('E03: after its time it is over', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    await shop.rows('update login_link set expires_at = clock_timestamp() where used_at is null');
    const sarah = await staff(STAFF.sarah);
    expect((await sarah.get(linkIn(mail))).status).toBe(410);
    expect(await newestRefusal()).toEqual({ codes: ['link-over'], actor: STAFF.sarah });
  });

  it('E05: it is no credential: nothing opens with it alone, in the portal or in the customer’s account', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    await expectInvariants(shop, { over: [linkIn(mail).split('token=')[1] ?? ''] });
  });

  it('E08: its address goes into no Referer and no cache, on the way through the login too, and no page on the way asks anybody else for anything', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const answers: Response[] = [];
    const bodies: string[] = [];
    const sarah = new TestBrowser(shop.server.origin, (answer, body) => {
      answers.push(answer);
      bodies.push(body);
    });
    await sarah.get(linkIn(mail));
    await sarah.post('/staff/account/login', { email: STAFF.sarah, password: 'not-my-password', next: linkIn(mail) });
    await sarah.post('/staff/account/login', { email: STAFF.sarah, password: PASSWORD, next: linkIn(mail) });
    await sarah.get(`${linkIn(mail)}x`);
    const named = answers.filter(({ url }) => url.includes('token'));
    expect(named.map(({ status }) => status)).toEqual([303, 200, 200, 410]);
    for (const { headers } of named) expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'private, no-store']);
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'private, no-store'));
    for (const body of bodies) expect([...body.matchAll(/(?:src|href|action)="(?:https?:)?\/\/([^/"]*)/g)].map(([, host]) => host)).toEqual([]);
  });

  it('E05: it leads into its own customer and no other', async () => {
    const mail = await mailedTo(STAFF.olivia, CUSTOMER.john);
    const olivia = await staff(STAFF.olivia);
    const page = await olivia.get(linkIn(mail));
    const tried = await confirm(olivia, page, CUSTOMER.uma);
    expect(tried.status).toBe(410);
    expect(await contexts()).toEqual([]);
  });

  it('E07: a new address of the account closes what went to the old one', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    await shop.rows(`update staff set email = 'sarah.other@staff.example' where email = $1`, [STAFF.sarah]);
    const sarah = await staff('sarah.other@staff.example');
    const page = await sarah.get(linkIn(mail));
    await shop.rows(`update staff set email = $1 where email = 'sarah.other@staff.example'`, [STAFF.sarah]);
    expect(page.status).toBe(410);
  });

  it('E09: its token is in the mail and nowhere else', async () => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const token = linkIn(mail).split('token=')[1] ?? 'none';
    const kept = await shop.rows<{ text: string }>(
      `select l::text as text from login_link l union all select m::text from mail m union all select convert_from(canonical, 'UTF8') from audit_entry union all select j::text from graphile_worker._private_jobs j`);
    expect(kept.some(({ text }) => text.includes(token) || text.includes(token.slice(4)))).toBe(false);
  });

  it.each([
    ['consent withdrawn', `update consent set answer = 'refused' where customer_id = 1001 and superseded_at is null`, `update consent set answer = 'given' where customer_id = 1001 and superseded_at is null`],
    ['the customer blocked', `update customer set status = 'blocked' where id = 1001`, `update customer set status = 'active' where id = 1001`],
  ])('T13: with %s after the mail it enters nothing, and stays unused', async (_what, change, undo) => {
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    const sarah = await staff(STAFF.sarah);
    const page = await sarah.get(linkIn(mail));
    await shop.rows(change);
    const refused = await confirm(sarah, page, CUSTOMER.john);
    await shop.rows(undo);
    expect(refused.status).toBe(422);
    expect(await contexts()).toEqual([]);
    expect(await links()).toEqual([{ used: false }]);
  });

  it('none is made for a customer the maker can’t enter or may not see, nor by view of a guess', async () => {
    const sarah = await staff(STAFF.sarah);
    const hiddenOne = await sarah.get(`/staff/customers/${CUSTOMER.uma}/link`);
    expect(hiddenOne.text).not.toContain('Uma');
    await sarah.get(`/staff/customers/${CUSTOMER.jane}/link`);
    const refused = await sarah.post(`/staff/customers/${CUSTOMER.jane}/link`, { to: 'me' });
    expect(refused.status).toBe(422);
    expect(await newestRefusal()).toEqual({ codes: ['consent-missing'], actor: STAFF.sarah });
    await sarah.get(`/staff/customers/${CUSTOMER.john}/link`);
    expect((await sarah.post(`/staff/customers/${CUSTOMER.john}/link`, { to: 'assigned' })).text).toContain('Nobody else is assigned to this customer.');
    expect(post.mails).toEqual([]);
  });

  it('with a mail server there is no way to open a link but its mail', async () => {
    await mailedTo(STAFF.sarah, CUSTOMER.john);
    const sarah = await staff(STAFF.sarah);
    const [link] = await shop.rows<{ id: string }>('select id from login_link order by created_at desc limit 1');
    const seen = await sarah.get(`/staff/links/${link?.id ?? ''}`);
    expect(seen.text).not.toContain('Open the link here');
    expect((await sarah.post(`/staff/links/${link?.id ?? ''}/open`)).status).toBe(404);
  });
});

describe('settings', () => {
  it('assist/link/lifetime: the mail says how long, and the link lives as long', async () => {
    await shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/link/lifetime', 'default', 0, '120', now())`);
    const mail = await mailedTo(STAFF.sarah, CUSTOMER.john);
    await shop.rows(`delete from setting_value where path = 'assist/link/lifetime'`);
    expect(mail.text).toContain('2 minutes');
    const [row] = await shop.rows<{ seconds: number }>('select extract(epoch from expires_at - clock_timestamp())::int as seconds from login_link order by created_at desc limit 1');
    expect(row?.seconds).toBeGreaterThan(100);
    expect(row?.seconds).toBeLessThanOrEqual(120);
  });
});

describe('the demo, which has no mail server', () => {
  it('masks the link in its inbox, and lets the recipient, and nobody else, open it', async () => {
    const demo = await openDemoShop();
    try {
      const sarah = demo.browser();
      await logInAsStaff(sarah, STAFF.sarah);
      await sarah.get(`/staff/customers/${CUSTOMER.john}/link`);
      const sent = await sarah.post(`/staff/customers/${CUSTOMER.john}/link`, { to: 'me' });
      expect(sent.text).toContain('Open the link here');
      await expect.poll(async () => (await demo.rows<{ body: string }>('select body from demo_inbox'))[0]?.body ?? '', { timeout: 15_000 }).toContain('token=oml_…');
      const admin = demo.browser();
      await logInAsStaff(admin, STAFF.admin);
      expect((await admin.get(sent.url)).status).toBe(404);
      const page = await sarah.post(`${sent.url}/open`);
      expect(page.url).toMatch(/^\/staff\/link\?token=oml_/);
      const inside = await sarah.post(`/staff/customers/${CUSTOMER.john}/enter`, { link: hidden(page.html, 'link') });
      expect(inside.text).toContain('You are logged in as: John Doe');
    } finally {
      await demo.close();
    }
  });
});
