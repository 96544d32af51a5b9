import { lookUpContext } from '@onbehalf/assist';
import { unitOfWork, type QueryObservation } from '@onbehalf/database';
import type { Arrived } from '@onbehalf/http/arrived';
import { setPrice } from '@onbehalf/http/use-cases/set-price';
import type { Candidate, Count, Race } from '../frame/figure.ts';
import { inProcess, type Operation } from '../frame/in-process.ts';
import { nameOf } from '../stage/open-site.ts';
import type { BenchContext } from '../stage/seed-bench.ts';
import type { RawClient, Stage } from '../stage/open-stage.ts';
import { pgbench } from './pgbench.ts';
import { noting, VERSION_AT, type PriceStatements, type Statement } from './statement-log.ts';

/** The use case as http calls it, against its own statements with parameters made beforehand: no deciding, no entry to write. */
export async function priceRace(stage: Stage, concurrency: number): Promise<Race> {
  // Each candidate has contexts of its own: it meets its own cart's version and its own chain, and waits for no other's lock.
  const take = () => Array.from({ length: concurrency }, stage.takeContext);
  const pool = stage.openPool(concurrency);
  const arrived = await Promise.all(take().map((context) => arrive(stage, context)));
  const external = await pgbench(stage, await statementsOf(stage, take()));
  return {
    kind: 'race',
    name: `set-price-${concurrency}`,
    unit: `prices a second, ${concurrency} at a time`,
    goal: 0.6,
    candidates: {
      baselines: [rawCandidate(await stage.rawClients(concurrency), await statementsOf(stage, take())), ...(external === null ? [] : [external])],
      ours: inProcess('setPrice', arrived.map((one) => priceSetter(unitOfWork(pool), one))),
    },
    notes: external === null ? ['No pgbench on the PATH: compared with raw pg alone.'] : [],
  };
}

/** Identify, load, record: counted where the unit of work tells of its round trips. */
export async function priceRoundTrips(stage: Stage): Promise<Count> {
  const seen: QueryObservation[] = [];
  const db = unitOfWork(stage.openPool(1), { onQuery: (observation) => void seen.push(observation) });
  await priceSetter(db, await arrive(stage, stage.takeContext(), db))();
  const parts = seen.map(nameOf);
  return { kind: 'count', name: 'round-trips-set-price', unit: 'round trips', goal: 3, counts: [{ of: 'look-up and use case', count: parts.length, parts }] };
}

interface Pricing {
  readonly arrived: Arrived;
  readonly lineId: string;
}

export async function arrive(stage: Pick<Stage, 'openPool'>, { hash, lineId }: BenchContext, db = unitOfWork(stage.openPool(1))): Promise<Pricing> {
  const now = new Date();
  const found = await db.read((unit) => lookUpContext(unit, { hash, now, countsAsUse: true }));
  if (found?.live !== true) throw new Error('A context of the bench is not live');
  const { caller, settings } = found;
  const arrived: Arrived = {
    caller, settings, now, store: caller.store, locale: 'en', timeZone: 'UTC', origin: { ip: '192.0.2.1', userAgent: 'bench', requestId: 'bench' },
    peer: '192.0.2.1', site: 'http://localhost:3000', nonce: undefined, guestCart: null, device: undefined, url: '/cart', method: 'POST', formKey: caller.session.id, isPrefetch: false, flash: null, idempotencyKey: null, ended: null, staffSessionOver: false, barred: null,
  };
  return { arrived, lineId };
}

/** Sets another price every time, against the version that the price before left behind. */
export function priceSetter(db: ReturnType<typeof unitOfWork>, { arrived, lineId }: Pricing, version = 1): Operation {
  let seen = version;
  return async () => {
    const price = { text: seen % 2 === 0 ? '17.50' : '17.00', locale: 'en' } as const;
    const set = await db.read((unit) => setPrice(unit, { ...arrived, now: new Date() }, { lineId, version: seen, price, reason: 'volume' }));
    if (!set.ok) throw new Error(`No price was set: ${set.error.refusals.map(({ code }) => code).join(', ')}`);
    seen = set.value.version;
  };
}

async function statementsOf(stage: Stage, contexts: readonly BenchContext[]): Promise<PriceStatements[]> {
  const db = unitOfWork(stage.openPool(1));
  const all: PriceStatements[] = [];
  for (const context of contexts) {
    const { arrived, lineId } = await arrive(stage, context, db);
    const sent: Statement[] = [];
    const noted = { ...db, read: <T>(act: Parameters<typeof db.read<T>>[0]) => db.read<T>((unit) => act(noting(unit, sent))) };
    await priceSetter(noted, { arrived, lineId })();
    const [load, write] = sent;
    if (load === undefined || write === undefined || sent.length > 2 || write.values[VERSION_AT] !== 1) throw new Error('A set price is no longer a load and a conditional write');
    all.push({ load, write });
  }
  return all;
}

function rawCandidate(clients: readonly RawClient[], statements: readonly PriceStatements[]): Candidate {
  const workers = statements.map(({ load, write }, worker): Operation => {
    const client = clients[worker];
    if (client === undefined) throw new Error('Every worker has a connection');
    return async () => {
      const { rows } = await client.query({ ...load, values: [...load.values] });
      const values = write.values.with(VERSION_AT, rows[0]?.['version']);
      const { rows: written } = await client.query({ ...write, values });
      if (typeof written[0]?.['recorded'] !== 'bigint') throw new Error('The raw statements wrote no price');
    };
  });
  return inProcess('raw pg', workers);
}
