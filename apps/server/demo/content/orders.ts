import { makeCustomers, staff, type Customer, type Staff } from './people.ts';
import { products, type Product } from './products.ts';
import { createRandom, type Random } from './random.ts';

/** The reasons of the price editor that past orders show. */
export const priceReasons = ['volume', 'loyalty', 'price match', 'custom quote', 'special agreement', 'contract', 'promotional pricing'] as const;
export type PriceReason = (typeof priceReasons)[number];
export type OrderStatus = 'new' | 'processing' | 'shipped' | 'complete' | 'cancelled';

export type PlannedLine = Readonly<{ sku: string; quantity: number; discountPercent?: number }>;
export type PlannedOrder = Readonly<{
  customerEmail: Customer['email'];
  /** Who placed it for the customer, or nobody: placed alone. */
  staffEmail: Staff['email'] | null;
  placedAt: Date;
  lines: readonly PlannedLine[];
  status: OrderStatus;
  /** Why prices were edited; there exactly when a line has a discount. */
  reason?: PriceReason;
  /** Index into orderComments. */
  comment?: number;
}>;

const day = 86_400_000;
const reachBack = 91;
/** 7:00 to 17:00 in the middle of each website's zones, as hours UTC. */
const officeOpens = { us: 14, eu: 6 } as const;
const [firstProduct, ...otherProducts] = products.filter(({ stock, usd }) => stock > 0 && Number(usd) < 400);

function workingMoment(random: Random, now: Date, website: Customer['website']): Date {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  // More orders lately than long ago, so that the charts climb.
  let date = midnight - Math.floor(random.next() ** 1.3 * reachBack) * day;
  const time = (officeOpens[website] + random.next() * 10) * 3_600_000;
  const isWeekend = () => [0, 6].includes(new Date(date).getUTCDay());
  while (isWeekend() || date + time >= now.getTime()) date -= day;
  return new Date(Math.floor((date + time) / 1000) * 1000);
}

/** One draw whatever the age: the same orders are cancelled on every day the shop is seeded. */
function statusFor(random: Random, age: number): OrderStatus {
  const luck = random.next();
  if (luck < 0.035) return 'cancelled';
  if (age < 1.2 * day || (age < 4 * day && luck < 0.45)) return 'new';
  if (age < 4 * day) return 'processing';
  return age < 8 * day ? 'shipped' : 'complete';
}

function quantityOf(random: Random, product: Product): number {
  if (product.kind !== 'simple') return 1;
  const [smallest] = product.tiers ?? [];
  if (smallest && random.chance(0.35)) return smallest.from + random.between(0, 4);
  return Number(product.usd) < 25 ? random.between(2, 12) : random.between(1, 4);
}

function pickLines(random: Random): PlannedLine[] {
  if (!firstProduct) return [];
  const picked = new Map<string, PlannedLine>();
  const wanted = Math.min(random.between(1, 6), random.between(1, 6) + 1);
  while (picked.size < wanted) {
    const product = random.chance(0.06) ? firstProduct : random.pick([firstProduct, ...otherProducts]);
    if (!picked.has(product.sku)) picked.set(product.sku, { sku: product.sku, quantity: quantityOf(random, product) });
  }
  return [...picked.values()];
}

/** Staff who may act for this customer: in the store, not view only, assigned or with access to all. */
function helpersOf(customer: Customer): readonly Staff[] {
  if (!customer.hasConsent || customer.status === 'blocked') return [];
  const sellers: readonly Staff[] = staff.filter(({ role }) => role !== 'viewer' && role !== 'administrator');
  return sellers.filter(({ stores, accessAllCustomers, email }) =>
    stores.includes(customer.store) && (accessAllCustomers || email === customer.assignedTo));
}

/** Mostly the customer's own member of staff; any other who may, now and then. */
function pickHelper(random: Random, customer: Customer): Staff | null {
  const [first, ...others] = helpersOf(customer);
  if (!first || !random.chance(0.74)) return null;
  const own = [first, ...others].find(({ email }) => email === customer.assignedTo);
  return own && random.chance(0.85) ? own : random.pick([first, ...others]);
}

function withDiscounts(random: Random, lines: readonly PlannedLine[], largest: number): PlannedLine[] {
  const simple = new Set(products.filter(({ kind }) => kind === 'simple').map(({ sku }): string => sku));
  const chosen = lines.find(({ sku }) => simple.has(sku))?.sku;
  return lines.map((line) => {
    const isEdited = line.sku === chosen || (simple.has(line.sku) && random.chance(0.2));
    return isEdited ? { ...line, discountPercent: Math.min(random.between(2, 14), largest) } : line;
  });
}

/** The named customers buy often, so that their pages have something to show. */
function pickBuyer(random: Random, customers: readonly Customer[], index: number): Customer | undefined {
  const regular = { 5: 0, 17: 1, 29: 3, 41: 0 }[index % 47];
  return customers[regular ?? random.between(0, customers.length - 1)];
}

/**
 * Past orders of the last three months before `now`, oldest first, none in the future.
 * A plan only: prices, tax, numbers and commission are worked out by whoever writes it down.
 */
export function planOrders(now: Date, { customers = makeCustomers(), count = 260, seed = 4_217 } = {}): readonly PlannedOrder[] {
  const random = createRandom(seed);
  const orders: PlannedOrder[] = [];
  for (let index = 0; orders.length < count && index < count * 3; index += 1) {
    const customer = pickBuyer(random, customers, index);
    if (!customer || customer.status === 'blocked') continue;
    const placedAt = workingMoment(random, now, customer.website);
    const helper = pickHelper(random, customer);
    const lines = pickLines(random);
    const edits = helper?.canEditItemPrice === true && random.chance(0.36);
    const priced = edits ? withDiscounts(random, lines, Math.min(helper.largestDiscountPercent, 20)) : lines;
    const isEdited = priced.some(({ discountPercent }) => discountPercent !== undefined);
    orders.push({
      customerEmail: customer.email,
      staffEmail: helper?.email ?? null,
      placedAt,
      lines: priced,
      status: statusFor(random, now.getTime() - placedAt.getTime()),
      ...(isEdited ? { reason: random.pick(priceReasons) } : {}),
      ...(random.chance(0.18) ? { comment: random.between(0, 5) } : {}),
    });
  }
  return orders.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
}
