import { closePool, migrate, openPool, unitOfWork } from '@onbehalf/database';
import { OWNER_ROLE } from '@onbehalf/database/roles';
import { installJobs } from '@onbehalf/http/jobs/install-jobs';
import { seedCatalogue, type CatalogueSize } from './seed-catalogue.ts';
import { seedBench, type BenchContext } from './seed-bench.ts';
import type { Pool, Stage } from './open-stage.ts';

/** A shop of a certain size in a database of its own, with the same customers and contexts as any other. */
export interface SizedShop {
  readonly openPool: (connections: number) => Pool;
  readonly takeContext: () => BenchContext;
}

const made = new WeakMap<Stage, Map<string, Promise<BenchContext[]>>>();

/** Filled once for a run; each figure opens it anew. */
export async function openShop(stage: Stage, name: string, size: CatalogueSize): Promise<SizedShop> {
  const shops = made.get(stage) ?? new Map<string, Promise<BenchContext[]>>();
  made.set(stage, shops);
  const filling = shops.get(name) ?? fill(stage, name, size);
  shops.set(name, filling);
  const contexts = await filling;
  return {
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

async function fill(stage: Stage, name: string, size: CatalogueSize): Promise<BenchContext[]> {
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
    return [...contexts];
  } finally {
    await closePool(pool);
  }
}
