/** One term of a sum of exponentials on an interval: coefficient exp(exponent + rate (s - anchor)). */
export interface Term {
  readonly coefficient: number;
  /** At the anchor of the interval. */
  readonly exponent: number;
  readonly rate: number;
}

/** A sum of exponentials; empty for 0. */
export type ExponentialSum = readonly Term[];

export const one: ExponentialSum = [{ coefficient: 1, exponent: 0, rate: 0 }];

export function product(left: ExponentialSum, right: ExponentialSum): ExponentialSum {
  if (left === one) return right;
  return left.flatMap((a) =>
    right.map((b) => ({
      coefficient: a.coefficient * b.coefficient,
      exponent: a.exponent + b.exponent,
      rate: a.rate + b.rate,
    })),
  );
}

export const difference = (left: ExponentialSum, right: ExponentialSum): ExponentialSum => [
  ...left,
  ...right.map((term) => ({ ...term, coefficient: -term.coefficient })),
];

/**
 * Integral over an interval of this length that begins (length > 0) or ends (length < 0) at the anchor; it may be infinite
 * where the terms vanish. Taken from the end at which a term is larger, so that nothing overflows.
 */
export function integral(sum: ExponentialSum, length: number): number {
  const size = Math.abs(length);
  const direction = Math.sign(length);
  let total = 0;
  for (const { coefficient, exponent, rate } of sum) {
    // Seen from the anchor: grows where it is positive.
    const growth = rate * direction;
    if (growth === 0) total += coefficient * Math.exp(exponent) * size;
    else if (growth < 0) total += coefficient * Math.exp(exponent) * (Math.expm1(growth * size) / growth);
    else total += coefficient * Math.exp(exponent + growth * size) * (-Math.expm1(-growth * size) / growth);
  }
  return total;
}
