import type { HttpConfig, Payments } from './deps.ts';
import { originsOf } from './sites.ts';

/** No nonce: every script is a file of ours, so that a cached page can carry the same policy (islands.md). */
export function securityHeaders(config: HttpConfig, payments?: Payments): Record<string, string> {
  const origins = originsOf(config);
  // A form's redirect counts too: the hand-over leads from the portal to a store and back (B3), a payment to its provider (D8).
  const forms = ["'self'", ...origins, ...(payments?.provider.pageOrigins ?? [])].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "frame-src 'self'",
      `form-action ${forms}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    ...(origins.every((one) => one.startsWith('https:')) ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
