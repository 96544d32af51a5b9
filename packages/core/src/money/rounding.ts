/** Divides two integers into one. Passed wherever a fraction of a minor unit arises; the denominator is positive. */
export type Rounding = (numerator: bigint, denominator: bigint) => bigint;

/** Nearest; a tie goes away from zero, so that a reversal is the mirror of what it reverses. */
export const halfUp: Rounding = (numerator, denominator) =>
  mirrored(numerator, (amount) => (2n * amount + denominator) / (2n * denominator));

/** Nearest; a tie goes to the even neighbour, so that many ties don't drift. */
export const halfEven: Rounding = (numerator, denominator) =>
  mirrored(numerator, (amount) => {
    const floor = amount / denominator;
    const twice = 2n * (amount % denominator);
    const up = twice > denominator || (twice === denominator && floor % 2n === 1n);
    return up ? floor + 1n : floor;
  });

/** A hundredth of a percent: 10 000 are the whole. */
export const WHOLE_BASIS_POINTS = 10_000n;

/** A share of an amount in minor units: `shareOf(50000n, 500n, halfUp)` is 5 % of 500.00, so 2500n. */
export const shareOf = (minor: bigint, basisPoints: bigint, rounding: Rounding): bigint =>
  rounding(minor * basisPoints, WHOLE_BASIS_POINTS);

const mirrored = (numerator: bigint, divide: (amount: bigint) => bigint): bigint =>
  numerator < 0n ? -divide(-numerator) : divide(numerator);
