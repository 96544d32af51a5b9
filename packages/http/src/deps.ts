import type { Clock, Random, Store, Transactions } from '@onbehalf/assist';
import type { Web } from '@onbehalf/web';
import type { PaymentProvider, TestProvider } from '@onbehalf/shop';
import type { LoginLimits } from './login-limits.ts';
import type { PageCache } from './page-cache/page-cache.ts';

export interface HttpConfig {
  /** Where stores are reached that have no origin of their own, no slash at the end. */
  origin: string;
  /** Where /staff and /admin are reached; the same as origin unless they are kept apart. */
  staffOrigin: string;
  /** Stores that are reached elsewhere than at `origin`, by code (B13). */
  storeOrigins: Readonly<Record<string, string>>;
  secret: Buffer;
  /** Demo accounts are shown on the login pages and mails go to the local inbox. */
  demo: boolean;
  demoPassword: string;
  /** No mail server: mails are read in admin, with what lets somebody in masked. */
  localInbox: boolean;
  trustedProxies: string[];
}

export interface Payments {
  provider: PaymentProvider;
  /** The same, where it is the one that moves no money: its pages are the shop's own. */
  test: TestProvider | null;
}

/** Everything a request needs from outside, put together in apps/server and nowhere else. */
export interface Deps {
  config: HttpConfig;
  db: Transactions;
  clock: Clock;
  random: Random;
  web: Web;
  /** Store views as they were at the start; a new one needs a restart. */
  stores: readonly Store[];
  loginLimits: LoginLimits;
  /** Pages of the anonymous shop (B14). */
  pageCache: PageCache;
  /** Who collects what is paid by a link (D8). Left out: that is offered nowhere. */
  payments?: Payments;
  /** Whether this process has been told to end: it still answers, and asks for no more. Left out: never. */
  isStopping?(): boolean;
  /** For the operator: never a token, a password or a person's data (Z02). */
  log(level: 'info' | 'warn' | 'error', message: string, facts?: Record<string, unknown>): void;
}
