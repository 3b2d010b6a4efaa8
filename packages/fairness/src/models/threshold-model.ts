import { parseRule } from '@dpfair/decisions';
import type { AnalyticEstimate } from '../estimate.js';
import type { NoisyCount } from '../exact/rules/noisy-count.js';
import { type RuleEvaluator, ruleEvaluator } from '../exact/rules/rule-probability.js';
import type { CellModel } from './cell-model.js';
import type { Problem } from './problem.js';

/** What is known of a yes-or-no question: its probability, where the comparisons in it are not entangled. */
export function thresholdModel(problem: Problem, truth: Float64Array): CellModel {
  const { decision, post } = problem;
  const evaluate = ruleEvaluator(parseRule(decision.parameters.rule as string), post === 'clip');
  return {
    ...(evaluate === null ? {} : { exact: () => exactBias(problem, truth, evaluate) }),
    normaliser: () => null,
    largestOutcome: 1,
    control: () => null,
    rareClipping: () => null,
  };
}

function exactBias({ input, noise, post }: Problem, truth: Float64Array, evaluate: RuleEvaluator): AnalyticEstimate {
  const errors = new Float64Array(truth.length);
  const clipped = post === 'clip';
  const bias = truth.map((outcome, i) => {
    const counts: Readonly<Record<string, NoisyCount>> = Object.fromEntries(
      Object.entries(input.counts).map(([name, values]) => [name, { truth: values[i] as number, noise, clipped }]),
    );
    const { probability, error } = evaluate(counts);
    errors[i] = error;
    return probability - outcome;
  });
  return { method: 'exact', estimator: 'rule-quadrature', bias, errors };
}
