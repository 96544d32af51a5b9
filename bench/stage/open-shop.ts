import { randomBytes } from 'node:crypto';
import { newToken, type Unit } from '@onbehalf/assist';
import { closePool, migrate, openPool, unitOfWork } from '@onbehalf/database';
import { OWNER_ROLE } from '@onbehalf/database/roles';
import { installJobs } from '@onbehalf/http/jobs/install-jobs';
import { seedCatalogue, type CatalogueSize } from './seed-catalogue.ts';
import { seedBench, type BenchContext } from './seed-bench.ts';
import type { Visitor } from './open-site.ts';
import type { Pool, Stage } from './open-stage.ts';

/** A shop of a certain size in a database of its own, with the same customers and contexts as any other. */
export interface SizedShop {
  readonly openPool: (connections: number) => Pool;
  readonly takeContext: () => BenchContext;
  /** An administrator's login at the portal. */
  readonly administrator: Visitor;
}

interface Filled {
  readonly contexts: BenchContext[];
  readonly administrator: Visitor;
}

const made = new WeakMap<Stage, Map<string, Promise<Filled>>>();

/** Filled once for a run; each figure opens it anew. */
export async function openShop(stage: Stage, name: string, size: CatalogueSize): Promise<SizedShop> {
  const shops = made.get(stage) ?? new Map<string, Promise<Filled>>();
  made.set(stage, shops);
  const filling = shops.get(name) ?? fill(stage, name, size);
  shops.set(name, filling);
  const { contexts, administrator } = await filling;
  return {
    administrator,
    openPool: (connections) => {
      const pool = openPool({ ...stage.appConfig, database: name, max: connections, idleTimeoutMillis: 0 });
      stage.onEnd(() => closePool(pool));
      return pool;
    },
    takeContext: () => {
      const context = contexts.shift();
      if (context === undefined) throw new Error('The shop has too few contexts');
      return context;
    },
  };
}

async function fill(stage: Stage, name: string, size: CatalogueSize): Promise<Filled> {
  const began = performance.now();
  await stage.emptyDatabase(name);
  const owner = { ...stage.appConfig, user: OWNER_ROLE, database: name };
  await migrate({ owner });
  const pool = openPool({ ...owner, max: 2 });
  try {
    await installJobs(pool);
    const { store, contexts } = await unitOfWork(pool).read(seedBench);
    await unitOfWork(pool).read((unit) => seedCatalogue(unit, store, size));
    console.log(`${name}: ${size.products} products in ${size.categories} categories, filled in ${Math.round((performance.now() - began) / 1000)} s`);
    return { contexts: [...contexts], administrator: await unitOfWork(pool).read(logInAdministrator) };
  } finally {
    await closePool(pool);
  }
}

const ADMINISTRATOR = `
with a as (
  insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash)
  select 'Bench', 'Administrator', 'admin@bench.example', r.id, g.id, 'none'
    from role r, staff_group g where r.resources_mode = 'all' order by r.id, g.id limit 1 returning id)
insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at) select gen_random_uuid(), $1, id, 'browser', now(), now() from a`;

async function logInAdministrator(unit: Pick<Unit, 'query'>): Promise<Visitor> {
  const { text, hash } = newToken('staff', { uuid: () => '', token: () => randomBytes(32).toString('base64url') });
  await unit.query(ADMINISTRATOR, [hash]);
  return { token: text, cookie: '__Host-staff' };
}
