/**
 * What rounding took from a product: `a * b - fl(a * b)`, exactly, for products that neither overflow nor underflow.
 * Veltkamp's splitting and Dekker's product (Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18, 1971). Used where an exponent of hundreds is a product, since `exp` turns its absolute error into a relative one.
 *
 * @param product `a * b` as rounded by the machine.
 * @returns The error, or 0 when the splitting would overflow.
 * @example
 * productError(0.1, 3, 0.1 * 3) // -2.7755575615628914e-17
 */
export function productError(a: number, b: number, product: number): number {
  const aBig = a * 134217729;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = b * 134217729;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  const error = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return error - error === 0 ? error : 0;
}

/** What rounding took from a quotient: `a / b - fl(a / b)`, to full accuracy. `quotient` is `a / b` as rounded by the machine. */
export function quotientError(a: number, b: number, quotient: number): number {
  const product = quotient * b;
  const error = (a - product - productError(quotient, b, product)) / b;
  return error - error === 0 ? error : 0;
}
