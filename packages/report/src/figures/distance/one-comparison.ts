import type { Mechanism } from '@dpfair/result';

/** How far from the threshold the curve is drawn, in standard deviations of the noise. */
export const FARTHEST = 5;
const STEP = 0.05;

/** A point of the curve. */
export interface CurvePoint {
  readonly distance: number;
  readonly wrong: number;
}

/**
 * Probability that the noise of one count carries it over a threshold, by the distance in standard deviations: exp(-sqrt(2) d) / 2
 * for Laplace noise, and the tail of the normal distribution for Gaussian noise; discrete noise is close to either.
 */
export function oneComparison(kind: Mechanism['kind']): CurvePoint[] {
  const steps = Math.round(FARTHEST / STEP);
  const tail = kind.includes('laplace') ? (d: number) => Math.exp(-Math.SQRT2 * d) / 2 : normalTail();
  const half = Array.from({ length: steps + 1 }, (_, k) => ({ distance: k * STEP, wrong: tail(k * STEP) }));
  return [
    ...half
      .slice(1)
      .map(({ distance, wrong }) => ({ distance: -distance, wrong }))
      .toReversed(),
    ...half,
  ];
}

/** P(Z > d) at multiples of the step, each asked in turn, to 1e-8: what Simpson's rule leaves of one half. */
function normalTail(): (distance: number) => number {
  const density = (x: number) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
  let [at, rest] = [0, 0.5];
  return (distance) => {
    if (distance > at) {
      const middle = (at + distance) / 2;
      rest -= ((distance - at) / 6) * (density(at) + 4 * density(middle) + density(distance));
      at = distance;
    }
    return rest;
  };
}
