// Bun, Steinke (2016), Proposition 1.6, for zCDP.
import type { Mechanism } from '@dpfair/result';
import type { PrivacyOptions } from './privacy-options.js';

/** What is known of noise of a Gaussian kind once it is calibrated. */
export interface CalibratedGaussian {
  readonly kind: 'gaussian' | 'discrete-gaussian';
  readonly sigma: number;
  /** Undefined where none was given. */
  readonly delta: number | undefined;
  /** Of one count column; null without a delta. */
  readonly epsilon: number | null;
  /** Of a person who is in all columns, from its rho; asked for where there is a delta only. */
  readonly totalEpsilon: (delta: number, totalRho: number) => number | null;
}

/** The mechanism as plain data: zCDP with rho = sensitivity^2 / (2 sigma^2), k columns with k rho in all. */
export function gaussianRecord(
  { kind, sigma, delta, epsilon, totalEpsilon }: CalibratedGaussian,
  { sensitivity, neighbours, columns }: Required<PrivacyOptions>,
): Mechanism {
  const rho = sensitivity ** 2 / (2 * sigma ** 2);
  return {
    kind,
    epsilon,
    delta: delta ?? null,
    rho,
    scale: null,
    sigma,
    sensitivity,
    neighbours,
    total: {
      columns,
      epsilon: delta === undefined ? null : totalEpsilon(delta, columns * rho),
      delta: delta ?? null,
      rho: columns * rho,
    },
  };
}
