/** What every shop behind the port must hold to: run with the shop that comes along, and with every adapter (H3). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cart, CartOwner, PriceChange, Shop, Store, Transactions } from '../src/ports.ts';
import { FUNCTIONS, RELATIONS } from './relations.ts';

/** A shop with two customers of one store view and one of another website's, nobody's cart begun, and a live assist session. */
export interface PortGround {
  shop: Shop;
  /** With the rights that the application has in production. */
  app: Transactions;
  anna: CartOwner;
  ben: CartOwner;
  /** Of the other website. */
  carla: CartOwner;
  /** As the shop files them: "Anna Small", anna@customer.example. */
  names: Readonly<Record<'anna' | 'carla', { name: string; email: string }>>;
  /** Two products sold in Anna's store, with more than twenty in stock. */
  sku: string;
  otherSku: string;
  /** A live assist session of a member of staff with Anna. */
  assist: { sessionId: string; actorId: string; groupId: string };
  /** As a customer does it in the shop; gives the line's id. */
  put(owner: CartOwner, line: { sku: string; quantity: number }): Promise<string>;
  /** Turns the open cart into an order, with the help of the assist session. */
  placeAssisted(owner: CartOwner): Promise<{ number: string }>;
  setStatus(owner: CartOwner, status: 'active' | 'blocked'): Promise<void>;
  stopSelling(sku: string): Promise<void>;
  close(): Promise<void>;
}

const AT = new Date('2026-03-02T10:00:00.000Z');

export function shopPortBattery(name: string, open: () => Promise<PortGround>): void {
  describe(`H3: the Shop port, with ${name}`, () => {
    let ground: PortGround;
    beforeAll(async () => {
      ground = await open();
    });
    afterAll(() => ground.close());

    const rows = <Row>(text: string, params: unknown[] = []): Promise<Row[]> => ground.app.read((unit) => unit.query<Row>(text, params));
    const cartOf = (owner: CartOwner): Promise<Cart> => ground.app.read((unit) => ground.shop.openCart(unit, owner));
    const change = (owner: CartOwner, more: Pick<PriceChange, 'cartId' | 'lineId' | 'version'> & Partial<PriceChange>) =>
      ground.app.transaction((unit) => ground.shop.changePrice(unit, owner, { at: AT, record: null, edited: edited(), ...more }));
    const edited = (): NonNullable<PriceChange['edited']> => ({
      minor: 123n, quantity: 2, source: 'manual', label: '', reason: 'loyalty', catalogueMinor: 456n, assistSessionId: ground.assist.sessionId, actorId: ground.assist.actorId,
    });
    const snapshotOf = async (owner: CartOwner): Promise<Record<string, unknown>> =>
      (await rows<{ kept: Record<string, unknown> }>('select shop_port.cart_snapshot($1::bigint, $2::smallint, $3) as kept', [owner.customerId, owner.store.id, 'customer']))[0]?.kept ?? {};
    const lineOf = async (owner: CartOwner): Promise<Pick<PriceChange, 'cartId' | 'lineId' | 'version'>> => {
      const { id, version, lines } = await cartOf(owner);
      return { cartId: id ?? '', lineId: lines[0]?.id ?? '', version };
    };

    describe('relations', () => {
      test.each(Object.entries(RELATIONS))('shop_port.%s has the columns that assist reads', async (relation, columns) => {
        const found = await rows<{ name: string; type: string }>(
          `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = ('shop_port.' || $1)::regclass and attnum > 0 and not attisdropped`, [relation]);
        expect(Object.fromEntries(found.map((one) => [one.name, one.type]))).toMatchObject(columns);
        await expect(rows(`select * from shop_port.${relation} limit 1`)).resolves.toBeDefined();
      });

      test.each(Object.entries(FUNCTIONS))('shop_port.%s is called and answers as assist expects', async (called, [takes, gives]) => {
        const found = await rows<{ takes: string; gives: string }>(
          `select pg_get_function_identity_arguments(p.oid) as takes, pg_get_function_result(p.oid) as gives from pg_proc p where p.pronamespace = 'shop_port'::regnamespace and p.proname = $1`, [called]);
        expect(found).toEqual([{ takes, gives }]);
      });

      test('stores are the same, read and called', async () => {
        const stores: Store[] = await ground.app.read((unit) => ground.shop.stores(unit));
        const read = await rows<Partial<Store>>(
          `select st.id::integer, st.code, st.website_id::integer as "websiteId", w.name as "websiteName", st.name, st.base, st.locale, st.currency::text, st.prices_include_tax as "pricesIncludeTax",
             st.country::text, st.time_zone as "timeZone", st.active from shop_port.store st join shop_port.website w on w.id = st.website_id order by st.id`);
        expect(read).toEqual(stores);
        expect(new Set(stores.map(({ websiteId }) => websiteId)).size).toBeGreaterThan(1);
      });

      test('customers are found by id, and by any part of name or e-mail in lower case', async () => {
        for (const who of ['anna', 'carla'] as const) {
          const [found] = await rows<{ name: string; email: string; store_id: number; text: string }>(
            `select first_name || ' ' || last_name as name, email, store_id::integer, search_text as text from shop_port.customer where id = $1::bigint`, [ground[who].customerId]);
          expect(found).toMatchObject({ ...ground.names[who], store_id: ground[who].store.id });
          for (const part of [ground.names[who].name, ground.names[who].email]) expect(found?.text).toContain(part.toLowerCase());
        }
      });

      test('a customer’s epoch rises when his status changes, and nobody else’s does (B9)', async () => {
        const epochs = () => rows<{ epoch: bigint }>('select epoch from shop_port.customer where id = any ($1::bigint[]) order by array_position($1::bigint[], id)', [[ground.ben.customerId, ground.anna.customerId]]);
        const before = await epochs();
        await ground.setStatus(ground.ben, 'blocked');
        const [ben, anna] = await epochs();
        expect(BigInt(ben?.epoch ?? 0)).toBeGreaterThan(BigInt(before[0]?.epoch ?? 0));
        expect(anna).toEqual(before[1]);
        expect(await rows('select status from shop_port.customer where id = $1::bigint', [ground.ben.customerId])).toEqual([{ status: 'blocked' }]);
        await ground.setStatus(ground.ben, 'active');
      });

      test('a customer who is held waits with every change until the start is decided (C06)', async () => {
        let changed = false;
        let blocking: Promise<void> = Promise.resolve();
        await ground.app.transaction(async (unit) => {
          await unit.query('select 1 from shop_port.customer where id = $1::bigint for share', [ground.ben.customerId]);
          blocking = ground.setStatus(ground.ben, 'blocked').then(() => void (changed = true));
          await somebodyWaits(ground.app);
          expect(changed).toBe(false);
        });
        await blocking;
        expect(changed).toBe(true);
        await ground.setStatus(ground.ben, 'active');
      });

      test('nothing can be written through them: not a customer’s store, not a price, not an order', async () => {
        const refused = [
          `update shop_port.store set active = false`, `delete from shop_port.customer`, `delete from shop_port.placed_order`, `update shop_port.placed_order set total = 0`,
          `update shop_port.placed_order_line set unit_minor = 0`, `update shop_port.open_cart set version = 1`, `update shop_port.product set sku = 'x'`, `delete from shop_port.customer_session`,
        ];
        for (const text of refused) await expect(rows(text)).rejects.toMatchObject({ code: '42501' });
      });
    });

    describe('the cart', () => {
      test('is empty and without a version before the first line, and belongs to one customer in one store', async () => {
        expect(await cartOf(ground.anna)).toMatchObject({ id: null, version: 0, lines: [] });
        expect(await snapshotOf(ground.anna)).toMatchObject({ cart: null, version: 0, lines: [] });
        const lineId = await ground.put(ground.anna, { sku: ground.sku, quantity: 2 });
        const cart = await cartOf(ground.anna);
        expect(cart).toMatchObject({ version: 1, lines: [{ id: lineId, sku: ground.sku, quantity: 2, edited: null, onSale: true }] });
        expect(cart.lines[0]?.prices.length).toBeGreaterThan(0);
        expect(await rows('select id::text, version, kind, pieces from shop_port.open_cart where customer_id = $1::bigint', [ground.anna.customerId])).toEqual([{ id: cart.id, version: 1, kind: 'customer', pieces: 2 }]);
        for (const other of [ground.ben, ground.carla]) expect(await cartOf(other)).toMatchObject({ id: null, lines: [] });
      });

      test('takes a price for one line against the version that was looked at, and goes one version on (C7)', async () => {
        const at = await lineOf(ground.anna);
        expect(await change(ground.anna, at)).toMatchObject({ ok: true, value: { version: at.version + 1 } });
        expect((await cartOf(ground.anna)).lines[0]?.edited).toMatchObject({ minor: 123n, quantity: 2, source: 'manual', reason: 'loyalty', actorId: ground.assist.actorId, sessionLive: true });
        expect(await change(ground.anna, at)).toMatchObject({ ok: false, error: { code: 'cart-changed' } });
        expect(await change(ground.anna, { ...at, version: at.version + 1, edited: null })).toMatchObject({ ok: true });
        expect((await cartOf(ground.anna)).lines[0]?.edited).toBeNull();
      });

      test('takes no price for a line of another customer, of another cart, or of none', async () => {
        const at = await lineOf(ground.anna);
        for (const [owner, wrong] of [
          [ground.ben, at], [ground.carla, at], [ground.anna, { ...at, lineId: crypto.randomUUID() }], [ground.anna, { ...at, lineId: `1' or true --` }],
        ] as const) expect(await change(owner, wrong)).toMatchObject({ ok: false, error: { code: 'line-not-found' } });
        expect(await change(ground.anna, { ...at, cartId: crypto.randomUUID() })).toMatchObject({ ok: false });
        expect(await cartOf(ground.anna)).toMatchObject({ version: at.version, lines: [{ edited: null }] });
      });

      test('takes one of ten prices that come at once', async () => {
        const at = await lineOf(ground.anna);
        const all = await Promise.all(Array.from({ length: 10 }, () => change(ground.anna, at)));
        expect(all.filter(({ ok }) => ok)).toHaveLength(1);
        expect((await cartOf(ground.anna)).version).toBe(at.version + 1);
      });

      test.each([['of an assist session that is over', 'OB001', 'gone'], ['on ground that has moved', 'OB002', 'moved']] as const)('changes nothing with an entry %s (E2, B9)', async (_, code, what) => {
        const before = await cartOf(ground.anna);
        const { actorId, sessionId } = ground.assist;
        const id = what === 'gone' ? crypto.randomUUID() : sessionId;
        const body = JSON.stringify({ v: 1, at: AT.toISOString(), action_group: 'cart', action: 'set-price', result: 'done', actor: { id: actorId } });
        await expect(change(ground.anna, { ...(await lineOf(ground.anna)), record: { ground: `(${id},0,0,0,0)`, body } })).rejects.toMatchObject({ code });
        expect(await cartOf(ground.anna)).toEqual(before);
      });
    });

    describe('the cart as it was (C8)', () => {
      test('comes back whole, one version on, whatever was done to it', async () => {
        const kept = await snapshotOf(ground.anna);
        const before = await cartOf(ground.anna);
        const { cartId, lineId } = await lineOf(ground.anna);
        await ground.put(ground.anna, { sku: ground.otherSku, quantity: 3 });
        const now = await cartOf(ground.anna);
        await change(ground.anna, { cartId, lineId, version: now.version, edited: { ...edited(), minor: 1n } });
        const restored = await ground.app.transaction((unit) =>
          unit.query<{ version: number; left_out: string[] }>('select version, left_out from shop_port.restore_cart($1::uuid, $2::jsonb, $3)', [cartId, JSON.stringify(kept), AT]));
        const after = await cartOf(ground.anna);
        expect(restored).toEqual([{ version: now.version + 2, left_out: [] }]);
        expect(after).toEqual({ ...before, version: now.version + 2 });
        expect(await snapshotOf(ground.anna)).toMatchObject({ cart: cartId, lines: kept['lines'] });
      });

      test('comes back without what isn’t sold any more, by name', async () => {
        const { cartId } = await lineOf(ground.anna);
        await ground.put(ground.anna, { sku: ground.otherSku, quantity: 1 });
        const kept = await snapshotOf(ground.anna);
        await ground.app.transaction((unit) => unit.query('select from shop_port.restore_cart($1::uuid, $2::jsonb, $3)', [cartId, JSON.stringify({ ...kept, lines: [] }), AT]));
        expect((await cartOf(ground.anna)).lines).toEqual([]);
        await ground.stopSelling(ground.otherSku);
        const [back] = await ground.app.transaction((unit) =>
          unit.query<{ left_out: string[] }>('select left_out from shop_port.restore_cart($1::uuid, $2::jsonb, $3)', [cartId, JSON.stringify(kept), AT]));
        expect(back?.left_out).toEqual([ground.otherSku]);
        expect((await cartOf(ground.anna)).lines.map(({ sku }) => sku)).toEqual([ground.sku]);
      });

      test('is held for whoever restores it, and for nobody where there is none', async () => {
        const at = await lineOf(ground.anna);
        const hold = 'select id::text, version from shop_port.hold_cart($1::bigint, $2::smallint, $3)';
        const changing = await ground.app.transaction(async (unit) => {
          expect(await unit.query(hold, [ground.anna.customerId, ground.anna.store.id, 'customer'])).toEqual([{ id: at.cartId, version: at.version }]);
          const waits = change(ground.anna, at);
          await somebodyWaits(ground.app);
          // In an object: a promise given back is waited for, and would never come.
          return { waits };
        });
        expect(await changing.waits).toMatchObject({ ok: true });
        expect(await rows(hold, [ground.ben.customerId, ground.ben.store.id, 'customer'])).toEqual([]);
      });
    });

    describe('orders', () => {
      test('tell who helped, for how much, and at which prices (D1)', async () => {
        const { number } = await ground.placeAssisted(ground.anna);
        const { assist, anna } = ground;
        const [order] = await rows<{ id: string; total: bigint; cart_id: string }>(
          `select id::text, number, customer_id::text, store_id::integer, currency::text, actor_id::text, staff_group_id::text, owner_staff_id::text, assist_session_id::text, total, cart_id::text, commission is not null as earns
             from shop_port.placed_order where number = $1`, [number]);
        expect(order).toMatchObject({
          number, customer_id: anna.customerId, store_id: anna.store.id, currency: anna.store.currency, actor_id: assist.actorId, staff_group_id: assist.groupId,
          owner_staff_id: assist.actorId, assist_session_id: assist.sessionId, earns: true,
        });
        const lines = await rows<{ sku: string; override_source: string | null }>('select sku, quantity, unit_minor::text, override_source from shop_port.placed_order_line where order_id = $1::bigint order by position', [order?.id]);
        expect(lines).toEqual([{ sku: ground.sku, quantity: 2, unit_minor: '123', override_source: 'manual' }]);
        expect(BigInt(order?.total ?? 0)).toBeGreaterThanOrEqual(246n);
      });

      test('leave no open cart behind, and theirs can’t be taken for one', async () => {
        expect(await cartOf(ground.anna)).toMatchObject({ id: null, version: 0, lines: [] });
        expect(await rows('select 1 from shop_port.open_cart where customer_id = $1::bigint', [ground.anna.customerId])).toEqual([]);
        expect(await snapshotOf(ground.anna)).toMatchObject({ cart: null });
      });
    });
  });
}

async function somebodyWaits(app: Transactions): Promise<void> {
  const waiting = () => app.read((unit) => unit.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`));
  while ((await waiting()).length === 0);
}
