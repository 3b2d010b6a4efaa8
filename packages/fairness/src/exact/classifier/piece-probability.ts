// Derived for dpfair: docs/methods/mitigations.md.
import type { Piece } from '@dpfair/decisions';
import { type ContinuousNoise, gaussLegendre, upperTailOfWeightedSum } from '@dpfair/stats';
import type { RuleProbability } from '../rules/rule-evaluator.js';

/** One entity as a classifier sees it: true private counts, which receive noise, and public numbers, which do not. */
export interface ClassifiedEntity {
  readonly counts: Readonly<Record<string, number>>;
  readonly fixed: Readonly<Record<string, number>>;
}

const NODES = 20;
const FEWER_NODES = 14;
/** Rounding of the distribution functions. */
const ROUNDING = 1e-14;

/**
 * P(the classifier says yes) for independent noise on each private count: given the noisy count that chooses the piece, the
 * score is a weighted sum of the other noises, of which the tail is known; quadrature over the count that chooses.
 *
 * @param by the count that chooses the piece. @param noise of every private count, laplace or gaussian.
 */
export function pieceProbability(
  by: string,
  pieces: readonly Piece[],
  { counts, fixed }: ClassifiedEntity,
  noise: ContinuousNoise,
): RuleProbability {
  const truth = counts[by] as number;
  const { kind, spread, panelEnds } = noise;
  const reach = (panelEnds.at(-1) as number) * spread;
  const [start, end] = [truth - reach, truth + reach];
  const around = (center: number, width: number) =>
    panelEnds.flatMap((step) => [center - step * width, center + step * width]);
  const own = around(truth, noise.spread);
  let probability = 0;
  let coarser = 0;
  let rounding = ROUNDING;
  for (const piece of pieces) {
    const [from, to] = [Math.max(piece.from ?? start, start), Math.min(piece.to ?? end, end)];
    if (from >= to) continue;
    const { slope, constant, spreads, size } = scoreOf(piece, by, counts, fixed, noise.spread);
    const crossing = slope === 0 ? [] : [-constant / slope];
    const kinks = crossing.flatMap((at) => [
      at,
      ...[...spreads].flatMap((spread) => around(at, spread / Math.abs(slope))),
    ]);
    const ends = [...new Set([from, ...[...own, ...kinks].filter((point) => point > from && point < to), to])].sort(
      (a, b) => a - b,
    );
    const widest = spreads.reduce((sum, one) => sum + one, 0) * (panelEnds.at(-1) as number);
    const yes = (score: number) =>
      spreads.length === 0 ? Number(score > 0) : upperTailOfWeightedSum(kind, spreads, -score);
    const integrand = (s: number) => noise.pdf(s - truth) * yes(slope * s + constant);
    for (let panel = 1; panel < ends.length; panel++) {
      const [low, high] = [ends[panel - 1] as number, ends[panel] as number];
      const [first, last] = [slope * low + constant, slope * high + constant];
      const certain = Math.min(first, last) > widest ? 1 : Math.max(first, last) < -widest ? 0 : null;
      if (certain === null) {
        probability += integrate(integrand, low, high, NODES);
        coarser += integrate(integrand, low, high, FEWER_NODES);
      } else if (certain === 1) {
        const mass = massBetween(noise, low - truth, high - truth);
        probability += mass;
        coarser += mass;
      }
    }
    const scale = Math.max(Math.abs(slope) * noise.spread, ...spreads);
    if (scale > 0) rounding += (8 * Number.EPSILON * size) / scale;
  }
  const error = Math.abs(probability - coarser) + rounding + (8 * Number.EPSILON * truth) / noise.spread;
  return { probability: Math.min(1, Math.max(0, probability)), error: Math.min(1, error) };
}

/** The score of a piece as slope x s + constant + the weighted noises of the other counts. */
function scoreOf(
  { coefficients, constant }: Piece,
  by: string,
  counts: ClassifiedEntity['counts'],
  fixed: ClassifiedEntity['fixed'],
  spread: number,
) {
  const spreads: number[] = [];
  let [slope, sum, size] = [0, constant, Math.abs(constant)];
  for (const [role, coefficient] of Object.entries(coefficients)) {
    const value = (Object.hasOwn(counts, role) ? counts[role] : fixed[role]) as number;
    size += Math.abs(coefficient * value);
    if (role === by) slope = coefficient;
    else {
      sum += coefficient * value;
      if (Object.hasOwn(counts, role)) spreads.push(Math.abs(coefficient) * spread);
    }
  }
  return { slope, constant: sum, spreads: Float64Array.from(spreads), size };
}

/** P(low < noise < high), from the side where both ends are small. */
const massBetween = (noise: ContinuousNoise, low: number, high: number): number =>
  low >= 0 ? noise.survival(low) - noise.survival(high) : noise.cdf(high) - noise.cdf(low);

function integrate(f: (x: number) => number, low: number, high: number, order: number): number {
  const { nodes, weights } = gaussLegendre(order);
  const half = (high - low) / 2;
  let sum = 0;
  for (let k = 0; k < order; k++) sum += (weights[k] as number) * f(low + half * (1 + (nodes[k] as number)));
  return half * sum;
}
