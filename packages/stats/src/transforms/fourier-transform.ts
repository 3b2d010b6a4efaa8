// Cooley, Tukey (1965), "An algorithm for the machine calculation of complex Fourier series": radix 2, decimation in time.

/**
 * Discrete Fourier transform in place: `X[j] = sum over k of x[k] exp(-2 pi i j k / n)`. Swap the two arguments for the inverse times n.
 * Rounding grows with log n: about 1e-16 of the root mean square of the values.
 *
 * @param real Real parts; the length n is a power of two. @param imaginary Imaginary parts, as many. n log2 n steps.
 * @throws RangeError for another length.
 * @example
 * const [real, imaginary] = [Float64Array.of(1, 2, 5, 6), new Float64Array(4)];
 * fourierTransform(real, imaginary);
 * Math.round(real[1]) // -4
 */
export function fourierTransform(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  if (n < 1 || (n & (n - 1)) !== 0 || imaginary.length !== n) {
    throw new RangeError(`lengths to transform: ${n}, ${imaginary.length} (allowed: one power of two, twice)`);
  }
  reverseBits(real, imaginary);
  const { cosines, sines } = rootsOfUnity(n);
  for (let half = 1; half < n; half *= 2) {
    for (let start = 0; start < n; start += 2 * half) {
      for (let low = start, high = start + half, root = half; low < start + half; low++, high++, root++) {
        const c = cosines[root] as number;
        const s = sines[root] as number;
        const x = real[high] as number;
        const y = imaginary[high] as number;
        const re = x * c + y * s;
        const im = y * c - x * s;
        const a = real[low] as number;
        const b = imaginary[low] as number;
        real[high] = a - re;
        imaginary[high] = b - im;
        real[low] = a + re;
        imaginary[low] = b + im;
      }
    }
  }
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const [re, im] = [real[i] as number, imaginary[i] as number];
    real[i] = real[j] as number;
    imaginary[i] = imaginary[j] as number;
    real[j] = re;
    imaginary[j] = im;
  }
}

interface Roots {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/** The tables of the last length only: transforms come in runs of one length. */
let kept: Roots = { cosines: new Float64Array(0), sines: new Float64Array(0) };

/** The roots of order 2 h, h a power of two, are at h, ..., 2 h - 1: each pass reads them in a row. */
function rootsOfUnity(n: number): Roots {
  if (kept.cosines.length === n) return kept;
  const cosines = new Float64Array(n);
  const sines = new Float64Array(n);
  for (let half = 1; half < n; half *= 2) {
    for (let k = 0; k < half; k++) {
      cosines[half + k] = Math.cos((Math.PI * k) / half);
      sines[half + k] = Math.sin((Math.PI * k) / half);
    }
  }
  kept = { cosines, sines };
  return kept;
}
