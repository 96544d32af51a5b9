// Any sequence of what people do and have done to them, by several actors, on the real database against a model: nobody is ever
// in two accounts, nothing answers that is over, and every end has a reason that was true (B7, B9).
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { EndReason } from '@onbehalf/core';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { unitOfWork } from '@onbehalf/database/unit';
import { seedSmall } from '@onbehalf/shop/testing/seed-small';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Random, Transactions } from '../ports.ts';
import type { Origin } from '../record/record.ts';
import { openStaffSession, staffActorById } from '../staff/log-in.ts';
import { endAssist, endByAdministrator, endStaffSession } from './end.ts';
import { endStaffSessions } from '../staff/staff-sessions.ts';
import { lookUpActor, lookUpContext } from './look-up.ts';
import { lookUpSettings } from './look-up-customer.ts';
import { closeContext } from './over.ts';
import { startAssist } from './start.ts';
import { KNOWN, LONGEST, Model, anyCommand, type Command, type Staff } from './sequences.fixture.ts';
import { sweepSessions } from './sweep.ts';
import { hashToken } from './tokens.ts';

const random: Random = { uuid: () => randomUUID(), token: () => randomBytes(32).toString('base64url') };
const origin = (): Origin => ({ ip: null, userAgent: 'sequence', requestId: randomUUID() });

let database: TestDatabase;
let db: Transactions;
let actors: string[];
let customers: string[];
beforeAll(async () => {
  database = await testDatabase();
  db = unitOfWork(database.app);
  const { staff, anna, ben } = await unitOfWork(database.owner).transaction((unit) => seedSmall(unit));
  await sql(`update assist_session set ended_at = now(), end_reason = 'exit'; delete from assist_session; update staff_session set ended_at = now(), end_reason = 'exit'`);
  await sql(`insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash) select 'Sal', 'Second', 'sal@staff.example', role_id, staff_group_id, 'none' from staff where id = $1`, [staff.id]);
  await sql('insert into staff_store select id, 1 from staff');
  actors = (await sql<{ id: string }>('select id::text from staff order by id')).map(({ id }) => id);
  customers = [anna.id, ben.id];
});
afterAll(() => database.drop());

const sql = async <Row extends object>(text: string, params: unknown[] = []): Promise<Row[]> => (await database.owner.query<Row>(text, params)).rows;

class Run {
  readonly model = new Model();
  readonly #base: number;
  /** Why each context that is over may have ended. */
  readonly #true = new Map<string, EndReason[]>();

  constructor(base: number) {
    this.#base = base;
  }

  get at(): Date {
    return new Date(this.#base + this.model.now * 1000);
  }

  over(actor: number, reasons: EndReason[]): void {
    const context = this.model.inside[actor];
    if (context === null || context === undefined) return;
    this.#true.set(context.id, reasons);
    this.model.inside[actor] = null;
  }

  async logIn(actor: number): Promise<Staff> {
    const person = await db.read((unit) => staffActorById(unit, actors[actor] ?? ''));
    const { token, sessionId } = await db.transaction((unit) => openStaffSession(unit, { actor: person, kind: 'browser', now: this.at, origin: origin(), random }));
    const staff = { id: sessionId, token, lastUsed: this.model.now, ended: false };
    this.model.staff[actor] = staff;
    return staff;
  }

  /** As a request of the portal begins: whoever's session is over logs in first, if the account lets him. */
  async portal(actor: number): Promise<Staff | null> {
    const { model, at: now } = this;
    const staff = model.staff[actor] ?? null;
    if (staff !== null) {
      const found = await db.read((unit) => lookUpActor(unit, { hash: hashToken(staff.token), now, countsAsUse: true }));
      assert.deepEqual([found?.live], [!staff.ended && !model.idle(staff) && model.active[actor] === true]);
      if (found?.live === true) return (model.use(staff), staff);
      if (found?.live === false && !found.alreadyEnded) await db.transaction((unit) => endStaffSession(unit, { staffSessionId: staff.id, reason: found.reason, now, origin: origin() }));
      staff.ended = true;
      if (found?.live === false && model.inside[actor]?.staff === staff) this.over(actor, [found.reason]);
    }
    return model.active[actor] === true ? this.logIn(actor) : null;
  }

  async start({ actor, customer, switch: isSwitch }: Extract<Command, { do: 'start' }>): Promise<void> {
    const staff = await this.portal(actor);
    if (staff === null) return;
    const { model } = this;
    const before = model.inside[actor] ?? null;
    const gone = before === null ? [] : model.causes(before);
    const started = await this.begin(staff, { actor, customer, isSwitch });
    assert.equal(started.ok, model.mayStart(actor, customer) && (before === null || gone.length > 0 || isSwitch));
    if (!started.ok) return;
    // What was over already ended with its own reason, whether or not a switch was asked for.
    this.over(actor, gone.length > 0 ? gone : ['switch']);
    if (before !== null && gone.includes('idle') && before.staff !== staff) before.staff.ended = true;
    model.inside[actor] = { id: started.value.sessionId, token: started.value.token, actor, customer, staff, limit: model.now + LONGEST };
  }

  begin(staff: Staff, { actor, customer, isSwitch }: { actor: number; customer: number; isSwitch: boolean }) {
    return db.transaction(async (unit) => startAssist(unit, {
      actorId: actors[actor] ?? '', staffSessionId: staff.id, kind: 'browser', customerId: customers[customer] ?? '', storeId: null, reason: '', reference: '', switch: isSwitch, confirmed: true, returnTo: '/staff',
    }, { settings: await lookUpSettings(unit), now: this.at, origin: origin(), random }));
  }

  /** Two at once: either may be the last, and one is inside afterwards if it may be. */
  async startAtOnce(actor: number): Promise<void> {
    const staff = await this.portal(actor);
    if (staff === null) return;
    const { model } = this;
    const before = model.inside[actor] ?? null;
    const gone = before === null ? [] : model.causes(before);
    const both = await Promise.all([0, 1].map(async (customer) => ({ customer, started: await this.begin(staff, { actor, customer, isSwitch: true }) })));
    const live = await sql<{ id: string }>('select id::text from assist_session where actor_id = $1 and ended_at is null', [actors[actor]]);
    assert.ok(live.length <= 1);
    if (both.every(({ started }) => !started.ok)) return;
    this.over(actor, gone.length > 0 ? gone : ['switch']);
    if (before !== null && gone.includes('idle') && before.staff !== staff) before.staff.ended = true;
    for (const { customer, started } of both) {
      if (!started.ok) continue;
      if (started.value.sessionId === live[0]?.id) model.inside[actor] = { id: started.value.sessionId, token: started.value.token, actor, customer, staff, limit: model.now + LONGEST };
      else this.#true.set(started.value.sessionId, ['switch']);
    }
    assert.equal(model.inside[actor]?.id, live[0]?.id);
  }

  /** A request in the context, by whatever token the actor had last. */
  async request(actor: number): Promise<boolean> {
    const { model, at: now } = this;
    const context = model.inside[actor] ?? null;
    if (context === null) return false;
    const causes = model.causes(context);
    const found = await db.read((unit) => lookUpContext(unit, { hash: hashToken(context.token), now, countsAsUse: true }));
    assert.deepEqual([found?.live, causes], [causes.length === 0, causes]);
    if (found?.live === true) return (model.use(context.staff), true);
    if (found?.live === false) {
      await db.transaction((unit) => closeContext(unit, found.ended, { now, origin: origin() }));
      if (found.ended.staffSessionOver) context.staff.ended = true;
      assert.ok(causes.includes(found.ended.reason));
      this.over(actor, [found.ended.reason]);
    }
    return false;
  }

  async sweep(): Promise<void> {
    const { model } = this;
    await sweepSessions(db, { now: this.at, origin: origin() });
    for (const [actor, staff] of model.staff.entries()) if (staff !== null && (model.idle(staff) || model.active[actor] !== true)) staff.ended = true;
    for (const [actor, context] of model.inside.entries()) {
      if (context === null) continue;
      const causes = model.causes(context);
      if (causes.length > 0) this.over(actor, causes);
    }
  }

  async carryOut(command: Command): Promise<void> {
    const { model, at: now } = this;
    switch (command.do) {
      case 'start': return this.start(command);
      case 'start-at-once': return this.startAtOnce(command.actor);
      case 'request': return void (await this.request(command.actor));
      case 'exit': {
        const context = model.inside[command.actor];
        if (!(await this.request(command.actor)) || context === null || context === undefined) return;
        assert.equal(await db.transaction((unit) => endAssist(unit, { sessionId: context.id, reason: 'exit', now, origin: origin() })), true);
        return this.over(command.actor, ['exit']);
      }
      // Another browser, or a cookie that was lost: the old session stays until somebody or something ends it.
      case 'log-in-anew': return void (model.active[command.actor] === true && (await this.logIn(command.actor)));
      case 'log-out': {
        const staff = await this.portal(command.actor);
        if (staff === null) return;
        await db.transaction((unit) => endStaffSession(unit, { staffSessionId: staff.id, reason: 'staff-logout', now, origin: origin() }));
        staff.ended = true;
        if (model.inside[command.actor]?.staff === staff) this.over(command.actor, ['staff-logout']);
        return;
      }
      case 'log-out-everywhere': {
        await db.transaction((unit) => endStaffSessions(unit, { staffId: actors[command.actor] ?? '', keep: null, reason: 'password-changed', now, origin: origin() }));
        const context = model.inside[command.actor];
        for (const staff of [model.staff[command.actor], context?.staff]) if (staff) staff.ended = true;
        return this.over(command.actor, ['password-changed']);
      }
      case 'end-by-administrator': {
        const context = model.inside[command.actor];
        if (context === null || context === undefined) return;
        const administrator = await db.read((unit) => staffActorById(unit, actors[1 - command.actor] ?? ''));
        assert.equal(await db.transaction((unit) => endByAdministrator(unit, { sessionId: context.id, administrator, note: '', now, origin: origin() })), true);
        return this.over(command.actor, ['ended-by-administrator']);
      }
      case 'wait': model.now += command.seconds; return;
      case 'sweep': return this.sweep();
      case 'consent': model.consents[command.customer] = command.yes; return this.set(`update consent set answer = '${command.yes ? 'given' : 'refused'}' where customer_id = $1`, customers[command.customer]);
      case 'open-account': model.open[command.customer] = command.yes; return this.set(`update customer set status = '${command.yes ? 'active' : 'blocked'}' where id = $1`, customers[command.customer]);
      case 'all-customers': model.sees[command.actor] = command.yes; return this.set(`update staff set access_all_customers = ${command.yes} where id = $1`, actors[command.actor]);
      case 'active': model.active[command.actor] = command.yes; return this.set(`update staff set active = ${command.yes} where id = $1`, actors[command.actor]);
      default: {
        model.feature = command.yes;
        return this.set(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/enabled', 'default', 0, to_jsonb($1::text), now()) on conflict (path, scope, scope_id) do update set value = excluded.value`, command.yes ? 'yes' : 'no');
      }
    }
  }

  async set(text: string, param: string | undefined): Promise<void> {
    await sql(text, [param]);
  }

  /** After every step: the rows are the model's, one live context an actor at most, one end each, for a reason that was true. */
  async check(): Promise<void> {
    const rows = await sql<{ id: string; actor: string; reason: EndReason | null; ends: string[] }>(
      `select s.id::text, s.actor_id::text as actor, s.end_reason as reason,
         array(select (split_part(convert_from(e.canonical, 'UTF8'), chr(10), 5)::jsonb)->'detail'->>'reason' from audit_entry e where e.stream = s.id and e.action = 'end' and e.result = 'done') as ends from assist_session s`);
    for (const [actor, id] of actors.entries()) {
      const context = this.model.inside[actor] ?? null;
      assert.deepEqual(rows.filter((row) => row.actor === id && row.reason === null).map((row) => row.id), context === null ? [] : [context.id]);
    }
    for (const { id, reason, ends } of rows) {
      assert.deepEqual(ends, reason === null ? [] : [reason]);
      if (reason !== null) assert.ok(this.#true.get(id)?.includes(reason), `${reason} of ${String(this.#true.get(id))}`);
    }
  }
}

/** Nothing of an earlier sequence, without touching the record. */
async function fresh(): Promise<Run> {
  await sql('delete from handoff; delete from assist_session; delete from staff_session; delete from setting_value; delete from consent; delete from suspicion');
  await sql(`update staff set active = true, access_all_customers = true; update customer set status = 'active'`);
  await sql(`insert into consent (customer_id, website_id, answer, wording, answered_at) select id, website_id, 'given', 'Yes', now() from customer`);
  await sql(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/session/max_lifetime', 'default', 0, to_jsonb('${LONGEST}'::text), now())`);
  return new Run(Date.now());
}

async function play(commands: readonly Command[]): Promise<void> {
  const run = await fresh();
  for (const command of commands) {
    await run.carryOut(command);
    await run.check();
  }
}

describe('any sequence', () => {
  it('B7, B9: of starts, switches, exits, waits, revocations, sweeps and ends by several actors leaves nobody in two accounts and no end without a true reason', async () => {
    await expect(fc.assert(fc.asyncProperty(fc.array(anyCommand, { minLength: 6, maxLength: 30 }), play), { numRuns: 18, endOnFailure: true, examples: KNOWN.map((commands): [Command[]] => [commands]) })).resolves.toBeUndefined();
  }, 60_000);
});
