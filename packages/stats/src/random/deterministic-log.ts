// Source: table-driven logarithm after Tang (ACM TOMS 16, 1990), with an exact reduction: 32-bit times 21-bit fits a double.
import { logTable } from './log-table.js';

/*
 * ECMAScript leaves Math.log to the engine, down to the last bit. Simulation noise must be the same bits everywhere, so its
 * logarithms use + - * and integers only. With x = 2^-e f, f in [1/2, 1), c the tabulated 21-bit reciprocal of f and
 * r = 1 - f c (|r| < 2^-8): -ln x = e ln 2 + ln c + r + r^2/2 + ... + r^7/7. No term cancels another: c = 1 next to f = 1.
 */
const ln2 = Math.LN2;

/** An engine treats a constant of this module as one; an imported binding it loads and checks at every use. */
const table = logTable;

/**
 * `-ln((2 m + 1) / 2^32)`, m being the lower 31 bits of the word: the magnitude of a unit Laplace draw, from 2.3e-10 to 22.2.
 * At most 2 ulp; bit-identical in every engine.
 */
export function negativeLogOfWord(word: number): number {
  const odd = (word << 1) | 1;
  const exponent = Math.clz32(odd);
  const mantissa = (odd << exponent) >>> 0;
  const row = (mantissa >>> 23) & 254;
  const r = 1 - mantissa * 2.3283064365386963e-10 * (table[row] as number);
  return exponent * ln2 + (table[row + 1] as number) + series(r);
}

/** `-ln(p)` for p in (0, 1]; at most 2 ulp; bit-identical in every engine. Outside (0, 1] the value has no meaning. */
export function negativeLogOfFraction(p: number): number {
  if (p >= 1) return 0;
  let x = p;
  let exponent = 0;
  for (; x < 2.3283064365386963e-10; exponent += 32) x *= 4294967296;
  const zeros = Math.clz32((x * 4294967296) >>> 0);
  const mantissa = x * 4294967296 * ((1 << zeros) >>> 0);
  const upper = mantissa >>> 0;
  const row = (upper >>> 23) & 254;
  const reciprocal = table[row] as number;
  const r = 1 - upper * 2.3283064365386963e-10 * reciprocal - (mantissa - upper) * 2.3283064365386963e-10 * reciprocal;
  return (exponent + zeros) * ln2 + (table[row + 1] as number) + series(r);
}

/** `-ln(1 - r)` for |r| <= 2^-8. */
function series(r: number): number {
  const square = r * r;
  const high = 0.25 + r * 0.2 + square * (0.16666666666666666 + r * 0.14285714285714285);
  return r + square * (0.5 + r * 0.3333333333333333 + square * high);
}
