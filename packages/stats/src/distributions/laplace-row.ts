import { productError, quotientError } from '../special/exact-product.js';
import { fallingMoment, risingMoment } from './exponential-moments.js';

// The same regions as laplace-transform.ts, with u = x/b and v = s b. For v <= 1/4, which is where quadrature nodes live,
//   e^(uv) phi = N / (1 - v^2) with N = 1 - v (1 + v) E / 2 and E = e^(-u (1 - v)),
// whose logarithmic derivative in v gives the ratio: one exp and one log1p, or none when q is tiny.
/** {@link transformRow} for Laplace noise. */
export function laplaceRow(
  scale: number,
  counts: Float64Array,
  weights: Float64Array | null,
  t: number,
  logPhi: Float64Array,
  ratio: Float64Array,
): void {
  const inverse = 1 / scale;
  for (let j = 0; j < counts.length; j++) {
    const x = counts[j] as number;
    const weight = weights === null ? 1 : (weights[j] as number);
    const unit = weight * scale;
    const s = t * weight;
    const v = s * scale;
    const u = x * inverse;
    if (x < 0) {
      const positive = 0.5 * Math.exp(x / scale) * (1 + quotientError(x, scale, x / scale));
      const mean = 1 / (1 + v);
      logPhi[j] = Math.log1p(-positive * v * mean);
      ratio[j] = (unit * positive * mean * mean) / (1 - positive * v * mean);
    } else if (v <= 0.25) {
      const square = 1 / (1 - v * v);
      const decay = Math.exp(u * (v - 1));
      const half = 0.5 * (1 + v) * decay;
      const q = v * (v - half) * square;
      logPhi[j] = (q < 1e-3 && q > -1e-3 ? log1pNearZero(q) : Math.log1p(q)) - u * v;
      ratio[j] = unit * (u - 2 * v * square + (0.5 * decay * (1 + 2 * v) + u * v * half) / (1 - v * half));
    } else {
      const gap = 1 - v - productError(s, scale, v);
      const mean = 1 / (1 + v);
      const above = 0.5 * mean * (u + mean);
      if (gap >= 0) {
        const q = 0.5 * v * (u * risingMoment(0, u * gap) - mean);
        logPhi[j] = Math.log1p(q) - u * v;
        ratio[j] = (unit * (0.5 * u * u * risingMoment(1, u * gap) + above)) / (1 + q);
      } else {
        const last = Math.exp(u * gap);
        const bracket = 0.5 + 0.5 * u * fallingMoment(0, -u * gap) + 0.5 * last * mean;
        logPhi[j] = Math.log(bracket) - u;
        ratio[j] = (unit * (0.5 * u * u * fallingMoment(1, -u * gap) + last * above)) / bracket;
      }
    }
  }
}

/** `log(1 + q)` for |q| <= 1e-3: the first six terms leave q^7 / 7 < 1e-22. */
function log1pNearZero(q: number): number {
  return q * (1 - q * (1 / 2 - q * (1 / 3 - q * (1 / 4 - q * (1 / 5 - q * (1 / 6))))));
}
