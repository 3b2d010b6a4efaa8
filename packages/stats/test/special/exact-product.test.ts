import { expect, test } from 'vitest';
import { productError, quotientError } from '../../src/special/exact-product.js';

/** A double as an exact fraction over 2^1074. */
function exact(value: number): bigint {
  let scaled = value;
  let shift = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift++;
  }
  return BigInt(scaled) << (1074n - shift);
}

const pairs = [0.1, 1 / 3, 123.456, -7.7, 1e-8, 98765.4321].flatMap((a) =>
  [0.3, Math.PI, -1e5 / 3].map((b) => [a, b] as const),
);

test('a product and its error add up exactly', () => {
  for (const [a, b] of pairs) {
    const product = a * b;
    expect(exact(a) * exact(b)).toBe((exact(product) + exact(productError(a, b, product))) << 1074n);
  }
});

test('a quotient and its error are 80 times closer to the truth than the quotient', () => {
  for (const [a, b] of pairs) {
    const quotient = a / b;
    const missing = (exact(a) << 1074n) - exact(quotient) * exact(b);
    const left = missing - exact(quotientError(a, b, quotient)) * exact(b);
    const size = (value: bigint) => (value < 0n ? -value : value);
    expect(size(left) * 80n <= size(missing)).toBe(true);
  }
});

test('the error is 0 where splitting would overflow', () => {
  expect(productError(1e305, 2, 2e305)).toBe(0);
});
