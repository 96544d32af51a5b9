import { startShop } from './shop-process.ts';

/** A server of a test's own, with its stores at localhost and its portal at 127.0.0.1: two sites to a browser. */
export interface OwnServer {
  store: string;
  staff: string;
  stop(): Promise<void>;
}

const portalAt = (port: number | string): string => `http://127.0.0.1:${port}`;

export async function startOnTwoOrigins(): Promise<OwnServer> {
  const { origin, close } = await startShop((port) => ({ ORIGIN: `http://localhost:${port}`, STAFF_ORIGIN: portalAt(port) }));
  return { store: origin, staff: portalAt(new URL(origin).port), stop: close };
}
