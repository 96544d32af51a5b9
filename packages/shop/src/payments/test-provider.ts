/** A provider that moves no money: for demonstrations and tests, with a page of its own and signed callbacks (G3). */
import { createHmac } from 'node:crypto';
import type { ProviderWord } from '@onbehalf/core';
import type { Clock, Random, Transactions } from '@onbehalf/assist/ports';
import { isSigned, signNotice } from './notice-signature.ts';
import type { HeardNotice, PaymentMade, PaymentProvider, PaymentWanted, RawNotice, RefundWanted } from './payment-provider.ts';

export type TestAnswer = 'paid' | 'declined' | 'cancelled';

/** What its page shows. */
export interface TestPayment {
  word: ProviderWord;
  shopName: string;
  returnUrl: string;
}

export interface TestProvider extends PaymentProvider {
  /** A payment of its own; null where there is none by that name. */
  look(reference: string): Promise<TestPayment | null>;
  /** What the customer chose on its page. Chosen already: what was chosen first stays. Tells the shop, if the shop can be reached. */
  answer(reference: string, answer: TestAnswer): Promise<TestPayment | null>;
}

interface Row {
  reference: string;
  key: string;
  order_number: string;
  amount: string;
  currency: string;
  state: ProviderWord['state'];
  shop_name: string;
  return_url: string;
  callback_url: string;
}

interface Needs {
  db: Transactions;
  clock: Clock;
  random: Random;
  secret: Buffer;
}

const COLUMNS = 'reference, key, order_number, amount::text, currency::text, state, shop_name, return_url, callback_url';
const PATIENCE_MS = 5000;

export function testProvider({ db, clock, random, secret }: Needs): TestProvider {
  const signing = createHmac('sha256', secret).update('test-provider').digest();

  const find = async (reference: string): Promise<Row | null> => {
    const [row] = await db.read((unit) => unit.query<Row>(`select ${COLUMNS} from test_payment where reference = $1`, [reference]));
    return row ?? null;
  };

  /** As any provider does it: by HTTP, to the address it was given. Nobody there: the shop asks by itself. */
  const tell = async (row: Row): Promise<void> => {
    const [id, seconds, body] = [random.uuid(), Math.floor(clock.now().getTime() / 1000), JSON.stringify(bodyOf(row))];
    const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signNotice(signing, { id, seconds, body }) };
    await fetch(row.callback_url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => {});
  };

  return {
    code: 'test',
    name: 'Test provider',
    pageOrigins: [],
    create: (wanted) => create(db, random, wanted),
    read: async (reference) => {
      const row = await find(reference);
      return row === null ? null : wordOf(row);
    },
    refund: (wanted) => refund(db, wanted),
    hear: (notice) => hear(signing, notice),
    look: async (reference) => shown(await find(reference)),
    answer: async (reference, answer) => {
      await db.transaction((unit) => unit.query(`update test_payment set state = $2 where reference = $1 and state = 'open'`, [reference, answer]));
      const row = await find(reference);
      if (row !== null) await tell(row);
      return shown(row);
    },
  };
}

async function create(db: Transactions, random: Random, wanted: PaymentWanted): Promise<PaymentMade> {
  const { key, orderNumber, amountMinor, currency, shopName, returnUrl, callbackUrl } = wanted;
  const [row] = await db.transaction(async (unit) => {
    await unit.query(
      `insert into test_payment (reference, key, order_number, amount, currency, shop_name, return_url, callback_url)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) do nothing`,
      [`test_${random.token()}`, key, orderNumber, amountMinor, currency, shopName, returnUrl, callbackUrl],
    );
    return unit.query<Row>(`select ${COLUMNS} from test_payment where key = $1`, [key]);
  });
  if (row === undefined) throw new Error('The test provider made no payment');
  // Its page is the shop's own: beside the way back.
  return { reference: row.reference, payUrl: new URL(`../test-provider/${row.reference}`, row.return_url).toString() };
}

async function refund(db: Transactions, { key, reference, amountMinor }: RefundWanted): Promise<{ reference: string }> {
  await db.transaction(async (unit) => {
    const [isNew] = await unit.query('insert into test_refund (key, reference, amount) values ($1, $2, $3) on conflict (key) do nothing returning key', [key, reference, amountMinor]);
    if (isNew !== undefined) await unit.query('update test_payment set refunded = refunded + $2 where reference = $1', [reference, amountMinor]);
  });
  return { reference: `refund_${key}` };
}

interface NoticeBody {
  key: string;
  reference: string;
  orderNumber: string;
  amount: string;
  currency: string;
  state: string;
}

const bodyOf = ({ key, reference, order_number, amount, currency, state }: Row): NoticeBody => ({ key, reference, orderNumber: order_number, amount, currency, state });

const wordOf = ({ key, reference, order_number, amount, currency, state }: Row): ProviderWord => ({ key, reference, orderNumber: order_number, amountMinor: BigInt(amount), currency, state });

const shown = (row: Row | null): TestPayment | null => (row === null ? null : { word: wordOf(row), shopName: row.shop_name, returnUrl: row.return_url });

function hear(secret: Buffer, { body, header, now }: RawNotice): HeardNotice | null {
  const [id, signature, time] = [header('webhook-id') ?? '', header('webhook-signature') ?? '', header('webhook-timestamp') ?? ''];
  if (!/^[0-9a-f-]{36}$/.test(id) || !/^[0-9]{1,12}$/.test(time)) return null;
  if (!isSigned(secret, { id, seconds: Number(time), body, signature, now })) return null;
  // Whoever holds the secret wrote it.
  const { key, reference, orderNumber, amount, currency, state } = JSON.parse(body) as NoticeBody;
  const known = (['open', 'paid', 'declined', 'cancelled'] as const).find((one) => one === state);
  return known === undefined || !/^[0-9]{1,16}$/.test(amount) ? null : { id, word: { key, reference, orderNumber, amountMinor: BigInt(amount), currency, state: known } };
}
