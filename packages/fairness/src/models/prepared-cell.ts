import { type DecisionName, weightedCounts } from '@dpfair/decisions';
import { allotmentModels } from './allotment-models.js';
import type { CellModel, ModelInput } from './cell-model.js';
import { identityModels } from './identity-models.js';
import type { Problem } from './problem.js';

/** One cell before it is estimated: the question, the outcome without noise, and what is known of the answer. */
export interface PreparedCell {
  readonly problem: Problem;
  readonly truth: Float64Array;
  readonly model: CellModel;
}

type Models = Readonly<Partial<Record<string, (input: ModelInput) => CellModel>>>;

/** What is known of every decision. A new decision has a line here, and in it a record for each of its post-processings. */
const models: Readonly<Record<DecisionName, Models>> = { identity: identityModels, allotment: allotmentModels };

/** @throws DpfairError `usage` or `undefined-result` when the cell cannot be asked for. */
export function prepareCell(problem: Problem): PreparedCell {
  const { decision, post, input, noise } = problem;
  decision.stages(post, input);
  const truth = decision.truth(input);
  const modelOf = models[decision.name as DecisionName][post] as (input: ModelInput) => CellModel;
  return { problem, truth, model: modelOf({ ...weightedCounts(input), noise, truth }) };
}
