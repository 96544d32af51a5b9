import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { enter, logInAsStaff, STAFF } from '../testing/people.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

const CASES = [
  {
    locale: 'en', staff: STAFF.sarah, base: '',
    says: ['Assist session ended: no activity for 15 minutes', 'Your staff login Ended too: you are logged out', 'Closed to you; the customer’s own login is untouched', 'Cart Kept as you left it', 'Log in again', '“Session lifetime (seconds)”'],
  },
  {
    locale: 'de', staff: 'hannah.weissgerber@staff.example', base: '/de',
    says: ['Assistenzsitzung beendet: keine Aktivität seit 15 Minuten', 'Ebenfalls beendet: Sie sind abgemeldet', 'Für Sie geschlossen', 'Bleibt, wie Sie ihn verlassen haben', 'Wieder anmelden', '„Sitzungsdauer (Sekunden)“'],
  },
  {
    locale: 'es', staff: 'iker.mendoza@staff.example', base: '/es',
    says: ['Sesión de asistencia terminada: sin actividad durante 15 minutos', 'También terminó: debe iniciar sesión de nuevo', 'Cerrada para usted', 'Se conserva como lo dejó', 'Iniciar sesión de nuevo', '«Duración de la sesión (segundos)»'],
  },
];

describe('B8, B9: the staff session runs out while a customer is being helped', () => {
  it.each(CASES)('in $locale the page says that both are over, what became of the cart, and how to go on', async ({ staff, base, says }) => {
    const [customer] = await shop.rows<{ id: string }>(
      `select c.id::text as id from customer c join customer_staff m on m.customer_id = c.id join staff a on a.id = m.staff_id
        where a.email = $1 and c.status = 'active' and exists (select from consent k where k.customer_id = c.id and k.superseded_at is null and k.answer = 'given') order by c.id limit 1`, [staff]);
    const browser = shop.browser();
    await logInAsStaff(browser, staff);
    const entered = await enter(browser, customer?.id ?? '1001');
    expect(entered.url).toBe(`${base}/account`);
    await browser.get(`${base}/quick-order`);
    await browser.post(`${base}/cart/lines`, { sku: 'SKU-1001', quantity: '1' });
    shop.clock.advance(901);
    const ended = await browser.get(`${base}/cart`);
    for (const said of says) expect(ended.text).toContain(said);
    expect((await browser.get('/staff')).url).toContain('/staff/account/login');
    await logInAsStaff(browser, staff);
    await enter(browser, customer?.id ?? '1001');
    expect((await browser.get(`${base}/cart`)).text).toContain('SKU-1001');
  });
});
