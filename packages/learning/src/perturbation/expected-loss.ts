import { gaussHermite, gaussLegendre, normalCdf } from '@dpfair/stats';

/** E of a loss of a score that is normal. */
export type ExpectedLoss = (mean: number, deviation: number, target: number) => number;

const narrow = gaussHermite(40);
const panel = gaussLegendre(16);

/** Panels of |z| on which log(1 + exp(-|z|)) is integrated: beyond 40 it is below 1e-17. */
const ends = [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 14, 17, 20, 24, 28, 34, 40];

/**
 * E log(1 + exp(-s z)) for a normal score z and label s = +1 or -1 (target 1 or 0).
 *
 * log(1 + exp(-m)) = max(-m, 0) + log(1 + exp(-|m|)): the first has a closed form, the second is integrated against the density, both sides of its
 * kink apart; for deviations below 1/2 the whole is smooth on the scale of the noise and Gauss-Hermite gives it. Error below 1e-12.
 */
export const expectedLogisticLoss: ExpectedLoss = (mean, deviation, target) => {
  const margin = target === 1 ? mean : -mean;
  if (deviation < 0.5) {
    let sum = 0;
    for (let k = 0; k < narrow.nodes.length; k++) {
      sum += (narrow.weights[k] as number) * softplus(-margin - Math.SQRT2 * deviation * (narrow.nodes[k] as number));
    }
    return sum / Math.sqrt(Math.PI);
  }
  return expectedPositivePart(-margin, deviation) + besideKink(margin, deviation) + besideKink(-margin, deviation);
};

const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** E log(1 + exp(-m)) on m > 0. */
function besideKink(mean: number, deviation: number): number {
  let sum = 0;
  const widest = deviation / 2;
  for (let k = 1; k < ends.length; k++) {
    const [from, to] = [ends[k - 1] as number, ends[k] as number];
    if (mean + 9 * deviation < from || mean - 9 * deviation > to) continue;
    const parts = Math.ceil((to - from) / Math.max(widest, 1e-3));
    const half = (to - from) / (2 * parts);
    for (let part = 0; part < parts; part++) {
      const middle = from + (2 * part + 1) * half;
      for (let node = 0; node < panel.nodes.length; node++) {
        const m = middle + half * (panel.nodes[node] as number);
        sum += half * (panel.weights[node] as number) * Math.log1p(Math.exp(-m)) * density((m - mean) / deviation);
      }
    }
  }
  return sum / deviation;
}

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** E max(z, 0) for z normal. */
function expectedPositivePart(mean: number, deviation: number): number {
  const z = mean / deviation;
  return mean * normalCdf(z) + deviation * density(z);
}

/** E max(z, 0)^2 for z normal. */
function expectedPositiveSquare(mean: number, deviation: number): number {
  const z = mean / deviation;
  return (mean * mean + deviation * deviation) * normalCdf(z) + mean * deviation * density(z);
}

/** E of 1/2 (z - y)^2: 1/2 ((mean - y)^2 + deviation^2). */
export const expectedSquaredLoss: ExpectedLoss = (mean, deviation, target) =>
  0.5 * ((mean - target) ** 2 + deviation * deviation);

/**
 * E of the smooth hinge with half-width h, in closed form: with u = 1 + h - m it is `(u_+^2 - (u - 2 h)_+^2) / (4 h)`.
 */
export function expectedSmoothHingeLoss(halfWidth: number): ExpectedLoss {
  return (mean, deviation, target) => {
    const short = 1 + halfWidth - (target === 1 ? mean : -mean);
    const far = expectedPositiveSquare(short - 2 * halfWidth, deviation);
    return (expectedPositiveSquare(short, deviation) - far) / (4 * halfWidth);
  };
}
