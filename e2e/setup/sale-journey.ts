import { expect, type Locator, type Page } from '@playwright/test';
import { translator, type Translate } from '../../packages/web/src/i18n/translate.ts';
import { enterAccount, PASSWORD } from './people.ts';
import { buyerEmail, sellerEmail, type SalePeople } from './sale-people.ts';

/** One person's whole way through the shop, in whatever language, size and browser. */
export class SaleJourney {
  readonly #t: Translate;
  readonly #base: string;
  readonly #press: (target: Locator) => Promise<void>;

  readonly page: Page;
  readonly buyer: SalePeople;
  readonly script: boolean;
  /** Makes mistakes on the way, and is told at the field. */
  readonly stumbles: boolean;

  constructor(page: Page, buyer: SalePeople, { script, touch, stumbles }: { script: boolean; touch: boolean; stumbles: boolean }) {
    this.page = page;
    this.buyer = buyer;
    this.script = script;
    this.stumbles = stumbles;
    this.#t = translator(buyer.store === 'main' ? 'en' : buyer.store);
    this.#base = buyer.store === 'main' ? '' : `/${buyer.store}`;
    this.#press = (target) => (touch ? target.tap() : target.click());
  }

  async logInAsBuyer(): Promise<void> {
    await this.#logIn(`${this.#base}/account/login`, { t: this.#t, email: buyerEmail(this.buyer.key) });
    await expect(this.page).toHaveURL(`${this.#base}/account`);
  }

  /** A clerk, from the login of the portal into the buyer's account. */
  async enterAsClerk(): Promise<void> {
    const { key, language, firstName, lastName } = this.buyer;
    await this.#logIn('/staff/account/login', { t: translator(language), email: sellerEmail(key) });
    await expect(this.page).toHaveURL('/staff');
    await enterAccount(this.page, { query: buyerEmail(key), name: `${firstName} ${lastName}` });
  }

  async #logIn(path: string, { t, email }: { t: Translate; email: string }): Promise<void> {
    const { page } = this;
    await page.goto(path);
    await page.getByLabel(t('login.email'), { exact: true }).fill(email);
    await page.getByLabel(t('login.password'), { exact: true }).fill(PASSWORD);
    await this.#press(page.getByRole('main').getByRole('button', { name: t('login.button'), exact: true }));
  }

  /** By the search, to the product's page; gives its name. */
  async find(sku: string): Promise<string> {
    const { page } = this;
    const search = page.getByRole('searchbox', { name: this.#t('shell.search') });
    await search.fill(sku);
    await search.press('Enter');
    const found = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first();
    const name = await found.innerText();
    await this.#press(found);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await this.#fits();
    return name;
  }

  /** On the wishlist, and from there into the cart. */
  async wishAndMove(name: string): Promise<void> {
    const { page } = this;
    await this.#press(page.getByRole('button', { name: this.#t('product.addToWishlist') }));
    await this.#inAccount('account.wishlist');
    await this.#press(page.getByRole('button', { name: this.#t('wishlist.toCartNamed', { name }) }));
    await expect(page.getByRole('heading', { name: this.#t('wishlist.empty') })).toBeVisible();
    await this.#fits();
  }

  async add(name: string, pieces: string): Promise<void> {
    const { page } = this;
    await page.getByRole('spinbutton', { name: this.#t('product.quantityOf', { name }) }).fill(pieces);
    await this.#press(page.getByRole('button', { name: this.#t('ui.addToCart'), exact: true }));
    await expect(page).toHaveURL(`${this.#base}/cart`);
  }

  /** A wrong coupon is told at its field and kept there; the right one counts. */
  async useCoupon(code: string): Promise<void> {
    const { page } = this;
    const field = page.getByRole('textbox', { name: this.#t('cart.coupon') });
    const use = page.getByRole('button', { name: this.#t('cart.couponUse'), exact: true });
    if (this.stumbles) {
      await field.fill('NOSUCHCODE');
      await this.#press(use);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveValue('NOSUCHCODE');
    }
    await field.fill(code);
    await this.#press(use);
    await expect(page.getByRole('main')).toContainText(this.#t('cart.couponApplied', { code }));
    await this.#fits();
  }

  /** To a new address, by express, on account: what is left out is told at its field, with everything else kept. */
  async checkOut(street: string): Promise<{ number: string; total: string }> {
    const { page } = this;
    await this.#press(this.#seen('cart.proceed'));
    const total = page.getByRole('region', { name: this.#t('checkout.total') }).locator('dl > div').filter({ has: page.getByText(this.#t('ui.total'), { exact: true }) }).getByRole('definition');
    const before = await total.innerText();
    await page.getByRole('radio', { name: this.#t('checkout.newAddress') }).check();
    await page.getByRole('textbox', { name: this.#t('address.name'), exact: true }).fill('Goods-in');
    await page.getByRole('textbox', { name: this.#t('address.city') }).fill('Portland');
    await page.getByRole('textbox', { name: this.#t('address.postcode') }).fill('04101');
    await page.getByRole('textbox', { name: new RegExp(`^${this.#t('checkout.comment')}`, 'u') }).fill('Ring twice');
    await page.locator('input[name="shipping"][value="express"]').check();
    if (!this.script) await this.#press(page.getByRole('button', { name: this.#t('checkout.updateTotals') }));
    await expect(total).not.toHaveText(before);
    const field = page.getByRole('textbox', { name: this.#t('address.street') });
    if (this.stumbles) {
      await this.#press(this.#seen('checkout.place'));
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByRole('textbox', { name: this.#t('address.name'), exact: true })).toHaveValue('Goods-in');
      await this.#fits();
    }
    await field.fill(street);
    const agreed = await total.innerText();
    await this.#press(this.#seen('checkout.place'));
    await expect(page.getByRole('heading', { name: this.#t('placed.title') })).toBeVisible();
    const facts = page.getByRole('main').getByRole('definition');
    await expect(facts.nth(1)).toHaveText(agreed);
    await this.#fits();
    return { number: await facts.first().innerText(), total: agreed };
  }

  /** The order, found in the history by a product of it, says what was agreed. Then the same again is in the cart. */
  async findAndReorder({ number, total }: { number: string; total: string }, names: readonly string[]): Promise<void> {
    const { page } = this;
    await page.goto(`${this.#base}/account`);
    await this.#inAccount('account.orders');
    const search = page.getByRole('searchbox', { name: this.#t('orders.searchHint') });
    await search.fill(names[0] ?? '');
    await search.press('Enter');
    await this.#fits();
    await this.#press(page.getByRole('link', { name: number, exact: true }));
    for (const said of [total, 'WELCOME10', 'Ring twice', ...names]) await expect(page.getByRole('main')).toContainText(said);
    await this.#fits();
    await this.#press(page.getByRole('button', { name: this.#t('order.reorder'), exact: true }));
    await expect(page).toHaveURL(`${this.#base}/cart`);
    for (const name of names) await expect(page.getByRole('list', { name: this.#t('cart.lines') }).getByRole('listitem', { name })).toBeVisible();
    await this.#fits();
  }

  async keepAddress(street: string): Promise<void> {
    const { page } = this;
    await page.goto(`${this.#base}/account`);
    await this.#inAccount('account.addresses');
    await this.#press(page.getByRole('link', { name: this.#t('addresses.add') }));
    for (const [label, value] of [['address.name', 'Goods-in'], ['address.street', street], ['address.city', 'Portland'], ['address.postcode', '04101']] as const) {
      await page.getByRole('textbox', { name: this.#t(label), exact: true }).fill(value);
    }
    await this.#press(page.getByRole('button', { name: this.#t('address.save'), exact: true }));
    const card = page.getByRole('main').getByRole('listitem').filter({ hasText: street });
    await this.#press(card.getByRole('button', { name: this.#t('addresses.makeDefault') }));
    await expect(card).toContainText(this.#t('addresses.default'));
    await this.#fits();
  }

  /** The clerk is named on every page so far, and leaves with a receipt. */
  async leave({ number }: { number: string }): Promise<void> {
    const { page } = this;
    await expect(page.getByRole('region', { name: this.#t('shell.assist.region') })).toContainText('Selma Salazar');
    await this.#press(page.getByRole('button', { name: new RegExp(`^${this.#t('shell.assist.exit')}`, 'u') }));
    await expect(page).toHaveURL(/\/staff\?receipt=/u);
    await expect(page.getByRole('main')).toContainText(number);
  }

  #seen(key: 'cart.proceed' | 'checkout.place'): Locator {
    return this.page.getByRole('button', { name: this.#t(key) }).filter({ visible: true });
  }

  async #inAccount(key: 'account.orders' | 'account.wishlist' | 'account.addresses'): Promise<void> {
    const nav = this.page.getByRole('navigation', { name: this.#t('account.navigation') });
    await this.#press(nav.getByRole('link', { name: this.#t(key), exact: true }));
    await expect(this.page.getByRole('heading', { name: this.#t(key), level: 1 })).toBeVisible();
  }

  /** Nothing to scroll sideways for, whatever the names. */
  async #fits(): Promise<void> {
    const { scroll, width } = await this.page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: document.documentElement.clientWidth }));
    expect(scroll, this.page.url()).toBeLessThanOrEqual(width);
  }
}
