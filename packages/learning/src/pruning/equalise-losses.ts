// Source: Bertsekas, Constrained Optimization and Lagrange Multiplier Methods (1982), chapter 2 (method of multipliers).
import type { Examples } from '@dpfair/result';
import { openStream, type Seed, shuffle } from '@dpfair/stats';
import { evaluate } from '../evaluation/evaluate.js';
import type { Model } from '../models/model.js';
import { equalisingBlock } from '../streams/addresses.js';
import { optimizerByName } from '../training/optimizer.js';
import { badEqualising } from './messages.js';

export interface EqualisingOptions {
  /** Rounds; before each one the losses of all groups are taken and the multipliers moved. @default 200 */
  readonly epochs?: number;
  /** Rows of a batch, drawn afresh each round without replacement; Infinity for all rows in one step. @default Infinity */
  readonly batch?: number;
  /** Of Adam, at the first round; it falls to 0 in a straight line. @default 0.05 */
  readonly learningRate?: number;
  /** What a multiplier rises by for each unit of loss above that of all rows. @default 0.2 */
  readonly dualRate?: number;
  /** Weight of the squared differences beside the multipliers, which damps their swinging. @default 3 */
  readonly penalty?: number;
  /** lambda of lambda/2 |parameters|^2. @default 0 */
  readonly regularization?: number;
}

/** A pruned model trained on. */
export interface EqualisedLosses {
  readonly parameters: Float64Array;
  /** Of the condition of each group; 0 for a group without rows. */
  readonly multipliers: Float64Array;
}

/**
 * Trains a pruned model on so that all groups have the same loss: min J(D) subject to J(D_a) = J(D) for every group a, by descent on
 * the augmented Lagrangian and ascent of its multipliers. What was pruned stays 0.
 *
 * Equality is asked for, not less loss: a group with less than the mean may be made worse. The conditions are not convex even where
 * the loss is; what is found is a point where both conditions and gradient vanish, if the rounds suffice. Rows are used without
 * noise: a private model is private no more.
 *
 * @param start parameters to begin with, not changed
 * @param kept 1 for parameters that may move
 * @throws DpfairError usage, where an option is not a number above 0 (penalty and regularization: at least 0).
 */
export function equaliseLosses(
  model: Model,
  examples: Examples,
  start: Float64Array,
  kept: Uint8Array,
  seed: Seed,
  options: EqualisingOptions = {},
): EqualisedLosses {
  const { epochs = 200, batch = Number.POSITIVE_INFINITY, learningRate = 0.05 } = options;
  const { dualRate = 0.2, penalty = 3, regularization = 0 } = options;
  for (const [what, value] of Object.entries({ epochs, batch, learningRate, dualRate })) {
    if (!(value > 0)) throw badEqualising(what, value, 'above 0');
  }
  for (const [what, value] of Object.entries({ penalty, regularization })) {
    if (!(value >= 0)) throw badEqualising(what, value, 'at least 0');
  }
  const { rows, group } = examples;
  const size = Math.min(batch, rows);
  const pass = model.open(size);
  const optimizer = optimizerByName('adam', learningRate, model.parameterCount);
  const parameters = Float64Array.from(start);
  const multipliers = new Float64Array(examples.groupNames.length);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const stream = openStream(seed, 'batch', equalisingBlock);
  const gradient = new Float64Array(parameters.length);
  const change = new Float64Array(parameters.length);
  const weights = new Float64Array(size);

  for (let epoch = 0; epoch < epochs; epoch++) {
    const ofGroups = groupWeights(model, examples, parameters, multipliers, dualRate, penalty);
    if (size < rows) shuffle(order, stream);
    for (let from = 0; from < rows; from += size) {
      const count = Math.min(size, rows - from);
      pass.run(parameters, examples, order, from, count);
      for (let k = 0; k < count; k++) {
        weights[k] = (ofGroups[group[order[from + k] as number] as number] as number) / count;
      }
      for (let j = 0; j < gradient.length; j++) gradient[j] = regularization * (parameters[j] as number);
      pass.addGradients(weights, gradient);
      for (let j = 0; j < gradient.length; j++) if (kept[j] === 0) gradient[j] = 0;
      optimizer.next(gradient, change);
      for (let j = 0; j < gradient.length; j++) {
        parameters[j] = (parameters[j] as number) - (1 - epoch / epochs) * (change[j] as number);
      }
    }
  }
  return { parameters, multipliers };
}

/**
 * Moves the multipliers, and returns what each row of a group weighs in the gradient of J + sum_a m_a (J_a - J), with
 * `m = multiplier + penalty x violation`: `1 + m_a / p_a - sum_b m_b`, p_a the share of the group.
 */
function groupWeights(
  model: Model,
  examples: Examples,
  parameters: Float64Array,
  multipliers: Float64Array,
  dualRate: number,
  penalty: number,
): Float64Array {
  const { all, groups } = evaluate(model, parameters, examples);
  const forces = groups.map(({ rows, loss }, a) => {
    if (rows === 0) return 0;
    const violation = loss - all.loss;
    const multiplier = (multipliers[a] as number) + dualRate * violation;
    multipliers[a] = multiplier;
    return multiplier + penalty * violation;
  });
  const sum = forces.reduce((total, force) => total + force, 0);
  return Float64Array.from(groups, ({ rows }, a) =>
    rows === 0 ? 0 : 1 + ((forces[a] as number) * all.rows) / rows - sum,
  );
}
