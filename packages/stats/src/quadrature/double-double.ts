import { productError } from '../special/exact-product.js';

/** An unevaluated sum of two doubles, head first: about 32 digits. Enough arithmetic for three-term recurrences (Dekker 1971). */
export type DoubleDouble = readonly [number, number];

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = a[0] + b[0];
  const kept = sum - a[0];
  return renormalise(sum, a[0] - (sum - kept) + (b[0] - kept) + a[1] + b[1]);
}

export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, [-b[0], -b[1]]);
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a[0] * b[0];
  return renormalise(product, productError(a[0], b[0], product) + a[0] * b[1] + a[1] * b[0]);
}

export function scale(a: DoubleDouble, factor: number): DoubleDouble {
  const product = a[0] * factor;
  return renormalise(product, productError(a[0], factor, product) + a[1] * factor);
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  const rest = subtract(a, scale(b, first));
  return renormalise(first, (rest[0] + rest[1]) / b[0]);
}

function renormalise(head: number, tail: number): DoubleDouble {
  const sum = head + tail;
  return [sum, tail - (sum - head)];
}
