import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { unitOfWork, type QueryObservation } from '@onbehalf/database/unit';
import type { CartOwner, Transactions } from '@onbehalf/assist/ports';
import { addLine } from '../cart/add-line.ts';
import { seedSmall, type SmallShop } from './seed-small.ts';

/** A spec's own database with the small shop in it, reached with the application's rights. */
export interface ShopUnderTest {
  shop: SmallShop;
  app: Transactions;
  owner: Transactions;
  /** The statements that were sent by the application, begin and commit included. */
  sent: QueryObservation[];
  drop: () => Promise<void>;
}

export const NOW = new Date('2026-03-02T10:00:00.000Z');

/** A fresh database for a spec. */
export async function openSmallShop(): Promise<ShopUnderTest> {
  const database: TestDatabase = await testDatabase();
  const sent: QueryObservation[] = [];
  const app = unitOfWork(database.app, { onQuery: (observation) => sent.push(observation) });
  const owner = unitOfWork(database.owner);
  const shop = await owner.transaction((unit) => seedSmall(unit));
  return { shop, app, owner, sent, drop: database.drop };
}

/** Puts pieces into a cart and gives the line's id and the cart's version. */
export async function fill(app: Transactions, owner: CartOwner, line: { sku: string; quantity: number }): Promise<{ lineId: string; version: number }> {
  const added = await app.read((unit) => addLine(unit, owner, { ...line, now: NOW, newId: () => crypto.randomUUID() }));
  if (!added.ok) throw new Error(`Could not fill the cart: ${added.error.code}`);
  return added.value;
}
