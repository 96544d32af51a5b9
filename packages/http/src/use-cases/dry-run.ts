import type { Transactions, Unit } from '@onbehalf/assist';

class NeverKept extends Error {}

/** Does the work and keeps nothing of it: what an import would do, told beforehand by the very code that would do it. */
export async function dryRun<Value>(db: Transactions, work: (unit: Unit) => Promise<Value>): Promise<Value> {
  const results: Value[] = [];
  try {
    await db.transaction(async (unit) => {
      results.push(await work(unit));
      throw new NeverKept();
    });
  } catch (error) {
    if (!(error instanceof NeverKept)) throw error;
  }
  const [result] = results;
  if (result === undefined) throw new Error('A dry run had no outcome');
  return result;
}
