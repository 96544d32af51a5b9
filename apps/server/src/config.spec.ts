import { describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig, type Environment } from './config.ts';

function reasonsFor(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblem) return error.reasons;
    throw error;
  }
}

const PRODUCTION = { NODE_ENV: 'production', ORIGIN: 'https://shop.example.com', ONBEHALF_SECRET: 'x'.repeat(32) } as const;

describe('the environment', () => {
  it('may be empty: a demo on this machine', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, origin: null, staffOrigin: null, storeOrigins: {}, secret: null, smtpUrl: null, production: false, trustedProxies: [] });
  });

  it('counts empty variables as absent', () => {
    expect(readConfig({ PORT: '', ORIGIN: ' ', DATABASE_URL: '', SMTP_URL: '' })).toEqual(readConfig({}));
  });

  it('is read as it is written', () => {
    const config = readConfig({
      PORT: '0', HOST: '0.0.0.0', ORIGIN: 'https://shop.example.com/', STAFF_ORIGIN: 'https://staff.example.com', STORE_ORIGINS: 'de=https://shop.example.de, es=https://tienda.example.es/', DATABASE_URL: 'postgresql://a@b/c',
      SMTP_URL: 'smtps://a:b@mail.example', TRUSTED_PROXIES: '10.0.0.0/8, 192.168.0.1',
    });
    expect(config).toMatchObject({
      port: 0, host: '0.0.0.0', origin: 'https://shop.example.com', staffOrigin: 'https://staff.example.com', storeOrigins: { de: 'https://shop.example.de', es: 'https://tienda.example.es' }, smtpUrl: 'smtps://a:b@mail.example',
      trustedProxies: ['10.0.0.0/8', '192.168.0.1'], database: { DATABASE_URL: 'postgresql://a@b/c' },
    });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '3000x' }, 'PORT'],
    [{ ORIGIN: 'https://shop.example.com/de' }, 'ORIGIN'],
    [{ ORIGIN: 'shop.example.com' }, 'ORIGIN'],
    [{ ORIGIN: 'javascript:alert(1)' }, 'ORIGIN'],
    [{ STAFF_ORIGIN: 'https://a:b@staff.example.com' }, 'STAFF_ORIGIN'],
    [{ STORE_ORIGINS: 'de' }, 'STORE_ORIGINS'],
    [{ STORE_ORIGINS: 'de=shop.example.de' }, 'STORE_ORIGINS'],
    [{ STORE_ORIGINS: 'de=https://a.example de=https://b.example' }, 'STORE_ORIGINS'],
    [{ DATABASE_URL: 'mysql://a@b/c' }, 'DATABASE_URL'],
    [{ SMTP_URL: 'mail.example:25' }, 'SMTP_URL'],
    [{ PAYMENT_PROVIDER: 'tset' }, 'PAYMENT_PROVIDER'],
  ])('is refused with %j, by name', (environment, name) => {
    const reasons = reasonsFor(environment);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(new RegExp(`^${name} `, 'u'));
  });

  it('lets orders be paid at the test provider outside production only, and nowhere where it says so (D8)', () => {
    expect([readConfig({}).paymentProvider, readConfig({ PAYMENT_PROVIDER: 'none' }).paymentProvider, readConfig(PRODUCTION).paymentProvider]).toEqual(['test', null, null]);
    expect(reasonsFor({ ...PRODUCTION, PAYMENT_PROVIDER: 'test' })).toEqual(['PAYMENT_PROVIDER is test: it lets anybody pay without money.']);
  });

  it('is told with everything that is wrong, and never with a password', () => {
    const reasons = reasonsFor({ PORT: 'x', DATABASE_URL: 'mysql://me:hunter2@b/c' });
    expect(reasons).toHaveLength(2);
    expect(reasons.join('\n')).not.toContain('hunter2');
  });
});

describe('production (K3)', () => {
  it('starts with an https origin and a secret', () => expect(reasonsFor(PRODUCTION)).toEqual([]));

  it.each([
    [{ ORIGIN: '' }, 'ORIGIN has to be an https'],
    [{ ORIGIN: 'http://shop.example.com' }, 'ORIGIN has to be an https'],
    [{ STAFF_ORIGIN: 'http://localhost:3000' }, 'STAFF_ORIGIN has to be an https'],
    [{ STORE_ORIGINS: 'de=http://localhost:3000' }, 'STORE_ORIGINS has to name https'],
    [{ ONBEHALF_SECRET: '' }, 'ONBEHALF_SECRET is missing'],
    [{ ONBEHALF_SECRET: 'x'.repeat(31) }, 'ONBEHALF_SECRET is shorter'],
    [{ ONBEHALF_FAIL_POINT: 'order-recorded' }, 'ONBEHALF_FAIL_POINT is set'],
  ])('refuses %j and says which', (change, reason) => {
    expect(reasonsFor({ ...PRODUCTION, ...change })).toEqual([expect.stringContaining(reason)]);
  });

  it('names every reason at once', () => {
    expect(reasonsFor({ NODE_ENV: 'production', ONBEHALF_FAIL_POINT: 'x' })).toHaveLength(3);
  });
});
