// Source: Tran, Fioretto, Kim, Naidu, "Pruning has a disparate impact on model accuracy" (NeurIPS 2022), Theorem 1: the two factors.
import type { Examples } from '@dpfair/result';
import { openStream, type Seed } from '@dpfair/stats';
import { describeModel } from '../models/describe-model.js';
import { largestHessianEigenvalue } from '../models/hessians/largest-hessian-eigenvalue.js';
import { makeModel } from '../models/make-model.js';
import type { Model } from '../models/model.js';
import { groupSlopeBlock } from '../streams/addresses.js';

/** How the mean loss of a group changes around the trained parameters. */
export interface GroupSlope {
  /** Norm of its mean gradient. */
  readonly gradientNorm: number;
  /** Largest eigenvalue of its mean Hessian, at the trained parameters. */
  readonly largestEigenvalue: number;
  /** What that eigenvalue cannot exceed at any parameters; null where nothing is known, for networks. */
  readonly mostCurved: number | null;
}

const CHUNK = 512;

/** The slopes of the mean loss over `rows`, by Lanczos' method on Hessian-vector products; null without rows, and where the
 * gradient or the Hessian is not finite. */
export function groupSlope(
  model: Model,
  parameters: Float64Array,
  examples: Examples,
  rows: Int32Array,
  seed: Seed,
  group: number,
): GroupSlope | null {
  if (rows.length === 0 || !parameters.every(Number.isFinite)) return null;
  const even = new Float64Array(Math.max(CHUNK, rows.length)).fill(1 / rows.length);
  const pass = model.open(CHUNK);
  const gradient = new Float64Array(model.parameterCount);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const count = Math.min(CHUNK, rows.length - from);
    pass.run(parameters, examples, rows, from, count);
    pass.addGradients(even.subarray(0, count), gradient);
  }
  const largest = (of: Model, at: Float64Array): number => {
    const stream = openStream(seed, 'probe', groupSlopeBlock(group));
    const { value, residual } = largestHessianEigenvalue(of, at, examples, rows, even, stream);
    return value + residual;
  };
  const gradientNorm = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(gradientNorm)) return null;
  try {
    return { gradientNorm, largestEigenvalue: largest(model, parameters), mostCurved: mostCurved(model, largest) };
  } catch (error) {
    // Parameters may be finite and the Hessian not: products of weights overflow.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The Hessian of a linear model is that of its outputs times `x x'`, and that of the outputs has no eigenvalue above: 1/4 for logistic,
 * 1/2 for softmax (Boehning, Ann. Inst. Statist. Math. 44, 1992), 1 for squared loss, 1 / (2 h) for the smooth hinge of half-width h.
 * The mean of `x x'` is the Hessian of the squared loss.
 */
function mostCurved(
  { description: { loss, inputs, hidden, hingeWidth } }: Model,
  largest: (of: Model, at: Float64Array) => number,
): number | null {
  if (hidden.length > 0) return null;
  const ofOutputs = { logistic: 1 / 4, softmax: 1 / 2, squared: 1, 'smooth-hinge': 1 / (2 * (hingeWidth ?? 1)) }[loss];
  const squares = makeModel(describeModel({ kind: 'linear', inputs, classes: 0 }));
  return ofOutputs * largest(squares, new Float64Array(squares.parameterCount));
}

/**
 * What the mean loss rises by at most when parameters move by `distance`, to second order:
 * `|g| d + lambda / 2 d^2`. With `largestEigenvalue` as lambda the third order is missing; with `mostCurved` it always holds.
 */
export function riseAtMost(gradientNorm: number, lambda: number, distance: number): number {
  return gradientNorm * distance + (lambda / 2) * distance ** 2;
}
