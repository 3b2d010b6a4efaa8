import type { Mechanism, MechanismKind } from '@dpfair/result';

/** A kind of noise in words and figures. */
interface NoiseNames {
  readonly label: string;
  /** The field of a mechanism that holds the size of its noise, and what that is called. */
  readonly parameter: 'scale' | 'sigma';
  readonly size: string;
  /** Whether noise, and so every released count, is a whole number. */
  readonly whole: boolean;
  /** Standard deviation of noise of this size. */
  readonly deviation: (size: number) => number;
}

/** Every kind of noise, for readers. */
export const noiseNames: Readonly<Record<MechanismKind, NoiseNames>> = {
  laplace: {
    label: 'Laplace',
    parameter: 'scale',
    size: 'scale',
    whole: false,
    deviation: (scale) => scale * Math.SQRT2,
  },
  gaussian: {
    label: 'Gaussian',
    parameter: 'sigma',
    size: 'standard deviation',
    whole: false,
    deviation: (sigma) => sigma,
  },
  'discrete-laplace': {
    label: 'discrete Laplace',
    parameter: 'scale',
    size: 'scale',
    whole: true,
    // sqrt(2 p) / (1 - p), p = exp(-1 / scale)
    deviation: (scale) => Math.SQRT1_2 / Math.sinh(0.5 / scale),
  },
  'discrete-gaussian': {
    label: 'discrete Gaussian',
    parameter: 'sigma',
    size: 'sigma',
    whole: true,
    deviation: (sigma) => sigma,
  },
};

/** Standard deviation of the noise of a mechanism; that of discrete Gaussian noise is its sigma to 1e-7 from sigma = 1 on. */
export function noiseDeviation(mechanism: Mechanism): number | null {
  const { parameter, deviation } = noiseNames[mechanism.kind];
  const size = mechanism[parameter];
  return size === null ? null : deviation(size);
}
