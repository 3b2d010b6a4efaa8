// Derived for dpfair: docs/methods/mitigations.md.
import type { NoiseDistribution } from '@dpfair/stats';

/** E[Z / (Z + noise)] - 1, and how far it may be off. */
export interface InverseNormaliserBias {
  readonly bias: number;
  readonly error: number;
}

/**
 * What dividing by a noisy normaliser instead of the normaliser adds, as a fraction: E[Z / (Z + noise)] - 1 as the sum of
 * E noise^(2k) / Z^(2k). The terms are (2k)! r^(2k) for Laplace noise and (2k - 1)!! r^(2k) for Gaussian, r = spread / Z; they fall, then rise
 * without end, because the expectation itself exists only as a principal value. The sum ends before its smallest term, which is
 * the error that is stated.
 *
 * @param kind laplace or gaussian.
 * @param ratio spread of the noise over the normaliser, above 0.
 * @example inverseNormaliserBias('laplace', 600 / 11500) // { bias: 0.005644..., error: 5.6e-8 }
 */
export function inverseNormaliserBias(kind: NoiseDistribution['kind'], ratio: number): InverseNormaliserBias {
  let bias = 0;
  let term = 1;
  for (let k = 1; ; k++) {
    const next = term * ratio * ratio * (kind === 'laplace' ? 2 * k * (2 * k - 1) : 2 * k - 1);
    if (next >= term) return { bias: bias - (k > 1 ? term : 0), error: term };
    bias += next;
    term = next;
    if (next <= Number.EPSILON * bias) return { bias, error: 4 * Number.EPSILON * bias };
  }
}
