/** What a quadrature found. */
export interface QuadratureResult {
  readonly value: number;
  /** Estimate of the absolute error, rounding included; above what was asked when the quadrature gave up. */
  readonly error: number;
  /** How often the integrand was called. */
  readonly evaluations: number;
}

/** The integrand at x, refused when it is not finite. */
export function finiteAt(f: (x: number) => number, x: number): number {
  const value = f(x);
  if (!(value - value === 0)) throw new RangeError(`integrand at ${x}: ${value} (allowed: a finite number)`);
  return value;
}
