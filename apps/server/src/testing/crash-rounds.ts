import { expect } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../start-server.ts';
import { databaseEnvironment, type DemoShop } from './demo-shop.ts';
import { expectInvariants, snapshotCustomers } from './invariants.ts';
import { startMortal, type MortalProcess } from './mortal-process.ts';
import { STAFF } from './people.ts';
import { begin, openTwoOrigins, staffAt, type TwoOrigins } from './two-origins.ts';
import { field, type Walk, type WalkingBrowser } from './walking-browser.ts';

/** Where a round kills the process that is at work: what it does, after which step, and whether that was committed by then. */
export interface CrashPoint {
  name: string;
  command: 'start' | 'redeem' | 'switch' | 'exit';
  failPoint: string;
  committed: boolean;
}

export const CRASH_POINTS: readonly CrashPoint[] = [
  { name: 'start: all is judged, nothing is written', command: 'start', failPoint: 'after:start-situation', committed: false },
  { name: 'start: context and entry are written, nothing is committed', command: 'start', failPoint: 'after:start-open', committed: false },
  { name: 'start: committed, not answered', command: 'start', failPoint: 'committed:staff_customers_enter', committed: true },
  { name: 'redeem: the ticket is used, the context is not there', command: 'redeem', failPoint: 'after:handoff-redeem', committed: false },
  { name: 'redeem: ticket, context and entry are written, nothing is committed', command: 'redeem', failPoint: 'after:start-open', committed: false },
  { name: 'redeem: committed, not answered', command: 'redeem', failPoint: 'committed:assist_handoff_redeem', committed: true },
  { name: 'switch: the first customer is left, the second not entered', command: 'switch', failPoint: 'after:end-close', committed: false },
  { name: 'switch: committed, not answered', command: 'switch', failPoint: 'committed:staff_customers_enter', committed: true },
  { name: 'exit: the end is on record, the context still there', command: 'exit', failPoint: 'after:end-record', committed: false },
  { name: 'exit: committed, not answered', command: 'exit', failPoint: 'committed:staff_customer_logout', committed: true },
];

interface Lane {
  email: string;
  first: string;
  second: string;
}

/** One after the other, so that nobody is asked about a colleague inside; so many that none comes near the limit on starts (D02). */
const LANES: readonly Lane[] = [
  { email: STAFF.sarah, first: '1001', second: '1006' },
  { email: STAFF.ruth, first: '1004', second: '1008' },
  { email: 'terrence.cole@staff.example', first: '1007', second: '1013' },
  { email: 'grace.okonkwo@staff.example', first: '1052', second: '1067' },
  { email: STAFF.olivia, first: '1013', second: '1052' },
  { email: STAFF.admin, first: '1094', second: '1001' },
];

export interface CrashGround {
  at: TwoOrigins;
  shop: DemoShop;
  /** Stores and portal on one origin, on the same database. */
  one: RunningServer;
  /** One browser for each actor and portal, logged in. */
  browsers: Map<string, WalkingBrowser>;
  /** Tokens of contexts that are over: they open nothing (I4). */
  over: string[];
  close(): Promise<void>;
}

/** Two servers that stay, on one database with what the rounds are about. */
export async function openCrashGround(): Promise<CrashGround> {
  const at = await openTwoOrigins();
  const { shop } = at;
  const one = await startServer(readConfig({ PORT: '0', ...databaseEnvironment(shop.database), ONBEHALF_SECRET: 'a-secret-for-tests-only-0123456789abcdef' }), { clock: shop.clock, log: () => {} });
  return { at, shop, one, browsers: new Map(), over: [], close: async () => { await one.stop(); await shop.close(); } };
}

interface Round {
  ground: CrashGround;
  point: CrashPoint;
  lane: Lane;
  browser: WalkingBrowser;
  /** Where the actor works when nothing is killed. */
  store: string;
  staff: string;
}

/** One round: prepare, kill the process in the middle, look at what is left, and go on working. Throws where something is wrong. */
export async function expectWholeAfterCrash(ground: CrashGround, point: CrashPoint, turn: number): Promise<void> {
  const lane = LANES[turn % LANES.length];
  if (lane === undefined) throw new Error('No lane');
  const twoOrigins = point.command === 'redeem';
  const [dying, round] = await Promise.all([startMortal(ground.shop, { failPoint: point.failPoint, twoOrigins }), readyRound(ground, point, lane)]);
  try {
    const customers = await snapshotCustomers(ground.shop);
    const prepared = await PREPARE[point.command](round);
    await cutOff(round, dying, prepared);
    await dying.gone();
    await expectWhole(ground, customers);
    await expectLeft(round, prepared);
    await goOn(round, prepared);
    if (prepared.token !== '') ground.over.push(prepared.token);
  } finally {
    dying.end();
  }
}

async function readyRound(ground: CrashGround, point: CrashPoint, lane: Lane): Promise<Round> {
  const { at, one } = ground;
  const [store, staff] = point.command === 'redeem' ? [at.store, at.staff] : [one.origin, one.origin];
  const name = `${lane.email} at ${staff}`;
  const browser = ground.browsers.get(name) ?? (await staffAt(staff, lane.email));
  ground.browsers.set(name, browser);
  return { ground, point, lane, browser, store, staff };
}

interface Prepared {
  /** The request that is cut off. */
  side: 'store' | 'staff';
  path: string;
  fields: Record<string, string>;
  /** The ticket's page, where there is a ticket. */
  ticket: Walk | null;
  /** Of the context the actor is in before; empty: in none. */
  token: string;
}

const PREPARE: Readonly<Record<CrashPoint['command'], (round: Round) => Promise<Prepared>>> = {
  start: async ({ browser, staff, lane }) => {
    const { html } = await browser.get(`${staff}/staff/customers`);
    return { side: 'staff', path: `/staff/customers/${lane.first}/enter`, fields: { _csrf: field(html, '_csrf') }, ticket: null, token: '' };
  },
  redeem: async ({ browser, ground, lane }) => {
    const ticket = await browser.goOn(await begin(ground.at, browser, lane.first));
    return { side: 'store', path: '/assist', fields: { _csrf: field(ticket.html, '_csrf'), ticket: new URL(ticket.url).hash.slice(1) }, ticket, token: '' };
  },
  switch: async (round) => {
    const token = await enterFirst(round);
    const { html } = await round.browser.get(`${round.staff}/staff/customers`);
    return { side: 'staff', path: `/staff/customers/${round.lane.second}/enter`, fields: { _csrf: field(html, '_csrf'), switch: '1' }, ticket: null, token };
  },
  exit: async (round) => {
    const token = await enterFirst(round);
    const { html } = await round.browser.get(`${round.store}/account`);
    return { side: 'store', path: '/assist/exit', fields: { _csrf: field(html, '_csrf') }, ticket: null, token };
  },
};

async function enterFirst({ browser, staff, store, lane }: Round): Promise<string> {
  await browser.get(`${staff}/staff/customers`);
  expectInside(await browser.post(`${staff}/staff/customers/${lane.first}/enter`));
  return browser.cookies.get(store)?.get('__Host-assist') ?? '';
}

/** The request goes to the process that dies in it. Nothing comes back: no status, no cookie. */
async function cutOff({ browser, store, staff }: Round, dying: MortalProcess, { side, path, fields }: Prepared): Promise<void> {
  browser.cookies.set(dying.store, new Map(browser.cookies.get(store)));
  browser.cookies.set(dying.staff, new Map(browser.cookies.get(staff)));
  const answer = await browser.bare(`${dying[side]}${path}`, { method: 'POST', body: new URLSearchParams(fields) }).catch(() => null);
  if (answer !== null) throw new Error(`The request was answered with ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
}

const BURNT = `select h.id from handoff h where h.used_at is not null and not exists (
  select from audit_entry e, assist_session s where e.stream = s.id and e.action = 'start' and s.actor_id = h.actor_id
    and (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'handoff' = h.id::text)`;

/** I1 to I7, and no ticket burnt without a context that says in its record which ticket it came by. */
async function expectWhole({ shop }: CrashGround, before: Awaited<ReturnType<typeof snapshotCustomers>>): Promise<void> {
  await expectInvariants(shop, { before });
  expect(await shop.rows(BURNT), 'tickets burnt without a context').toEqual([]);
}

interface LiveRow {
  subject: string;
}

const LIVE = `select s.subject_id::text as subject from assist_session s join staff a on a.id = s.actor_id where a.email = $1 and s.ended_at is null`;
const LAST_END = `select s.end_reason as reason from assist_session s join staff a on a.id = s.actor_id where a.email = $1 and s.ended_at is not null order by s.ended_at desc limit 1`;

/** Exactly the state from before, or exactly the one from after: nothing between them. */
async function expectLeft({ ground: { shop }, point: { command, committed }, lane }: Round, { ticket }: Prepared): Promise<void> {
  const live = await shop.rows<LiveRow>(LIVE, [lane.email]);
  expect(live.map(({ subject }) => subject), 'who the actor is in').toEqual(inside({ command, committed, lane }));
  if (committed && (command === 'switch' || command === 'exit')) expect(await shop.rows(LAST_END, [lane.email])).toEqual([{ reason: command }]);
  if (ticket === null) return;
  const [handoff] = await shop.rows<{ used: boolean }>('select h.used_at is not null as used from handoff h join staff a on a.id = h.actor_id where a.email = $1 order by h.created_at desc limit 1', [lane.email]);
  expect(handoff, 'the ticket').toEqual({ used: committed });
}

function inside({ command, committed, lane }: Pick<CrashPoint, 'command' | 'committed'> & { lane: Lane }): string[] {
  if (command === 'switch') return [committed ? lane.second : lane.first];
  return committed === (command === 'exit') ? [] : [lane.first];
}

/** The actor goes on at once, at another process: with what was left, or anew; and is told to switch only from what really lives. */
async function goOn(round: Round, prepared: Prepared): Promise<void> {
  const { browser, store, staff, lane, point } = round;
  const wasInside = prepared.token !== '';
  if (wasInside) await expectCookie(round, !point.committed);
  if (prepared.ticket !== null && !point.committed) {
    expectInside(await browser.redeem(prepared.ticket));
  } else {
    if (prepared.ticket !== null) expect((await browser.redeem(prepared.ticket)).text, 'a ticket that is used').not.toContain('You are logged in as');
    const [live] = await round.ground.shop.rows<LiveRow>(LIVE, [lane.email]);
    expectInside(await enterAgain(round, live !== undefined));
  }
  const left = await browser.post(`${store}/assist/exit`);
  expect(new URL(left.url).origin).toBe(staff);
  expect(left.text).toContain('What you did for');
  expect(await round.ground.shop.rows(LIVE, [lane.email])).toEqual([]);
}

async function expectCookie({ browser, store }: Round, opens: boolean): Promise<void> {
  const { text } = await browser.get(`${store}/account`);
  expect(text).toContain(opens ? 'You are logged in as' : 'Assist session ended');
}

async function enterAgain({ browser, ground: { at }, staff, lane, point }: Round, lives: boolean): Promise<Walk> {
  const enter = async (fields: Record<string, string>): Promise<Walk> => {
    await browser.get(`${staff}/staff/customers`);
    const answer = await browser.post(`${staff}/staff/customers/${lane.first}/enter`, fields);
    return point.command === 'redeem' && answer.url.includes('/staff/handoffs/') ? browser.handOver(answer) : answer;
  };
  const first = await enter({});
  if (!lives) return first;
  expect(first.status, `asked to switch at ${at.staff}`).toBe(422);
  expect(first.text).toContain('You are already logged in as a customer.');
  return enter({ switch: '1' });
}

function expectInside({ text }: Walk): void {
  expect(text).toContain('You are logged in as');
}
