// node apps/server/src/cli.ts migrate | seed [--customers N] [--orders N] [--audit N] | reset-second-factor E-MAIL
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Transactions, Unit } from '@onbehalf/assist';
import { closePool, connectDatabase, openPool, unitOfWork } from '@onbehalf/database';
import { ConfigProblem, readDatabaseConfig } from './config.ts';
import { log } from './log.ts';
import { prepareDatabase } from './prepare-database.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { addAudit } from './volume/audit.ts';
import type { Progress } from './volume/batches.ts';
import { addCustomers } from './volume/customers.ts';
import { addOrders } from './volume/orders.ts';

const USAGE = `Usage:
  migrate                                        brings the database up to date
  seed [--customers N] [--orders N] [--audit N]  fills an empty database with the demo shop, then adds that many more
  reset-second-factor E-MAIL                     lets a member of staff log in without the second factor that was lost`;

class Misuse extends Error {}

/** In this order: orders and entries are about customers. */
const KINDS = [
  { name: 'customers', add: addCustomers, tables: ['customer', 'customer_address', 'customer_staff', 'consent'] },
  { name: 'orders', add: addOrders, tables: ['purchase', 'purchase_line', 'customer'] },
  { name: 'audit', add: addAudit, tables: ['audit_entry'] },
] as const;

type Amounts = Readonly<Record<(typeof KINDS)[number]['name'], number>>;

async function main(): Promise<void> {
  const { values, positionals: [command, ...others] } = read();
  if (!isCommand(command) || others.length !== (command === 'reset-second-factor' ? 1 : 0)) throw new Misuse(USAGE);
  const amounts = { customers: amountOf('customers', values.customers), orders: amountOf('orders', values.orders), audit: amountOf('audit', values.audit) };
  const config = readDatabaseConfig(process.env);
  if (config.production && command === 'seed') throw new ConfigProblem(['seed makes demo accounts, which production refuses.']);
  const database = await connectDatabase(config.database, (line) => log('info', line));
  try {
    await prepareDatabase({ database, demo: command === 'seed', log });
    const owner = openPool({ ...database.owner, max: 1 });
    try {
      if (command === 'seed') await addAll(unitOfWork(owner), amounts);
      if (command === 'reset-second-factor') await reset(unitOfWork(owner), others[0] ?? '');
    } finally {
      await closePool(owner);
    }
  } finally {
    await database.embedded?.stop();
  }
}

const isCommand = (word: string | undefined): boolean => word === 'migrate' || word === 'seed' || word === 'reset-second-factor';

async function reset(owner: Transactions, email: string): Promise<void> {
  const done = await owner.transaction((unit) => resetSecondFactor(unit, { email, now: new Date(), uuid: randomUUID }));
  if (!done) throw new Misuse(`There is no staff account ${email} with a second factor.`);
  log('info', `The second factor of ${email} is reset, and every session of the account has ended.`);
}

function read() {
  const amount = { type: 'string', default: '0' } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { customers: amount, orders: amount, audit: amount } });
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function amountOf(name: string, text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new Misuse(`--${name} takes a number, not ${JSON.stringify(text)}.\n${USAGE}`);
  return Number(text);
}

async function addAll(owner: Transactions, amounts: Amounts): Promise<void> {
  for (const { name, add, tables } of KINDS) {
    const count = amounts[name];
    if (count === 0) continue;
    const started = performance.now();
    await owner.transaction((unit) => add(unit, count, tell(name, count)));
    await owner.read((unit) => analyze(unit, tables));
    log('info', `${name}: ${count} added (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
}

/** A freshly filled table has no statistics, and the planner would guess. */
async function analyze(unit: Unit, tables: readonly string[]): Promise<void> {
  for (const table of tables) await unit.query(`analyze ${table}`);
}

const TELL_MS = 5000;

function tell(name: string, count: number): Progress {
  let told = performance.now();
  return (done) => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    log('info', `${name}: ${done} of ${count}`);
  };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Misuse || error instanceof ConfigProblem ? error.message : error);
  process.exitCode = error instanceof Misuse ? 2 : 1;
}
