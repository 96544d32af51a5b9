import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { closePool } from '@onbehalf/database/pool';
import { Logger, runOnce } from 'graphile-worker';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openShopServer, random, type ShopServer } from '../testing/shop-server.ts';
import { queueMails, type QueuedMail } from './mail-outbox.ts';
import { demoInbox, smtpMailer, type Mailer, type OutgoingMail } from './mailer.ts';
import { queuePool } from './queue-pool.ts';
import { startJobs, tasks } from './runner.ts';

let server: ShopServer;
const sent: OutgoingMail[] = [];
const failing = { times: 0, with: 'the mail server is away' };
const mailer: Mailer = {
  send: async (mail) => {
    if (failing.times > 0) {
      failing.times -= 1;
      throw new Error(failing.with);
    }
    sent.push(mail);
  },
};

beforeAll(async () => {
  server = await openShopServer();
});
afterAll(() => server.drop());
beforeEach(async () => {
  sent.length = 0;
  failing.times = 0;
  await server.rows('delete from graphile_worker._private_jobs');
  await server.rows('delete from mail');
});

/** A password mail to Anna, queued as a use case queues it. */
function resetMail(more: Partial<QueuedMail> = {}): QueuedMail {
  const { anna } = server.shop;
  return {
    id: random.uuid(), template: 'password-reset', params: { personKind: 'customer', personId: anna.id, store: 'us' }, locale: 'en',
    recipient: 'anna@customer.example', actorId: null, subjectId: anna.id, assistSessionId: null, ...more,
  };
}

async function queue(...mails: QueuedMail[]): Promise<void> {
  await server.db.transaction((unit) => queueMails(unit, mails, server.clock.at));
}

/** Takes every job that is due, with the application's own rights. */
async function work(by: Mailer = mailer): Promise<void> {
  const pgPool = queuePool(server.database.app);
  await runOnce({ pgPool, taskList: tasks(server.deps, by), noHandleSignals: true, logger: new Logger(() => () => {}) });
  await closePool(pgPool);
}

const dueNow = () => server.rows(`update graphile_worker._private_jobs set run_at = now()`);
const mails = () => server.rows<{ id: string; status: string; attempts: number; last_error: string | null; subject_line: string | null; params: object }>('select * from mail order by created_at, id');
const textOf = (value: unknown) => JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
const jobs = () => server.rows('select * from graphile_worker._private_jobs');

describe('the outbox', () => {
  it('sends a mail once, and says so', async () => {
    const mail = resetMail();
    await queue(mail);
    await work();
    await work();
    expect(sent.map(({ id, to, from }) => ({ id, to, from }))).toEqual([{ id: mail.id, to: 'anna@customer.example', from: { name: 'US store', address: 'no-reply@localhost' } }]);
    expect(await mails()).toMatchObject([{ status: 'sent', attempts: 1, last_error: null, subject_line: 'About password-reset' }]);
    expect(await jobs()).toEqual([]);
  });

  it('has no mail and no job of a transaction that was rolled back', async () => {
    const rolledBack = server.db.transaction(async (unit) => {
      await queueMails(unit, [resetMail()], server.clock.at);
      throw new Error('the order was refused');
    });
    await expect(rolledBack).rejects.toThrow('the order was refused');
    await work();
    expect(sent).toEqual([]);
    expect(await mails()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  it('tries again after a failure, and then sends it once', async () => {
    await queue(resetMail());
    failing.times = 1;
    await work();
    expect(sent).toEqual([]);
    expect(await mails()).toMatchObject([{ status: 'waiting', attempts: 1, last_error: 'the mail server is away' }]);
    await dueNow();
    await work();
    await work();
    expect(sent).toHaveLength(1);
    expect(await mails()).toMatchObject([{ status: 'sent', attempts: 2, last_error: null }]);
  });

  it('leaves a mail alone that was sent by whoever crashed before the job was done', async () => {
    const mail = resetMail();
    await queue(mail);
    await server.rows(`update mail set status = 'sent', sent_at = now() where id = $1`, [mail.id]);
    await work();
    expect(sent).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  it('gives up after the last attempt, where everybody can see it', async () => {
    await queue(resetMail());
    await server.rows('update graphile_worker._private_jobs set max_attempts = 1');
    failing.times = 1;
    await work();
    expect(await mails()).toMatchObject([{ status: 'failed' }]);
  });

  it('keeps one broken mail from holding up another', async () => {
    const broken = resetMail({ params: { personKind: 'customer', personId: '999999', store: 'us' } });
    await queue(broken, resetMail());
    await work();
    expect(sent).toHaveLength(1);
    expect((await mails()).find(({ id }) => id === broken.id)).toMatchObject({ status: 'waiting', last_error: 'A mail to customer 999999, who is not there' });
  });
});

const linkIn = (text: string | undefined) => /token=(opr_[\w-]{43})/.exec(text ?? '')?.[1] ?? '';

describe('a reset link', () => {
  it('is made when the mail is sent: the outbox never has it, the database its hash only', async () => {
    await queue(resetMail());
    expect(await mails()).toMatchObject([{ params: { personKind: 'customer', personId: server.shop.anna.id, store: 'us' } }]);
    await work();
    const token = linkIn(sent[0]?.text);
    expect(token).not.toBe('');
    expect(await server.rows('select 1 from password_reset where token_hash = sha256($1::bytea) and used_at is null', [token])).toHaveLength(1);
    expect(textOf([await mails(), await jobs()])).not.toContain('opr_');
  });

  it('is masked in the demo inbox', async () => {
    await queue(resetMail());
    await work(demoInbox(server.db));
    const [kept] = await server.rows<{ html: string; body: string }>('select html, body from demo_inbox');
    expect(kept?.html).toContain('token=opr_…');
    expect(`${kept?.html} ${kept?.body}`).not.toMatch(/opr_[\w-]{43}/);
  });

  it('E09: is kept out of the error that a mail server answers with', async () => {
    await queue(resetMail());
    failing.times = 1;
    failing.with = `smtp://shop:secret@mail.example refused token=opr_${'x'.repeat(43)}\nsecond line`;
    await work();
    const kept = textOf([await mails(), await jobs()]);
    expect(kept).toContain('refused token=opr_…');
    expect(kept).not.toMatch(/secret@|xxxx|second line/);
  });
});

describe('real SMTP', () => {
  it('takes the mail as the reader gets it', async () => {
    const received: { to: string[]; text: string }[] = [];
    const events = new EventEmitter();
    const smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
        stream.on('end', () => {
          received.push({ to: session.envelope.rcptTo.map((one) => one.address), text });
          events.emit('mail');
          done();
        });
      },
    });
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    const { port } = smtp.server.address() as AddressInfo;
    const through = smtpMailer(`smtp://127.0.0.1:${port}`);
    const runner = await startJobs({ pool: server.database.app, deps: server.deps, mailer: through });
    const mail = resetMail();
    const arrived = once(events, 'mail');
    await queue(mail);
    await arrived;
    await runner.stop();
    through.close?.();
    await new Promise<void>((resolve) => {
      smtp.close(resolve);
    });
    expect(received[0]?.to).toEqual(['anna@customer.example']);
    expect(received[0]?.text).toContain(`Message-ID: <${mail.id}@localhost>`);
    expect(received[0]?.text).toContain('Subject: About password-reset');
    expect(await mails()).toMatchObject([{ status: 'sent' }]);
  });
});

async function sweep(): Promise<void> {
  await server.rows(`select graphile_worker.add_job('sweep')`);
  await work();
}

describe('housekeeping', () => {
  it('forgets view marks after an hour and messages after a day, and no sooner', async () => {
    const bucket = Math.floor(server.clock.at.getTime() / 300_000);
    await server.rows('insert into audit_view_mark values (gen_random_uuid(), $1, $2), (gen_random_uuid(), $1, $3)', ['customer:1', bucket - 14, bucket - 1]);
    await sweep();
    expect(await server.rows('select bucket::int as bucket from audit_view_mark')).toEqual([{ bucket: bucket - 1 }]);
  });

  it('makes room for the record of next month, even at the end of a year', async () => {
    server.clock.at = new Date('2031-12-31T23:59:30Z');
    await sweep();
    server.clock.at = new Date();
    expect(await server.rows(`select to_regclass('audit_entry_2031_12') is not null and to_regclass('audit_entry_2032_01') is not null as there`)).toEqual([{ there: true }]);
  });
});
