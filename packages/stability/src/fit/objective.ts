import { addMultiple, type TwiceDifferentiable } from '@dpfair/stats';
import { addGram } from '../design/add-gram.js';
import { addTransposed, scoresOf } from '../design/design.js';
import type { Problem } from '../design/problem.js';
import { logRates, relativeSpread } from '../terms/log-rates.js';
import type { MarginLoss } from '../terms/losses.js';
import type { RatePenalty } from '../terms/rate-penalty.js';

/** What is minimised. */
export interface Parts {
  readonly problem: Problem;
  readonly labels: Int8Array;
  readonly loss: MarginLoss;
  /** Lambda. */
  readonly stabilityWeight: number;
  readonly penalty: RatePenalty | null;
}

/** Mean loss + fairness + lambda ||f||^2 with its gradient and Hessian. */
export function objective(parts: Parts): TwiceDifferentiable {
  const { problem, labels, loss, stabilityWeight, penalty } = parts;
  const { design, norms } = problem;
  const { rows, parameters: size } = design;
  const scores = new Float64Array(rows);
  const weights = new Float64Array(rows);

  const value = (at: Float64Array, gradient: Float64Array): number => {
    scoresOf(design, at, scores);
    let total = 0;
    for (let row = 0; row < rows; row++) {
      const label = labels[row] as number;
      const margin = label * (scores[row] as number);
      total += loss.value(margin);
      weights[row] = (label * loss.slope(margin)) / rows;
    }
    total /= rows;
    if (penalty) total += addPenalty(penalty, scores, weights);
    gradient.fill(0);
    addTransposed(design, weights, gradient);
    for (let j = 0; j < size; j++) {
      const norm = stabilityWeight * (norms[j] as number);
      total += norm * (at[j] as number) ** 2;
      gradient[j] = (gradient[j] as number) + 2 * norm * (at[j] as number);
    }
    return total;
  };

  const hessian = (at: Float64Array, into: Float64Array): void => {
    scoresOf(design, at, scores);
    for (let row = 0; row < rows; row++) {
      weights[row] = loss.curvature((labels[row] as number) * (scores[row] as number)) / rows;
    }
    if (penalty) addPenaltyCurvature(parts, penalty, scores, weights, into);
    addGram(design, weights, into);
    for (let j = 0; j < size; j++) {
      into[j * size + j] = (into[j * size + j] as number) + 2 * stabilityWeight * (norms[j] as number);
    }
  };
  return { size, value, hessian };
}

/** Adds the penalty's slope by each score to `weights`; gives its value. */
function addPenalty(penalty: RatePenalty, scores: Float64Array, weights: Float64Array): number {
  const { sizes, divisions } = penalty;
  const logs = logRates(penalty, scores);
  const { value, slopes } = penalty.of(logs);
  for (const division of divisions) {
    for (let row = 0; row < scores.length; row++) {
      const place = division[row] as number;
      const moves = relativeSpread(scores[row] as number, logs[place] as number, sizes[place] as number);
      weights[row] = (weights[row] as number) + (slopes[place] as number) * moves;
    }
  }
  return value;
}

/** Adds what of the penalty's curvature is one row's own to `weights`, and what couples rows through their rates to `into`. */
function addPenaltyCurvature(
  { problem: { design } }: Parts,
  penalty: RatePenalty,
  scores: Float64Array,
  weights: Float64Array,
  into: Float64Array,
): void {
  const { sizes, divisions } = penalty;
  const logs = logRates(penalty, scores);
  const { slopes, curvatures } = penalty.of(logs);
  const count = sizes.length;
  const byRate = Array.from(sizes, () => new Float64Array(scores.length));
  for (const division of divisions) {
    for (let row = 0; row < scores.length; row++) {
      const place = division[row] as number;
      const score = scores[row] as number;
      const moves = relativeSpread(score, logs[place] as number, sizes[place] as number);
      weights[row] = (weights[row] as number) - (slopes[place] as number) * moves * Math.tanh(score / 2);
      (byRate[place] as Float64Array)[row] = moves;
    }
  }
  const gradients = byRate.map((part) => {
    const gradient = new Float64Array(design.parameters);
    addTransposed(design, part, gradient);
    return gradient;
  });
  for (let s = 0; s < count; s++) {
    const mixed = new Float64Array(design.parameters);
    for (let t = 0; t < count; t++)
      addMultiple(curvatures[s * count + t] as number, gradients[t] as Float64Array, mixed);
    addOuter(gradients[s] as Float64Array, mixed, into);
  }
}

/** Adds the lower triangle of `a b'`. */
function addOuter(a: Float64Array, b: Float64Array, into: Float64Array): void {
  const size = a.length;
  for (let i = 0; i < size; i++) {
    const scaled = a[i] as number;
    if (scaled === 0) continue;
    for (let j = 0; j <= i; j++) into[i * size + j] = (into[i * size + j] as number) + scaled * (b[j] as number);
  }
}
