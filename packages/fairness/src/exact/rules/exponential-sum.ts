/** One term of a sum of exponentials on an interval: coefficient exp(exponent + rate (s - anchor)). */
export interface Term {
  readonly coefficient: number;
  /** At the anchor of the interval. */
  readonly exponent: number;
  readonly rate: number;
}

/** A sum of exponentials. */
export type ExponentialSum = readonly Term[];

export const one: ExponentialSum = [{ coefficient: 1, exponent: 0, rate: 0 }];

export const difference = (left: ExponentialSum, right: ExponentialSum): ExponentialSum => [
  ...left,
  ...right.map(({ coefficient, exponent, rate }) => ({ coefficient: -coefficient, exponent, rate })),
];

/**
 * Integral of exp(exponent + rate (s - anchor)) over an interval of this length that begins (length > 0) or ends (length < 0)
 * at the anchor; it may be infinite where the integrand vanishes. Taken from the end at which it is larger, so that nothing
 * overflows.
 */
export function integralOfExponential(exponent: number, rate: number, length: number): number {
  const size = Math.abs(length);
  // Seen from the anchor: grows where it is positive.
  const growth = rate * Math.sign(length);
  if (growth === 0) return Math.exp(exponent) * size;
  if (growth < 0) return Math.exp(exponent) * (Math.expm1(growth * size) / growth);
  return Math.exp(exponent + growth * size) * (-Math.expm1(-growth * size) / growth);
}
