import type { DemoShop } from './demo-shop.ts';
import { CUSTOMER, STAFF, enter, hidden, lineIn, logInAsCustomer, logInAsStaff } from './people.ts';
import type { TestBrowser, Visit } from './test-browser.ts';

export interface Wanted {
  sku: string;
  quantity: number;
  /** A price typed for it; only in a context. */
  price?: string;
}

/** Fills the cart and places the order, in a context or as the customer. Gives its number and the page after it. */
export async function order(browser: TestBrowser, wanted: readonly Wanted[], { base = '', shipping = 'standard', payment = 'on-account' } = {}): Promise<{ number: string; placed: Visit }> {
  for (const { sku, quantity, price } of wanted) {
    const cart = await browser.post(`${base}/cart/lines`, { sku, quantity: String(quantity) });
    if (price === undefined) continue;
    const { id, version } = lineIn(cart.html);
    await browser.post(`${base}/cart/lines/${id}/price`, { version, price });
  }
  const send = ({ html }: Visit): Promise<Visit> => browser.post(`${base}/checkout/place`, {
    version: hidden(html, 'version'), key: hidden(html, 'key'), expectedTotal: hidden(html, 'expectedTotal'),
    address: /name="address"[^>]*value="(\d+)"/.exec(html)?.[1] ?? '', shipping, payment,
  });
  const first = await send(await browser.get(`${base}/checkout`));
  // Another way of sending costs something else: the page shows the new total, and is sent again.
  const placed = first.url.includes('/placed/') ? first : await send(first);
  const number = placed.url.split('/').at(-1) ?? '';
  if (!/^\d+$/.test(number)) throw new Error(`No order: ${placed.text.slice(0, 600)}`);
  return { number, placed };
}

/** Sarah orders for John and leaves his account. */
export async function assistedOrder(shop: DemoShop, wanted: readonly Wanted[], more: { shipping?: string; payment?: string } = {}): Promise<{ number: string; placed: Visit; left: Visit; sarah: TestBrowser }> {
  const sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john, { switch: '1' });
  const made = await order(sarah, wanted, more);
  const left = await sarah.post('/assist/exit');
  return { ...made, left, sarah };
}

export async function ownOrder(shop: DemoShop, wanted: readonly Wanted[], more: { payment?: string } = {}): Promise<{ number: string; john: TestBrowser; placed: Visit }> {
  const john = shop.browser();
  await logInAsCustomer(john, 'john.doe@customer.example');
  return { ...(await order(john, wanted, more)), john };
}

export async function asAdmin(shop: DemoShop): Promise<TestBrowser> {
  const admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
  return admin;
}

/** Opens the form of a document and sends it with what it proposes, but for what is given. */
export async function makeDocument(admin: TestBrowser, number: string, kind: 'invoice' | 'shipment' | 'credit-memo', fields: Record<string, string> = {}): Promise<Visit> {
  const form = await admin.get(`/admin/orders/${number}/${kind}`);
  const proposed = [...form.html.matchAll(/<input(?=[^>]*name="(quantity-\d+|shipping)")[^>]*value="([^"]*)"/g)].map(([, name = '', value = '']): [string, string] => [name, value]);
  const checked: Record<string, string> = form.html.includes('name="withShipping"') ? { withShipping: '1' } : {};
  return admin.post(`/admin/orders/${number}/${kind}`, { ...Object.fromEntries(proposed), ...checked, ...fields });
}
