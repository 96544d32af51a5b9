// "Cannot start customer context": each point of that list is said where the start is tried, with what to do, in three languages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

type Language = 'en' | 'de' | 'es';
const LANGUAGES: readonly Language[] = ['en', 'de', 'es'];

async function speaking(email: string, language: Language): Promise<TestBrowser> {
  await shop.rows('update staff set language = $2 where email = $1', [email, language]);
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

/** Something is taken away for as long as the page is looked at. */
async function without(take: string, giveBack: string, look: () => Promise<void>): Promise<void> {
  await shop.rows(take);
  try {
    await look();
  } finally {
    await shop.rows(giveBack);
  }
}

const NOT_ASSIGNED: Record<Language, string> = {
  en: 'This customer is not assigned to you. Ask your team lead to assign the customer, or an administrator for “Access All Customers”.',
  de: 'Dieser Kunde ist Ihnen nicht zugeordnet. Bitten Sie Ihre Teamleitung, den Kunden zuzuordnen, oder die Administration um „Zugriff auf alle Kunden“.',
  es: 'Este cliente no está asignado a usted. Pida al responsable de su equipo que se lo asigne, o a un administrador el «Acceso a todos los clientes».',
};
const INACTIVE: Record<Language, string> = {
  en: 'This customer account is inactive. An administrator can activate it.',
  de: 'Dieses Kundenkonto ist inaktiv. Die Administration kann es aktivieren.',
  es: 'Esta cuenta de cliente está inactiva. Un administrador puede activarla.',
};
const NOT_IN_STORE: Record<Language, string> = {
  en: 'You do not work in this store. Choose one of your stores, or ask an administrator to add this one.',
  de: 'Sie arbeiten nicht in diesem Shop. Wählen Sie einen Ihrer Shops, oder lassen Sie diesen von der Administration hinzufügen.',
  es: 'Usted no trabaja en esta tienda. Elija una de sus tiendas o pida a un administrador que añada esta.',
};
const SWITCHED_OFF: Record<Language, string> = {
  en: 'Login as Customer is switched off. An administrator can switch it on.',
  de: 'Die Anmeldung als Kunde ist ausgeschaltet. Die Administration kann sie einschalten.',
  es: 'El inicio de sesión como cliente está desactivado. Un administrador puede activarlo.',
};
const STAFF_INACTIVE: Record<Language, string> = {
  en: 'your staff account was deactivated',
  de: 'Ihr Mitarbeiterkonto wurde deaktiviert',
  es: 'su cuenta de personal fue desactivada',
};

const BASE: Record<Language, string> = { en: '', de: '/de', es: '/es' };

describe.each(LANGUAGES)('why a customer’s account can’t be entered, in %s', (language) => {
  it('B1: the customer is not assigned, and the actor has no “Access All Customers”', async () => {
    const sarah = await speaking(STAFF.sarah, language);
    const start = await sarah.get(`/staff/customers/${CUSTOMER.uma}/enter`);
    expect(start.status).toBe(403);
    expect(start.text).toContain(NOT_ASSIGNED[language]);
    expect(start.text).not.toMatch(/Uma|uma\.unassigned/);
    await without(`update staff set access_all_customers = true where email = '${STAFF.sarah}'`, `update staff set access_all_customers = false where email = '${STAFF.sarah}'`, async () => {
      expect((await sarah.get(`/staff/customers/${CUSTOMER.uma}/enter`)).text).not.toContain(NOT_ASSIGNED[language]);
    });
  });

  it('B1: the customer’s account is not active, in the list and on the start page', async () => {
    const sarah = await speaking(STAFF.sarah, language);
    await without(`update customer set status = 'inactive' where id = ${CUSTOMER.john}`, `update customer set status = 'active' where id = ${CUSTOMER.john}`, async () => {
      expect((await sarah.get('/staff/customers?q=doe')).text).toContain(INACTIVE[language]);
      expect((await sarah.get(`/staff/customers/${CUSTOMER.john}/enter`)).text).toContain(INACTIVE[language]);
    });
  });

  it('B1: the store is none of the actor’s', async () => {
    const sarah = await speaking(STAFF.sarah, language);
    const sarahs = `staff_id = (select id from staff where email = '${STAFF.sarah}')`;
    await without(`delete from staff_store where ${sarahs}`, `insert into staff_store select id, 1 from staff where email = '${STAFF.sarah}'`, async () => {
      const start = await sarah.get(`/staff/customers/${CUSTOMER.john}/enter`);
      expect(start.text).toContain(NOT_IN_STORE[language]);
      expect(start.text).not.toContain('John Doe');
    });
  });

  it('B1: the shop has switched Login as Customer off', async () => {
    const sarah = await speaking(STAFF.sarah, language);
    await without(`insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/enabled', 'default', 0, '"no"', now())`, `delete from setting_value where path = 'assist/enabled'`, async () => {
      expect((await sarah.get('/staff/customers?q=doe')).text).toContain(SWITCHED_OFF[language]);
      expect((await sarah.get(`/staff/customers/${CUSTOMER.john}/enter`)).text).toContain(SWITCHED_OFF[language]);
    });
  });

  it('B1: several reasons stand there together, each with what to do, those of admin’s button too', async () => {
    const admin = await speaking(STAFF.admin, language);
    const [order] = await shop.rows<{ number: string }>('select number from purchase where customer_id = $1 limit 1', [CUSTOMER.john]);
    const stores = `staff_id = (select id from staff where email = '${STAFF.admin}') and store_id = 1`;
    await without(`update customer set status = 'inactive' where id = ${CUSTOMER.john}`, `update customer set status = 'active' where id = ${CUSTOMER.john}`, () =>
      without(`delete from staff_store where ${stores}`, `insert into staff_store select id, 1 from staff where email = '${STAFF.admin}'`, async () => {
        const page = await admin.get(`/admin/orders/${order?.number ?? ''}`);
        expect(page.text).toContain(INACTIVE[language]);
        expect(page.text).toContain(NOT_IN_STORE[language]);
      }),
    );
  });

  it('B1: the staff account is not active: the context is over at once and says so, and there is no way back in', async () => {
    const sarah = await speaking(STAFF.sarah, language);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    await without(`update staff set active = false where email = '${STAFF.sarah}'`, `update staff set active = true where email = '${STAFF.sarah}'`, async () => {
      expect((await sarah.get(`${BASE[language]}/account`)).text).toContain(STAFF_INACTIVE[language]);
      expect((await sarah.get('/staff/customers')).url).toMatch(/^\/staff\/account\/login/);
      const again = await logInAsStaff(shop.browser(), STAFF.sarah);
      expect(again.status).toBe(422);
    });
  });
});
