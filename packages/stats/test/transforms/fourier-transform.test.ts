import { describe, expect, it } from 'vitest';
import { fourierTransform } from '../../src/index.js';

/** Any fixed values with no structure. */
const values = (n: number, shift: number) => Float64Array.from({ length: n }, (_, k) => Math.sin(k * k + shift));

describe('Fourier transform', () => {
  it('is the sum it stands for', () => {
    for (const n of [1, 2, 8, 64]) {
      const [re, im] = [values(n, 1), values(n, 2)];
      const [real, imaginary] = [re.slice(), im.slice()];
      fourierTransform(real, imaginary);
      for (let j = 0; j < n; j++) {
        let [x, y] = [0, 0];
        for (let k = 0; k < n; k++) {
          const angle = (-2 * Math.PI * ((j * k) % n)) / n;
          x += (re[k] as number) * Math.cos(angle) - (im[k] as number) * Math.sin(angle);
          y += (re[k] as number) * Math.sin(angle) + (im[k] as number) * Math.cos(angle);
        }
        expect(Math.hypot((real[j] as number) - x, (imaginary[j] as number) - y)).toBeLessThan(1e-13);
      }
    }
  });

  it('comes back when its parts are swapped, times n', () => {
    const n = 2 ** 14;
    const [real, imaginary] = [values(n, 0), values(n, 5)];
    const [re, im] = [real.slice(), imaginary.slice()];
    fourierTransform(re, im);
    fourierTransform(im, re);
    const off = re.reduce(
      (worst, x, k) =>
        Math.max(worst, Math.hypot(x / n - (real[k] as number), (im[k] as number) / n - (imaginary[k] as number))),
      0,
    );
    expect(off).toBeLessThan(3e-15);
  });

  it('refuses lengths that are no power of two, or differ', () => {
    expect(() => fourierTransform(new Float64Array(12), new Float64Array(12))).toThrow('lengths to transform: 12, 12');
    expect(() => fourierTransform(new Float64Array(8), new Float64Array(4))).toThrow(RangeError);
    expect(() => fourierTransform(new Float64Array(0), new Float64Array(0))).toThrow(RangeError);
  });
});
