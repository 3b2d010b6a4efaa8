// Closed forms of E exp(-z (a + noise)_+) in docs/methods/exact-simplex.md.
import { type ContinuousNoise, complexScaledTail, normalCdf } from '@dpfair/stats';

/** Writes a complex number into two places. */
export type Factor = (a: number, re: number, im: number, into: Float64Array) => void;

/**
 * `exp(z a_+) E exp(-z (a + noise)_+)` for noise of spread 1: the factor of one entity that stands a above the threshold, freed of what grows with a.
 * For Laplace noise z must not be 1, and its real part lies above -1.
 */
export const scaledFactor: Readonly<Record<ContinuousNoise['kind'], Factor>> = {
  laplace: (a, re, im, into) => {
    // 1 / (1 + z)
    const plus = (1 + re) ** 2 + im * im;
    const [upRe, upIm] = [(1 + re) / plus, -im / plus];
    if (a <= 0) {
      const half = 0.5 * Math.exp(a);
      into[0] = 1 - half * (1 - upRe);
      into[1] = half * upIm;
      return;
    }
    // 1 / (1 - z)
    const minus = (1 - re) ** 2 + im * im;
    const [downRe, downIm] = [(1 - re) / minus, im / minus];
    const size = Math.exp((re - 1) * a);
    const [edgeRe, edgeIm] = [size * Math.cos(im * a), size * Math.sin(im * a)];
    into[0] = 0.5 * (edgeRe * (1 - downRe) + edgeIm * downIm + downRe + upRe);
    into[1] = 0.5 * (edgeIm * (1 - downRe) - edgeRe * downIm + downIm + upIm);
  },

  gaussian: (a, re, im, into) => {
    const growth = Math.exp((re * re - im * im) / 2);
    const [wholeRe, wholeIm] = [growth * Math.cos(re * im), growth * Math.sin(re * im)];
    // Far above the threshold nothing is cut off.
    if (a > 2 * Math.max(re, 0) + 14) {
      into[0] = wholeRe;
      into[1] = wholeIm;
      return;
    }
    if (a <= 0) {
      const density = Math.exp((-a * a) / 2);
      const below = normalCdf(-a);
      if (re >= a) {
        complexScaledTail(re - a, im, into);
        into[0] = below + density * (into[0] as number);
        into[1] = density * (into[1] as number);
        return;
      }
      complexScaledTail(a - re, -im, into);
      const shift = Math.exp(-re * a);
      const [turnRe, turnIm] = [shift * Math.cos(im * a), -shift * Math.sin(im * a)];
      const upRe = wholeRe * turnRe - wholeIm * turnIm;
      const upIm = wholeRe * turnIm + wholeIm * turnRe;
      into[0] = below + upRe - density * (into[0] as number);
      into[1] = upIm - density * (into[1] as number);
      return;
    }
    complexScaledTail(a, 0, into);
    const own = into[0] as number;
    const edge = Math.exp(re * a - (a * a) / 2);
    const [edgeRe, edgeIm] = [edge * Math.cos(im * a), edge * Math.sin(im * a)];
    if (re >= a) {
      complexScaledTail(re - a, im, into);
      const sumRe = own + (into[0] as number);
      const sumIm = into[1] as number;
      into[0] = edgeRe * sumRe - edgeIm * sumIm;
      into[1] = edgeRe * sumIm + edgeIm * sumRe;
      return;
    }
    complexScaledTail(a - re, -im, into);
    const differenceRe = own - (into[0] as number);
    const differenceIm = -(into[1] as number);
    into[0] = wholeRe + edgeRe * differenceRe - edgeIm * differenceIm;
    into[1] = wholeIm + edgeRe * differenceIm + edgeIm * differenceRe;
  },
};
