import type { Environment } from '../config.ts';
import { freePort } from '../free-port.ts';
import type { Overrides } from '../start-server.ts';
import { openDemoShop, type DemoShop } from './demo-shop.ts';
import { PASSWORD } from './people.ts';
import { WalkingBrowser, type Walk } from './walking-browser.ts';

/** One server, two names: stores at localhost, the portal at 127.0.0.1, which are two sites to a browser. */
export interface TwoOrigins {
  shop: DemoShop;
  store: string;
  staff: string;
  environment: Environment;
}

export async function openTwoOrigins(more: Environment = {}, overrides: Pick<Overrides, 'mailer'> = {}): Promise<TwoOrigins> {
  const port = await freePort();
  const [store, staff] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const environment = { PORT: String(port), ORIGIN: store, STAFF_ORIGIN: staff, ...more };
  return { shop: await openDemoShop(overrides, environment), store, staff, environment };
}

/** A browser that is logged in to the portal. */
export async function staffAt(staff: string, email: string): Promise<WalkingBrowser> {
  const browser = new WalkingBrowser();
  await browser.get(`${staff}/staff/account/login`);
  await browser.post(`${staff}/staff/account/login`, { email, password: PASSWORD });
  return browser;
}

/** The button of the customer list, as far as the portal's page on the way. */
export async function begin({ staff }: Pick<TwoOrigins, 'staff'>, browser: WalkingBrowser, customerId: string, fields: Record<string, string> = {}): Promise<Walk> {
  await browser.get(`${staff}/staff/customers`);
  return browser.post(`${staff}/staff/customers/${customerId}/enter`, fields);
}

/** All the way in. */
export async function enterAcross(at: Pick<TwoOrigins, 'staff'>, browser: WalkingBrowser, customerId: string, fields: Record<string, string> = {}): Promise<Walk> {
  return browser.handOver(await begin(at, browser, customerId, fields));
}
