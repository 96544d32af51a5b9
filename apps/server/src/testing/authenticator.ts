import { codeOf, stepAt } from '@onbehalf/assist';
import type { TestClock } from './demo-shop.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An app on a phone: takes a typed key, and shows the code of now, or of some steps away. */
export class Authenticator {
  readonly #key: Buffer;
  readonly #clock: Pick<TestClock, 'now'>;

  constructor(typed: string, clock: Pick<TestClock, 'now'>) {
    const bits = typed.replaceAll(' ', '').split('').map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
    this.#key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    this.#clock = clock;
  }

  code(steps = 0): string {
    return codeOf(this.#key, stepAt(this.#clock.now()) + BigInt(steps));
  }
}

/** What somebody types who can't scan the picture; empty where the page shows none. */
export const keyOn = (html: string): string => /class="factor-text"[^>]*>([^<]*)</.exec(html)?.[1] ?? '';

export const recoveryCodesOn = (html: string): string[] => [...html.matchAll(/<code>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/code>/g)].map(([, code = '']) => code);
