// better-auth with its admin plugin behind Node's own HTTP server, as its documentation sets it up. Told by its environment
// where the database is; tells its starter on which port it listens, and the cookies of the administrators it made.
import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { admin } from 'better-auth/plugins';
import pg from 'pg';

const { PEER_DATABASE_URL: connectionString, PEER_POOL_SIZE: max, PEER_ADMINS: admins, PEER_CUSTOMERS: customers, PEER_ORIGIN: baseURL, PEER_PORT: port } = process.env;

const pool = new pg.Pool({ connectionString, max: Number(max) });
const secret = randomBytes(32).toString('base64url');
const options = {
  database: pool,
  baseURL,
  secret,
  emailAndPassword: { enabled: true },
  plugins: [admin()],
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' },
};
const { runMigrations } = await getMigrations(options);
await runMigrations();
const cookies = await seed();
const auth = betterAuth(options);
const { name } = (await auth.$context).authCookies.sessionToken;
const answer = toNodeHandler(auth);
createServer((request, response) => void answer(request, response)).listen(Number(port), '127.0.0.1', () => {
  process.send?.({ admins: cookies.map((value) => `${name}=${value}`), customers: customerIds(), customersCookie: `${name}=` });
});
process.on('disconnect', () => process.exit(0));

function customerIds() {
  return Array.from({ length: Number(customers) }, (_, n) => `customer-${n}`);
}

/** Rows as its own sign-up makes them, without a password that nobody uses; the cookies are signed as it signs them. */
async function seed() {
  const later = new Date(Date.now() + 7 * 86_400_000);
  await pool.query(
    `insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", role)
     select 'customer-' || n, 'Bench Buyer ' || n, 'buyer-' || n || '@bench.example', true, now(), now(), 'user' from generate_series(0, $1::int - 1) n
     union all select 'admin-' || n, 'Bench Seller ' || n, 'seller-' || n || '@bench.example', true, now(), now(), 'admin' from generate_series(0, $2::int - 1) n`,
    [Number(customers), Number(admins)],
  );
  const tokens = Array.from({ length: Number(admins) }, () => randomBytes(24).toString('base64url'));
  await pool.query(
    `insert into session (id, token, "userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent")
     select 'session-' || (n - 1), token, 'admin-' || (n - 1), $2::timestamptz, now(), now(), '', 'bench' from unnest($1::text[]) with ordinality as t (token, n)`,
    [tokens, later],
  );
  // A shop's first week: sessions that are over are not deleted by themselves.
  await pool.query(
    `insert into session (id, token, "userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent")
     select 'past-' || n, 'past-' || n, 'customer-' || n % $1::int, now() - n * interval '20 minutes', now(), now(), '', 'bench' from generate_series(1, 20000) n`,
    [Number(customers)],
  );
  await pool.query('vacuum analyze');
  return tokens.map((token) => encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`));
}
