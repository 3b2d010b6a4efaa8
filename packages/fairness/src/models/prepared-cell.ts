import { type DecisionName, decisionByName, weightedCounts } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import { allotmentModels } from './allotment/allotment-models.js';
import { apportionmentModel } from './apportionment-model.js';
import type { CellModel, ModelInput } from './cell-model.js';
import { identityModels } from './identity-models.js';
import { languageModel } from './language-model.js';
import type { Problem } from './problem.js';
import { substituteModel } from './substitutes/substitute-model.js';
import { thresholdModel } from './threshold-model.js';
import { title1Model } from './title1-model.js';

/** One cell before it is estimated: the question, the outcome without noise, and what is known of the answer. */
export interface PreparedCell {
  readonly problem: Problem;
  readonly truth: Float64Array;
  readonly model: CellModel;
}

type ModelOf = (problem: Problem, truth: Float64Array) => CellModel;

/** What is known of every decision. A new decision has a line here, and in it a record for each of its post-processings. */
const models: Readonly<Record<DecisionName, ModelOf>> = {
  identity: fromCounts(identityModels),
  allotment: fromCounts(allotmentModels),
  language: languageModel,
  apportionment: apportionmentModel,
  threshold: thresholdModel,
  title1: title1Model,
};

/** Models of decisions on one noisy column with optional weights. */
function fromCounts(byPost: Readonly<Partial<Record<PostName, (input: ModelInput) => CellModel>>>): ModelOf {
  return ({ post, input, noise }, truth) => {
    const model = byPost[post] as (input: ModelInput) => CellModel;
    return model({ ...weightedCounts(input), noise, truth });
  };
}

/** @throws DpfairError `usage` or `undefined-result` when the cell cannot be asked for. */
export function prepareCell(problem: Problem): PreparedCell {
  const { decision, post, input } = problem;
  decision.pipeline(post, input);
  const truth = decision.truth(input);
  return { problem, truth, model: modelOf(problem, truth) };
}

/** Of a decision, or of a fair substitute for it. */
function modelOf(problem: Problem, truth: Float64Array): CellModel {
  const { name, parameters, substitute } = problem.decision;
  const ofDecision = models[name as DecisionName];
  if (substitute === undefined) return ofDecision(problem, truth);
  const original = () => ofDecision({ ...problem, decision: decisionByName(name, parameters) }, truth);
  return substituteModel(problem, truth, substitute, original);
}
