import { describe, expect, it } from 'vitest';
import { LOCALES } from '../locale.ts';
import { parsePercentIn, percentIn } from './percent.ts';

describe('A3: a percentage that a person types', () => {
  it('has the decimal separator of its language and no other', () => {
    expect(parsePercentIn(' 4.5 ', 'en')).toBe(450);
    expect(parsePercentIn('4,5', 'de')).toBe(450);
    expect(parsePercentIn('4,55', 'es')).toBe(455);
    expect(parsePercentIn('4,5', 'en')).toBeUndefined();
    expect(parsePercentIn('4.5', 'de')).toBeUndefined();
    expect(parsePercentIn('4.5', 'es')).toBeUndefined();
  });

  it.each(['-1', '100,01', '1e1', '4,555', '٣', 'five', '1 0', ',5', '4,5,'])('is none: %s', (typed) => expect(parsePercentIn(typed, 'de')).toBeUndefined());

  it('may be left out', () => expect(parsePercentIn('  ', 'de')).toBeNull());

  it.each(LOCALES)('is read back as it is shown: %s', (locale) => {
    for (const basisPoints of [0, 1, 10, 450, 455, 10_000]) expect(parsePercentIn(percentIn(basisPoints, locale), locale)).toBe(basisPoints);
    expect(percentIn(null, locale)).toBe('');
  });
});
