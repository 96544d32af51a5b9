import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMail } from '@onbehalf/http/jobs/mailer';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;
const sent: OutgoingMail[] = [];
beforeAll(async () => {
  shop = await openDemoShop({ mailer: { send: async (mail) => void sent.push(mail) } });
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
});
afterAll(() => shop.close());
beforeEach(async () => {
  sent.length = 0;
  await shop.rows('delete from consent_request');
  await withdraw();
});

const START = `/staff/customers/${CUSTOMER.jane}/enter`;

async function mailTo(recipient: string, count = 1): Promise<OutgoingMail> {
  await expect.poll(() => sent.filter((mail) => mail.to === recipient).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
  const mail = sent.filter((one) => one.to === recipient).at(-1);
  if (mail === undefined) throw new Error('no mail');
  return mail;
}

const JANE = 'jane.roe@customer.example';
const codeIn = ({ text }: OutgoingMail): string => /\b\d{3} \d{3}\b/.exec(text)?.[0] ?? '';
const linkIn = ({ text }: OutgoingMail): string => new URL(/https?:\S+assist-request\?token=\S+/.exec(text)?.[0] ?? 'http://none/').pathname + new URL(/https?:\S+assist-request\?token=\S+/.exec(text)?.[0] ?? 'http://none/').search;

async function ask(): Promise<OutgoingMail> {
  await sarah.get(START);
  const asked = await sarah.post(`/staff/customers/${CUSTOMER.jane}/ask-consent`);
  expect(asked.text).toContain('A mail with a link and a code is on its way to Jane Roe.');
  return mailTo(JANE);
}

const withdraw = (): Promise<object[]> => shop.rows(`delete from consent where customer_id = $1`, [CUSTOMER.jane]);

describe('B10: consent asked for', () => {
  it('is offered where it is all that is missing, and the code the customer reads out lets the actor in', async () => {
    const before = await sarah.get(START);
    expect(before.text).toContain('Ask for consent');
    const mail = await ask();
    expect(mail.subject).toBe('Sarah Johnson asks to help you in your account');
    const given = await sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code: codeIn(mail) });
    expect(given.text).toContain('The code is right.');
    expect((await enter(sarah, CUSTOMER.jane)).url).toBe('/account');
    await sarah.post('/assist/exit');
    const [consent] = await shop.rows<{ answer: string; hours: number; wording: string }>(
      `select answer, (extract(epoch from valid_until - answered_at) / 3600)::integer as hours, wording from consent where customer_id = $1 and superseded_at is null`, [CUSTOMER.jane]);
    expect(consent).toMatchObject({ answer: 'given', hours: 24 });
    expect(consent?.wording).toContain('Allow remote shopping assistance');
    await withdraw();
  });

  it('by the link: looking changes nothing, the button answers, and only once', async () => {
    const link = linkIn(await ask());
    const jane = shop.browser();
    for (let n = 0; n < 3; n += 1) expect((await jane.get(link)).text).toContain('Sarah Johnson asks to help you in your account');
    expect(await shop.rows('select 1 from consent where customer_id = $1', [CUSTOMER.jane])).toEqual([]);
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    expect((await jane.post('/account/assist-request', { token, answer: 'approve' })).text).toContain('Thank you. Sarah Johnson may help you in your account for 24 hours.');
    await jane.get('/account/login');
    const again = await jane.post('/account/assist-request', { token, answer: 'decline' });
    expect([again.status, again.text.includes('This request was answered or is too old.')]).toEqual([410, true]);
    expect((await enter(sarah, CUSTOMER.jane)).url).toBe('/account');
    await sarah.post('/assist/exit');
    await withdraw();
  });

  it('declined, nobody gets in', async () => {
    const token = new URLSearchParams(linkIn(await ask()).split('?')[1]).get('token') ?? '';
    const jane = shop.browser();
    await jane.get(`/account/assist-request?token=${token}`);
    expect((await jane.post('/account/assist-request', { token, answer: 'decline' })).text).toContain('Nobody enters your account.');
    expect((await enter(sarah, CUSTOMER.jane)).status).not.toBe(200);
  });

  it('on the own account page: answers, and shows a code once that works on the phone', async () => {
    await ask();
    const jane = shop.browser();
    await logInAsCustomer(jane, JANE);
    const page = await jane.get('/account/assistance');
    expect(page.text).toContain('Sarah Johnson asks to help you');
    const id = /requests\/([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '';
    const shown = await jane.post(`/account/assistance/requests/${id}/code`);
    const code = /\b\d{3} \d{3}\b/.exec(shown.text)?.[0] ?? '';
    expect(code).not.toBe('');
    expect((await jane.get('/account/assistance')).text).not.toContain(code);
    expect((await sarah.get(START)).text).not.toContain(code);
    await sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code });
    expect((await enter(sarah, CUSTOMER.jane)).url).toBe('/account');
    await sarah.post('/assist/exit');
    await withdraw();
  });

  it('a wrong code is refused at the field, five times and no more, the right one after that too', async () => {
    const right = codeIn(await ask());
    const wrong = right === '111 111' ? '222222' : '111111';
    await sarah.get(START);
    for (const left of [4, 3, 2, 1]) expect((await sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code: wrong })).text).toContain(left === 1 ? '1 try is left' : `${left} tries are left`);
    expect((await sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code: wrong })).text).toContain('no try is left');
    expect((await sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code: right })).text).toContain('codes last ten minutes and five tries');
    expect(await shop.rows('select 1 from consent where customer_id = $1', [CUSTOMER.jane])).toEqual([]);
  });

  it('guesses at the same time spend five tries together, not five each', async () => {
    await ask();
    await sarah.get(START);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code: String(300_000 + n) })));
    expect(answers.filter(({ text }) => text.includes('This code is wrong')).length).toBeLessThanOrEqual(5);
    const [row] = await shop.rows<{ tries: number }>('select tries from consent_request where answered_at is null');
    expect(row?.tries).toBeLessThanOrEqual(5);
  });

  it('a code is over after ten minutes', async () => {
    const code = codeIn(await ask());
    await shop.rows(`update consent_request set code_made_at = code_made_at - interval '601 seconds'`);
    await sarah.get(START);
    expect((await sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code })).text).toContain('This code is no longer good');
  });

  it('no secret is at rest, and nothing of the staff shows one', async () => {
    const mail = await ask();
    const token = new URLSearchParams(linkIn(mail).split('?')[1]).get('token') ?? 'none';
    const stored = JSON.stringify([await shop.rows('select * from consent_request'), await shop.rows(`select params, last_error from mail`), await shop.rows(`select convert_from(canonical, 'UTF8') as entry from audit_entry order by id desc limit 20`)], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(codeIn(mail));
    expect(stored).not.toContain(codeIn(mail).replace(' ', ''));
  });

  it('is asked five times an hour at most, and only of customers the actor could otherwise enter', async () => {
    await sarah.get(START);
    for (let n = 0; n < 5; n += 1) await sarah.post(`/staff/customers/${CUSTOMER.jane}/ask-consent`);
    expect((await sarah.post(`/staff/customers/${CUSTOMER.jane}/ask-consent`)).text).toContain('This customer was asked five times within the last hour.');
    await sarah.post(`/staff/customers/${CUSTOMER.uma}/ask-consent`);
    await sarah.post(`/staff/customers/${CUSTOMER.john}/ask-consent`);
    expect(await shop.rows('select 1 from consent_request where customer_id <> $1', [CUSTOMER.jane])).toEqual([]);
  });

  it('another member of staff can’t use the code that was made for Sarah', async () => {
    const code = codeIn(await ask());
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    await max.get(START);
    expect((await max.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code })).text).toContain('Dieser Code gilt nicht mehr');
  });
});

const put = (path: string, value: string, scope = 'default', id = 0): Promise<object[]> =>
  shop.rows(`insert into setting_value (path, scope, scope_id, value, changed_at) values ($1, $2, $3, to_jsonb($4::text), now()) on conflict (path, scope, scope_id) do update set value = excluded.value`, [path, scope, id, value]);
const clear = (path: string): Promise<object[]> => shop.rows('delete from setting_value where path = $1', [path]);

describe('B10, B20: settings', () => {
  it('assist/consent/policy: “Per request” on a website asks even where a standing yes is on record; on the others nothing changes', async () => {
    await put('assist/consent/policy', 'per-request', 'website', 1);
    const start = await sarah.get(`/staff/customers/${CUSTOMER.john}/enter`);
    expect(start.text).toContain('Ask for consent');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/account/information')).text).toContain('We ask you each time');
    await put('assist/consent/policy', 'per-request', 'website', 2);
    await shop.rows(`delete from setting_value where path = 'assist/consent/policy' and scope_id = 1`);
    expect((await sarah.get(`/staff/customers/${CUSTOMER.john}/enter`)).text).not.toContain('Ask for consent');
    expect((await john.get('/account/information')).text).not.toContain('We ask you each time');
    await clear('assist/consent/policy');
  });

  it.each([['default', 0], ['website', 1]] as const)('assist/consent/request_valid_for: set at %s, the mail says how long, and it is over then', async (scope, id) => {
    await put('assist/consent/request_valid_for', '7200', scope, id);
    const mail = await ask();
    expect(mail.text).toContain('it lasts for 2 hours');
    await sarah.post(`/staff/customers/${CUSTOMER.jane}/consent-code`, { code: codeIn(mail) });
    await shop.rows(`update consent set valid_until = valid_until - interval '7190 seconds' where customer_id = $1`, [CUSTOMER.jane]);
    expect((await enter(sarah, CUSTOMER.jane)).url).toBe('/account');
    await shop.rows(`update consent set valid_until = valid_until - interval '10 seconds' where customer_id = $1`, [CUSTOMER.jane]);
    expect((await sarah.get('/account')).text).toContain('Assist session ended');
    sarah.cookies.delete('__Host-assist');
    await clear('assist/consent/request_valid_for');
    await withdraw();
  });

  it.each([['never', 0], ['start', 1], ['end', 1], ['both', 2]] as const)('assist/notify/customer: %s sends the customer %i mails about a visit', async (when, count) => {
    await put('assist/notify/customer', when, 'website', 1);
    await enter(sarah, CUSTOMER.john, { confirm: '1', reason: 'phone order' });
    await sweep();
    await sarah.post('/assist/exit');
    await sweep();
    const subjects = (await shop.rows<{ template: string }>(`select template from mail where template like 'assist-%' order by created_at`)).map((mail) => mail.template);
    expect(subjects).toEqual({ never: [], start: ['assist-started'], end: ['assist-ended'], both: ['assist-started', 'assist-ended'] }[when]);
    if (count > 0) expect((await mailTo('john.doe@customer.example')).text).toContain('Sarah Johnson');
    await shop.rows(`delete from mail where template like 'assist-%'`);
    await clear('assist/notify/customer');
  });

  it('assist/notify/customer: set for one website, the customers of the other hear nothing', async () => {
    await put('assist/notify/customer', 'both', 'website', 2);
    await enter(sarah, CUSTOMER.john, { confirm: '1' });
    await sarah.post('/assist/exit');
    await sweep();
    expect(await shop.rows(`select 1 from mail where template like 'assist-%'`)).toEqual([]);
    await clear('assist/notify/customer');
  });

  it.each([['default', 0], ['website', 1]] as const)('assist/notify/staff_name: “pseudonym” at %s shows the customer the same made-up name everywhere, and no real one', async (scope, id) => {
    await enter(sarah, CUSTOMER.john, { confirm: '1' });
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/')).text).toContain('Sarah Johnson is helping you');
    await put('assist/notify/staff_name', 'pseudonym', scope, id);
    const home = await john.get('/');
    expect(home.text).not.toContain('Sarah Johnson');
    const name = /([A-Z]\w+ [A-Z]{4}) is helping you/.exec(home.text)?.[1] ?? 'nothing';
    expect((await john.get('/account/assistance')).text).toContain(name);
    await clear('assist/notify/staff_name');
    await sarah.post('/assist/exit');
  });
});

async function sweep(): Promise<void> {
  await shop.rows(`select graphile_worker.add_job('sweep', '{}'::json, job_key => gen_random_uuid()::text)`);
  await expect.poll(async () => (await shop.rows(`select 1 from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = 'sweep')`)).length, { timeout: 10_000 }).toBe(0);
}

describe('B20: “Who helped me”', () => {
  it('tells date, purpose, what was done and by whom, and “Stop” ends the visit there and then', async () => {
    await enter(sarah, CUSTOMER.john, { confirm: '1', reason: 'visit' });
    await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const page = await john.get('/account/assistance');
    expect(page.text).toContain('Sarah Johnson');
    expect(page.text).toContain('Reason: visit');
    expect(page.text).toContain('Changed the cart once');
    const id = /assistance\/([0-9a-f-]{36})\/stop/.exec(page.html)?.[1] ?? '';
    expect((await john.post(`/account/assistance/${id}/stop`)).text).toContain('The visit is ended.');
    expect((await sarah.get('/cart')).text).toContain('Assist session ended: the customer stopped it');
    sarah.cookies.delete('__Host-assist');
    const over = await john.post(`/account/assistance/${id}/stop`);
    expect(over.text).toContain('Nobody is in your account any more.');
  });

  it('is closed to an assist session, and another customer can’t stop what isn’t his', async () => {
    await enter(sarah, CUSTOMER.john, { confirm: '1' });
    const [live] = await shop.rows<{ id: string }>('select id from assist_session where ended_at is null');
    expect((await sarah.get('/account/assistance')).text).toContain('This page is not available while you assist a customer.');
    const ashley = shop.browser();
    await logInAsCustomer(ashley, 'ashley.flores@customer.example');
    await ashley.get('/account/assistance');
    await ashley.post(`/account/assistance/${live?.id ?? ''}/stop`);
    expect((await sarah.get('/account')).text).toContain('You are logged in as:');
    await sarah.post('/assist/exit');
  });
});
