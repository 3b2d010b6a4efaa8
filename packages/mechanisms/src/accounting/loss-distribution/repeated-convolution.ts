import { fourierTransform } from '@dpfair/stats';

/** A distribution on 0 .. n - 1, and how often it is added to itself. */
export interface RepeatedMasses {
  readonly masses: Float64Array;
  readonly count: number;
}

/**
 * The distribution of the sum of all of them modulo n, n an even power of two that all share. Absolute error some 1e-16, and a part `sum of counts` times 1e-16
 * of each value. Real sequences go through a complex transform of half their length, even places as real parts and odd ones as imaginary.
 */
export function repeatedConvolution(n: number, terms: readonly RepeatedMasses[]): Float64Array {
  const half = n / 2;
  const real = new Float64Array(half + 1).fill(1);
  const imaginary = new Float64Array(half + 1);
  for (const { masses, count } of terms) multiplyByPower(real, imaginary, masses, count);
  return inverse(real, imaginary);
}

/** Powers below this are 0: all of them together are below the rounding of the rest. */
const LOG_LEAST = -46;

function multiplyByPower(real: Float64Array, imaginary: Float64Array, masses: Float64Array, count: number): void {
  const half = masses.length / 2;
  const even = new Float64Array(half);
  const odd = new Float64Array(half);
  for (let k = 0; k < half; k++) {
    even[k] = masses[2 * k] as number;
    odd[k] = masses[2 * k + 1] as number;
  }
  fourierTransform(even, odd);
  const least = Math.exp((2 * LOG_LEAST) / count);
  for (let j = 0; j <= half; j++) {
    const a = even[j % half] as number;
    const b = odd[j % half] as number;
    const c = even[(half - j) % half] as number;
    const d = odd[(half - j) % half] as number;
    // What follows is at most this: the most of all places end here.
    if (!(2 * (a * a + b * b + c * c + d * d) > least)) {
      real[j] = 0;
      imaginary[j] = 0;
      continue;
    }
    const cosine = Math.cos((Math.PI * j) / half);
    const sine = -Math.sin((Math.PI * j) / half);
    // (Z[j] + conj Z[-j]) / 2 and (Z[j] - conj Z[-j]) / 2i are the transforms of the two halves.
    const oddRe = (b + d) / 2;
    const oddIm = (c - a) / 2;
    const re = (a + c) / 2 + cosine * oddRe - sine * oddIm;
    const im = (b - d) / 2 + cosine * oddIm + sine * oddRe;
    const square = re * re + im * im;
    if (!(square > least)) {
      real[j] = 0;
      imaginary[j] = 0;
      continue;
    }
    const size = Math.exp((count / 2) * Math.log(square));
    const turn = count * Math.atan2(im, re);
    const x = size * Math.cos(turn);
    const y = size * Math.sin(turn);
    const before = real[j] as number;
    real[j] = before * x - (imaginary[j] as number) * y;
    imaginary[j] = before * y + (imaginary[j] as number) * x;
  }
}

function inverse(real: Float64Array, imaginary: Float64Array): Float64Array {
  const half = real.length - 1;
  const even = new Float64Array(half);
  const odd = new Float64Array(half);
  for (let j = 0; j < half; j++) {
    const a = real[j] as number;
    const b = imaginary[j] as number;
    const c = real[half - j] as number;
    const d = imaginary[half - j] as number;
    if (a === 0 && b === 0 && c === 0 && d === 0) continue;
    const cosine = Math.cos((Math.PI * j) / half);
    const sine = Math.sin((Math.PI * j) / half);
    // Even + i odd, odd being the rest turned back.
    even[j] = a + c - ((a - c) * sine + (b + d) * cosine);
    odd[j] = b - d + ((a - c) * cosine - (b + d) * sine);
  }
  fourierTransform(odd, even);
  const masses = new Float64Array(2 * half);
  for (let k = 0; k < half; k++) {
    masses[2 * k] = (even[k] as number) / (2 * half);
    masses[2 * k + 1] = (odd[k] as number) / (2 * half);
  }
  return masses;
}
