// Derived for dpfair: docs/methods/exact-simplex.md.
import { type ContinuousNoise, compensatedSum } from '@dpfair/stats';
import { atMostOne } from './at-most-one.js';
import { leaveOneOut } from './leave-one-out.js';
import { saddleBeside } from './saddle-beside.js';
import { scaledFactor } from './scaled-factor.js';

/** Counts in units of the spread of their noise, smallest first, at least two, with a positive total. */
export interface ScaledCounts {
  readonly counts: Float64Array;
  /** Noise of spread 1. */
  readonly noise: ContinuousNoise;
}

/** For one threshold t: P(the others have more than the total above t), for each entity; the weight is P(its own noisy count < t). */
export interface ThresholdTails {
  readonly tail: Float64Array;
  readonly weight: Float64Array;
  /** How far weight x tail may be off. */
  readonly error: number;
  /** True where the others practically always have more than the total: so have they for every lower threshold. */
  readonly settled: boolean;
}

/** Where the lines of the parts with at most one entity clear of the threshold cross the real axis. */
const CROSSING = 0.45;
/** The straight line: its step is 2 pi / period, where the period is in spreads, and it crosses the real axis at DAMPING / period. */
const PERIODS = [64, 96, 128, 192, 256, 384, 512, 1024];
const DAMPING = 30;
/** What the repetitions of the sum may add, as a part of the largest weight; and the tilts that their bound is sought at. */
const ALIAS = 1e-10;
const tilts = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97] as const;
/** Heights after which a line is given up. */
const HIGHEST = 3_000;
/** Where a straight line is left: what is left of it is below this part of the largest weight. */
const PRECISION = 1e-9;
/** log of a probability that is no longer told from 0. */
const LOG_SETTLED = Math.log(1e-15);
const rates = { laplace: [0.3, 0.6, 0.85], gaussian: [0.5, 1, 2, 3, 5, 8] } as const;
/** Step along the bent lines of the parts with at most one entity clear of the threshold. */
const FEW_STEP = 0.15;
/** An entity that is below the threshold more rarely than the smallest one by this factor is never below it. */
const RARE = 1e-18;

/**
 * Given the threshold t the entities are independent: t is below that of the projection if and only if sum_j (y_j - t)_+ exceeds the total. The
 * distribution of the sum without one entity comes from the transform of its terms,
 * P(S > C) = -(1 / 2 pi i) integral of exp(z C) prod E exp(-z (y_j - t)_+) dz / z along a line left of 0, 1 + the same right of 0.
 *
 * - Where the mean of S is below C the line goes through the saddle point and is bent to the left, where exp(z f), f >= 0, decays.
 * - Elsewhere exp(z f) has both signs of f, and the line is straight. What decays slowly there, no entity or a single one above t, is taken off and
 *   added in closed form.
 *
 * All entities share the nodes; their products are formed without dividing. O(n) a node.
 *
 * @param periods of the sum along a straight line, in spreads, shortest first: the first that is long enough is taken.
 */
export function thresholdTails(
  { counts, noise }: ScaledCounts,
  periods: readonly number[] = PERIODS,
): (threshold: number) => ThresholdTails {
  const n = counts.length;
  const total = compensatedSum(counts);
  const factor = scaledFactor[noise.kind];
  const multiply = leaveOneOut(n);
  const [above, re, im, outRe, outIm, tail, weight] = Array.from({ length: 7 }, () => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const lead = new Float64Array(n);
  const value = new Float64Array(2);
  const sums = new Float64Array(n);
  // Entities that may be below the threshold at all: the first of them, since counts are sorted.
  let wanted = n;

  /** Products of the factors of all others at z. */
  const factorsAt = (zRe: number, zIm: number) => {
    for (let j = 0; j < n; j++) {
      factor(above[j] as number, zRe, zIm, value);
      re[j] = value[0] as number;
      im[j] = value[1] as number;
    }
    multiply(re, im, outRe, outIm, wanted);
  };

  /** log of |exp(c f) prod / c| of the sum without the smallest entity, on the real axis. */
  const height = (c: number) => {
    let sum = c * (lead[0] as number) - Math.log(Math.abs(c));
    for (let j = 1; j < n; j++) {
      factor(above[j] as number, c, 0, value);
      sum += Math.log(value[0] as number);
    }
    return sum;
  };

  /** Chernoff: P(sum of the others <= total) <= exp(c f) prod, for any c above 0. */
  const isSettled = () => rates[noise.kind].some((c) => height(c) + Math.log(c) < LOG_SETTLED);

  function bent(side: -1 | 1): number {
    const limit = noise.kind === 'laplace' || side === 1 ? 1 : Number.POSITIVE_INFINITY;
    const saddle = side * saddleBeside(height, side, limit);
    const delta = 0.01 * Math.min(Math.abs(saddle), noise.kind === 'laplace' ? 1 + saddle : 1);
    const curvature = (height(saddle + delta) + height(saddle - delta) - 2 * height(saddle)) / (delta * delta);
    const width = 1 / Math.sqrt(Math.max(curvature, 1e-6));
    const addAt = (y: number, into: Float64Array, share: number): number => {
      const zRe = saddle - width * (Math.cosh(y) - 1) * 0.5;
      const zIm = width * Math.sinh(y);
      const [stepRe, stepIm] = [-0.5 * width * Math.sinh(y), width * Math.cosh(y)];
      factorsAt(zRe, zIm);
      // z' / z
      const norm = zRe * zRe + zIm * zIm;
      const turnRe = (stepRe * zRe + stepIm * zIm) / norm;
      const turnIm = (stepIm * zRe - stepRe * zIm) / norm;
      let largest = 0;
      for (let i = 0; i < wanted; i++) {
        const f = lead[i] as number;
        const [p, q] = [outRe[i] as number, outIm[i] as number];
        // A product that has vanished outdoes exp(z f), even where that has left the range of a double.
        const size = p === 0 && q === 0 ? 0 : Math.exp(zRe * f);
        const [a, b] = [size * Math.cos(zIm * f), size * Math.sin(zIm * f)];
        const [termRe, termIm] = [a * p - b * q, a * q + b * p];
        const add = termRe * turnIm + termIm * turnRe;
        into[i] = (into[i] as number) + side * share * add;
        const own =
          (weight[i] as number) * (Math.abs(termRe) + Math.abs(termIm)) * (Math.abs(turnRe) + Math.abs(turnIm));
        if (own > largest) largest = own;
      }
      return largest;
    };
    const row = (first: number, step: number, into: Float64Array, least: number): number => {
      let small = 0;
      let top = least;
      for (let y = first; y < 60 && small < 3; y += step) {
        const size = addAt(y, into, 1);
        top = Math.max(top, size);
        small = size <= 1e-17 * top ? small + 1 : 0;
      }
      return top;
    };
    let step = 0.25;
    const finish = (left: number): number => {
      for (let i = 0; i < wanted; i++) {
        const found = (step * (sums[i] as number)) / Math.PI;
        tail[i] = Math.min(1, Math.max(0, side === 1 ? 1 - found : found));
      }
      return left;
    };
    sums.fill(0);
    let top = addAt(0, sums, 0.5);
    top = row(step, step, sums, top);
    let error = Number.POSITIVE_INFINITY;
    const finer = new Float64Array(n);
    for (let halving = 0; halving < 5; halving++) {
      finer.set(sums);
      row(step / 2, step, finer, top);
      error = 0;
      let size = 0;
      for (let i = 0; i < wanted; i++) {
        const now = ((step / 2) * (finer[i] as number)) / Math.PI;
        error = Math.max(error, (weight[i] as number) * Math.abs(now - (step * (sums[i] as number)) / Math.PI));
        size = Math.max(size, (weight[i] as number) * (side === 1 ? 1 : now));
      }
      sums.set(finer);
      step /= 2;
      // The trapezoid rule is geometric here: what halving changed by 1e-7 it has left at far less than 1e-10.
      if (error <= 1e-7 * size) return finish(1e-3 * error);
    }
    return finish(error);
  }

  const row = () => new Float64Array(n + 1);
  const [wholeRe, wholeIm, oneRe, oneIm] = [row(), row(), row(), row()];
  const [noneRe, noneIm, partRe, partIm] = [row(), row(), row(), row()];
  const few = row();
  const scratch = [row(), row(), row(), row()] as const;

  /** Writes what an entity has at z whether it is above the threshold or not (u), and what it has once it is clear of it (v), both times exp(z shift_j). */
  const split = (zRe: number, zIm: number, shift: (j: number) => number) => {
    for (let j = 0; j < n; j++) {
      const a = above[j] as number;
      if (a <= 0) {
        factor(a, zRe, zIm, value);
        [noneRe[j], noneIm[j], partRe[j], partIm[j]] = [value[0] as number, value[1] as number, 0, 0];
        continue;
      }
      // u = exp(-a) z / (z - 1) / 2, v = exp(-z a) / (1 - z^2)
      const norm = (zRe - 1) ** 2 + zIm * zIm;
      const [turnRe, turnIm] = [(zRe * (zRe - 1) + zIm * zIm) / norm, -zIm / norm];
      const by = shift(j);
      const size = 0.5 * Math.exp(zRe * by - a);
      const [edgeRe, edgeIm] = [size * Math.cos(zIm * by), size * Math.sin(zIm * by)];
      noneRe[j] = edgeRe * turnRe - edgeIm * turnIm;
      noneIm[j] = edgeRe * turnIm + edgeIm * turnRe;
      const [squareRe, squareIm] = [1 - zRe * zRe + zIm * zIm, -2 * zRe * zIm];
      const squares = squareRe * squareRe + squareIm * squareIm;
      const late = by - a;
      const reach = Math.exp(zRe * late);
      const [lateRe, lateIm] = [reach * Math.cos(zIm * late), reach * Math.sin(zIm * late)];
      partRe[j] = (lateRe * squareRe + lateIm * squareIm) / squares;
      partIm[j] = (lateIm * squareRe - lateRe * squareIm) / squares;
    }
  };

  /** Adds the integrand at height y, less what comes from at most one entity clear of the threshold, to the sums. */
  const straightAt = (zRe: number, y: number, share: number): number => {
    factorsAt(zRe, y);
    split(zRe, y, (j) => Math.max(above[j] as number, 0));
    atMostOne(n, wanted, [noneRe, noneIm, partRe, partIm], [wholeRe, wholeIm, oneRe, oneIm], scratch);
    const norm = zRe * zRe + y * y;
    let largest = 0;
    for (let i = 0; i < wanted; i++) {
      const f = lead[i] as number;
      const size = Math.exp(zRe * f);
      const [a, b] = [size * Math.cos(y * f), size * Math.sin(y * f)];
      const p = (outRe[i] as number) - (wholeRe[i] as number) - (oneRe[i] as number);
      const q = (outIm[i] as number) - (wholeIm[i] as number) - (oneIm[i] as number);
      const [termRe, termIm] = [a * p - b * q, a * q + b * p];
      // Re of term / z
      sums[i] = (sums[i] as number) + (share * (termRe * zRe + termIm * y)) / norm;
      largest = Math.max(largest, ((weight[i] as number) * Math.hypot(termRe, termIm)) / Math.sqrt(norm));
    }
    return largest;
  };

  /** The parts of at most one entity clear of the threshold, along lines bent to the side where they decay. */
  const addFew = (side: -1 | 1): number => {
    let small = 0;
    let top = 0;
    for (let k = 0; k < 400 && small < 3; k++) {
      const y = k * FEW_STEP;
      const zRe = CROSSING + side * 0.25 * (Math.cosh(y) - 1);
      const zIm = 0.5 * Math.sinh(y);
      const [stepRe, stepIm] = [side * 0.25 * Math.sinh(y), 0.5 * Math.cosh(y)];
      split(zRe, zIm, () => 0);
      for (let j = 0; j < n; j++) {
        const late = total - (above[j] as number);
        // Beyond 600 the others would all have to be at 0 against exp(-0.55 x 600).
        const ours = (above[j] as number) > 0 && (side === -1 ? late >= 0 && late < 600 : late < 0);
        if (!ours) partRe[j] = partIm[j] = 0;
        else {
          const [squareRe, squareIm] = [1 - zRe * zRe + zIm * zIm, -2 * zRe * zIm];
          const squares = squareRe * squareRe + squareIm * squareIm;
          const reach = Math.exp(zRe * late);
          const [lateRe, lateIm] = [reach * Math.cos(zIm * late), reach * Math.sin(zIm * late)];
          partRe[j] = (lateRe * squareRe + lateIm * squareIm) / squares;
          partIm[j] = (lateIm * squareRe - lateRe * squareIm) / squares;
        }
      }
      atMostOne(n, wanted, [noneRe, noneIm, partRe, partIm], [wholeRe, wholeIm, oneRe, oneIm], scratch);
      // Nobody above the threshold: with a large total that is too rare to count.
      const size = side === -1 && total < 200 ? Math.exp(zRe * total) : 0;
      const [a, b] = [size * Math.cos(zIm * total), size * Math.sin(zIm * total)];
      const norm = zRe * zRe + zIm * zIm;
      const turnRe = (stepRe * zRe + stepIm * zIm) / norm;
      const turnIm = (stepIm * zRe - stepRe * zIm) / norm;
      let largest = 0;
      for (let i = 0; i < wanted; i++) {
        const termRe = a * (wholeRe[i] as number) - b * (wholeIm[i] as number) + (oneRe[i] as number);
        const termIm = a * (wholeIm[i] as number) + b * (wholeRe[i] as number) + (oneIm[i] as number);
        const add = termRe * turnIm + termIm * turnRe;
        few[i] = (few[i] as number) + ((k === 0 ? 0.5 : 1) * FEW_STEP * add) / Math.PI;
        largest = Math.max(largest, (weight[i] as number) * Math.hypot(termRe, termIm) * Math.hypot(turnRe, turnIm));
      }
      top = Math.max(top, largest);
      small = largest <= 1e-17 * Math.max(top, weight[0] as number) ? small + 1 : 0;
    }
    return small < 3 ? top : 0;
  };

  /**
   * For each tilt r above 0, log of the most that exp(r C) E exp(-r S) of an entity's others is, weighed by the entity; with `few`, of the parts with at
   * most one of them clear of the threshold, all their signs taken as plus, for r below 1.
   */
  const logMass = (r: number, few: boolean): number => {
    if (few) {
      split(r, 0, (j) => Math.max(above[j] as number, 0));
      for (let j = 0; j < n; j++) {
        // |u| has the transform exp(-a) (1 + 1 / (1 - r)) / 2.
        const a = above[j] as number;
        if (a > 0) noneRe[j] = 0.5 * Math.exp((r - 1) * a) * (1 + 1 / (1 - r));
      }
      atMostOne(n, wanted, [noneRe, noneIm, partRe, partIm], [wholeRe, wholeIm, oneRe, oneIm], scratch);
    } else factorsAt(r, 0);
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < wanted; i++) {
      const mass = few ? (wholeRe[i] as number) + (oneRe[i] as number) : (outRe[i] as number);
      most = Math.max(most, Math.log((weight[i] as number) * mass) + r * (lead[i] as number));
    }
    return most;
  };

  /**
   * A sum with steps of 2 pi / period along a line at c is P(S <= C) and, for every whole k but 0, exp(-c k period) P(S <= C + k period) (Poisson). Those
   * with k > 0 are small by c; for k < 0 P(S <= C - x) <= exp(-r x) exp(r C) E exp(-r S) with any r above c. The shortest period that keeps all of them
   * small, and the bound; the longest where none does.
   */
  function chooseLine(): { readonly period: number; readonly crossing: number; readonly alias: number } {
    const masses = tilts.map((r) => [r, logMass(r, false), logMass(r, true)] as const);
    const largest = weight[0] as number;
    let found = { period: 0, crossing: 0, alias: Number.POSITIVE_INFINITY };
    for (const period of periods) {
      const crossing = DAMPING / period;
      const beyond = (k: 1 | 2) =>
        masses.reduce((least, mass) => {
          const damping = (mass[0] - crossing) * period;
          return damping <= 0 ? least : Math.min(least, Math.exp(mass[k] - damping) / -Math.expm1(-damping));
        }, Number.POSITIVE_INFINITY);
      // The parts with at most one entity clear have masses of n + 1 at most, the whole has 1.
      const alias = largest * (n + 2) * Math.exp(-DAMPING) + beyond(1) + beyond(2);
      if (alias < found.alias) found = { period, crossing, alias };
      if (alias <= ALIAS * largest) break;
    }
    return found;
  }

  function straight(): number {
    sums.fill(0);
    few.fill(0);
    const { period, crossing, alias } = chooseLine();
    const step = (2 * Math.PI) / period;
    let last = straightAt(crossing, 0, 0.5);
    let small = 0;
    let y = step;
    const enough = PRECISION * (weight[0] as number);
    for (; y < HIGHEST && small < 12; y += step) {
      last = straightAt(crossing, y, 1);
      small = last * y <= enough ? small + 1 : 0;
    }
    const lost = addFew(-1) + addFew(1);
    for (let i = 0; i < wanted; i++) {
      const below = (step * (sums[i] as number)) / Math.PI + (few[i] as number);
      tail[i] = Math.min(1, Math.max(0, 1 - below));
    }
    // The rest of an integrand that falls like 1 / y^5.
    return (last * y) / 4 + lost + alias;
  }

  return (threshold) => {
    let mean = 0;
    for (let j = 0; j < n; j++) {
      const a = (counts[j] as number) - threshold;
      above[j] = a;
      weight[j] = noise.cdf(-a);
      if (j > 0) mean += noise.clippingBias(a);
    }
    // total - sum of the positive parts, without the huge counts that cancel
    let gap = n * threshold;
    for (let j = 0; j < n; j++) gap -= Math.max(-(above[j] as number), 0);
    for (let i = 0; i < n; i++) lead[i] = gap + Math.max(above[i] as number, 0);
    const least = RARE * (weight[0] as number);
    wanted = 1;
    while (wanted < n && (weight[wanted] as number) > least) wanted += 1;
    tail.fill(0, wanted);
    if (isSettled()) {
      tail.fill(1, 0, wanted);
      return { tail, weight, error: 0, settled: true };
    }
    const error =
      mean + positiveShift(above) < (lead[0] as number) ? bent(-1) : noise.kind === 'gaussian' ? bent(1) : straight();
    return { tail, weight, error, settled: false };
  };
}

/** clippingBias(a) is E (a + noise)_+ - a; for a below 0 the mean of the positive part is a more than that. */
function positiveShift(above: Float64Array): number {
  let sum = 0;
  for (let j = 1; j < above.length; j++) sum += Math.min(above[j] as number, 0);
  return sum;
}
