import type { Config, Environment } from './config.ts';

const SHORTEST_SECRET = 32;

interface Rule {
  reason: string;
  isBroken(config: Config, environment: Environment): boolean;
}

/** What production refuses to start with (K3). Demo accounts are looked for in the database, at the start. */
const RULES: readonly Rule[] = [
  {
    reason: 'ORIGIN has to be an https address, such as https://shop.example.com.',
    isBroken: ({ origin }) => !isHttps(origin),
  },
  {
    reason: 'STAFF_ORIGIN has to be an https address, such as https://staff.example.com.',
    isBroken: ({ staffOrigin }) => staffOrigin !== null && !isHttps(staffOrigin),
  },
  {
    reason: 'STORE_ORIGINS has to name https addresses, such as de=https://shop.example.de.',
    isBroken: ({ storeOrigins }) => !Object.values(storeOrigins).every(isHttps),
  },
  {
    reason: 'ONBEHALF_SECRET is missing: set one for all processes, for example from "openssl rand -base64 48".',
    isBroken: ({ secret }) => secret === null,
  },
  {
    reason: `ONBEHALF_SECRET is shorter than ${SHORTEST_SECRET} characters.`,
    isBroken: ({ secret }) => secret !== null && secret.length < SHORTEST_SECRET,
  },
  {
    reason: 'PAYMENT_PROVIDER is test: it lets anybody pay without money.',
    isBroken: ({ paymentProvider }) => paymentProvider === 'test',
  },
  {
    reason: 'ONBEHALF_FAIL_POINT is set: it kills the process and is for tests only.',
    isBroken: (_config, environment) => (environment['ONBEHALF_FAIL_POINT'] ?? '') !== '',
  },
];

/** Every reason against starting in production, as far as the environment tells. */
export const productionReasons = (config: Config, environment: Environment): string[] =>
  RULES.filter((rule) => rule.isBroken(config, environment)).map((rule) => rule.reason);

export const DEMO_ACCOUNTS_REASON =
  'The database holds demo accounts, whose password everybody knows: use another database, or remove every account whose address ends in .example.';

const isHttps = (origin: string | null): boolean => origin?.startsWith('https://') === true;
