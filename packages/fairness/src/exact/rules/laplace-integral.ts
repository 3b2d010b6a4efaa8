// Derived for dpfair: docs/methods/rules.md.
import { difference, type ExponentialSum, integralOfExponential, one, type Term } from './exponential-sum.js';
import type { NoisyCount } from './noisy-count.js';
import { holdsAt, type SeenComparison, thresholdAt } from './shared-count.js';

/** A count other than the shared one, and the comparisons (by their bit) that ask for it. */
interface OtherCount {
  readonly count: NoisyCount;
  readonly asked: readonly { readonly comparison: SeenComparison; readonly bit: number }[];
}

/** A piece between two kinks: where its integrals are anchored, how far it reaches from there, and a point inside. */
interface Piece {
  readonly anchor: number;
  readonly length: number;
  readonly inside: number;
}

/** Below this exponent an exponential is 0 in double precision. */
const EXPONENT_OF_ZERO = -745;

/**
 * Integral of density times P(predicate | shared count) over the shared noisy count, without its atom at 0, when all noise is
 * Laplace: between the points where a threshold passes a truth, 0 or another threshold everything is a sum of exponentials,
 * which is integrated in closed form. Null where a threshold of a clipped count stands at 0 for good.
 *
 * @param holds whether the predicate holds, given the answers of its comparisons as bits.
 */
export function integrateLaplace(
  holds: (mask: number) => boolean,
  comparisons: readonly SeenComparison[],
  shared: NoisyCount,
  others: ReadonlyMap<string, NoisyCount>,
): number | null {
  const bits = comparisons.map((comparison, k) => ({ comparison, bit: 2 ** k }));
  const alone = bits.filter(({ comparison }) => comparison.name === null);
  const counts = [...others].map(
    ([name, count]): OtherCount => ({ count, asked: bits.filter(({ comparison }) => comparison.name === name) }),
  );
  if (counts.some(({ count, asked }) => count.clipped && asked.some(({ comparison }) => standsAtZero(comparison)))) {
    return null;
  }
  let total = 0;
  for (const piece of piecesBetween(kinks(comparisons, shared, others), shared)) {
    const { exponent, rate } = densityOn(shared, piece);
    if (Math.max(exponent, exponent + rate * piece.length) < EXPONENT_OF_ZERO) continue;
    let mask = 0;
    for (const { comparison, bit } of alone) if (holdsAt(comparison, piece.inside, 0)) mask += bit;
    const regions = counts.map((other) => regionsOf(other, piece));
    total += integralOver(regions, holds, piece.length, { mask, coefficient: 1, exponent, rate }, 0);
  }
  return total / (2 * shared.noise.spread);
}

/** A product of masses so far, and the answers that go with it. */
interface Product extends Term {
  readonly mask: number;
}

/** Sum over all combinations of regions for which the predicate holds, of the integral of the product of their masses. */
function integralOver(
  regions: readonly (readonly MovingRegion[])[],
  holds: (mask: number) => boolean,
  length: number,
  { mask, coefficient, exponent, rate }: Product,
  k: number,
): number {
  const own = regions[k];
  if (own === undefined) return holds(mask) ? coefficient * integralOfExponential(exponent, rate, length) : 0;
  let sum = 0;
  for (const { mass, answered } of own) {
    for (const term of mass) {
      const product = {
        mask: mask + answered,
        coefficient: coefficient * term.coefficient,
        exponent: exponent + term.exponent,
        rate: rate + term.rate,
      };
      sum += integralOver(regions, holds, length, product, k + 1);
    }
  }
  return sum;
}

const standsAtZero = ({ own, constant }: SeenComparison): boolean => own === 0 && constant === 0;

/** Where the integrand changes its formula: sorted, distinct, inside of where the shared count can be. */
function kinks(
  comparisons: readonly SeenComparison[],
  shared: NoisyCount,
  others: ReadonlyMap<string, NoisyCount>,
): readonly number[] {
  const points = [shared.truth];
  if (shared.clipped) points.push(0);
  for (const comparison of comparisons) {
    const { own, other, constant, name } = comparison;
    if (own === 0) continue;
    points.push(-constant / own);
    const count = name === null ? undefined : others.get(name);
    if (count === undefined) continue;
    points.push(-(constant + other * count.truth) / own);
    for (const another of comparisons) {
      if (another === comparison || another.name !== name) continue;
      const slope = own / other - another.own / another.other;
      if (slope !== 0) points.push((another.constant / another.other - constant / other) / slope);
    }
  }
  const allowed = shared.clipped ? points.filter((point) => point >= 0) : points;
  return [...new Set(allowed)].sort((a, b) => a - b);
}

function piecesBetween(points: readonly number[], { clipped }: NoisyCount): readonly Piece[] {
  const [first, last] = [points[0] as number, points[points.length - 1] as number];
  const pieces: Piece[] = clipped
    ? []
    : [{ anchor: first, length: Number.NEGATIVE_INFINITY, inside: first - 1 - Math.abs(first) }];
  for (let k = 1; k < points.length; k++) {
    const [low, high] = [points[k - 1] as number, points[k] as number];
    pieces.push({ anchor: low, length: high - low, inside: low / 2 + high / 2 });
  }
  return [...pieces, { anchor: last, length: Number.POSITIVE_INFINITY, inside: last + 1 + Math.abs(last) }];
}

/** Exponent and rate of exp(-|s - truth| / spread). */
function densityOn({ truth, noise: { spread } }: NoisyCount, { anchor, inside }: Piece) {
  const rate = (inside < truth ? 1 : -1) / spread;
  return { exponent: rate * (anchor - truth), rate };
}

/** The values of another count between two of its thresholds: their mass as the shared count moves, and the answers there. */
interface MovingRegion {
  readonly mass: ExponentialSum;
  readonly answered: number;
}

function regionsOf({ count, asked }: OtherCount, piece: Piece): readonly MovingRegion[] {
  const cuts = cutsOf(count, asked, piece);
  return Array.from({ length: cuts.length + 1 }, (_, k) => {
    const [low, high] = [cuts[k - 1], cuts[k]];
    let answered = 0;
    const value = valueBetween(low?.at, high?.at, count.clipped);
    for (const { comparison, bit } of asked) if (holdsAt(comparison, piece.inside, value)) answered += bit;
    return { mass: massBetween(count, low, high, piece), answered };
  });
}

/** The thresholds that cut the values of a count, sorted, each once. */
function cutsOf(count: NoisyCount, asked: OtherCount['asked'], piece: Piece): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const { comparison } of asked) {
    const at = thresholdAt(comparison, piece.inside);
    if (count.clipped && at <= 0) continue;
    if (!cuts.some((cut) => cut.at === at)) cuts.push({ comparison, at });
  }
  return cuts.length > 1 ? cuts.sort((left, right) => left.at - right.at) : cuts;
}

interface Cut {
  readonly comparison: SeenComparison;
  /** Where it stands in the middle of the piece. */
  readonly at: number;
}

function valueBetween(low: number | undefined, high: number | undefined, clipped: boolean): number {
  if (low === undefined) return high === undefined ? 1 : clipped ? high / 2 : high - 1 - Math.abs(high);
  return high === undefined ? low + 1 + Math.abs(low) : low / 2 + high / 2;
}

/** From the side where both ends are small, so that nothing cancels in the tails. */
function massBetween(count: NoisyCount, low: Cut | undefined, high: Cut | undefined, piece: Piece): ExponentialSum {
  if (low === undefined) return high === undefined ? one : massUpTo(count, high, piece);
  if (high === undefined) return massAbove(count, low, piece);
  return low.at >= count.truth
    ? difference(massAbove(count, low, piece), massAbove(count, high, piece))
    : difference(massUpTo(count, high, piece), massUpTo(count, low, piece));
}

const massAbove = (count: NoisyCount, cut: Cut, piece: Piece): ExponentialSum =>
  cut.at >= count.truth ? halfTail(count, cut, piece) : difference(one, halfTail(count, cut, piece));

const massUpTo = (count: NoisyCount, cut: Cut, piece: Piece): ExponentialSum =>
  cut.at >= count.truth ? difference(one, halfTail(count, cut, piece)) : halfTail(count, cut, piece);

/** 1/2 exp(-|threshold - truth| / spread) as the shared count moves. */
function halfTail(
  { truth, noise: { spread } }: NoisyCount,
  { comparison, at }: Cut,
  { anchor }: Piece,
): ExponentialSum {
  const away = (at >= truth ? -1 : 1) / spread;
  return [
    {
      coefficient: 0.5,
      exponent: away * (thresholdAt(comparison, anchor) - truth),
      rate: (-away * comparison.own) / comparison.other,
    },
  ];
}
