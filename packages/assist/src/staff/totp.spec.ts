import { describe, expect, it } from 'vitest';
import { base32, codeOf, digitsIn, keyUri, stepAt, stepOfCode } from './totp.ts';

const RFC_SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('A2: time-based codes', () => {
  it.each([
    [59, '94287082'], [1_111_111_109, '07081804'], [1_111_111_111, '14050471'], [1_234_567_890, '89005924'], [2_000_000_000, '69279037'], [20_000_000_000, '65353130'],
  ])('are those of RFC 6238, appendix B, at second %i', (seconds, code) => {
    expect(codeOf(RFC_SECRET, stepAt(at(seconds)), 8)).toBe(code);
  });

  it('are taken one step early and one step late, and not two', () => {
    const now = at(1_800_000_000);
    const found = [-2n, -1n, 0n, 1n, 2n].map((drift) => stepOfCode(RFC_SECRET, codeOf(RFC_SECRET, stepAt(now) + drift), now));
    expect(found).toEqual([null, stepAt(now) - 1n, stepAt(now), stepAt(now) + 1n, null]);
  });

  it('may be typed with a space, and are six digits', () => {
    expect(['123 456', '123456', '123-456'].map(digitsIn)).toEqual(['123456', '123456', '123456']);
    expect(['12345', '1234567', 'abcdef', '', '１２３４５６'].map(digitsIn)).toEqual([null, null, null, null, null]);
  });

  it('write the key as RFC 4648 does', () => {
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
  });

  it('name shop and account to the app, whatever stands in their names', () => {
    const uri = new URL(keyUri({ secret: RFC_SECRET, email: 'sarah+desk@staff.example', issuer: 'Müller & Söhne: Shop' }));
    expect(decodeURIComponent(uri.pathname)).toBe('/Müller & Söhne: Shop:sarah+desk@staff.example');
    expect(uri.searchParams.get('issuer')).toBe('Müller & Söhne: Shop');
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
