import type { Page } from '@playwright/test';
import { PASSWORD, STAFF, logOutStaff } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

test.afterEach(({ page }) => logOutStaff(page));

/** What the same things are called in a language. */
interface Words {
  email: string;
  password: string;
  logIn: string;
  search: string;
  enter: string;
  banner: string;
  loggedInAs: string;
  staff: string;
  exit: string;
  searchProducts: string;
  addToCart: string;
  editPrice: string;
  update: string;
  notAPrice: string;
  proceed: string;
  place: string;
  placed: string;
  receipt: string;
  myOrders: string;
}

const GERMAN: Words = {
  email: 'E-Mail',
  password: 'Passwort',
  logIn: 'Anmelden',
  search: 'Kunden suchen',
  enter: 'Anmelden in diesem Konto:',
  banner: 'Assistenzsitzung',
  loggedInAs: 'Sie sind angemeldet als:',
  staff: 'Berater:',
  exit: 'Abmelden vom aktuellen Kunden',
  searchProducts: 'Produkte suchen',
  addToCart: 'In den Warenkorb',
  editPrice: 'Preis ändern',
  update: 'Ändern',
  notAPrice: 'Das ist kein Preis.',
  proceed: 'Zur Kasse',
  place: 'Bestellung aufgeben',
  placed: 'Die Bestellung ist aufgegeben',
  receipt: 'Was Sie für Wolfgang Huber getan haben',
  myOrders: 'Meine Bestellungen',
};

const SPANISH: Words = {
  email: 'Correo electrónico',
  password: 'Contraseña',
  logIn: 'Iniciar sesión',
  search: 'Buscar clientes',
  enter: 'Entrar en esta cuenta:',
  banner: 'Sesión de asistencia',
  loggedInAs: 'Ha entrado como:',
  staff: 'Asesor:',
  exit: 'Salir del cliente actual',
  searchProducts: 'Buscar productos',
  addToCart: 'Añadir al carrito',
  editPrice: 'Cambiar precio',
  update: 'Actualizar',
  notAPrice: 'Esto no es un precio.',
  proceed: 'Ir a pagar',
  place: 'Realizar pedido',
  placed: 'El pedido está hecho',
  receipt: 'Lo que hizo para Iñaki Ñíguez Ibáñez',
  myOrders: 'Mis pedidos',
};

interface Sale {
  words: Words;
  actor: string;
  email: string;
  customer: string;
  store: string;
}

const SALES: readonly (Sale & { locale: string; language: string })[] = [
  { language: 'German', locale: 'de-DE', words: GERMAN, actor: 'Hannah Weißgerber', email: STAFF.hannah, customer: 'Wolfgang Huber', store: '/de' },
  { language: 'Spanish', locale: 'es-ES', words: SPANISH, actor: 'Íker Mendoza Peña', email: STAFF.iker, customer: 'Iñaki Ñíguez Ibáñez', store: '/es' },
];

for (const { language, locale, ...sale } of SALES) {
  test.describe(`in the ${language} store`, () => {
    test.use({ locale });

    test(`G1: the assisted order in ${language}, with the decimal comma and no other separator`, async ({ page }) => {
      const { words, customer, store } = sale;
      await enter(page, sale);
      await addFirstProduct(page, sale);
      const price = await sellForLess(page, words);
      await page.getByRole('button', { name: words.proceed }).click();
      await expect(page.getByRole('main')).toContainText(price);
      await page.getByRole('button', { name: words.place }).click();
      await expect(page.getByRole('heading', { name: words.placed })).toBeVisible();
      const number = await page.getByRole('main').getByRole('definition').first().innerText();
      await page.goto(`${store}/account/orders/${number}`);
      await expect(page.getByRole('main')).toContainText(price);
      await page.getByRole('button', { name: words.exit }).click();
      await expect(page.getByRole('region', { name: words.receipt })).toContainText(number);
      await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: words.myOrders }).click();
      await expect(page.getByRole('row').filter({ hasText: number })).toContainText(customer);
    });
  });
}

test.describe('Max, who may not edit prices', () => {
  test.use({ locale: 'de-DE' });

  test('C1: reads in German why, finds no field, and can order all the same', async ({ page }) => {
    const sale: Sale = { words: GERMAN, actor: 'Max Keller', email: STAFF.max, customer: 'Stefan Hoffmann', store: '/de' };
    await enter(page, sale);
    await addFirstProduct(page, sale);
    const line = page.getByRole('list', { name: 'Produkte im Warenkorb' }).getByRole('listitem').first();
    await expect(line).toContainText('Der Preis dieser Position lässt sich nicht ändern');
    await expect(line).toContainText('Sie dürfen keine Preise ändern.');
    await expect(page.getByRole('textbox', { name: GERMAN.editPrice })).toHaveCount(0);
    await page.getByRole('button', { name: GERMAN.proceed }).click();
    await page.getByRole('button', { name: GERMAN.place }).click();
    await expect(page.getByRole('heading', { name: GERMAN.placed })).toBeVisible();
  });
});

async function enter(page: Page, { words, email, customer, actor, store }: Sale): Promise<void> {
  await page.goto('/staff/account/login');
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password).fill(PASSWORD);
  await page.getByRole('button', { name: words.logIn, exact: true }).click();
  await page.waitForURL('/staff');
  await page.goto('/staff/customers');
  await page.getByRole('searchbox', { name: words.search }).pressSequentially(customer.slice(0, 12));
  await page.getByRole('button', { name: `${words.enter} ${customer}`, exact: true }).click();
  await expect(page).toHaveURL(`${store}/account`);
  const banner = page.getByRole('region', { name: words.banner });
  await expect(banner).toContainText(`${words.loggedInAs} ${customer}`);
  await expect(banner).toContainText(`${words.staff} ${actor}`);
}

async function addFirstProduct(page: Page, { words, store }: Sale): Promise<void> {
  await page.getByRole('searchbox', { name: words.searchProducts }).fill('SKU-1001');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${store}/search?q=SKU-1001`);
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').first().click();
  await expect(page.getByRole('main')).toContainText('SKU-1001');
  await page.getByRole('button', { name: words.addToCart, exact: true }).click();
  await expect(page).toHaveURL(`${store}/cart`);
}

/** Ten percent off, typed first with a dot and refused, then with the comma. */
async function sellForLess(page: Page, words: Words): Promise<string> {
  const field = page.getByRole('textbox', { name: words.editPrice });
  const before = await field.inputValue();
  expect(before).toMatch(/^\d+,\d{2}$/u);
  const less = (Number(before.replace(',', '.')) * 0.9).toFixed(2);
  await field.fill(less);
  await page.getByRole('button', { name: words.update, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(words.notAPrice);
  await expect(field).toHaveValue(less);
  await field.fill(less.replace('.', ','));
  await page.getByRole('button', { name: words.update, exact: true }).click();
  const price = `${less.replace('.', ',')} €`;
  await expect(page.getByRole('main')).toContainText(price);
  await expect(page.getByRole('main')).toContainText(/\(−10\s%\)/u);
  return price;
}
