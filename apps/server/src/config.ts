import path from 'node:path';
import type { DatabaseEnvironment } from '@onbehalf/database';
import { PAYMENT_PROVIDERS, type PaymentProviderCode } from './payment-providers.ts';
import { productionReasons } from './production-rules.ts';

/** The environment, parsed once. Everything behind it takes values and reads no environment. */
export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  /** Where stores are reached that have no origin of their own, no slash at the end. Null: this machine at the port the server gets. */
  origin: string | null;
  /** Where /staff and /admin are reached. Null: the same as `origin`. */
  staffOrigin: string | null;
  /** Stores on origins of their own, by code (B13). */
  storeOrigins: Readonly<Record<string, string>>;
  database: DatabaseEnvironment;
  dataDir: string;
  /** Null: one that is made once and kept in the data directory. Never null in production. */
  secret: Buffer | null;
  /** Null: mails are read at /admin/mails. */
  smtpUrl: string | null;
  production: boolean;
  /** Who collects what is paid by a link; null: nobody, and it isn't offered (D8). */
  paymentProvider: PaymentProviderCode | null;
  /** How long a process that was told to end still takes requests, saying at /readyz that it is about to end. */
  drainSeconds: number;
  trustedProxies: string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the environment, all of it, one sentence each. */
export class ConfigProblem extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(['Onbehalf does not start:', ...reasons.map((reason) => `  - ${reason}`)].join('\n'));
    this.name = 'ConfigProblem';
    this.reasons = reasons;
  }
}

const DEFAULT_PORT = 3000;
const DEFAULT_DATA_DIR = './.data';

/** Throws a ConfigProblem that names every reason at once. */
export function readConfig(environment: Environment): Config {
  const reasons: string[] = [];
  const config = parse({ environment, reasons });
  if (config.production) reasons.push(...productionReasons(config, environment));
  if (reasons.length > 0) throw new ConfigProblem(reasons);
  return config;
}

/** What the command line needs: the database alone, whatever the server would say of the rest. */
export function readDatabaseConfig(environment: Environment): Pick<Config, 'database' | 'production'> {
  const reasons: string[] = [];
  const { database } = databaseOf({ environment, reasons });
  if (reasons.length > 0) throw new ConfigProblem(reasons);
  return { database, production: isProduction(environment) };
}

interface Reading {
  environment: Environment;
  reasons: string[];
}

function parse(reading: Reading): Config {
  const { environment } = reading;
  return {
    ...databaseOf(reading),
    host: textOf(environment, 'HOST') ?? '127.0.0.1',
    port: portOf(reading),
    origin: originOf(reading, 'ORIGIN'),
    staffOrigin: originOf(reading, 'STAFF_ORIGIN'),
    storeOrigins: storeOriginsOf(reading),
    secret: secretOf(environment),
    smtpUrl: urlOf(reading, 'SMTP_URL', ['smtp:', 'smtps:']),
    production: isProduction(environment),
    paymentProvider: paymentProviderOf(reading),
    drainSeconds: drainOf(reading),
    trustedProxies: (textOf(environment, 'TRUSTED_PROXIES') ?? '').split(/[\s,]+/u).filter((proxy) => proxy !== ''),
  };
}

function databaseOf(reading: Reading): Pick<Config, 'database' | 'dataDir'> {
  const dataDir = path.resolve(textOf(reading.environment, 'ONBEHALF_DATA_DIR') ?? DEFAULT_DATA_DIR);
  const database = {
    DATABASE_URL: urlOf(reading, 'DATABASE_URL', POSTGRES) ?? undefined,
    DATABASE_OWNER_URL: urlOf(reading, 'DATABASE_OWNER_URL', POSTGRES) ?? undefined,
    ONBEHALF_DATA_DIR: dataDir,
  };
  return { database, dataDir };
}

const isProduction = (environment: Environment): boolean => environment['NODE_ENV'] === 'production';

const POSTGRES = ['postgres:', 'postgresql:'] as const;

/** Empty is as good as absent: container tools pass empty variables on. */
function textOf(environment: Environment, name: string): string | null {
  const text = environment[name]?.trim() ?? '';
  return text === '' ? null : text;
}

function portOf({ environment, reasons }: Reading): number {
  const text = textOf(environment, 'PORT');
  if (text === null) return DEFAULT_PORT;
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  reasons.push(`PORT is ${JSON.stringify(text)}: a number from 0 to 65535 is needed.`);
  return DEFAULT_PORT;
}

const LONGEST_DRAIN = 300;

function drainOf({ environment, reasons }: Reading): number {
  const text = textOf(environment, 'ONBEHALF_DRAIN_SECONDS') ?? '0';
  const seconds = /^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN;
  if (seconds <= LONGEST_DRAIN) return seconds;
  reasons.push(`ONBEHALF_DRAIN_SECONDS is ${JSON.stringify(text)}: a number from 0 to ${LONGEST_DRAIN} is needed.`);
  return 0;
}

/** Nothing said: the one that moves no money, where nobody is to be charged in earnest. */
function paymentProviderOf({ environment, reasons }: Reading): PaymentProviderCode | null {
  const text = textOf(environment, 'PAYMENT_PROVIDER');
  if (text === null) return isProduction(environment) ? null : 'test';
  if (text === 'none') return null;
  const known = PAYMENT_PROVIDERS.find((code) => code === text);
  if (known === undefined) reasons.push(`PAYMENT_PROVIDER is ${JSON.stringify(text)}: none, or one of ${PAYMENT_PROVIDERS.join(', ')} is needed.`);
  return known ?? null;
}

/** `de=https://shop.example.de es=https://tienda.example.es`: with spaces or commas between. */
function storeOriginsOf({ environment, reasons }: Reading): Record<string, string> {
  const found: Record<string, string> = {};
  for (const part of (textOf(environment, 'STORE_ORIGINS') ?? '').split(/[\s,]+/u).filter((one) => one !== '')) {
    const [, code = '', address = ''] = /^([a-z][a-z0-9_-]*)=(.+)$/u.exec(part) ?? [];
    if (code === '') reasons.push(`STORE_ORIGINS has ${JSON.stringify(part)}: each entry has to look like de=https://shop.example.de.`);
    else if (Object.hasOwn(found, code)) reasons.push(`STORE_ORIGINS names the store ${JSON.stringify(code)} twice.`);
    else found[code] = originIn(reasons, 'STORE_ORIGINS', address) ?? '';
  }
  return found;
}

function originOf({ environment, reasons }: Reading, name: string): string | null {
  const text = textOf(environment, name);
  return text === null ? null : originIn(reasons, name, text);
}

function originIn(reasons: string[], name: string, text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && `${url.pathname}${url.search}${url.hash}` === '/';
  if (isOrigin) return url.origin;
  reasons.push(`${name} is ${JSON.stringify(text)}: it has to look like https://shop.example.com, without a path.`);
  return null;
}

// What a connection string holds is not repeated: it has a password in it.
function urlOf({ environment, reasons }: Reading, name: string, protocols: readonly string[]): string | null {
  const text = textOf(environment, name);
  if (text === null) return null;
  const protocol = /^[a-z]+:(?=\/\/)/u.exec(text)?.[0];
  if (protocol !== undefined && protocols.includes(protocol)) return text;
  reasons.push(`${name} has to begin with ${protocols.map((one) => `${one}//`).join(' or ')}.`);
  return null;
}

function secretOf(environment: Environment): Buffer | null {
  const text = textOf(environment, 'ONBEHALF_SECRET');
  return text === null ? null : Buffer.from(text, 'utf8');
}
