import type { Examples } from '@dpfair/result';
import { evaluate } from '../evaluation/evaluate.js';
import type { Model } from '../models/model.js';

/** Rows with a score each: the higher, the more it looks like a row that was trained on. */
export interface AttackedRows {
  readonly scores: Float64Array;
  /** A place in `groupNames` each. */
  readonly groups: Int32Array;
}

/** What `membershipInference` of `@dpfair/disclosure` takes. */
export interface AttackScores {
  /** Rows of the training. */
  readonly members: AttackedRows;
  /** Rows of the same population that were kept out of it. */
  readonly others: AttackedRows;
  readonly groupNames: readonly string[];
}

/** How hard rows are for models that did not train on them: one mean loss a row. */
export interface Difficulties {
  readonly training: Float64Array;
  readonly test: Float64Array;
}

/**
 * Scores of the attack by loss (Yeom et al., CSF 2018): minus the loss of the trained model. With difficulties (Watson et al., ICLR 2022), the loss of
 * models that did not see the row minus that of this one, so that rows that are easy for everyone do not pass for members.
 */
export function attackScores(
  model: Model,
  parameters: Float64Array,
  training: Examples,
  test: Examples,
  difficulties: Difficulties | null = null,
): AttackScores {
  const scored = (examples: Examples, difficulty: Float64Array | undefined): AttackedRows => ({
    scores: evaluate(model, parameters, examples).losses.map((loss, row) => (difficulty?.[row] ?? 0) - loss),
    groups: examples.group,
  });
  return {
    members: scored(training, difficulties?.training),
    others: scored(test, difficulties?.test),
    groupNames: training.groupNames,
  };
}
